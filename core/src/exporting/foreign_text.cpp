#include "exporting/foreign_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "base/ascii.h"
#include "tacq/base/utf8.h"
#include "tokenizer/unicode_classes.h"

namespace tacq {
namespace {

constexpr std::size_t kMostCharacters = 200;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD", kEllipsis = "\xE2\x80\xA6";

bool isLetterOrDigit(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 && static_cast<unsigned char>(c) < 128; }

/// Without what is no UTF-8.
std::string repaired(std::string_view text) {
    std::string out;
    for (std::size_t bad; (bad = utf8::firstInvalid(text)) != std::string_view::npos; text.remove_prefix(bad + 1)) out.append(text.substr(0, bad)).append(kReplacement);
    return out.append(text);
}

/// Words that YAML reads as something else than text.
bool isYamlWord(const std::string& text) {
    constexpr std::array kWords{"true", "false", "null", "yes", "no", "on", "off", "y", "n"};
    return std::find(kWords.begin(), kWords.end(), lowered(text)) != kWords.end();
}

/// Letters and digits of other writings count as letters: an underscore between them is no markup.
bool isWordByte(const std::string& text, std::size_t at) { return at < text.size() && (isLetterOrDigit(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80); }

}  // namespace

std::string oneLine(std::string_view raw) {
    const std::string text = repaired(raw);
    std::string out;
    std::size_t count = 0;
    bool blank = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = utf8::next(text, at);
        if (utf8::isControl(c) || utf8::isSpace(c)) {
            blank = !out.empty();
            continue;
        }
        if (count >= kMostCharacters) return out.append(kEllipsis);
        if (std::exchange(blank, false)) out += ' ', ++count;
        out.append(text, begin, at - begin);
        ++count;
    }
    return out;
}

std::string yamlQuoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : oneLine(text)) {
        // A page that does not know front matter shows it as HTML.
        if (c == '<') out += "\\x3c";
        else if (c == '>') out += "\\x3e";
        else if (c == '"' || c == '\\') out.append("\\").push_back(c);
        else out += c;
    }
    return out + "\"";
}

std::string yamlScalar(std::string_view text) {
    const std::string line = oneLine(text);
    const bool plain = !line.empty() && std::isalpha(static_cast<unsigned char>(line.front())) != 0 && !isYamlWord(line) &&
                       std::all_of(line.begin(), line.end(), [](char c) { return isLetterOrDigit(c) || c == '.' || c == '-' || c == '+' || c == ' '; });
    return plain ? line : yamlQuoted(line);
}

std::string markdown(std::string_view raw) {
    const std::string text = oneLine(raw);
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '<') out += "&lt;";
        else if (c == '>') out += "&gt;";
        else if (c == '&') out += "&amp;";
        // A bare address becomes a link by itself.
        else if (c == ':' && text.compare(i, 3, "://") == 0) out += "&#58;";
        else if (c == '.' && i >= 3 && text.compare(i - 3, 3, "www") == 0) out += "&#46;";
        else if (c == '_' && i > 0 && isWordByte(text, i - 1) && isWordByte(text, i + 1)) out += c;
        else if (std::string_view("\\`*_[]#|~$!").find(c) != std::string_view::npos) out.append("\\").push_back(c);
        else out += c;
    }
    return out;
}

std::string markdownCode(std::string_view text) {
    const std::string line = oneLine(text);
    const bool plain = !line.empty() && std::all_of(line.begin(), line.end(), [](char c) { return isLetterOrDigit(c) || c == '.' || c == '-' || c == '_'; });
    return plain ? "`" + line + "`" : markdown(line);
}

}  // namespace tacq
