#include "task/records.h"

#include <algorithm>

#include "tacq/base/run_context.h"
#include "tacq/base/utf8.h"
#include "task/task_file.h"

namespace tacq {
namespace {

constexpr JsonLimits kRowLimits{32, 100'000};

/// The row with null for every NaN, Infinity and -Infinity outside its texts.
std::string withoutNonNumbers(std::string_view row) {
    std::string out;
    bool quoted = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i] == '"') quoted = !quoted;
        if (quoted && row[i] == '\\' && i + 1 < row.size()) out += row[i++];
        std::size_t length = 0;
        for (const std::string_view word : {"NaN", "Infinity", "-Infinity"})
            if (!quoted && row.substr(i).starts_with(word)) length = word.size();
        if (length > 0) out += "null";
        else out += row[i];
        i += length > 0 ? length - 1 : 0;
    }
    return out;
}

}  // namespace

Error taskError(std::string what, const std::string& where, std::string hint) {
    if (hint.empty()) hint = "correct the task file; its fields are described under \"A user's own task files\"";
    return {ErrorCode::InvalidTask, std::move(what), where, std::move(hint)};
}

std::string lineOrigin(const std::string& name, std::size_t line) { return name + ":" + std::to_string(line); }

Result<std::string_view> checkText(std::string_view text, const std::string& name) {
    TACQ_CHECK(checkPlainContent(text, name));
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const auto lineOf = [&](std::size_t at) {
        return lineOrigin(name, 1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')));
    };
    if (const std::size_t at = text.find('\0'); at != std::string_view::npos)
        return taskError("the file is binary: it holds a zero byte", lineOf(at), "name a UTF-8 text file");
    if (const std::size_t at = utf8::firstInvalid(text); at != std::string_view::npos)
        return taskError("the text is not valid UTF-8", lineOf(at), "convert the file to UTF-8; from Windows or Western Europe: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW");
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return taskError("the file is empty", name, "name a file with text in it");
    return text;
}

Result<Json> parseRow(std::string_view row, const std::string& where, const std::stop_token& stop) {
    auto parsed = parseJson(row, where, kRowLimits, stop);
    if (!parsed.ok() && (row.find("NaN") != std::string_view::npos || row.find("Infinity") != std::string_view::npos))
        if (auto again = parseJson(withoutNonNumbers(row), where, kRowLimits, stop); again.ok()) return again;
    if (parsed.ok() || parsed.error().code == ErrorCode::Cancelled) return parsed;
    return taskError(parsed.error().message, where);
}

Result<bool> JsonlReader::next(Record& record) {
    while (m_at < m_text.size()) {
        const std::size_t end = std::min(m_text.find('\n', m_at), m_text.size());
        const std::string_view row = m_text.substr(m_at, end - m_at);
        m_at = end + 1;
        ++m_line;
        if (row.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        if (m_stop.stop_requested()) return RunContext{m_stop, {}, {}}.checkpoint().error();
        TACQ_TRY(Json fields, parseRow(row, lineOrigin(m_name, m_line), m_stop));
        if (!fields.is_object() && !fields.is_null())
            return taskError("the line is not a JSON object", lineOrigin(m_name, m_line), "write one object a line, for example {\"text\": \"…\"}");
        record = {std::move(fields), m_line};
        return true;
    }
    return false;
}

Result<std::vector<Record>> parseJsonl(std::string_view text, const std::string& name, const std::stop_token& stop) {
    JsonlReader reader(text, name, stop);
    std::vector<Record> records;
    Record record;
    for (;;) {
        TACQ_TRY(const bool more, reader.next(record));
        if (!more) return records;
        records.push_back(std::move(record));
    }
}

}  // namespace tacq
