#pragma once
// Private to the pipeline: token sequences from options, files and our own probe text.
#include <memory>

#include "pipeline/requests/session.h"
#include "pipeline/requests/token_rows.h"
#include "tacq/command/requests.h"
#include "tacq/evaluate/evaluate.h"

namespace tacq {

/// Rows of an int `tokens` tensor (1-D: one row), cut by an optional `lengths` tensor.
Result<TokenRows> readTokenRows(const std::filesystem::path& file);
/// One sequence: `--tokens 1,2,3`, or the first row of `--tokens-file`.
Result<std::vector<std::int32_t>> oneSequence(const std::vector<std::int64_t>& given, const std::string& file);
/// A text file's content without byte order mark, and what to know about it (line ends of other systems).
struct TextFile {
    std::string text;
    std::vector<Note> notes;
};
/// InvalidFile, with the file's name: a folder, or bytes that are not UTF-8. UnsupportedFormat: another kind of file, named.
Result<TextFile> readTextFile(const std::string& path);
/// Every id must be one of the model's. Names the first that is not: InvalidArgument, or InvalidFile where the ids come from `file`.
Result<void> checkIds(const TokenRows& rows, const Checkpoint& model, const std::string& file);

/// Short name of where the text comes from, for metrics.
std::string sourceName(const WindowRequest& request);
/// Rows, and notes about the text and its tokenizer, which are also said through the session.
struct WindowRows {
    TokenRows rows;
    std::vector<Note> notes;
};
Result<WindowRows> makeRows(const WindowRequest& request, const Checkpoint& model, Session& session);

/// A few plain sentences as ids of this model, to compare logits on where no calibration is at hand.
TokenRows probeRows(const Checkpoint& model);

}  // namespace tacq
