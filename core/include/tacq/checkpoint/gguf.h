#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tacq/base/file_io.h"
#include "tacq/base/note.h"
#include "tacq/base/result.h"

namespace tacq {

/// A metadata value of a GGUF file. Integers of every width arrive as int64 (u64 above 2^63 − 1 is refused), f32 and f64 as
/// double, arrays as a vector of one of these. Arrays of bool arrive as integers 0 and 1.
using GgufValue = std::variant<std::int64_t, double, bool, std::string, std::vector<std::int64_t>, std::vector<double>, std::vector<std::string>>;

/// One tensor as the file lists it: sizes[0] is the input dimension (reversed Hugging Face shape).
struct GgufTensor {
    std::string name;
    std::uint32_t type = 0;           ///< ggml_type number
    std::vector<std::int64_t> sizes;  ///< ne[], one to four of them
    std::uint64_t offset = 0;         ///< from the start of the file
    std::uint64_t bytes = 0;
};

/// Name of a ggml type (`Q4_1`, `IQ2_XS`, …), or `type 77` for a number we do not know.
std::string ggmlTypeName(std::uint32_t type);

/// Everything before the data of a GGUF version 2 or 3 file, checked against every rule of FORMATS 5.1 (InvalidFile names
/// the rule broken). `bytes` is the whole file; tensor data is located but not looked at. Needs no file: fuzzed as is.
struct GgufHeader {
    std::map<std::string, GgufValue> values;
    std::vector<GgufTensor> tensors;  ///< in file order
    static Result<GgufHeader> parse(std::span<const std::byte> bytes, const std::string& context);
};

/// A mapped GGUF file of any architecture; vocabulary-only files (no tensors) are fine.
class GgufFile {
public:
    static Result<GgufFile> open(const std::filesystem::path& path);

    const std::map<std::string, GgufValue>& values() const { return m_header.values; }
    const std::vector<GgufTensor>& tensors() const { return m_header.tensors; }
    const std::filesystem::path& path() const { return m_file.path(); }
    std::span<const std::byte> bytes(const GgufTensor& tensor) const { return m_file.bytes().subspan(tensor.offset, tensor.bytes); }
    void release(const GgufTensor& tensor) const { m_file.release(tensor.offset, tensor.bytes); }

    /// The value under `key` if it is there with that type, else nullptr. T is one of GgufValue's alternatives.
    template <typename T> const T* get(const std::string& key) const {
        const auto found = m_header.values.find(key);
        return found == m_header.values.end() ? nullptr : std::get_if<T>(&found->second);
    }

    /// tokenizer.json (Hugging Face `tokenizers` format) rebuilt from the tokenizer.ggml.* values; empty without them.
    /// `gpt2` gives byte-level BPE (pre-tokenizer by tokenizer.ggml.pre), `llama` SentencePiece-style BPE with byte fallback,
    /// whose merges come from the scores. Others (wpm, unigram, rwkv): UnsupportedFormat.
    Result<std::optional<std::string>> tokenizerJson() const;
    /// What is uncertain about the vocabulary: a splitter that the file does not name, tokens that are equal.
    std::vector<Note> tokenizerNotes() const;
    /// tokenizer_config.json: special tokens by name, add_bos_token, add_eos_token, chat_template. Empty without tokenizer values.
    std::optional<std::string> tokenizerConfigJson() const;

private:
    MappedFile m_file;
    GgufHeader m_header;
};

}  // namespace tacq
