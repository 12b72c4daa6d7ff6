#include "report/html.h"

#include <charconv>
#include <cmath>

#include "tacq/base/number_text.h"
#include "tacq/base/utf8.h"

namespace tacq::report {
namespace {

constexpr const char* kReplacement = "\xEF\xBF\xBD";

std::string exact(double value) {
    char text[40];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    return {text, end};
}

std::string data(const std::string& value, const std::string& shown) {
    return "<data value=\"" + value + "\"" + (value == shown ? "" : " title=\"" + value + "\"") + ">" + shown + "</data>";
}

void appendEscaped(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = utf8::next(text, at);
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            case '\n':
            case '\t': out += static_cast<char>(c); break;
            default:
                if (utf8::isControl(c)) out += kReplacement;
                else out += text.substr(begin, at - begin);
        }
    }
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 16);
    while (!text.empty()) {
        const std::size_t bad = utf8::firstInvalid(text);
        appendEscaped(out, text.substr(0, bad));
        if (bad == std::string_view::npos) break;
        out += kReplacement;
        text.remove_prefix(bad + 1);
    }
    return out;
}

std::string significant(double value, int digits) {
    if (!std::isfinite(value)) return "–";
    return significantText(value, digits);
}

std::string grouped(std::uint64_t value) { return groupedText(value); }

std::string figure(double value, int digits) { return std::isfinite(value) ? data(exact(value), significant(value, digits)) : "–"; }

std::string count(std::uint64_t value) { return data(std::to_string(value), grouped(value)); }

std::string bytes(std::uint64_t value) {
    return "<data value=\"" + std::to_string(value) + "\" title=\"" + grouped(value) + " bytes\">" + bytesText(value) + "</data>";
}

std::string percent(double fraction) {
    return std::isfinite(fraction) ? data(exact(fraction), significant(fraction * 100, 3) + " %") : "–";
}

std::string duration(double seconds) {
    if (!(seconds >= 0 && seconds < 1e12)) return "–";
    std::string shown;
    const auto whole = static_cast<std::int64_t>(std::llround(seconds));
    if (seconds < 9.95) shown = fixedText(seconds, 1) + " s";
    else if (whole < 60) shown = std::to_string(whole) + " s";
    else if (whole < 3600) shown = std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
    else shown = std::to_string(whole / 3600) + " h " + std::to_string(whole % 3600 / 60) + " min";
    return data(exact(seconds), shown);
}

std::string table(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows, std::string_view id) {
    const auto side = [&](std::size_t c) { return c < columns.size() && columns[c].align == Align::Right ? std::string(" class=\"n\"") : std::string(); };
    std::string out = "<div class=\"wide\"><table id=\"" + escaped(id) + "\"><thead><tr>";
    for (std::size_t c = 0; c < columns.size(); ++c)
        out += "<th scope=\"col\"" + side(c) + (columns[c].meaning.empty() ? "" : " title=\"" + escaped(columns[c].meaning) + "\"") + ">" + escaped(columns[c].title) + "</th>";
    out += "</tr></thead><tbody>\n";
    for (const auto& row : rows) {
        out += "<tr>";
        for (std::size_t c = 0; c < row.size(); ++c) out += "<td" + side(c) + ">" + row[c] + "</td>";
        out += "</tr>\n";
    }
    return out + "</tbody></table></div>\n";
}

std::string section(std::string_view id, std::string_view title, const std::string& body) {
    return "<section id=\"" + escaped(id) + "\"><h2>" + escaped(title) + "</h2>\n" + body + "</section>\n";
}

std::string paragraph(const std::string& markup, std::string_view cssClass) {
    return (cssClass.empty() ? std::string("<p>") : "<p class=\"" + escaped(cssClass) + "\">") + markup + "</p>\n";
}

std::string factList(const std::vector<std::pair<std::string, std::string>>& facts) {
    std::string out = "<dl>";
    for (const auto& [name, value] : facts)
        if (!value.empty()) out += "<dt>" + escaped(name) + "</dt><dd>" + value + "</dd>\n";
    return out + "</dl>\n";
}

}  // namespace tacq::report
