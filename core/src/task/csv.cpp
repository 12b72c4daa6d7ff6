#include <algorithm>

#include "task/records.h"

namespace tacq {
namespace {

constexpr JsonLimits kCellLimits{32, 100'000};

/// Cuts one CSV text into rows of cells, character by character.
class Cutter {
public:
    Cutter(std::string_view text, const std::string& name) : m_text(text), m_name(name) {}

    /// False at the end of the text.
    Result<bool> row(std::vector<std::string>& cells, std::size_t& line) {
        cells.clear();
        line = m_line;
        if (m_at >= m_text.size()) return false;
        for (;;) {
            cells.emplace_back();
            TACQ_CHECK(cell(cells.back()));
            if (m_at < m_text.size() && m_text[m_at] == ',') {
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
            const std::size_t end = std::min(m_text.find_first_of(",\r\n", m_at), m_text.size());
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
        if (m_at >= m_text.size() || m_text[m_at] == ',' || m_text[m_at] == '\n' || m_text[m_at] == '\r') return {};
        return taskError("text after a closing quote", lineOrigin(m_name, m_line), "double the quotes inside the cell");
    }

    void endLine() {
        if (m_at < m_text.size() && m_text[m_at] == '\r') ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == '\n') ++m_at;
        ++m_line;
    }

    std::string_view m_text;
    const std::string& m_name;
    std::size_t m_at = 0, m_line = 1;
};

Result<Json> cellValue(const std::string& column, const std::string& cell, const std::string& where) {
    if (column != "choices" && column != "messages") return Json(cell);
    auto parsed = parseJson(cell, where, kCellLimits);
    if (!parsed.ok()) return taskError("the cell of `" + column + "` is not a JSON list", where);
    return parsed;
}

}  // namespace

Result<std::vector<Record>> parseCsv(std::string_view text, const std::string& name) {
    Cutter cutter(text, name);
    std::vector<std::string> header, cells;
    std::size_t line = 0;
    TACQ_TRY(const bool any, cutter.row(header, line));
    if (!any) return taskError("the file is empty", name);
    for (std::size_t i = 0; i < header.size(); ++i)
        if (header[i].empty() || std::count(header.begin(), header.end(), header[i]) > 1)
            return taskError("column " + std::to_string(i + 1) + " of the header is empty or named twice", lineOrigin(name, 1));
    std::vector<Record> records;
    for (;;) {
        TACQ_TRY(const bool more, cutter.row(cells, line));
        if (!more) return records;
        if (cells.size() == 1 && cells[0].empty()) continue;
        const std::string where = lineOrigin(name, line);
        if (cells.size() != header.size())
            return taskError("the row has " + std::to_string(cells.size()) + " cells, the header " + std::to_string(header.size()), where);
        Record record{Json::object(), line};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            TACQ_TRY(record.fields[header[i]], cellValue(header[i], cells[i], where));
        }
        records.push_back(std::move(record));
    }
}

}  // namespace tacq
