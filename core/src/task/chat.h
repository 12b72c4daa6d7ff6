#pragma once
#include "tacq/task/task.h"
#include "task/records.h"

namespace tacq {

/// One conversation rendered by the model's chat template; [lossBegin, lossEnd) is the last turn of the assistant.
/// ChatML templates are recognised by their markers; others are UnsupportedFormat.
Result<TaskItem> chatItem(const Json& messages, const std::string& where, const Tokenizer& tokenizer);

}  // namespace tacq
