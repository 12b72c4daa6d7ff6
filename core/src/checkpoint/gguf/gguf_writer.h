#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "checkpoint/gguf/gguf_metadata.h"
#include "tacq/base/file_io.h"
#include "tacq/base/result.h"
#include "tacq/checkpoint/checkpoint.h"

namespace tacq {

/// A tensor of a GGUF file to be written: shape as Hugging Face has it (the file lists it reversed), in file order.
struct GgufDeclaration {
    std::string name;
    TensorType type = TensorType::F32;
    std::vector<std::int64_t> shape;
    std::uint64_t bytes() const;
};

/// Number of a type in ggml; a type that GGUF files do not have: none.
std::optional<std::uint32_t> ggmlNumber(TensorType type);
/// LLAMA_FTYPE of a file whose matrices are mostly of this type: what pickers show where they do not look at the tensors.
std::int64_t ggufFileType(TensorType type);

/// Writes a GGUF version 3 file front to back: header first, then each tensor's bytes in the order declared, each padded to 32. It appears
/// under its name only when finish() has found every byte there. Little-endian machines only, as the reader.
class GgufWriter {
public:
    /// Size of the file, to the byte.
    static std::uint64_t fileBytes(const GgufMetadata& metadata, std::span<const GgufDeclaration> tensors);
    /// Internal: names that are empty, double or longer than 63 bytes, types that GGUF does not have, rows that are no whole number of blocks.
    static Result<GgufWriter> create(const std::filesystem::path& path, const GgufMetadata& metadata, std::vector<GgufDeclaration> tensors);
    /// The next bytes of the current tensor; a piece does not reach into the next one.
    Result<void> append(std::span<const std::byte> bytes);
    Result<void> finish();

private:
    GgufWriter(AtomicFile file, std::filesystem::path path, std::vector<GgufDeclaration> tensors);
    AtomicFile m_file;
    std::filesystem::path m_path;
    std::vector<GgufDeclaration> m_tensors;
    std::size_t m_current = 0;
    std::uint64_t m_done = 0;  ///< of the current tensor
};

}  // namespace tacq
