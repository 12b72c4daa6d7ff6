#pragma once
// Private to the pipeline: a tokenizer's ids against a model's rows.
#include <cstdint>
#include <string>
#include <vector>

#include "base/json.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/tokenizer/tokenizer.h"

namespace tacq {

/// What a person should know about a tokenizer of this model: its own notes, and `tokens-beyond-model` where it knows tokens without a row.
std::vector<Note> tokenizerNotes(const Tokenizer& tokenizer, const Checkpoint& model);
/// `notes[]` as commands answer it.
Json notesJson(const std::vector<Note>& notes);

/// InvalidFile where a text came out as a token that the model has no row for; `text` names the file or option that holds it.
Result<void> checkTextIds(const std::vector<std::vector<std::int32_t>>& rows, const Tokenizer& tokenizer, const Checkpoint& model, const std::string& text);

}  // namespace tacq
