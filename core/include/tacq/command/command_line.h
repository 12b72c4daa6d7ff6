#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/command/command_spec.h"

namespace tacq {

/// A request as a person would type it, each word quoted for a POSIX shell where it must be: `tacq quantize MODEL OUT --task tinystories --bits 3`.
/// Typed, it is the same request: every value is written so that it reads back exactly. `params` is a JSON object; null members and false flags are left
/// out. Empty for a method that is no command, and for parameters that are no object.
std::string commandLine(std::string_view method, const std::string& params);

/// One word of a POSIX shell, quoted only where needed.
std::string shellWord(const std::string& word);
/// The words of a line as a POSIX shell splits it (quotes and backslashes; nothing is expanded).
std::vector<std::string> shellSplit(const std::string& line);

/// What was typed for an option, as JSON text: `12` → `12`, `1,2` → `[1,2]`. `typed`: one word, or all of a list; none for a flag.
/// InvalidArgument names the option where it is no value of its type (ranges are judged by whoever reads the request).
Result<std::string> optionValue(const OptionSpec& option, const std::vector<std::string>& typed);

/// What a command can say of its parameters without doing anything: names, types, ranges, choices, and that the required ones are there. InvalidArgument
/// names the option. Some commands know more (which options exclude each other, which names exist).
Result<void> checkRequest(std::string_view method, const std::string& params);

/// Does the engine answer this beside a heavy job that runs? A method that is no command: no.
bool isQuickCommand(std::string_view method, const std::string& params);

}  // namespace tacq
