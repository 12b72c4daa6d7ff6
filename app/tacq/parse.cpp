#include "parse.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <deque>
#include <map>
#include <memory>

#include "tacq/command/command_line.h"

namespace tacq::app {
namespace {

/// Where CLI11 puts what was typed.
struct Slot {
    const OptionSpec* spec = nullptr;
    CLI::Option* option = nullptr;
    std::string text;
    std::vector<std::string> texts;  ///< of a list
    bool flag = false;
};
using Slots = std::deque<Slot>;  // addresses stay

void addOption(CLI::App& app, const OptionSpec& spec, Slots& slots) {
    Slot& slot = slots.emplace_back();
    slot.spec = &spec;
    const std::string name = spec.isPositional() ? spec.key : optionName(spec.key), help = helpText(spec);
    if (spec.type == OptionType::Flag) slot.option = app.add_flag(name, slot.flag, help);
    else slot.option = spec.place == OptionPlace::PositionalList ? app.add_option(name, slot.texts, help) : app.add_option(name, slot.text, help);
    if (!spec.label.empty()) slot.option->type_name(spec.label);
    if (spec.isRequired()) slot.option->required();
    if (spec.later) slot.option->group("");
    else if (!spec.isPositional()) slot.option->group(std::string(groupTitle(spec.group)));
}

CLI::App* subcommand(CLI::App& root, const CommandSpec& command) {
    CLI::App* at = &root;
    for (std::size_t i = 0; i < command.words.size(); ++i) {
        const std::string& word = command.words[i];
        const auto there = at->get_subcommands([&word](const CLI::App* app) { return app->get_name() == word; });
        CLI::App* next = there.empty() ? nullptr : there.front();
        if (next == nullptr) {
            const bool last = i + 1 == command.words.size();
            next = at->add_subcommand(word, last ? command.summary : word + " commands");
            next->fallthrough();
            if (!last) next->require_subcommand(1);
        }
        at = next;
    }
    return at;
}

Result<void> collect(const Slots& slots, Json& params) {
    for (const Slot& slot : slots) {
        if (slot.option->count() == 0) continue;
        TACQ_TRY(const std::string value, optionValue(*slot.spec, slot.spec->place == OptionPlace::PositionalList ? slot.texts : std::vector{slot.text}));
        params[slot.spec->key] = Json::parse(value);
    }
    return {};
}

/// The first word that should be a command and is none; empty: there is none such. `at` ends as the command before it.
std::string unknownWord(const CLI::App*& at, int argc, const char* const* argv) {
    const CLI::App& root = *at;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word.rfind('-', 0) == 0) {
            const CLI::Option* global = root.get_option_no_throw(word.substr(0, word.find('=')));
            if (global == nullptr) return {};   // an option that belongs elsewhere is the slip, not what stands behind it
            if (global->get_items_expected_max() > 0 && word.find('=') == std::string::npos) ++i;
            continue;
        }
        const auto all = at->get_subcommands([](const CLI::App*) { return true; });
        if (all.empty()) return {};
        const auto named = std::find_if(all.begin(), all.end(), [&](const CLI::App* app) { return app->get_name() == word; });
        if (named == all.end()) return word;
        at = *named;
    }
    return {};
}

Error usageError(const CLI::ParseError& failure, const CLI::App& root, int argc, const char* const* argv) {
    const CLI::App* at = &root;
    if (const std::string word = unknownWord(at, argc, argv); !word.empty()) {
        std::string names;
        for (const CLI::App* app : at->get_subcommands([](const CLI::App* one) { return one->get_group() != ""; })) names += (names.empty() ? "" : ", ") + app->get_name();
        return {ErrorCode::InvalidArgument, "\"" + word + "\" is not a command", at == &root ? "" : at->get_name(), "use one of " + names};
    }
    return {ErrorCode::InvalidArgument, failure.what(), "", "see tacq --help, or tacq COMMAND --help"};
}

}  // namespace

Result<Parsed> parseCommandLine(int argc, const char* const* argv) {
    CLI::App root{"TaCQ Workbench: task-circuit quantization of language models, by command.", "tacq"};
    Parsed parsed;
    Slots globalSlots;
    for (const OptionSpec& spec : globalOptions()) addOption(root, spec, globalSlots);
    const std::string everywhere(groupTitle(OptionGroup::Everywhere));
    root.add_flag("--json", parsed.invocation.json, "print one JSON object on standard output")->group(everywhere);
    root.add_option("--progress", parsed.invocation.progress, "auto, bar, json or none, on standard error (default: auto)")
        ->check(CLI::IsMember({"auto", "bar", "json", "none"}))->group(everywhere);
    root.set_version_flag("--version", "tacq " TACQ_VERSION);
    root.require_subcommand(1);
    std::map<const CommandSpec*, std::pair<CLI::App*, Slots>> apps;
    for (const CommandSpec& command : commandSpecs()) {
        auto& [app, slots] = apps[&command];
        app = subcommand(root, command);
        if (command.later) app->group("")->fallthrough(false)->allow_extras();
        for (const OptionSpec& spec : command.options) addOption(*app, spec, slots);
        if (!command.example.empty()) app->footer("Example:\n  " + command.example);
    }
    const auto asksForJson = [&] { return std::any_of(argv + 1, argv + argc, [](const char* word) { return std::string_view(word) == "--json"; }); };
    try {
        root.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        parsed.text = root.help();
        return parsed;
    } catch (const CLI::CallForVersion& version) {
        parsed.text = std::string(version.what()) + "\n";
        return parsed;
    } catch (const CLI::ParseError& failure) {
        return usageError(failure, root, argc, argv);
    }
    TACQ_CHECK(collect(globalSlots, parsed.invocation.params));
    for (auto& [command, app] : apps) {
        if (!app.first->parsed()) continue;
        parsed.invocation.command = command;
        if (command->later) parsed.invocation.json = asksForJson();
        TACQ_CHECK(collect(app.second, parsed.invocation.params));
    }
    return parsed;
}

}  // namespace tacq::app
