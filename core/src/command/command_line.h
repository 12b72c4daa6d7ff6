#pragma once
// Private to the core: a command's parameters as a person would type them, and as they last.
#include <string>
#include <string_view>

#include "base/json.h"
#include "tacq/command/command_line.h"

namespace tacq {

std::string commandLine(std::string_view method, const Json& params);
/// The same parameters with absolute paths, and without the workspace's own: they mean the same from any folder.
Json rerunnable(const CommandSpec& command, const Json& params);
/// The same parameters without what names a place on this machine.
Json withoutPaths(const CommandSpec& command, const Json& params);

}  // namespace tacq
