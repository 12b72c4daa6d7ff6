#pragma once
#include <cstddef>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "base/stoppable_json.h"
#include "tacq/base/result.h"

namespace tacq {

/// One record of a task file.
struct Record {
    Json fields;           ///< object; null for a row that says so
    std::size_t line = 0;  ///< where it begins, from 1
};

/// One row of JSON. Where Python's json wrote NaN or Infinity, which are no JSON, null is read.
Result<Json> parseRow(std::string_view row, const std::string& where, const std::stop_token& stop = {});

/// Rows of a JSONL text one after the other; needs no file: fuzzed as is. Blank lines are skipped.
class JsonlReader {
public:
    JsonlReader(std::string_view text, std::string name, std::stop_token stop = {}) : m_text(text), m_name(std::move(name)), m_stop(std::move(stop)) {}
    /// False at the end. InvalidTask with `name:line` for a row that is no JSON object (or null); Cancelled.
    Result<bool> next(Record& record);

private:
    std::string_view m_text;
    std::string m_name;
    std::stop_token m_stop;
    std::size_t m_at = 0, m_line = 0;
};

Result<std::vector<Record>> parseJsonl(std::string_view text, const std::string& name, const std::stop_token& stop = {});
/// JSON as people have it, told apart by the content: one object a line, one list of objects or texts (read element by element, each under the
/// limits of a row), or one object that holds such a list under a name of its own. `notes` says which list that was.
Result<std::vector<Record>> parseJsonRecords(std::string_view text, const std::string& name, std::vector<std::string>& notes, const std::stop_token& stop = {});
/// RFC 4180: a header row, quoted cells with doubled quotes and line breaks. Cells of `choices` and `messages` are JSON lists.
/// The separator is the one of `,` `;` tab and `|` that the header is cut by best. Columns without a name (a data frame's index) are left out.
/// `notes` says what was recognised or left out.
Result<std::vector<Record>> parseCsv(std::string_view text, const std::string& name, std::vector<std::string>& notes, const std::stop_token& stop = {});
/// InvalidTask for text that is empty, not UTF-8, or holds NUL bytes; UnsupportedFormat for other kinds of file.
/// Returns it without a byte order mark.
Result<std::string_view> checkText(std::string_view text, const std::string& name);
Error taskError(std::string what, const std::string& where, std::string hint = "");
std::string lineOrigin(const std::string& name, std::size_t line);

}  // namespace tacq
