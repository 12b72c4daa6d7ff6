#include "tacq/base/names.h"

#include <algorithm>
#include <iterator>

namespace tacq {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kLongestName = 255, kLongestKey = 128;

bool isKeyLetter(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_'; }

/// One part of a path, on any platform.
bool isEntry(std::string_view name) {
    return !name.empty() && name.size() <= kLongestName && name.find_first_of(std::string_view("/\\\0", 3)) == std::string_view::npos;
}

}  // namespace

bool isFileName(std::string_view name) { return isEntry(name) && name.front() != '.'; }

bool isInnerPath(std::string_view path) {
    while (true) {
        const std::size_t at = path.find('/');
        const std::string_view part = path.substr(0, at);
        if (!isEntry(part) || part == "." || part == "..") return false;
        if (at == std::string_view::npos) return true;
        path.remove_prefix(at + 1);
    }
}

bool ArtifactKey::isKey(std::string_view text) { return !text.empty() && text.size() <= kLongestKey && std::all_of(text.begin(), text.end(), isKeyLetter); }

Result<ArtifactKey> ArtifactKey::parse(std::string_view text) {
    if (isKey(text)) return ArtifactKey(text);
    return Error{ErrorCode::InvalidArgument, "not an artifact key: \"" + std::string(text.substr(0, kLongestKey)) + "\"", "", "keys are 64 hexadecimal digits"};
}

bool liesBelow(const fs::path& path, const fs::path& root) {
    std::error_code ec;
    const fs::path inner = fs::weakly_canonical(fs::absolute(path, ec), ec);
    if (ec) return false;
    const fs::path outer = fs::weakly_canonical(fs::absolute(root, ec), ec);
    if (ec || outer.empty()) return false;
    // Of `/a/b/` the last part is empty.
    const auto last = outer.filename().empty() ? std::prev(outer.end()) : outer.end();
    const auto [rest, unused] = std::mismatch(outer.begin(), last, inner.begin(), inner.end());
    if (rest != last) return false;
    const auto left = std::distance(outer.begin(), last);
    return std::distance(inner.begin(), inner.end()) > left && !std::next(inner.begin(), left)->empty();
}

}  // namespace tacq
