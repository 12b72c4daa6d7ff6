#pragma once
#include <string>

#include "command.h"
#include "tacq/base/result.h"

namespace tacq::app {

/// What parsing comes to: something to run, or a text to print (help, version).
struct Parsed {
    Invocation invocation;
    std::string text;  ///< not empty: print it and leave with 0
};
/// Reads a command line by the table of commands. Wrong use is InvalidArgument that names the flag.
Result<Parsed> parseCommandLine(int argc, const char* const* argv);

}  // namespace tacq::app
