#pragma once
// Private to the report: small pieces of HTML. Texts go in unescaped, markup comes out.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tacq::report {

/// Safe inside an element and inside a quoted attribute: & < > " ' as entities; control characters, overrides of the writing direction and bytes that are no UTF-8 as U+FFFD.
std::string escaped(std::string_view text);

/// A number for people with the exact one beside it: `<data value="2.50000012" title="…">2.5</data>`.
std::string figure(double value, int digits = 4);
std::string count(std::uint64_t value);          ///< 1,234,567
std::string bytes(std::uint64_t value);          ///< 1.23 MB, exact bytes in `value`
std::string percent(double fraction);            ///< 0.35 %, the fraction in `value`
std::string duration(double seconds);            ///< 1 min 12 s
/// The same without markup.
std::string significant(double value, int digits = 4);
std::string grouped(std::uint64_t value);

enum class Align { Left, Right };
struct Column {
    std::string title;
    Align align = Align::Left;
    std::string meaning;                         ///< a sentence for whoever hovers over it
};
/// Cells are markup: pass texts through escaped().
std::string table(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows, std::string_view id);

/// A titled part of the page; `body` is markup.
std::string section(std::string_view id, std::string_view title, const std::string& body);
std::string paragraph(const std::string& markup, std::string_view cssClass = {});
/// Name and value lines; empty values leave their line out.
std::string factList(const std::vector<std::pair<std::string, std::string>>& facts);

}  // namespace tacq::report
