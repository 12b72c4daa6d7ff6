#pragma once
// Private to the protocol: what the engine says about itself.
#include <filesystem>

#include "base/json.h"
#include "tacq/pipeline/commands.h"

namespace tacq {

inline constexpr int kProtocol = 1;

Json helloJson(const CommandEnvironment& environment, const std::filesystem::path& workspace, bool sharedFiles);

}  // namespace tacq
