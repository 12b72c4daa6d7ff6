#pragma once
// Private to core/src. A header of its own: few readers of JSON have work that long.
#include <stop_token>

#include "base/json.h"

namespace tacq {

/// parseJson() that is Cancelled once `stop` asks for it, looked at every MiB of the text.
Result<Json> parseJson(std::string_view text, const std::string& context, const JsonLimits& limits, const std::stop_token& stop);

}  // namespace tacq
