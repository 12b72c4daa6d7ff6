#include "table.h"

#include <algorithm>

#include "tacq/base/number_text.h"

#include "plain_text.h"

namespace tacq::app {
namespace {

/// Columns that a terminal shows for UTF-8 text without wide characters.
std::size_t width(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](unsigned char c) { return (c & 0xC0) != 0x80; }));
}

bool isFigure(const std::string& text) { return text.empty() || text == "–" || text.find_first_not_of("0123456789.-+e%") == std::string::npos; }

}  // namespace

void Table::add(std::vector<std::string> row) {
    for (std::string& cell : row) cell = plainText(cell);
    m_rows.push_back(std::move(row));
}

void Table::print(std::ostream& out) const {
    std::size_t columns = 0;
    for (const auto& row : m_rows) columns = std::max(columns, row.size());
    std::vector<std::size_t> widths(columns, 0);
    std::vector<bool> right(columns, true);
    for (std::size_t r = 0; r < m_rows.size(); ++r)
        for (std::size_t c = 0; c < m_rows[r].size(); ++c) {
            widths[c] = std::max(widths[c], width(m_rows[r][c]));
            if (r > 0 && !isFigure(m_rows[r][c])) right[c] = false;
        }
    for (const auto& row : m_rows) {
        std::string line;
        for (std::size_t c = 0; c < row.size(); ++c) {
            const std::string pad(widths[c] - width(row[c]), ' ');
            line += (c > 0 ? "  " : "") + (right[c] ? pad + row[c] : row[c] + pad);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << line << '\n';
    }
}

void printFields(std::ostream& out, const std::vector<std::pair<std::string, std::string>>& fields) {
    std::size_t widest = 0;
    for (const auto& [name, value] : fields) widest = std::max(widest, width(name));
    for (const auto& [name, value] : fields)
        if (!value.empty()) out << name << std::string(widest - width(name) + 2, ' ') << plainText(value) << '\n';
}

std::string number(double value, int digits) { return significantText(value, digits); }

std::string bytesText(double bytes) { return tacq::bytesText(bytes > 0 ? static_cast<std::uint64_t>(bytes) : 0); }

std::string text(const Json& object, const char* key) {
    if (!object.is_object() || !object.contains(key)) return {};
    const Json& value = object.at(key);
    if (value.is_null()) return "–";
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number_float()) return number(value.get<double>(), 6);
    return value.dump();
}

double real(const Json& object, const char* key) {
    return object.is_object() && object.contains(key) && object.at(key).is_number() ? object.at(key).get<double>() : 0.0;
}

void printStages(const Json& answer, std::ostream& out) {
    if (!answer.contains("stages")) return;
    for (const Json& stage : answer.at("stages"))
        out << "  " << text(stage, "name") << ": " << (stage.value("reused", false) ? std::string("already there") : number(real(stage, "seconds"), 3) + " s") << '\n';
}

}  // namespace tacq::app
