#pragma once
#include <string>
#include <vector>

#include "command.h"
#include "tacq/base/result.h"

namespace tacq::app {

/// What parsing comes to: something to run, or a text to print (help, version).
struct Parsed {
    Invocation invocation;
    std::string text;  ///< not empty: print it and leave with 0
};
/// `commands` must outlive the result. Wrong use is InvalidArgument that names the flag.
Result<Parsed> parseCommandLine(const std::vector<CommandSpec>& commands, int argc, const char* const* argv);

/// One option's text as JSON: `12` → 12 for Integer. InvalidArgument for what is not a number, NaN, infinity or too large.
Result<Json> optionValue(Value kind, const std::string& name, const std::vector<std::string>& given);

}  // namespace tacq::app
