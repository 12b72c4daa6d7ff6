#include "checkpoint/safetensors/safetensors_header_sax.h"

#include "checkpoint/safetensors/dtype.h"

namespace tacq {

bool SafetensorsHeaderSax::fail(std::string what) {
    if (problem.empty()) problem = "header: " + std::move(what);
    return false;
}

std::string SafetensorsHeaderSax::where() const {
    return m_place == Place::Outside || m_place == Place::Root ? std::string() : " in \"" + m_entry.name.substr(0, 80) + "\"";
}

bool SafetensorsHeaderSax::number_unsigned(number_unsigned_t value) {
    if (m_place != Place::Shape && m_place != Place::Offsets) return fail("a number where the format has none" + where());
    if (value > kSizeCap) return fail("a size above 2^48 - 1" + where());
    if (m_place == Place::Shape) {
        if (m_entry.shape.size() == kDimensionCap) return fail("more than 32 dimensions" + where());
        m_entry.shape.push_back(static_cast<std::int64_t>(value));
        return true;
    }
    if (m_offsetCount == 2) return fail("data_offsets with more than two numbers" + where());
    m_offsets[m_offsetCount++] = value;
    return true;
}

bool SafetensorsHeaderSax::string(string_t& value) {
    if (m_place == Place::Metadata) {
        header.metadata.emplace(std::move(m_metadataKey), value);
        return true;
    }
    if (m_place != Place::Entry || m_field != Field::Dtype) return fail("a text where the format has none" + where());
    if (!findDtype(value)) return fail("unknown dtype \"" + value.substr(0, 40) + "\"" + where());
    m_entry.dtype = value;
    return true;
}

bool SafetensorsHeaderSax::start_object(std::size_t) {
    switch (m_place) {
        case Place::Outside:
            m_place = Place::Root;
            return true;
        case Place::Root:
            m_place = m_entry.name == "__metadata__" ? Place::Metadata : Place::Entry;
            return true;
        default:
            return fail("objects nested deeper than the format has them" + where());
    }
}

bool SafetensorsHeaderSax::rootKey(const std::string& name) {
    if (name.size() > kNameCap) return fail("a tensor name longer than 1024 bytes");
    if (!m_names.insert(name).second) return fail("name \"" + name.substr(0, 80) + "\" appears twice");
    if (m_names.size() > kEntryCap) return fail("more than 500000 entries");
    m_entry = {};
    m_entry.name = name;
    m_hasDtype = m_hasShape = m_hasOffsets = false;
    m_offsetCount = 0;
    return true;
}

bool SafetensorsHeaderSax::entryKey(const std::string& name) {
    bool* seen = nullptr;
    if (name == "dtype") {
        m_field = Field::Dtype;
        seen = &m_hasDtype;
    } else if (name == "shape") {
        m_field = Field::Shape;
        seen = &m_hasShape;
    } else if (name == "data_offsets") {
        m_field = Field::Offsets;
        seen = &m_hasOffsets;
    } else {
        return fail("unknown field \"" + name.substr(0, 40) + "\"" + where());
    }
    if (*seen) return fail("field \"" + name + "\" appears twice" + where());
    *seen = true;
    return true;
}

bool SafetensorsHeaderSax::key(string_t& name) {
    if (m_place == Place::Root) return rootKey(name);
    if (m_place == Place::Entry) return entryKey(name);
    if (!m_metadataKeys.insert(name).second) return fail("metadata key \"" + name.substr(0, 80) + "\" appears twice");
    if (m_metadataKeys.size() > kEntryCap) return fail("more than 500000 metadata entries");
    m_metadataKey = name;
    return true;
}

bool SafetensorsHeaderSax::finishEntry() {
    if (!m_hasDtype || !m_hasShape || !m_hasOffsets) return fail("dtype, shape or data_offsets is missing" + where());
    if (m_offsets[1] < m_offsets[0]) return fail("data_offsets end before they begin" + where());
    m_entry.offset = m_offsets[0];
    m_entry.bytes = m_offsets[1] - m_offsets[0];
    header.entries.push_back(std::move(m_entry));
    return true;
}

bool SafetensorsHeaderSax::end_object() {
    if (m_place == Place::Entry && !finishEntry()) return false;
    m_place = m_place == Place::Root ? Place::Outside : Place::Root;
    return true;
}

bool SafetensorsHeaderSax::start_array(std::size_t) {
    if (m_place != Place::Entry || (m_field != Field::Shape && m_field != Field::Offsets)) return fail("an array where the format has none" + where());
    m_place = m_field == Field::Shape ? Place::Shape : Place::Offsets;
    return true;
}

bool SafetensorsHeaderSax::end_array() {
    if (m_place == Place::Offsets && m_offsetCount != 2) return fail("data_offsets without exactly two numbers" + where());
    m_place = Place::Entry;
    m_field = Field::None;
    return true;
}

bool SafetensorsHeaderSax::parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
    return fail("not valid UTF-8 JSON at byte " + std::to_string(position));
}

}  // namespace tacq
