#pragma once
// Private to exporting: words that come from a model file, a card, a task or a person, on their way into a card that websites and programs read.
#include <string>
#include <string_view>

namespace tacq {

/// One line, whatever came: controls, line ends and runs of blanks as one blank, what is no UTF-8 as U+FFFD, at most 200 characters.
std::string oneLine(std::string_view text);

/// A double-quoted YAML scalar that means exactly oneLine(text).
std::string yamlQuoted(std::string_view text);
/// The same, bare where that reads as the same text: letters, digits, `.`, `-`, `+` and blanks, begun by a letter, and no word of YAML's own.
std::string yamlScalar(std::string_view text);

/// oneLine(text) as it stands there, in any place of a Markdown page: nothing in it is markup, a tag or a link.
std::string markdown(std::string_view text);
/// The same in monospace.
std::string markdownCode(std::string_view text);

}  // namespace tacq
