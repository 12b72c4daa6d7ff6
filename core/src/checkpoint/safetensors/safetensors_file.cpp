#include <algorithm>
#include <cstdint>

#include "base/file_content.h"
#include "tacq/checkpoint/safetensors.h"

namespace tacq {

Result<SafetensorsFile> SafetensorsFile::open(const std::filesystem::path& path) {
    SafetensorsFile file;
    TACQ_TRY(file.m_file, MappedFile::open(path));
    const auto bytes = file.m_file.bytes();
    auto header = SafetensorsHeader::parse(bytes, bytes.size(), path.string());
    if (!header.ok()) {
        if (looksLikeGguf(bytes)) return Error{ErrorCode::InvalidFile, "this is a GGUF file under the name of another format", path.string(), "give it alone, as a file"};
        return foreignWeights(bytes, path.string()).value_or(header.error());
    }
    file.m_header = std::move(header).value();
    for (std::size_t i = 0; i < file.m_header.entries.size(); ++i) file.m_index.emplace(file.m_header.entries[i].name, i);
    return file;
}

const SafetensorsEntry* SafetensorsFile::find(const std::string& name) const {
    const auto found = m_index.find(name);
    return found == m_index.end() ? nullptr : &m_header.entries[found->second];
}

template <typename T>
Result<std::span<const T>> SafetensorsFile::typed(const std::string& name, const std::string& dtype) const {
    const SafetensorsEntry* entry = find(name);
    const std::string context = m_file.path().string() + ": " + name;
    if (!entry) return Error{ErrorCode::NotFound, "tensor is missing", context, "get an undamaged copy of the file"};
    if (entry->dtype != dtype || safetensorsElementBytes(dtype) != sizeof(T))
        return Error{ErrorCode::InvalidFile, "tensor has dtype " + entry->dtype + " where " + dtype + " is expected", context,
                     "get an undamaged copy of the file"};
    const auto data = bytes(*entry);
    // Only odd-length byte tensors in front can misalign data; our writer puts wide types first.
    if (reinterpret_cast<std::uintptr_t>(data.data()) % alignof(T) != 0)
        return Error{ErrorCode::UnsupportedFormat, "tensor data is not aligned to its element size", context, "write the file again with a newer tool"};
    return std::span<const T>(reinterpret_cast<const T*>(data.data()), data.size() / sizeof(T));
}

template Result<std::span<const float>> SafetensorsFile::typed(const std::string&, const std::string&) const;
template Result<std::span<const double>> SafetensorsFile::typed(const std::string&, const std::string&) const;
template Result<std::span<const std::int8_t>> SafetensorsFile::typed(const std::string&, const std::string&) const;
template Result<std::span<const std::uint8_t>> SafetensorsFile::typed(const std::string&, const std::string&) const;
template Result<std::span<const std::int16_t>> SafetensorsFile::typed(const std::string&, const std::string&) const;
template Result<std::span<const std::uint16_t>> SafetensorsFile::typed(const std::string&, const std::string&) const;
template Result<std::span<const std::int32_t>> SafetensorsFile::typed(const std::string&, const std::string&) const;
template Result<std::span<const std::uint32_t>> SafetensorsFile::typed(const std::string&, const std::string&) const;
template Result<std::span<const std::int64_t>> SafetensorsFile::typed(const std::string&, const std::string&) const;
template Result<std::span<const std::uint64_t>> SafetensorsFile::typed(const std::string&, const std::string&) const;

}  // namespace tacq
