#pragma once
#include "task/source.h"

namespace tacq {

/// Token rows of one source by SampleOptions; counts and notes included.
Result<Calibration> packSource(const TaskSource& source, const SampleOptions& options, const Tokenizer& tokenizer, std::int64_t contextLength,
                               const std::stop_token& stop = {});
/// Rows of a `.safetensors` token file: in order, the first `samples`, cut to `tokens`.
Result<Calibration> readTokenFile(const std::filesystem::path& path, const SampleOptions& options, const Tokenizer& tokenizer,
                                  std::int64_t contextLength);
/// Sets tokenCount and duplicates from the rows.
void countRows(Calibration& calibration);
/// Lowers `tokens` to the model's context with a note.
std::int64_t cappedTokens(const SampleOptions& options, std::int64_t contextLength, std::vector<std::string>& notes);

}  // namespace tacq
