#pragma once
// Private to the protocol: what the engine says about itself.
#include "base/json.h"
#include "tacq/pipeline/commands.h"

namespace tacq {

inline constexpr int kProtocol = 1;

Json helloJson(const CommandEnvironment& environment, const Json& params);

}  // namespace tacq
