#include "pipeline/delivery/base_card.h"

#include <algorithm>

#include "base/ascii.h"

namespace tacq {
namespace {

constexpr std::size_t kLongestMatter = 64u << 10, kMostValues = 64;

/// A scalar without its quotes or the comment behind it.
std::string scalar(std::string_view text) {
    text = trimmed(text);
    if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'')) {
        const auto end = text.find(text.front(), 1);
        return std::string(text.substr(1, end == std::string_view::npos ? end : end - 1));
    }
    return std::string(trimmed(text.substr(0, text.find(" #"))));
}

void addFlowList(std::string_view text, std::vector<std::string>& values) {
    text = text.substr(1, text.find(']') == std::string_view::npos ? std::string_view::npos : text.find(']') - 1);
    while (!text.empty() && values.size() < kMostValues) {
        const auto comma = std::min(text.find(','), text.size());
        if (std::string value = scalar(text.substr(0, comma)); !value.empty()) values.push_back(std::move(value));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
}

std::string_view takeLine(std::string_view& text) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

std::string firstOf(std::string_view card, std::string_view key) {
    const auto values = frontMatterValues(card, key);
    return values.empty() ? std::string() : values.front();
}

}  // namespace

std::vector<std::string> frontMatterValues(std::string_view card, std::string_view key) {
    std::vector<std::string> values;
    card = card.substr(0, kLongestMatter);
    if (takeLine(card) != "---") return values;
    bool inList = false;
    while (!card.empty()) {
        const std::string_view line = takeLine(card);
        if (line == "---" || line == "...") return values;
        if (inList) {
            const std::string_view item = trimmed(line);
            if (!item.starts_with("- ") || values.size() >= kMostValues) return values;
            values.push_back(scalar(item.substr(2)));
        } else if (line.starts_with(key) && line.substr(key.size()).starts_with(':')) {
            const std::string_view rest = trimmed(line.substr(key.size() + 1));
            if (rest.starts_with('>') || rest.starts_with('|')) return values;   // a text of lines is no identifier
            if (rest.starts_with('[')) addFlowList(rest, values);
            else if (!rest.empty()) values.push_back(scalar(rest));
            if (!rest.empty()) return values;
            inList = true;
        }
    }
    return {};   // no end: then it was no front matter
}

void describeBase(const Checkpoint& model, CardFacts& facts) {
    facts.baseModel = model.displayName();
    const auto said = [&model](const char* key) {
        const auto found = model.metadata().find(key);
        return found == model.metadata().end() ? std::string() : found->second;
    };
    facts.licence = said("general.license");
    facts.licenceName = said("general.license.name");
    facts.licenceLink = said("general.license.link");
    const auto card = model.sideFile("README.md");
    if (!card.ok() || !card.value()) return;
    const std::string& text = *card.value();
    facts.languages = frontMatterValues(text, "language");
    if (!facts.licence.empty()) return;
    facts.licence = firstOf(text, "license");
    facts.licenceName = firstOf(text, "license_name");
    facts.licenceLink = firstOf(text, "license_link");
}

}  // namespace tacq
