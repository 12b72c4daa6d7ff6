#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "tacq/base/result.h"

namespace tacq {

// Names that come from elsewhere (a file, a database, another machine) and become part of a path here. They are checked where they enter:
//
//     TACQ_TRY(const ArtifactKey key, ArtifactKey::parse(answer.at("artifact")));
//     const auto folder = cache / key.text();                                      // a folder right below the cache, whatever was sent

/// Can be the name of one entry of a folder: 1 to 255 bytes, no separator of any platform, no NUL, not hidden (so neither `.` nor `..`).
bool isFileName(std::string_view name);

/// A relative path without `.`, `..` and empty parts, `/` between them: what a list of a folder's files may hold. It cannot leave the folder.
bool isInnerPath(std::string_view path);

/// The name of an artifact and of its folder: 1 to 128 letters, digits, `-` and `_`. Those that stages make are 64 hexadecimal digits.
class ArtifactKey {
public:
    static bool isKey(std::string_view text);
    /// InvalidArgument, naming what was given, where it is none.
    static Result<ArtifactKey> parse(std::string_view text);
    const std::string& text() const { return m_text; }
    bool operator==(const ArtifactKey&) const = default;

private:
    explicit ArtifactKey(std::string_view text) : m_text(text) {}
    std::string m_text;
};

/// Does `path` lie below `root` (and is not `root` itself), once `..` and symbolic links are resolved on both sides? What does not exist yet is
/// taken as it is spelt. False where a link cannot be followed: ask before removing or writing anything whose place someone else named.
bool liesBelow(const std::filesystem::path& path, const std::filesystem::path& root);

}  // namespace tacq
