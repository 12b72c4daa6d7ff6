#pragma once
// Private to the core: what followed a pass, from the `steps` of a result.
#include <string>
#include <vector>

#include "base/json.h"

namespace tacq {

/// A line for people about each step: `circuit tuning: epoch 5 of 6 kept, …`. Anybody may have written the JSON: what cannot be read is left out.
std::vector<std::string> stepWords(const Json& steps);

}  // namespace tacq
