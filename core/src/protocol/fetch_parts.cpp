#include "protocol/fetch_parts.h"

#include <array>
#include <charconv>
#include <string_view>

#include "tacq/base/names.h"

namespace tacq {
namespace {

constexpr std::array<std::string_view, kMatrixLayers> kLayers{"gradient", "delta", "weight", "score"};

/// Takes what stands before `separator` off the front of `text`; nothing where there is none.
std::optional<std::string_view> take(std::string_view& text, char separator) {
    const auto at = text.find(separator);
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view word = text.substr(0, at);
    text.remove_prefix(at + 1);
    return word;
}

std::optional<std::int64_t> numberOf(std::optional<std::string_view> text) {
    std::int64_t value = 0;
    if (!text || text->empty()) return std::nullopt;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (error != std::errc() || end != text->data() + text->size() || value < 0) return std::nullopt;
    return value;
}

std::optional<RowsPart> rowsOf(std::string_view text) {
    take(text, '/');
    const auto layer = take(text, '/');
    const auto matrix = numberOf(take(text, '/')), begin = numberOf(take(text, '-')), end = numberOf(text);
    if (!layer || !matrix || !begin || !end || *end <= *begin) return std::nullopt;
    for (std::size_t l = 0; l < kLayers.size(); ++l)
        if (*layer == kLayers[l]) return RowsPart{static_cast<MatrixLayer>(l), static_cast<std::size_t>(*matrix), *begin, *end};
    return std::nullopt;
}

}  // namespace

Result<FetchPart> parsePart(const std::string& name) {
    FetchPart part{name, std::nullopt};
    if (isFileName(name)) return part;
    if (name.rfind("rows/", 0) == 0) part.rows = rowsOf(name);
    if (part.rows) return part;
    return Error{ErrorCode::InvalidArgument, "not a part of an artifact", name, "name a file of its folder, or rows/LAYER/MATRIX/BEGIN-END"};
}

}  // namespace tacq
