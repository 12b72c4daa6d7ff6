#pragma once
#include <optional>
#include <string>

#include "base/json.h"

namespace tacq {

/// The text model inside a config.json that wraps one (`text_config` and its other spellings), as a config.json of its own.
struct TextModel {
    Json config;          ///< one of our families, with what the wrapper says for the whole model and what transformers assumes where both are silent
    std::string wrapper;  ///< e.g. `LlavaForConditionalGeneration`
};

/// Empty for a config that is no wrapper. UnsupportedModel, naming the text model inside, where that is none of our families.
Result<std::optional<TextModel>> textModelInside(const Json& config, const std::string& context);

/// By which tool a config.json says that the weights are quantized, in any of the blocks in use; empty where it says nothing.
std::string claimedQuantizer(const Json& config);
/// Removes those blocks.
void eraseQuantizer(Json& config);

}  // namespace tacq
