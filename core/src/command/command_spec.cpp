#include "tacq/command/command_spec.h"

#include <algorithm>
#include <cctype>

#include "command/specs/families.h"

namespace tacq {
namespace {

template <typename List>
const OptionSpec* named(const List& options, std::string_view key) {
    const auto found = std::find_if(options.begin(), options.end(), [key](const OptionSpec& option) { return option.key == key; });
    return found == options.end() ? nullptr : &*found;
}

}  // namespace

std::string CommandSpec::method() const {
    std::string name;
    for (const std::string& word : words) name.append(name.empty() ? "" : "-").append(word);
    return name;
}

const OptionSpec* CommandSpec::find(std::string_view key) const { return named(options, key); }

const std::vector<CommandSpec>& commandSpecs() {
    static const std::vector<CommandSpec> all = [] {
        std::vector<CommandSpec> list;
        for (const auto family : {specs::lookCommands, specs::measureCommands, specs::taskCommands, specs::circuitCommands, specs::quantizeCommands, specs::exportCommands,
                                  specs::runsCommands, specs::machineCommands})
            for (CommandSpec& command : family()) list.push_back(std::move(command));
        return list;
    }();
    return all;
}

const CommandSpec* findCommand(std::string_view method) {
    const auto& all = commandSpecs();
    const auto found = std::find_if(all.begin(), all.end(), [method](const CommandSpec& command) { return command.method() == method; });
    return found == all.end() ? nullptr : &*found;
}

const std::vector<OptionSpec>& globalOptions() {
    static const std::vector<OptionSpec> all = specs::globals();
    return all;
}

const OptionSpec* findOption(const CommandSpec& command, std::string_view key) {
    const OptionSpec* own = command.find(key);
    return own != nullptr ? own : named(globalOptions(), key);
}

std::string optionName(std::string_view key) {
    std::string name = "--";
    for (const char c : key) {
        if (std::isupper(static_cast<unsigned char>(c)) != 0) name += '-';
        name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return name;
}

std::string helpText(const OptionSpec& option) {
    const std::string& usual = option.fallback.empty() ? option.fallbackWords : option.fallback;
    return usual.empty() ? option.help : option.help + " (default: " + usual + ")";
}

std::string_view groupTitle(OptionGroup group) {
    switch (group) {
        case OptionGroup::WhatToDo: return "What to do";
        case OptionGroup::Calibration: return "Calibration";
        case OptionGroup::Grid: return "Grid";
        case OptionGroup::Budget: return "Budget";
        case OptionGroup::Output: return "Output";
        case OptionGroup::Everywhere: return "For every command";
    }
    return {};
}

}  // namespace tacq
