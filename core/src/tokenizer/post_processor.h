#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "base/json.h"
#include "tacq/base/result.h"

namespace tacq {

/// What the `post_processor` of tokenizer.json puts around one text: TemplateProcessing, Bert/Roberta, ByteLevel (nothing), Sequence.
struct PostProcessor {
    std::vector<std::int32_t> before, after;
    static Result<PostProcessor> create(const Json& description);
};

}  // namespace tacq
