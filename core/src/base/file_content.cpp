#include "base/file_content.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace tacq {
namespace {

constexpr std::size_t kHead = 512;
constexpr std::size_t kLongestMessage = 2000;
constexpr std::uint64_t kLongestHeader = 100'000'000;   // of the safetensors format

std::string_view headOf(std::span<const std::byte> bytes) { return {reinterpret_cast<const char*>(bytes.data()), std::min(bytes.size(), kHead)}; }

struct Magic {
    std::string_view bytes;
    const char* what;
    const char* hint;
};
constexpr const char* kUseSafetensors = "use the model's safetensors files or a GGUF, or convert it with the tool that wrote it";
constexpr const char* kUnpack = "unpack it, then give what was inside";
using namespace std::string_view_literals;
constexpr std::array<Magic, 14> kMagics{{
    {"PK\x03\x04"sv, "a ZIP archive, such as PyTorch writes its pickles", kUseSafetensors},
    {"\x80\x02"sv, "a Python pickle", kUseSafetensors},
    {"\x80\x03"sv, "a Python pickle", kUseSafetensors},
    {"\x80\x04"sv, "a Python pickle", kUseSafetensors},
    {"\x89HDF"sv, "an HDF5 file", kUseSafetensors},
    {"\x93NUMPY"sv, "a NumPy array", kUseSafetensors},
    {"lmgg"sv, "a GGML file from before GGUF", "convert the model anew into a GGUF"},
    {"fmgg"sv, "a GGML file from before GGUF", "convert the model anew into a GGUF"},
    {"tjgg"sv, "a GGML file from before GGUF", "convert the model anew into a GGUF"},
    {"algg"sv, "a GGML adapter from before GGUF", "merge the adapter into its model, and convert that into a GGUF"},
    {"\x1f\x8b"sv, "a gzip archive", kUnpack},
    {"7z\xbc\xaf\x27\x1c"sv, "a 7-Zip archive", kUnpack},
    {"\xfd\x37zXZ"sv, "an xz archive", kUnpack},
    {"\x28\xb5\x2f\xfd"sv, "a Zstandard archive", kUnpack},
}};

bool beginsWithTag(std::string_view head, std::string_view tag) {
    if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || head.size() - first < tag.size()) return false;
    return std::equal(tag.begin(), tag.end(), head.begin() + static_cast<std::ptrdiff_t>(first),
                      [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); });
}

/// The text of a short file that holds nothing but printable ASCII: what a server says instead of sending the file.
std::optional<std::string> shortText(std::span<const std::byte> bytes) {
    if (bytes.size() > kLongestMessage) return std::nullopt;
    std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    const auto plain = [](unsigned char c) { return (c >= 0x20 && c < 0x7f) || c == '\n' || c == '\r' || c == '\t'; };
    if (!std::all_of(text.begin(), text.end(), plain)) return std::nullopt;
    text = text.substr(0, text.find_first_of("\r\n"));
    return text.size() > 60 ? text.substr(0, 60) + "…" : text;
}

}  // namespace

bool looksLikeGguf(std::span<const std::byte> bytes) { return headOf(bytes).starts_with("GGUF"); }

bool looksLikeSafetensors(std::span<const std::byte> bytes) {
    if (bytes.size() < 10) return false;
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data(), 8);
    const std::string_view header = headOf(bytes).substr(8);
    const std::size_t first = header.find_first_not_of(" \t\r\n");
    return length <= kLongestHeader && first != std::string_view::npos && header[first] == '{';
}

std::optional<Error> standIn(std::span<const std::byte> bytes, const std::string& context) {
    const std::string_view head = headOf(bytes);
    if (head.starts_with("version https://git-lfs"))
        return Error{ErrorCode::InvalidFile, "this is a git-lfs pointer, not the file itself", context, "fetch the file itself: `git lfs pull` in its folder, or download it anew"};
    if (head.starts_with("/annex/objects/"))
        return Error{ErrorCode::InvalidFile, "this is a git-annex pointer, not the file itself", context, "fetch the file itself: `git annex get` in its folder"};
    if (head.starts_with("# xet version"))
        return Error{ErrorCode::InvalidFile, "this is a Xet pointer, not the file itself", context, "fetch the file itself: download it anew with a client that knows Xet"};
    for (const std::string_view tag : {"<!doctype"sv, "<html"sv, "<head"sv, "<?xml"sv, "<error"sv})
        if (beginsWithTag(head, tag))
            return Error{ErrorCode::InvalidFile, "this is a web page, not the file itself", context,
                         "download the file anew; a model behind a licence wants you to log in first"};
    return std::nullopt;
}

std::optional<Error> foreignWeights(std::span<const std::byte> bytes, const std::string& context) {
    if (bytes.empty()) return Error{ErrorCode::InvalidFile, "the file is empty", context, "get the file anew"};
    if (auto pointer = standIn(bytes, context)) return pointer;
    const std::string_view head = headOf(bytes);
    for (const Magic& magic : kMagics)
        if (head.starts_with(magic.bytes)) return Error{ErrorCode::UnsupportedFormat, std::string("this is ") + magic.what + ", which is not read", context, magic.hint};
    if (head.size() > 262 && head.substr(257, 5) == "ustar") return Error{ErrorCode::UnsupportedFormat, "this is a tar archive, which is not read", context, kUnpack};
    if (head.size() >= 64 && std::all_of(head.begin(), head.end(), [](char c) { return c == 0; }))
        return Error{ErrorCode::InvalidFile, "the file begins with nothing but zeros, as an unfinished download does", context, "download it anew"};
    if (const auto text = shortText(bytes))
        return Error{ErrorCode::InvalidFile, "this is a short text (\"" + *text + "\"), not weights", context, "download the file anew"};
    return std::nullopt;
}

}  // namespace tacq
