#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/numerics/packed.h"

namespace tacq {

/// The packed linears of one transformer block in one safetensors file: how simulated and final results lie in the workspace,
/// a file per block, so that a killed run resumes at the first block without one. Tensor names as in FORMATS section 10.
Result<void> writePackedLayer(const std::filesystem::path& file, const std::vector<PackedLinear>& linears,
                              const std::map<std::string, std::string>& metadata);
/// All of them, whole.
Result<std::vector<PackedLinear>> readPackedLayer(const std::filesystem::path& file);

/// The same file mapped, for rows of single linears: what is not asked for is not read. Thread-safe.
class PackedLayerFile {
public:
    /// NotFound without such a file, UnsupportedFormat for another kind, InvalidFile for a damaged one.
    static Result<PackedLayerFile> open(const std::filesystem::path& file);
    PackedLayerFile(PackedLayerFile&&) noexcept;
    PackedLayerFile& operator=(PackedLayerFile&&) noexcept;
    ~PackedLayerFile();

    std::size_t size() const;
    /// −1: there is none of this name.
    std::ptrdiff_t find(const std::string& name) const;
    std::int64_t rows(std::size_t linear) const;
    std::int64_t columns(std::size_t linear) const;
    /// Name, grid and number of kept weights: read from the header, no weight is touched.
    PackedShape shape(std::size_t linear) const;
    /// Rows [begin, end) of a linear, at least one and all inside it, as a linear of their own with every invariant checked.
    Result<PackedLinear> readRows(std::size_t linear, std::int64_t begin, std::int64_t end) const;
    /// Lets pages of a linear go that have been read.
    void release(std::size_t linear) const;

private:
    struct State;
    explicit PackedLayerFile(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace tacq
