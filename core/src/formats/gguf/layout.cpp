#include "formats/gguf/layout.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include "checkpoint/checkpoint_data.h"
#include "checkpoint/config/family.h"
#include "checkpoint/gguf/dequantize.h"
#include "checkpoint/gguf/gguf_config.h"
#include "checkpoint/gguf/gguf_keys.h"
#include "formats/gguf/block_types.h"
#include "formats/gguf/file_name.h"
#include "formats/gguf/vocabulary.h"

namespace tacq {
namespace {

const PackedShape* linearOf(const GgufSubject& subject, const std::string& name) {
    const auto found = std::find_if(subject.linears.begin(), subject.linears.end(), [&](const PackedShape& shape) { return shape.name == name; });
    return found == subject.linears.end() ? nullptr : &*found;
}

bool isEmbeddingOrHead(const std::string& name) { return name == "model.embed_tokens.weight" || name == "lm_head.weight"; }

/// A packed folder's embeddings in eight bits go by the name of the block type that has the same arithmetic.
bool hasCodes8(const Checkpoint& model) {
    const TensorInfo* embedding = model.find("model.embed_tokens.weight");
    return embedding != nullptr && embedding->type == TensorType::Q8_0;
}

bool isWide(TensorType type) { return type == TensorType::F32 || type == TensorType::F16 || type == TensorType::BF16; }

Result<TensorType> wideTypeOf(const std::string& option, TensorType own) {
    if (option == "f32") return TensorType::F32;
    if (option == "f16") return TensorType::F16;
    if (option == "bf16") return TensorType::BF16;
    if (option != "source") return Error{ErrorCode::InvalidArgument, "unknown tensor type \"" + option + "\"", "--tensor-dtype", "choose source, f16, bf16 or f32"};
    if (own == TensorType::F64) return TensorType::F32;
    return isWide(own) ? own : TensorType::F16;
}

/// A linear of the packed truth: as it is or as it will be after a pass on the grid that fits.
Result<GgufChoice> packedChoice(const PackedShape& shape, const ExportOptions& options) {
    const LinearFit fit = ggufFit(shape, options);
    if (fit.how == LinearFit::How::Exact) return GgufChoice{*ggufTypeHolding(shape.grid, shape.columns), GgufSource::Codes};
    if (fit.how == LinearFit::How::OtherGrid) return GgufChoice{*ggufTypeHolding(fit.grid, shape.columns), GgufSource::Codes};
    TACQ_TRY(const auto asked, ggufTypeAsked(options.grid));
    if (asked) return GgufChoice{ggufTypeFor(*asked, shape.columns), GgufSource::Values};
    TACQ_TRY(const TensorType type, wideTypeOf(options.tensorDtype, TensorType::F16));
    return GgufChoice{type, GgufSource::Values};
}

/// Embeddings and head of a low-bit file stand in eight bits: every token goes through them.
TensorType atLeastEight(TensorType asked, std::int64_t columns) { return isWide(asked) ? asked : ggufTypeFor(TensorType::Q8_0, columns); }

/// Every part of a split names them.
void splitKeys(GgufMetadata& metadata, std::size_t number, std::size_t count, std::size_t tensors) {
    metadata.whole16("split.no", static_cast<std::uint16_t>(number));
    metadata.whole16("split.count", static_cast<std::uint16_t>(count));
    metadata.signed32("split.tensors.count", static_cast<std::int32_t>(tensors));
}

/// The type that most weights of the linears have.
TensorType mainType(const std::vector<GgufPiece>& pieces) {
    std::map<TensorType, std::int64_t> weights;
    for (const GgufPiece& piece : pieces)
        if (piece.declaration.shape.size() == 2 && !isEmbeddingOrHead(piece.tensor)) weights[piece.declaration.type] += piece.declaration.shape[0] * piece.declaration.shape[1];
    const auto most = std::max_element(weights.begin(), weights.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == weights.end() ? TensorType::F16 : most->first;
}

Result<std::vector<GgufPiece>> piecesOf(const GgufSubject& subject, bool wide, const ExportOptions& options) {
    const ModelConfig& config = subject.base.config();
    const FamilySpec* family = ggufFamily(*config.family);
    std::vector<GgufPiece> pieces;
    if (const auto factors = ggufRopeFactors(config); !factors.empty())
        pieces.push_back({{kRopeFactorsTensor, TensorType::F32, {static_cast<std::int64_t>(factors.size())}}, "", GgufSource::Rope, false});
    for (const ModelTensor& tensor : modelTensors(config)) {
        const TensorInfo* info = subject.base.find(tensor.name);
        const std::string name = ggufTensorName(tensor.name, *config.family);
        if (info == nullptr || name.empty()) return Error{ErrorCode::UnsupportedFormat, "GGUF has no place for this tensor", tensor.name, "export it as hf"};
        TACQ_TRY(const GgufChoice choice, ggufChoice(subject, *info, wide, options));
        const bool turned = family->ggufInterleavesHeads && (tensor.linear == LinearKind::Query || tensor.linear == LinearKind::Key) && choice.source != GgufSource::Copied;
        pieces.push_back({{name, choice.type, tensor.shape}, tensor.name, choice.source, turned});
    }
    return pieces;
}

/// `135M`, `1.2B`: parameters as model names have them.
std::string sizeLabel(std::int64_t parameters) {
    char text[32];
    const double millions = static_cast<double>(parameters) / 1e6;
    if (millions < 1) std::snprintf(text, sizeof text, "%.0fK", millions * 1000);
    else if (millions < 1000) std::snprintf(text, sizeof text, "%.0fM", millions);
    else std::snprintf(text, sizeof text, "%.1fB", millions / 1000);
    return text;
}

Result<GgufMetadata> metadataOf(const GgufSubject& subject, TensorType main, const ExportOptions& options) {
    const ModelConfig& config = subject.base.config();
    GgufMetadata metadata;
    TACQ_CHECK(writeGgufConfig(config, metadata));
    metadata.text("general.type", "model");
    metadata.text("general.name", ggufBaseName(subject.base.displayName()));
    metadata.text("general.size_label", sizeLabel(subject.base.parameters()));
    metadata.whole("general.file_type", ggufFileType(main));
    metadata.whole("general.quantization_version", 2);
    std::string tool = options.tool;
    std::replace(tool.begin(), tool.end(), ':', ' ');
    if (!tool.empty()) metadata.text("general.quantized_by", tool);
    for (const auto& [key, value] : options.metadata)
        if (!value.empty()) metadata.text("tacq." + key, value);
    TACQ_CHECK(writeVocabulary(subject.base, metadata));
    return metadata;
}

}  // namespace

GgufSubject ggufSubject(const ExportShape& shape) {
    if (shape.plan == nullptr) return {shape.base, {}, false};
    const bool packed = shape.base.kind() == CheckpointKind::Packed;
    return {shape.base, shape.plan->linears, packed ? hasCodes8(shape.base) : shape.plan->embeddingBits == EmbeddingBits::Eight};
}

GgufSubject ggufSubject(const ExportJob& job) {
    const bool packed = job.base.kind() == CheckpointKind::Packed;
    return {job.base, job.linears, !job.linears.empty() && hasCodes8(packed ? job.base : *job.truth)};
}

Result<GgufChoice> ggufChoice(const GgufSubject& subject, const TensorInfo& tensor, bool wide, const ExportOptions& options) {
    if (tensor.shape.size() < 2) return GgufChoice{TensorType::F32, GgufSource::Values};
    if (wide) {
        TACQ_TRY(const TensorType type, wideTypeOf(options.tensorDtype, TensorType::F16));
        return GgufChoice{type, GgufSource::Values};
    }
    if (const PackedShape* shape = linearOf(subject, tensor.name)) return packedChoice(*shape, options);
    TACQ_TRY(const auto asked, ggufTypeAsked(options.grid));
    const std::int64_t columns = tensor.shape.back();
    const bool outer = isEmbeddingOrHead(tensor.name);
    if (subject.codes8 && outer && columns % 32 == 0) return GgufChoice{TensorType::Q8_0, GgufSource::Codes8};
    // The packed truth holds the base's blocks as F16.
    const bool blocks = isBlockType(tensor.type) && ggmlNumber(tensor.type).has_value() && subject.linears.empty() && subject.base.kind() == CheckpointKind::Gguf;
    if (asked) {
        const TensorType type = outer ? atLeastEight(*asked, columns) : ggufTypeFor(*asked, columns);
        return GgufChoice{type, blocks && type == tensor.type ? GgufSource::Copied : GgufSource::Values};
    }
    if (blocks && options.tensorDtype == "source") return GgufChoice{tensor.type, GgufSource::Copied};
    TACQ_TRY(const TensorType type, wideTypeOf(options.tensorDtype, tensor.type));
    return GgufChoice{type, GgufSource::Values};
}

Result<GgufLayout> ggufLayout(const GgufSubject& subject, bool wide, const ExportOptions& options) {
    GgufLayout layout;
    GgufPart first;
    if (ggufFamily(*subject.base.config().family) == nullptr) {
        GgufMetadata none;
        TACQ_CHECK(writeGgufConfig(subject.base.config(), none));
    }
    TACQ_TRY(std::vector<GgufPiece> pieces, piecesOf(subject, wide, options));
    const TensorType main = mainType(pieces);
    TACQ_TRY(first.metadata, metadataOf(subject, main, options));
    layout.stem = ggufBaseName(subject.base.displayName()) + "-" + std::string(tensorTypeName(main));
    layout.parts.push_back(std::move(first));
    std::uint64_t filled = 0;
    const std::size_t total = pieces.size();
    for (GgufPiece& piece : pieces) {
        const std::uint64_t bytes = piece.declaration.bytes();
        if (filled > 0 && filled + bytes > options.shardBytes) {
            layout.parts.emplace_back();
            filled = 0;
        }
        filled += bytes;
        layout.parts.back().pieces.push_back(std::move(piece));
    }
    const std::size_t count = layout.parts.size();
    for (std::size_t i = 0; i < count; ++i) {
        layout.parts[i].path = ggufFileName(layout.stem, i, count);
        if (count > 1) splitKeys(layout.parts[i].metadata, i, count, total);
    }
    return layout;
}

Result<std::vector<std::string>> ggufOmitted(const GgufSubject& subject) {
    GgufMetadata ignored;
    std::vector<std::string> omitted = ggufOmissions(subject.base.config());
    TACQ_CHECK(writeVocabulary(subject.base, ignored, &omitted));
    return omitted;
}

Result<std::vector<PackedFileSize>> ggufFiles(const GgufLayout& layout) {
    std::vector<PackedFileSize> files;
    for (const GgufPart& part : layout.parts) {
        std::vector<GgufDeclaration> tensors;
        for (const GgufPiece& piece : part.pieces) tensors.push_back(piece.declaration);
        files.push_back({part.path, GgufWriter::fileBytes(part.metadata, tensors)});
    }
    return files;
}

}  // namespace tacq
