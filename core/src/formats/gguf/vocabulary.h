#pragma once
// Private to formats: a model's tokenizer as GGUF says it.
#include <string>
#include <vector>

#include "checkpoint/gguf/gguf_metadata.h"
#include "tacq/base/result.h"
#include "tacq/checkpoint/checkpoint.h"

namespace tacq {

/// Writes tokenizer.* of `model`: of a GGUF its own values as they are, else what its tokenizer files say. Byte-level vocabularies go by the name that
/// llama.cpp has for their way of cutting text; SentencePiece ones get scores that put merges in their order. A model without a tokenizer gets none, which
/// loads. Ids up to the embedding's rows that no token has become fillers. `omitted`, where it is asked for (finding out takes time), gets what GGUF cannot say of it, for people.
/// UnsupportedFormat: a way of cutting or normalising text that llama.cpp has no name for. InvalidFile: more tokens than embeddings.
Result<void> writeVocabulary(const Checkpoint& model, GgufMetadata& metadata, std::vector<std::string>* omitted = nullptr);

}  // namespace tacq
