#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tacq {

/// The key-value part of a GGUF file, as its bytes. Keys are not checked: each is set once.
class GgufMetadata {
public:
    void text(std::string_view key, std::string_view value);
    void flag(std::string_view key, bool value);
    void whole(std::string_view key, std::int64_t value);  ///< u32, above it u64; not negative
    void whole16(std::string_view key, std::uint16_t value);
    void signed32(std::string_view key, std::int32_t value);
    void real(std::string_view key, double value);         ///< f32
    void texts(std::string_view key, std::span<const std::string> values);
    void wholes(std::string_view key, std::span<const std::int64_t> values);  ///< i32 each
    void reals(std::string_view key, std::span<const double> values);         ///< f32 each

    std::int64_t count() const { return m_count; }
    const std::string& bytes() const { return m_bytes; }

private:
    template <typename T> void put(T value);
    void putText(std::string_view text);
    void begin(std::string_view key, std::uint32_t type);
    void beginArray(std::string_view key, std::uint32_t type, std::size_t count);
    std::string m_bytes;
    std::int64_t m_count = 0;
};

}  // namespace tacq
