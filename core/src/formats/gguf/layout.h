#pragma once
// Private to formats: what stands in a GGUF, known before anything is written.
#include <span>
#include <string>
#include <vector>

#include "checkpoint/gguf/gguf_writer.h"
#include "tacq/checkpoint/packed_folder.h"
#include "tacq/formats/exporter.h"

namespace tacq {

/// The model as the layout sees it: of a run, dense tensors are the base's and linears those of the packed truth.
struct GgufSubject {
    const Checkpoint& base;
    std::span<const PackedShape> linears;  ///< empty: a plain model
    bool codes8 = false;                   ///< embeddings and head lie there in 8 bits
};
GgufSubject ggufSubject(const ExportShape& shape);
GgufSubject ggufSubject(const ExportJob& job);

/// Where a tensor's bytes come from.
enum class GgufSource {
    Values,   ///< rounded to the type
    Copied,   ///< the blocks of the GGUF that the model was opened from
    Codes,    ///< the packed truth's, which the type holds exactly
    Codes8,   ///< the packed truth's 8-bit embeddings
    Rope,     ///< divisors of the frequencies
};
struct GgufChoice {
    TensorType type = TensorType::F16;
    GgufSource source = GgufSource::Values;
};
/// How a tensor of the model stands in the file. `wide`: every matrix in 16 or 32 bits (the format `gguf-f16`), by --tensor-dtype.
Result<GgufChoice> ggufChoice(const GgufSubject& subject, const TensorInfo& tensor, bool wide, const ExportOptions& options);

struct GgufPiece {
    GgufDeclaration declaration;
    std::string tensor;         ///< its Hugging Face name; empty for Rope
    GgufSource source = GgufSource::Values;
    bool interleaved = false;   ///< rows of each head change places
};
struct GgufPart {
    std::string path;           ///< relative to the folder
    GgufMetadata metadata;
    std::vector<GgufPiece> pieces;
};
struct GgufLayout {
    std::vector<GgufPart> parts;
    std::string stem;                    ///< of the file names: `SmolLM2-135M-Instruct-Q4_0`
};
/// Parts hold at most options.shardBytes of tensors each, but one tensor at least; the first has the vocabulary. UnsupportedFormat: see writeGgufConfig()
/// and writeVocabulary().
Result<GgufLayout> ggufLayout(const GgufSubject& subject, bool wide, const ExportOptions& options);
/// What the file does not say though it holds all weights, for people.
Result<std::vector<std::string>> ggufOmitted(const GgufSubject& subject);
Result<std::vector<PackedFileSize>> ggufFiles(const GgufLayout& layout);

}  // namespace tacq
