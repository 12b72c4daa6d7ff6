#pragma once
// Private to formats: llama.cpp's name for the way in which a byte-level tokenizer cuts text.
#include <string>

#include "base/json.h"
#include "checkpoint/vocabulary_json.h"

namespace tacq {

/// The splitter with these steps and, of several, that which treats whole words and normalisation alike; null: llama.cpp has no name for it.
const Splitter* matchSplitter(const Json& preTokenizer, bool ignoreMerges, bool nfc);
/// Whether text is turned into bytes before merging.
bool isByteLevel(const Json& tokenizer);

}  // namespace tacq
