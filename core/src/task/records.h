#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "tacq/base/result.h"

namespace tacq {

/// One record of a task file.
struct Record {
    Json fields;           ///< object
    std::size_t line = 0;  ///< where it begins, from 1
};

/// Rows of a JSONL text one after the other; needs no file: fuzzed as is. Blank lines are skipped.
class JsonlReader {
public:
    JsonlReader(std::string_view text, std::string name) : m_text(text), m_name(std::move(name)) {}
    /// False at the end. InvalidTask with `name:line` for a row that is no JSON object.
    Result<bool> next(Record& record);

private:
    std::string_view m_text;
    std::string m_name;
    std::size_t m_at = 0, m_line = 0;
};

Result<std::vector<Record>> parseJsonl(std::string_view text, const std::string& name);
/// RFC 4180: a header row, quoted cells with doubled quotes and line breaks. Cells of `choices` and `messages` are JSON lists.
Result<std::vector<Record>> parseCsv(std::string_view text, const std::string& name);
/// InvalidTask for text that is empty, not UTF-8, or holds NUL bytes. Returns it without a byte order mark.
Result<std::string_view> checkText(std::string_view text, const std::string& name);
Error taskError(std::string what, const std::string& where, std::string hint = "");
std::string lineOrigin(const std::string& name, std::size_t line);

}  // namespace tacq
