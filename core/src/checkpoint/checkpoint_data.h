#pragma once
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "checkpoint/config/model_tensors.h"
#include "checkpoint/words/word_parts.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/checkpoint/gguf.h"
#include "tacq/checkpoint/safetensors.h"

namespace tacq {

/// Where a part of a linear of our packed format lies.
struct StoredPart : PartShape {
    std::span<const std::byte> bytes;
};
/// A linear of our packed format (FORMATS section 10), in the order of the table of parts.
struct StoredLinear {
    PackedShape shape;
    std::vector<StoredPart> parts;
    const StoredPart& of(const PackedPart& part) const;  ///< a required one
};

/// A tensor under its Hugging Face name and where its bytes lie.
struct StoredTensor {
    enum class Form {
        Plain,             ///< rows as they are
        InterleavedHeads,  ///< llama GGUF: within each head, row 2i + j holds row j·d/2 + i
        Codes8,            ///< P.codes8 and P.scales of our packed format
        Packed,
        Words,             ///< as GPTQ or compressed-tensors pack it
    };
    TensorInfo info;
    Form form = Form::Plain;
    std::int64_t headDim = 0;           ///< InterleavedHeads
    std::span<const std::byte> data;    ///< Plain, InterleavedHeads; codes of Codes8
    std::span<const std::byte> scales;  ///< Codes8
    StoredLinear packed;
    WordParts words;

    std::int64_t rows() const { return info.shape.size() < 2 ? 1 : info.shape[0]; }
    std::int64_t columns() const { return info.shape.empty() ? 1 : info.shape.back(); }
    /// Every stored byte range, in a fixed order.
    std::vector<std::span<const std::byte>> ranges() const;
};

/// What an opener finds: the mapped files and the model's tensors, in model order.
struct CheckpointData {
    CheckpointKind kind = CheckpointKind::HuggingFace;
    std::filesystem::path path;
    std::string displayName;
    ModelConfig config;
    std::vector<SafetensorsFile> safetensors;
    std::vector<GgufFile> ggufs;
    std::vector<StoredTensor> tensors;
    std::map<std::string, std::string> metadata;
    std::filesystem::path sideFolder;  ///< empty for GGUF
    std::string configText;            ///< config.json where it differs from the folder's own: what was settled on opening; else empty
    std::vector<Note> notes;
    std::vector<std::string> changed;        ///< dense tensors with other values than those of the model that this one was made from
    std::shared_ptr<const Checkpoint> base;  ///< of a view: whose maps and side files it uses
};

/// How openers that are no member functions make a Checkpoint and look into one.
struct CheckpointAccess {
    static const CheckpointData& data(const Checkpoint& checkpoint);
    static Checkpoint make(CheckpointData data);
};

Result<CheckpointData> openHuggingFaceFolder(const std::filesystem::path& folder);
Result<CheckpointData> openSingleSafetensors(const std::filesystem::path& file);
Result<CheckpointData> openGguf(const std::filesystem::path& file);

/// Rows of a tensor as float32; arguments are in range. Damaged packed data is refused (InvalidFile).
Result<void> readTensorRows(const StoredTensor& tensor, std::int64_t rowBegin, std::int64_t rowEnd, std::span<float> out);
/// Rows of a packed linear as a linear of their own, every invariant checked.
Result<PackedLinear> readPackedRows(const StoredTensor& tensor, std::int64_t rowBegin, std::int64_t rowEnd);

/// A tensor of a safetensors file; `entry` is null when there is none of that name.
struct FoundTensor {
    const SafetensorsEntry* entry = nullptr;
    std::span<const std::byte> bytes;
};

/// Lets the kernel drop mapped pages that lie wholly inside the range.
void releaseMapped(std::span<const std::byte> range);

}  // namespace tacq
