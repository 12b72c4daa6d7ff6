#include "checkpoint/gguf/gguf_metadata.h"

#include <cstring>

namespace tacq {
namespace {

enum Kind : std::uint32_t { kU16 = 2, kU32 = 4, kI32 = 5, kF32 = 6, kBool = 7, kText = 8, kArray = 9, kU64 = 10 };

}  // namespace

template <typename T> void GgufMetadata::put(T value) {
    char bytes[sizeof(T)];
    std::memcpy(bytes, &value, sizeof(T));
    m_bytes.append(bytes, sizeof(T));
}

void GgufMetadata::putText(std::string_view text) {
    put<std::uint64_t>(text.size());
    m_bytes.append(text);
}

void GgufMetadata::begin(std::string_view key, std::uint32_t type) {
    putText(key);
    put(type);
    ++m_count;
}

void GgufMetadata::beginArray(std::string_view key, std::uint32_t type, std::size_t count) {
    begin(key, kArray);
    put(type);
    put<std::uint64_t>(count);
}

void GgufMetadata::text(std::string_view key, std::string_view value) {
    begin(key, kText);
    putText(value);
}

void GgufMetadata::flag(std::string_view key, bool value) {
    begin(key, kBool);
    put<std::uint8_t>(value ? 1 : 0);
}

void GgufMetadata::whole(std::string_view key, std::int64_t value) {
    const bool wide = value > UINT32_MAX;
    begin(key, wide ? kU64 : kU32);
    if (wide) put(static_cast<std::uint64_t>(value));
    else put(static_cast<std::uint32_t>(value));
}

void GgufMetadata::whole16(std::string_view key, std::uint16_t value) {
    begin(key, kU16);
    put(value);
}

void GgufMetadata::signed32(std::string_view key, std::int32_t value) {
    begin(key, kI32);
    put(value);
}

void GgufMetadata::real(std::string_view key, double value) {
    begin(key, kF32);
    put(static_cast<float>(value));
}

void GgufMetadata::texts(std::string_view key, std::span<const std::string> values) {
    beginArray(key, kText, values.size());
    for (const std::string& value : values) putText(value);
}

void GgufMetadata::wholes(std::string_view key, std::span<const std::int64_t> values) {
    beginArray(key, kI32, values.size());
    for (const std::int64_t value : values) put(static_cast<std::int32_t>(value));
}

void GgufMetadata::reals(std::string_view key, std::span<const double> values) {
    beginArray(key, kF32, values.size());
    for (const double value : values) put(static_cast<float>(value));
}

}  // namespace tacq
