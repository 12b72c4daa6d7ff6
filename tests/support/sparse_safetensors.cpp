#include "sparse_safetensors.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <nlohmann/json.hpp>
#include <utility>

#include "tacq/base/file_io.h"
#include "tacq/checkpoint/safetensors.h"

namespace tacq::test {

SparseSafetensors::SparseSafetensors(SparseSafetensors&& other) noexcept
    : m_path(std::move(other.m_path)), m_begin(std::move(other.m_begin)), m_fd(std::exchange(other.m_fd, -1)) {}
SparseSafetensors::~SparseSafetensors() {
    if (m_fd >= 0) ::close(m_fd);
}

Result<SparseSafetensors> SparseSafetensors::create(const std::filesystem::path& path, const std::vector<Tensor>& tensors, const std::map<std::string, std::string>& metadata) {
    SparseSafetensors file;
    file.m_path = path;
    nlohmann::ordered_json header;
    if (!metadata.empty()) header["__metadata__"] = metadata;
    std::uint64_t end = 0;
    for (const Tensor& tensor : tensors) {
        std::uint64_t bytes = safetensorsElementBytes(tensor.dtype);
        for (const std::int64_t size : tensor.shape) bytes *= static_cast<std::uint64_t>(size);
        header[tensor.name] = {{"dtype", tensor.dtype}, {"shape", tensor.shape}, {"data_offsets", {end, end + bytes}}};
        file.m_begin[tensor.name] = end;
        end += bytes;
    }
    std::string text = header.dump();
    text.resize((text.size() + 7) / 8 * 8, ' ');
    const std::uint64_t length = text.size();
    for (auto& [name, begin] : file.m_begin) begin += 8 + length;
    file.m_fd = ::open(path.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0644);
    if (file.m_fd < 0 || ::ftruncate(file.m_fd, static_cast<off_t>(8 + length + end)) != 0) return systemError(errno, "cannot write", path.string());
    file.m_begin[""] = 0;
    TACQ_CHECK(file.write("", 0, std::as_bytes(std::span(&length, 1))));
    TACQ_CHECK(file.write("", 8, std::as_bytes(std::span(text))));
    return file;
}

Result<void> SparseSafetensors::write(const std::string& name, std::uint64_t offset, std::span<const std::byte> bytes) const {
    std::uint64_t at = m_begin.at(name) + offset;
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(m_fd, bytes.data(), bytes.size(), static_cast<off_t>(at));
        if (written <= 0) return systemError(errno, "cannot write", m_path.string());
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        at += static_cast<std::uint64_t>(written);
    }
    return {};
}

}  // namespace tacq::test
