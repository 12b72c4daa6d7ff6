#include "task/records.h"

#include <algorithm>

#include "tokenizer/utf8.h"

namespace tacq {
namespace {

constexpr JsonLimits kRowLimits{32, 100'000};

}  // namespace

Error taskError(std::string what, const std::string& where, std::string hint) {
    if (hint.empty()) hint = "correct the task file; its fields are described under \"A user's own task files\"";
    return {ErrorCode::InvalidTask, std::move(what), where, std::move(hint)};
}

std::string lineOrigin(const std::string& name, std::size_t line) { return name + ":" + std::to_string(line); }

Result<std::string_view> checkText(std::string_view text, const std::string& name) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const auto lineOf = [&](std::size_t at) {
        return lineOrigin(name, 1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')));
    };
    if (const std::size_t at = text.find('\0'); at != std::string_view::npos)
        return taskError("the file is binary: it holds a zero byte", lineOf(at), "name a UTF-8 text file");
    if (const std::size_t at = utf8::firstInvalid(text); at != std::string_view::npos)
        return taskError("the text is not valid UTF-8", lineOf(at), "convert the file to UTF-8");
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return taskError("the file is empty", name, "name a file with text in it");
    return text;
}

Result<bool> JsonlReader::next(Record& record) {
    while (m_at < m_text.size()) {
        const std::size_t end = std::min(m_text.find('\n', m_at), m_text.size());
        const std::string_view row = m_text.substr(m_at, end - m_at);
        m_at = end + 1;
        ++m_line;
        if (row.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        auto parsed = parseJson(row, lineOrigin(m_name, m_line), kRowLimits);
        if (!parsed.ok()) return taskError(parsed.error().message, lineOrigin(m_name, m_line));
        if (!parsed.value().is_object()) return taskError("the line is not a JSON object", lineOrigin(m_name, m_line));
        record = {std::move(parsed).value(), m_line};
        return true;
    }
    return false;
}

Result<std::vector<Record>> parseJsonl(std::string_view text, const std::string& name) {
    JsonlReader reader(text, name);
    std::vector<Record> records;
    Record record;
    for (;;) {
        TACQ_TRY(const bool more, reader.next(record));
        if (!more) return records;
        records.push_back(std::move(record));
    }
}

}  // namespace tacq
