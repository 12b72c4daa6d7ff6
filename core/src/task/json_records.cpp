#include <algorithm>
#include <iterator>

#include "tacq/base/run_context.h"
#include "task/records.h"

namespace tacq {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

/// Walks JSON text by its brackets and quotes only; what stands between is judged by the parser, piece by piece.
class Scanner {
public:
    Scanner(std::string_view text, const std::string& name) : m_text(text), m_name(name) {}

    /// Next character that is no white space, without taking it; NUL at the end.
    char peek() {
        while (m_at < m_text.size() && kSpace.find(m_text[m_at]) != std::string_view::npos) skip();
        return m_at < m_text.size() ? m_text[m_at] : '\0';
    }
    bool take(char wanted) {
        if (peek() != wanted) return false;
        skip();
        return true;
    }
    /// `"name":` of an object, quotes included.
    Result<std::string_view> key() {
        (void)peek();
        const std::size_t begin = m_at, line = m_line;
        for (skip(); m_at < m_text.size() && m_text[m_at] != '"'; skip())
            if (m_text[m_at] == '\\' && m_at + 1 < m_text.size()) skip();
        const std::size_t end = std::min(m_at + 1, m_text.size());
        if (begin < m_text.size() && m_text[begin] == '"' && take('"') && take(':')) return m_text.substr(begin, end - begin);
        return taskError("not valid JSON: a member without a name", lineOrigin(m_name, line), "get a whole copy of the file");
    }
    std::size_t line() const { return m_line; }
    std::size_t position() const { return m_at; }

    /// One value, up to the comma or bracket behind it.
    Result<std::string_view> value() {
        (void)peek();
        const std::size_t begin = m_at, line = m_line;
        std::size_t depth = 0;
        bool quoted = false;
        for (; m_at < m_text.size(); skip()) {
            const char c = m_text[m_at];
            if (quoted) {
                if (c == '\\' && m_at + 1 < m_text.size()) skip();
                else if (c == '"') quoted = false;
                continue;
            }
            if (c == '"') quoted = true;
            else if (c == '[' || c == '{') ++depth;
            else if (depth == 0 && (c == ',' || c == ']' || c == '}')) return m_text.substr(begin, m_at - begin);
            else if (c == ']' || c == '}') --depth;
        }
        return taskError(quoted ? "a text is not closed" : "a bracket is not closed", lineOrigin(m_name, line), "get a whole copy of the file");
    }

private:
    void skip() {
        if (m_at < m_text.size()) m_line += m_text[m_at++] == '\n' ? 1 : 0;
    }
    std::string_view m_text;
    const std::string& m_name;
    std::size_t m_at = 0, m_line = 1;
};

/// An element of a list: an object, a bare text, or null.
Result<Json> asFields(Json value, const std::string& where) {
    if (value.is_object() || value.is_null()) return value;
    if (value.is_string()) return Json{{"text", std::move(value)}};
    return taskError("an element of the list is neither an object nor a text", where, "write a list of objects, for example [{\"text\": \"…\"}]");
}

/// `[` … `]` at the scanner, element by element.
Result<std::vector<Record>> readList(Scanner& scanner, const std::string& name, const std::stop_token& stop) {
    std::vector<Record> records;
    (void)scanner.take('[');
    if (scanner.take(']')) return records;
    for (;;) {
        if (stop.stop_requested()) return RunContext{stop, {}, {}}.checkpoint().error();
        (void)scanner.peek();
        const std::size_t line = scanner.line();
        TACQ_TRY(const std::string_view element, scanner.value());
        if (element.empty()) return taskError("an element is missing behind a comma", lineOrigin(name, line), "take the last comma out of the list");
        TACQ_TRY(Json value, parseRow(element, lineOrigin(name, line), stop));
        TACQ_TRY(Json fields, asFields(std::move(value), lineOrigin(name, line)));
        records.push_back({std::move(fields), line});
        if (scanner.take(']')) return records;
        if (!scanner.take(',')) return taskError("the list is not closed", lineOrigin(name, scanner.line()), "get a whole copy of the file");
    }
}

Result<void> skipped(const Result<std::string_view>& value) { return value.ok() ? Result<void>() : value.error(); }

Result<void> checkEnd(Scanner& scanner, const std::string& name) {
    if (scanner.peek() == '\0') return {};
    return taskError("there is text behind the end of the JSON", lineOrigin(name, scanner.line()), "write one list, or one object a line");
}

bool isListOfObjects(Scanner scanner) { return scanner.take('[') && scanner.peek() == '{'; }

/// Members that make the object an example itself, whatever lists it holds.
bool makesARecord(std::string_view quotedKey) {
    constexpr std::string_view own[] = {"\"text\"", "\"prompt\"", "\"completion\"", "\"question\"", "\"choices\"", "\"answer\"", "\"messages\"", "\"conversations\"", "\"instruction\""};
    return std::find(std::begin(own), std::end(own), quotedKey) != std::end(own);
}

/// {"data": [ … ], …}: the one list of objects among the members. Without one, or with fields of an example, the object is a record itself.
Result<std::vector<Record>> readObject(Scanner& scanner, std::string_view text, const std::string& name, std::vector<std::string>& notes,
                                       const std::stop_token& stop) {
    const std::size_t first = scanner.line();
    std::vector<std::pair<std::string, Scanner>> lists;
    bool record = false;
    (void)scanner.take('{');
    while (!scanner.take('}')) {
        TACQ_TRY(const std::string_view key, scanner.key());
        record = record || makesARecord(key);
        if (isListOfObjects(scanner)) lists.emplace_back(key, scanner);
        TACQ_CHECK(skipped(scanner.value()));
        if (!scanner.take(',') && scanner.peek() != '}') return taskError("not valid JSON", lineOrigin(name, scanner.line()), "get a whole copy of the file");
    }
    TACQ_CHECK(checkEnd(scanner, name));
    if (record || lists.empty()) {
        TACQ_TRY(Json fields, parseRow(text, lineOrigin(name, first), stop));
        return std::vector<Record>{{std::move(fields), first}};
    }
    if (lists.size() > 1)
        return taskError("the object holds several lists, " + lists[0].first + " and " + lists[1].first, lineOrigin(name, lists[1].second.line()),
                         "put the list with the examples into a file of its own");
    notes.push_back("read the list " + lists[0].first + " of " + name);
    return readList(lists[0].second, name, stop);
}

/// .json, in any capitals: one document, where .jsonl and .ndjson are lines.
bool isDocument(const std::string& name) {
    constexpr std::string_view kEnding = ".json";
    return name.size() >= kEnding.size() && std::equal(kEnding.begin(), kEnding.end(), name.end() - static_cast<std::ptrdiff_t>(kEnding.size()),
                                                       [](char wanted, char c) { return wanted == c || (wanted != '.' && wanted - 32 == c); });
}

/// Is the text one object rather than one a line? It is where lines are not rows; in a .json file also where there is one line only.
bool isOneObject(std::string_view text, const std::string& name) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const std::size_t second = text.find_first_not_of(kSpace, line.size());
    if (second == std::string_view::npos) return isDocument(name);
    return text[second] != '{' && !parseRow(line, name).ok();
}

}  // namespace

Result<std::vector<Record>> parseJsonRecords(std::string_view text, const std::string& name, std::vector<std::string>& notes, const std::stop_token& stop) {
    Scanner scanner(text, name);
    const char first = scanner.peek();
    if (first == '{' && isOneObject(text.substr(scanner.position()), name)) return readObject(scanner, text, name, notes, stop);
    if (first != '[') return parseJsonl(text, name, stop);
    TACQ_TRY(std::vector<Record> records, readList(scanner, name, stop));
    TACQ_CHECK(checkEnd(scanner, name));
    return records;
}

}  // namespace tacq
