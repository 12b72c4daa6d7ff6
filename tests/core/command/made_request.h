#pragma once
// Requests made up from the table of commands, so that a new option is tried without a new line here.
#include <cmath>

#include "base/json.h"
#include "tacq/command/command_spec.h"

namespace tacq::test {

/// A value that the option accepts and that is not its default.
inline Json acceptedValue(const OptionSpec& option) {
    switch (option.type) {
        case OptionType::Text: return option.choices.empty() ? Json("it's a \"text\", $HOME; ~") : Json(option.choices.back());
        case OptionType::Choice: return option.choices.back();
        case OptionType::Integer: return option.integers.most;
        case OptionType::Real: return std::nextafter(option.reals.most, 0.0);
        case OptionType::Flag: return true;
        case OptionType::Integers: return Json::array({option.integers.most, std::max<std::int64_t>(option.integers.least, -3)});
        case OptionType::Texts: return Json::array({"1", "a b"});
    }
    return {};
}

/// What must be given, and nothing else.
inline Json leastRequest(const CommandSpec& command) {
    Json params = Json::object();
    for (const OptionSpec& option : command.options)
        if (option.isRequired()) params[option.key] = acceptedValue(option);
    return params;
}

/// Every option of the command and the global ones, but for those of a later version.
inline Json fullRequest(const CommandSpec& command) {
    Json params = Json::object();
    for (const auto* options : {&command.options, &globalOptions()})
        for (const OptionSpec& option : *options)
            if (!option.later) params[option.key] = acceptedValue(option);
    return params;
}

}  // namespace tacq::test
