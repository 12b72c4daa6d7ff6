#include <algorithm>
#include <bit>
#include <cstring>
#include <string_view>

#include "checkpoint/safetensors/checked_math.h"
#include "checkpoint/safetensors/dtype.h"
#include "checkpoint/safetensors/safetensors_header_sax.h"
#include "tacq/checkpoint/safetensors.h"

namespace tacq {
namespace {

static_assert(std::endian::native == std::endian::little, "tensor data is little-endian and used in place");

constexpr std::uint64_t kHeaderCap = 100'000'000;

Error broken(std::string what, const std::string& context) {
    return {ErrorCode::InvalidFile, "not a valid safetensors file: " + std::move(what), context, "get an undamaged copy of the file"};
}

Error cutOff(std::string what, const std::string& context) {
    return {ErrorCode::InvalidFile, "the file is cut off: " + std::move(what), context, "download or copy it again, to its end"};
}

/// Empty text if the entry's byte count is what shape and dtype ask for.
std::string sizeProblem(const SafetensorsEntry& entry) {
    std::uint64_t elements = 1;
    for (const std::int64_t size : entry.shape)
        if (!multiplyChecked(elements, static_cast<std::uint64_t>(size), elements)) return "the number of elements overflows";
    std::uint64_t bits = 0;
    if (!multiplyChecked(elements, findDtype(entry.dtype)->bits, bits)) return "the size in bits overflows";
    if (bits % 8 != 0) return "the data does not end at a whole byte";
    if (bits / 8 != entry.bytes) return "data_offsets do not match shape and dtype";
    return {};
}

Result<void> checkLayout(SafetensorsHeader& header, std::uint64_t dataStart, std::uint64_t fileBytes, const std::string& context) {
    std::sort(header.entries.begin(), header.entries.end(), [](const auto& a, const auto& b) {
        return a.offset != b.offset ? a.offset < b.offset : a.bytes != b.bytes ? a.bytes < b.bytes : a.name < b.name;
    });
    std::uint64_t end = 0;
    for (SafetensorsEntry& entry : header.entries) {
        if (entry.offset != end) return broken("tensor data overlaps or leaves a hole before \"" + entry.name + "\"", context);
        if (const std::string problem = sizeProblem(entry); !problem.empty()) return broken(problem + " in \"" + entry.name + "\"", context);
        end += entry.bytes;  // each at most 2^48: half a million of them stay below 2^67, but coverage stops the sum at the file's end
        if (end > fileBytes) return cutOff("tensor \"" + entry.name + "\" reaches beyond the end of the file", context);
        entry.offset += dataStart;
    }
    if (dataStart + end > fileBytes) return cutOff("the file is shorter than its tensors (truncated)", context);
    if (dataStart + end < fileBytes) return broken("bytes after the last tensor", context);
    return {};
}

}  // namespace

Result<SafetensorsHeader> SafetensorsHeader::parse(std::span<const std::byte> head, std::uint64_t fileBytes, const std::string& context) {
    if (fileBytes < 8 || head.size() < 8) return broken("shorter than 8 bytes", context);
    std::uint64_t length = 0;
    std::memcpy(&length, head.data(), 8);
    if (length > kHeaderCap) return broken("header length above 100000000", context);
    if (length + 8 > fileBytes || length + 8 > head.size()) return broken("header longer than the file", context);
    const std::string_view text(reinterpret_cast<const char*>(head.data()) + 8, static_cast<std::size_t>(length));
    // The reference reader accepts leading JSON white space on purpose; a byte order mark it does not.
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || text[first] != '{') return broken("the header does not begin with '{'", context);
    try {
        SafetensorsHeaderSax sax;
        if (!Json::sax_parse(text.begin(), text.end(), &sax))
            return broken(sax.problem.empty() ? "header: not valid JSON" : sax.problem, context);
        TACQ_CHECK(checkLayout(sax.header, length + 8, fileBytes, context));
        return std::move(sax.header);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "not enough memory for the file's header", context, "close other programs"};
    } catch (const std::exception& e) {
        return broken(std::string("header: ") + e.what(), context);
    }
}

}  // namespace tacq
