#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tacq/base/result.h"

namespace tacq {

/// How the content of a task file is laid out.
enum class TaskFileKind {
    Text,     ///< plain text
    Records,  ///< JSON: one object a line, or one list of objects
    Table,    ///< cells with a header row
    Tokens,   ///< safetensors with ids
};

/// By the ending, whatever its capitals; empty for endings that are not read.
std::optional<TaskFileKind> taskFileKind(const std::filesystem::path& file);
/// Endings that are read, for messages.
inline constexpr const char* kTaskFileEndings = ".txt, .md, .jsonl, .json, .csv, .tsv or .safetensors";

/// UnsupportedFormat for a file whose ending is not read; says what it is where ending or content give it away.
Error fileNotRead(const std::filesystem::path& file);

/// UnsupportedFormat for content that begins like another kind of file (archives, Parquet, PDF, UTF-16, a git-lfs pointer …), with what to do.
Result<void> checkPlainContent(std::string_view content, const std::string& name);

/// What is worth knowing about plain text that is used as it is: line ends of other systems, which are tokens.
std::vector<std::string> textNotes(std::string_view text, const std::string& name);

}  // namespace tacq
