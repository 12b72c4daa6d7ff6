#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "tacq/base/file_io.h"
#include "tacq/base/result.h"

namespace tacq {

/// One tensor of a safetensors file. `dtype` is the format's own name (`F32`, `BF16`, `I32`, …).
struct SafetensorsEntry {
    std::string name;
    std::string dtype;
    std::vector<std::int64_t> shape;
    std::uint64_t offset = 0;  ///< from the start of the file
    std::uint64_t bytes = 0;
};

/// Header of a safetensors file, checked against every rule of FORMATS section 1 (InvalidFile names the rule broken).
/// `fileBytes` is the size of the whole file, `head` at least its first 8 + N bytes. Needs no file: fuzzed as is.
struct SafetensorsHeader {
    std::vector<SafetensorsEntry> entries;  ///< by offset
    std::map<std::string, std::string> metadata;
    static Result<SafetensorsHeader> parse(std::span<const std::byte> head, std::uint64_t fileBytes, const std::string& context);
};

/// A mapped safetensors file.
class SafetensorsFile {
public:
    static Result<SafetensorsFile> open(const std::filesystem::path& path);
    const std::vector<SafetensorsEntry>& entries() const { return m_header.entries; }
    const std::map<std::string, std::string>& metadata() const { return m_header.metadata; }
    const SafetensorsEntry* find(const std::string& name) const;
    std::span<const std::byte> bytes(const SafetensorsEntry& entry) const { return m_file.bytes().subspan(entry.offset, entry.bytes); }
    /// NotFound if absent, InvalidFile if the dtype differs. The span points into the map.
    template <typename T> Result<std::span<const T>> typed(const std::string& name, const std::string& dtype) const;
    void release(const SafetensorsEntry& entry) const { m_file.release(entry.offset, entry.bytes); }

private:
    MappedFile m_file;
    SafetensorsHeader m_header;
    std::unordered_map<std::string, std::size_t> m_index;
};

/// Writes safetensors files: tensors are declared first and lie in the canonical order (dtype rank descending, then name);
/// their bytes may then be given in any order and in pieces, so no more than one piece need be in memory.
/// The file appears under its name by rename in finish().
class SafetensorsWriter {
public:
    struct Declaration {
        std::string name, dtype;
        std::vector<std::int64_t> shape;
    };
    /// Size of the finished file to the byte, known before anything is written.
    static std::uint64_t fileBytes(std::vector<Declaration> tensors, const std::map<std::string, std::string>& metadata);
    /// The parts of that: the header with its length prefix and padding, and all tensors together.
    static std::uint64_t headerBytes(std::vector<Declaration> tensors, const std::map<std::string, std::string>& metadata);
    static std::uint64_t dataBytes(const std::vector<Declaration>& tensors);
    /// `leastHeader`: the header is padded with spaces to so many bytes (a multiple of 8) where it is shorter.
    static Result<SafetensorsWriter> create(const std::filesystem::path& path, std::vector<Declaration> tensors,
                                            const std::map<std::string, std::string>& metadata, std::uint64_t leastHeader = 0);
    SafetensorsWriter(SafetensorsWriter&&) noexcept;
    ~SafetensorsWriter();
    /// Declarations in the order of the file, which is also the order in which append() expects their bytes.
    const std::vector<Declaration>& order() const;
    /// Appends bytes of the first tensor that is not complete. Internal error if it does not add up.
    Result<void> append(std::span<const std::byte> bytes);
    /// Appends bytes to the tensor `name`, whichever others are complete.
    Result<void> appendTo(const std::string& name, std::span<const std::byte> bytes);
    /// Declares a tensor as another dtype of the same width; neither positions nor the file's size change (F16 for BF16,
    /// once the values are known). Internal error if the header would grow.
    Result<void> retype(const std::string& name, const std::string& dtype);
    Result<void> finish();

private:
    SafetensorsWriter();
    struct State;
    std::unique_ptr<State> m_state;
};

/// Bytes per element of a safetensors dtype name; 0 if unknown or below one byte.
std::size_t safetensorsElementBytes(const std::string& dtype);

}  // namespace tacq
