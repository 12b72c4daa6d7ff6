#include <algorithm>
#include <array>

#include "tacq/base/run_context.h"
#include "task/records.h"

namespace tacq {
namespace {

constexpr JsonLimits kCellLimits{32, 100'000};

/// Cuts one CSV text into rows of cells, character by character.
class Cutter {
public:
    Cutter(std::string_view text, const std::string& name, char separator, std::size_t firstLine)
        : m_text(text), m_name(name), m_separator(separator), m_line(firstLine) {}

    /// False at the end of the text.
    Result<bool> row(std::vector<std::string>& cells, std::size_t& line) {
        cells.clear();
        line = m_line;
        if (m_at >= m_text.size()) return false;
        for (;;) {
            cells.emplace_back();
            TACQ_CHECK(cell(cells.back()));
            if (m_at < m_text.size() && m_text[m_at] == m_separator) {
                ++m_at;
                continue;
            }
            endLine();
            return true;
        }
    }

private:
    Result<void> cell(std::string& out) {
        if (m_at >= m_text.size() || m_text[m_at] != '"') {
            const char ends[] = {m_separator, '\r', '\n', '\0'};
            const std::size_t end = std::min(m_text.find_first_of(ends, m_at), m_text.size());
            out = m_text.substr(m_at, end - m_at);
            m_at = end;
            if (out.find('"') != std::string::npos)
                return taskError("a quote inside an unquoted cell", lineOrigin(m_name, m_line), "quote the cell and double the quotes in it");
            return {};
        }
        const std::size_t opened = m_line;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '\n') ++m_line;
            if (c != '"') {
                out += c;
            } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
                out += c;
                ++m_at;
            } else {
                ++m_at;
                return afterQuote();
            }
        }
        return taskError("a quoted cell is not closed", lineOrigin(m_name, opened), "close the quote or double quotes inside the cell");
    }

    Result<void> afterQuote() const {
        if (m_at >= m_text.size() || m_text[m_at] == m_separator || m_text[m_at] == '\n' || m_text[m_at] == '\r') return {};
        return taskError("text after a closing quote", lineOrigin(m_name, m_line), "double the quotes inside the cell");
    }

    void endLine() {
        if (m_at < m_text.size() && m_text[m_at] == '\r') ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == '\n') ++m_at;
        ++m_line;
    }

    std::string_view m_text;
    const std::string& m_name;
    char m_separator;
    std::size_t m_at = 0, m_line = 1;
};

struct Separator {
    char character;
    const char* name;
};
constexpr std::array kSeparators = {Separator{',', "comma"}, Separator{';', "semicolon"}, Separator{'\t', "tab"}, Separator{'|', "bar"}};

bool isKnownField(const std::string& column) {
    constexpr std::array known = {"text", "prompt", "completion", "question", "choices", "answer", "context", "messages"};
    return std::find(known.begin(), known.end(), column) != known.end();
}

/// The separator whose header has the most fields that tasks know; among equals the one with the most columns, then the comma.
Separator separatorOf(std::string_view text, const std::string& name) {
    Separator best = kSeparators.front();
    std::pair<std::ptrdiff_t, std::size_t> most{-1, 0};
    for (const Separator& candidate : kSeparators) {
        std::vector<std::string> header;
        std::size_t line = 0;
        if (const auto any = Cutter(text, name, candidate.character, 1).row(header, line); !any.ok()) continue;
        const std::pair found{std::count_if(header.begin(), header.end(), isKnownField), header.size()};
        if (found > most) {
            most = found;
            best = candidate;
        }
    }
    return best;
}

/// `sep=;` in front of the header: how spreadsheets name the separator to themselves.
std::optional<char> namedSeparator(std::string_view& text) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.size() != 5 || !line.starts_with("sep=") || end == std::string_view::npos) return std::nullopt;
    text.remove_prefix(end + 1);
    return line[4];
}

Result<Json> cellValue(const std::string& column, const std::string& cell, const std::string& where) {
    if (column != "choices" && column != "messages") return Json(cell);
    auto parsed = parseJson(cell, where, kCellLimits);
    if (!parsed.ok()) return taskError("the cell of `" + column + "` is not a JSON list", where);
    return parsed;
}

/// Columns without a name stay out of the records; two of one name are refused.
Result<void> checkHeader(const std::vector<std::string>& header, const std::string& where, std::vector<std::string>& notes) {
    std::size_t unnamed = 0;
    for (const std::string& column : header) {
        unnamed += column.empty() ? 1 : 0;
        if (!column.empty() && std::count(header.begin(), header.end(), column) > 1)
            return taskError("the header names column \"" + column + "\" twice", where, "give every column a name of its own");
    }
    if (unnamed == header.size()) return taskError("the first line names no columns", where, "begin the file with the columns' names, for example: text");
    if (unnamed > 0) notes.push_back(std::to_string(unnamed) + (unnamed == 1 ? " column" : " columns") + " without a name left out (" + where + ")");
    return {};
}

}  // namespace

Result<std::vector<Record>> parseCsv(std::string_view text, const std::string& name, std::vector<std::string>& notes, const std::stop_token& stop) {
    const auto named = namedSeparator(text);
    const Separator separator = named ? Separator{*named, "named"} : separatorOf(text, name);
    if (separator.character != ',') notes.push_back(name + ": cells are separated by " + (named ? "\"" + std::string(1, *named) + "\", as its first line says" : separator.name));
    Cutter cutter(text, name, separator.character, named ? 2 : 1);
    std::vector<std::string> header, cells;
    std::size_t line = 0;
    TACQ_TRY(const bool any, cutter.row(header, line));
    if (!any) return taskError("the file is empty", name);
    TACQ_CHECK(checkHeader(header, lineOrigin(name, line), notes));
    std::vector<Record> records;
    for (;;) {
        if (stop.stop_requested()) return RunContext{stop, {}, {}}.checkpoint().error();
        TACQ_TRY(const bool more, cutter.row(cells, line));
        if (!more) return records;
        if (cells.size() == 1 && cells[0].empty()) continue;
        const std::string where = lineOrigin(name, line);
        if (cells.size() != header.size())
            return taskError("the row has " + std::to_string(cells.size()) + " cells, the header " + std::to_string(header.size()), where,
                             "quote cells that hold a " + std::string(named ? "separator" : separator.name) + " or a line end");
        Record record{Json::object(), line};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (header[i].empty()) continue;
            TACQ_TRY(record.fields[header[i]], cellValue(header[i], cells[i], where));
        }
        records.push_back(std::move(record));
    }
}

}  // namespace tacq
