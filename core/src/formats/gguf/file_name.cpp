#include "formats/gguf/file_name.h"

#include <cctype>
#include <cstdio>
#include <regex>

namespace tacq {
namespace {

constexpr std::size_t kLongest = 120;

}  // namespace

std::string ggufBaseName(std::string_view displayName) {
    std::string name;
    for (const char c : displayName.substr(0, kLongest)) {
        const bool plain = (std::isalnum(static_cast<unsigned char>(c)) != 0 && static_cast<unsigned char>(c) < 128) || c == '.' || c == '_' || c == '-';
        if (plain) name += c;
        else if (!name.empty() && name.back() != '-') name += '-';
    }
    static const std::regex type(R"([.-]((I?Q|TQ)[0-9]+(_[0-9A-Z]+)*|MXFP4|B?F16|F32)$)", std::regex::icase);
    name = std::regex_replace(name, type, "");
    while (!name.empty() && (name.front() == '.' || name.front() == '-')) name.erase(0, 1);
    while (!name.empty() && name.back() == '-') name.pop_back();
    return name.empty() ? "model" : name;
}

std::string ggufFileName(const std::string& stem, std::size_t number, std::size_t count) {
    if (count == 1) return stem + ".gguf";
    char suffix[48];
    std::snprintf(suffix, sizeof suffix, "-%05zu-of-%05zu.gguf", number + 1, count);
    return stem + suffix;
}

}  // namespace tacq
