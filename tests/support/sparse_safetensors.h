#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "tacq/base/result.h"

namespace tacq::test {

/// A safetensors file whose tensors are holes until something is written into them: as long as it says, as big as what was written.
class SparseSafetensors {
public:
    struct Tensor {
        std::string name, dtype;
        std::vector<std::int64_t> shape;
    };
    static Result<SparseSafetensors> create(const std::filesystem::path& path, const std::vector<Tensor>& tensors, const std::map<std::string, std::string>& metadata);
    SparseSafetensors(SparseSafetensors&& other) noexcept;
    ~SparseSafetensors();
    /// Writes into a tensor at a byte offset of its own.
    Result<void> write(const std::string& name, std::uint64_t offset, std::span<const std::byte> bytes) const;

private:
    SparseSafetensors() = default;
    std::filesystem::path m_path;
    std::map<std::string, std::uint64_t> m_begin;
    int m_fd = -1;
};

}  // namespace tacq::test
