#include "formats/gguf/folder.h"

#include <algorithm>
#include <cmath>

#include "base/mapped_guard.h"
#include "checkpoint/checkpoint_data.h"
#include "checkpoint/gguf/dequantize.h"
#include "checkpoint/gguf/encode.h"
#include "checkpoint/gguf/gguf_config.h"
#include "checkpoint/gguf/head_rows.h"
#include "checkpoint/hf/folder_writer.h"
#include "formats/gguf/code_blocks.h"
#include "formats/gguf/modelfile.h"
#include "tacq/base/parallel.h"
#include "tacq/tokenizer/tokenizer.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

constexpr std::int64_t kElementsPerPiece = std::int64_t{1} << 21;
constexpr std::size_t kBytesPerPiece = std::size_t{1} << 22;
constexpr float kMostHalf = 65504.0f;

/// One tensor on its way into the file.
struct Streaming {
    const ExportJob& job;
    const GgufPiece& piece;
    GgufWriter& writer;

    std::int64_t rows() const { return piece.declaration.shape.size() < 2 ? 1 : piece.declaration.shape[0]; }
    std::int64_t columns() const { return piece.declaration.shape.back(); }
    std::size_t rowBytes() const { return static_cast<std::size_t>(piece.declaration.bytes()) / static_cast<std::size_t>(rows()); }
    std::int64_t headDim() const { return job.base.config().headDim; }
    /// Rows a piece; whole heads where rows change places.
    std::int64_t step() const {
        const std::int64_t count = std::max<std::int64_t>(1, kElementsPerPiece / std::max<std::int64_t>(1, columns()));
        return piece.interleaved && rows() > 1 ? (count + headDim() - 1) / headDim() * headDim() : count;
    }
    /// Appends whole encoded rows, in the file's order.
    Result<void> append(std::span<const std::byte> encoded) const {
        if (!piece.interleaved) return writer.append(encoded);
        const std::size_t bytes = rowBytes(), count = encoded.size() / bytes;
        std::vector<std::byte> turned(encoded.size());
        for (std::size_t place = 0; place < count; ++place) {
            const auto row = static_cast<std::size_t>(rowInterleavedAt(static_cast<std::int64_t>(place), headDim()));
            std::copy_n(encoded.begin() + static_cast<std::ptrdiff_t>(row * bytes), bytes, turned.begin() + static_cast<std::ptrdiff_t>(place * bytes));
        }
        return writer.append(turned);
    }
};

Result<void> checkValues(std::span<const float> values, TensorType type, const std::string& tensor) {
    const bool narrow = type != TensorType::F32 && type != TensorType::BF16;
    for (const float value : values) {
        if (!std::isfinite(value)) return Error{ErrorCode::NonFinite, "a weight is not a finite number", tensor, "get an undamaged copy of the model"};
        if (narrow && std::fabs(value) > kMostHalf)
            return Error{ErrorCode::InvalidArgument, "a weight of " + std::to_string(value) + " does not fit in F16", tensor, "choose --tensor-dtype bf16 or f32"};
    }
    return {};
}

/// A bias or a norm: one row, whose elements are what changes places.
Result<void> writeVector(const Streaming& stream) {
    TACQ_TRY(std::vector<float> values, stream.job.truth->readAll(stream.piece.tensor));
    TACQ_CHECK(checkValues(values, TensorType::F32, stream.piece.tensor));
    std::vector<float> turned = values;
    for (std::size_t place = 0; stream.piece.interleaved && place < values.size(); ++place)
        turned[place] = values[static_cast<std::size_t>(rowInterleavedAt(static_cast<std::int64_t>(place), stream.headDim()))];
    return stream.writer.append(std::as_bytes(std::span(turned)));
}

Result<void> writeValues(const Streaming& stream) {
    if (stream.piece.declaration.shape.size() < 2) return writeVector(stream);
    const TensorType type = stream.piece.declaration.type;
    std::vector<float> values;
    std::vector<std::byte> encoded;
    for (std::int64_t row = 0; row < stream.rows(); row += stream.step()) {
        TACQ_CHECK(stream.job.context.checkpoint());
        const std::int64_t end = std::min(stream.rows(), row + stream.step());
        values.resize(static_cast<std::size_t>((end - row) * stream.columns()));
        encoded.resize(static_cast<std::size_t>(end - row) * stream.rowBytes());
        TACQ_CHECK(stream.job.truth->readRows(stream.piece.tensor, row, end, values));
        TACQ_CHECK(checkValues(values, type, stream.piece.tensor));
        encodeRows(type, values, stream.columns(), {}, encoded);
        TACQ_CHECK(stream.append(encoded));
    }
    return {};
}

const StoredTensor* storedTensor(const Checkpoint& model, const std::string& name) {
    const auto& tensors = CheckpointAccess::data(model).tensors;
    const auto found = std::find_if(tensors.begin(), tensors.end(), [&](const StoredTensor& tensor) { return tensor.info.name == name; });
    return found == tensors.end() ? nullptr : &*found;
}

Error misfit(const std::string& tensor) { return {ErrorCode::Internal, "the tensor is not what was planned", tensor, "report this defect"}; }

Result<void> writeCopied(const Streaming& stream) {
    const StoredTensor* stored = storedTensor(*stream.job.truth, stream.piece.tensor);
    if (!stored || stored->data.size() != stream.piece.declaration.bytes()) return misfit(stream.piece.tensor);
    for (std::size_t at = 0; at < stored->data.size(); at += kBytesPerPiece) {
        TACQ_CHECK(stream.job.context.checkpoint());
        TACQ_CHECK(stream.writer.append(stored->data.subspan(at, std::min(kBytesPerPiece, stored->data.size() - at))));
    }
    return checkMapped(stored->data);
}

Result<void> writeCodes8(const Streaming& stream) {
    const StoredTensor* stored = storedTensor(*stream.job.truth, stream.piece.tensor);
    // Where a packed folder was rounded to another grid, its embeddings came out wide.
    if (!stored || stored->form != StoredTensor::Form::Codes8) return writeValues(stream);
    const auto columns = static_cast<std::size_t>(stream.columns()), scaleBytes = columns / 32 * 2;
    std::vector<std::byte> encoded;
    for (std::int64_t row = 0; row < stream.rows(); row += stream.step()) {
        TACQ_CHECK(stream.job.context.checkpoint());
        const auto first = static_cast<std::size_t>(row), count = static_cast<std::size_t>(std::min(stream.rows() - row, stream.step()));
        encoded.resize(count * stream.rowBytes());
        codes8Blocks(stored->data.subspan(first * columns, count * columns), stored->scales.subspan(first * scaleBytes, count * scaleBytes), encoded);
        TACQ_CHECK(stream.append(encoded));
    }
    TACQ_CHECK(checkMapped(stored->data));
    return checkMapped(stored->scales);
}

Result<void> writeCodes(const Streaming& stream) {
    TACQ_TRY(const PackedLinear linear, stream.job.truth->readPacked(stream.piece.tensor));
    if (linear.kept() > 0 || !linear.extra.empty() || linear.rows != stream.rows() || linear.columns != stream.columns())
        return Error{ErrorCode::InvalidArgument, "a matrix with kept weights or further parts does not fit this format as it is", linear.name, "export the run, or convert with --lossy"};
    const std::size_t bytes = stream.rowBytes();
    std::vector<std::byte> encoded(bytes * static_cast<std::size_t>(linear.rows));
    std::vector<std::optional<Error>> failed(static_cast<std::size_t>(linear.rows));
    parallelFor(failed.size(), 16, [&](std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row)
            if (auto done = codeBlocks(stream.piece.declaration.type, linear, static_cast<std::int64_t>(row), std::span(encoded).subspan(row * bytes, bytes)); !done.ok()) failed[row] = done.error();
    });
    for (const auto& error : failed)
        if (error) return *error;
    return stream.append(encoded);
}

Result<void> writePiece(const Streaming& stream) {
    switch (stream.piece.source) {
        case GgufSource::Values: return writeValues(stream);
        case GgufSource::Copied: return writeCopied(stream);
        case GgufSource::Codes: return writeCodes(stream);
        case GgufSource::Codes8: return writeCodes8(stream);
        case GgufSource::Rope: return stream.writer.append(std::as_bytes(std::span<const float>(ggufRopeFactors(stream.job.base.config()))));
    }
    return misfit(stream.piece.tensor);
}

Result<void> writeParts(const ExportJob& job, const GgufLayout& layout) {
    std::size_t total = 0, done = 0;
    for (const GgufPart& part : layout.parts) total += part.pieces.size();
    for (const GgufPart& part : layout.parts) {
        std::vector<GgufDeclaration> tensors;
        for (const GgufPiece& piece : part.pieces) tensors.push_back(piece.declaration);
        TACQ_TRY(GgufWriter writer, GgufWriter::create(job.folder / part.path, part.metadata, std::move(tensors)));
        for (const GgufPiece& piece : part.pieces) {
            job.context.report({Stage::Export, done++, total, "tensors", piece.tensor, 0});
            TACQ_CHECK(writePiece({job, piece, writer}));
            job.truth->release(piece.tensor);
        }
        TACQ_CHECK(writer.finish());
    }
    job.context.report({Stage::Export, done, total, "tensors", "", 0});
    return {};
}

/// What belongs to every copy of a model.
Result<void> copyLicences(const ExportJob& job) {
    for (const std::string& name : job.base.sideFiles()) {
        if (!name.starts_with("LICENSE") && !name.starts_with("NOTICE") && !name.starts_with("USE_POLICY")) continue;
        TACQ_TRY(const auto text, job.base.sideFile(name));
        if (text) TACQ_CHECK(writeTextAtomic(job.folder / name, *text));
    }
    return {};
}

Result<void> writeModelfile(const ExportJob& job, const GgufLayout& layout) {
    std::vector<std::string> files, stops;
    for (const GgufPart& part : layout.parts) files.push_back(part.path);
    TACQ_TRY(const std::string chat, Tokenizer::chatTemplateOf(job.base));
    if (!chat.empty())
        if (const auto tokenizer = Tokenizer::fromCheckpoint(job.base); tokenizer.ok())
            for (const std::int64_t id : job.base.config().eosTokens)
                if (std::string piece = tokenizer.value().piece(static_cast<std::int32_t>(id)); !piece.empty()) stops.push_back(std::move(piece));
    return writeTextAtomic(job.folder / "Modelfile", modelfile(files, chat, stops));
}

Result<void> writeAll(const ExportJob& job, bool wide, const ExportOptions& options) {
    TACQ_TRY(const GgufLayout layout, ggufLayout(ggufSubject(job), wide, options));
    TACQ_CHECK(writeParts(job, layout));
    TACQ_CHECK(writeModelfile(job, layout));
    TACQ_CHECK(copyLicences(job));
    if (!job.card.empty()) TACQ_CHECK(writeTextAtomic(job.folder / "README.md", job.card));
    return {};
}

}  // namespace

Result<fs::path> writeGgufFolder(const ExportJob& job, bool wide, const ExportOptions& options) {
    TACQ_CHECK(makeFolder(job.folder));
    if (auto written = writeAll(job, wide, options); !written.ok()) {
        std::error_code ignored;
        fs::remove_all(job.folder, ignored);
        return written.error();
    }
    return job.folder;
}

}  // namespace tacq
