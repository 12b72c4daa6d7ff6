#pragma once
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_set>

#include "base/json.h"
#include "tacq/checkpoint/safetensors.h"

namespace tacq {

/// Reads a safetensors header event by event, so that a hostile 100 MB header is judged before it costs memory:
/// shape of the document, duplicate keys, integers, caps. Offsets are checked later, when all entries are known.
class SafetensorsHeaderSax : public nlohmann::json_sax<Json> {
public:
    static constexpr std::size_t kEntryCap = 500'000;
    static constexpr std::size_t kNameCap = 1024;
    static constexpr std::size_t kDimensionCap = 32;
    static constexpr std::uint64_t kSizeCap = (1ull << 48) - 1;

    SafetensorsHeader header;
    std::string problem;

    bool null() override { return fail("a null where the format has none"); }
    bool boolean(bool) override { return fail("a boolean where the format has none"); }
    bool number_integer(number_integer_t) override { return fail("a negative integer" + where()); }
    bool number_float(number_float_t, const string_t&) override { return fail("a number that is not a plain integer" + where()); }
    bool binary(binary_t&) override { return fail("binary data"); }
    bool number_unsigned(number_unsigned_t value) override;
    bool string(string_t& value) override;
    bool start_object(std::size_t) override;
    bool key(string_t& name) override;
    bool end_object() override;
    bool start_array(std::size_t) override;
    bool end_array() override;
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override;

private:
    enum class Place { Outside, Root, Metadata, Entry, Shape, Offsets };
    enum class Field { None, Dtype, Shape, Offsets };
    bool fail(std::string what);
    std::string where() const;
    bool rootKey(const std::string& name);
    bool entryKey(const std::string& name);
    bool finishEntry();

    Place m_place = Place::Outside;
    Field m_field = Field::None;
    std::unordered_set<std::string> m_names, m_metadataKeys;
    std::string m_metadataKey;
    SafetensorsEntry m_entry;
    std::uint64_t m_offsets[2] = {0, 0};
    std::size_t m_offsetCount = 0;
    bool m_hasDtype = false, m_hasShape = false, m_hasOffsets = false;
};

}  // namespace tacq
