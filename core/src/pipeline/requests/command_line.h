#pragma once
// Private to the pipeline: a command's parameters as a person would type them.
#include <string>
#include <vector>

#include "base/json.h"

namespace tacq {

/// Parameters a command takes by position, in order.
std::vector<std::string> positionals(const std::string& method);
/// `tacq quantize MODEL OUT --task … `, each word quoted for a shell where it must be.
std::string commandLine(const std::string& method, const Json& params);
/// The same parameters with absolute paths, and without the workspace's own: they mean the same from any folder.
Json rerunnable(const Json& params);

}  // namespace tacq
