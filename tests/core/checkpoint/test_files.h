#pragma once
#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <vector>

#include "tacq/base/file_io.h"

namespace test {

/// A folder that is removed with all it holds.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "tacq-checkpoint-XXXXXX").string();
        m_path = ::mkdtemp(name.data());
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ec;
        std::filesystem::remove_all(m_path, ec);
    }
    std::filesystem::path operator/(const std::string& name) const { return m_path / name; }
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

inline void writeFile(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

inline std::string readFile(const std::filesystem::path& path) {
    const auto text = tacq::readText(path);
    return text.ok() ? text.value() : "cannot read " + path.string();
}

/// Appends a value's bytes, little-endian.
template <typename T> void put(std::string& bytes, T value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

inline std::span<const std::byte> asBytes(const std::string& text) { return std::as_bytes(std::span(text)); }

/// A safetensors file from header text and data.
inline std::string safetensors(const std::string& header, std::size_t dataBytes) {
    std::string bytes;
    put<std::uint64_t>(bytes, header.size());
    return bytes + header + std::string(dataBytes, '\0');
}

}  // namespace test
