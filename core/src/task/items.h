#pragma once
#include <string>
#include <vector>

#include "tacq/task/task.h"
#include "task/records.h"
#include "task/sampling.h"
#include "task/spec.h"

namespace tacq {

/// Text of a template for one record. InvalidTask at `where` for a field that the record lacks or that is no text or number.
Result<std::string> fillTemplate(const std::string& pattern, const Json& fields, const std::string& where);

/// Records → items. Records of a user's file are recognised by their fields (CLI.md); a template in `spec` goes first.
/// Rows whose fields are null or whose text is empty are left out and counted in `notes`.
/// `generator` shuffles worked examples. `tokenizer` serves chat messages.
Result<std::vector<TaskItem>> makeItems(std::vector<Record> records, const TaskSpec& spec, const std::string& fileName,
                                        const Tokenizer& tokenizer, SampleGenerator& generator, std::vector<std::string>& notes,
                                        const std::stop_token& stop = {});

}  // namespace tacq
