#pragma once
// Private to checkpoint: what config.json says of weights that other programs packed into words.
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "checkpoint/words/word_parts.h"
#include "tacq/base/result.h"

namespace tacq {

struct WordConfig {
    WordParts::Layout layout = WordParts::Layout::Gptq;
    std::string tool;                    ///< `GPTQ`, `AutoRound`, `compressed-tensors`
    int zeroOffset = 0;
    std::vector<int> bits;               ///< widths that may occur; GPTQ's tensors give their own away
    bool onlyThese = false;              ///< no other width may occur
    std::int64_t groupSize = -1;         ///< GPTQ, where a file has no g_idx
};

/// Of a config.json's `quantization_config`; empty where it names none of these programs. UnsupportedFormat names a version, layout or kind of
/// number that is not read; InvalidFile a width that cannot be.
Result<std::optional<WordConfig>> wordConfig(const Json& config, const std::string& context);

}  // namespace tacq
