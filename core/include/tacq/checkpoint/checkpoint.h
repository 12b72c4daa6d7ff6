#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "tacq/base/note.h"
#include "tacq/base/result.h"
#include "tacq/checkpoint/model_config.h"
#include "tacq/numerics/packed.h"

namespace tacq {

/// Element types a source tensor may have. Those from Q4_0 to MXFP4 are GGUF blocks (ggml-common.h); Words are integer codes in 32-bit words with scales,
/// as GPTQ and compressed-tensors have them; Packed is our own format's linear.
enum class TensorType {
    F32, F16, BF16, F64, I8, U8, I16, U16, I32, U32, I64, U64, Bool,
    Q4_0, Q4_1, Q5_0, Q5_1, Q8_0, Q2_K, Q3_K, Q4_K, Q5_K, Q6_K, Q2_0, IQ2_XXS, IQ2_XS, IQ2_S, IQ3_XXS, IQ3_S, IQ4_NL, IQ4_XS, TQ1_0, TQ2_0, MXFP4,
    Words, Packed
};
/// Is it one of the types whose values lie in blocks with scales of their own, as in a GGUF?
constexpr bool isBlockType(TensorType type) { return type >= TensorType::Q4_0 && type <= TensorType::MXFP4; }
std::string_view tensorTypeName(TensorType type);  ///< `F32`, `Q4_1`, …

/// A tensor under its Hugging Face name and layout (row-major, [out, in] for linears), whatever the source's own are.
struct TensorInfo {
    std::string name;
    TensorType type = TensorType::F32;
    std::vector<std::int64_t> shape;
    std::uint64_t bytes = 0;  ///< as stored
    std::int64_t elements() const;
};

/// One of the matrices that TaCQ quantizes.
enum class LinearKind { Query, Key, Value, Output, Gate, Up, Down };
inline constexpr int kLinearKinds = 7;
std::string_view linearKindName(LinearKind kind);  ///< `q`, `k`, `v`, `o`, `gate`, `up`, `down`
std::optional<LinearKind> linearKindNamed(std::string_view name);
std::optional<TensorType> tensorTypeNamed(std::string_view name);

struct LinearInfo {
    std::string name;  ///< `model.layers.3.self_attn.q_proj.weight`
    std::int64_t layer = 0;
    LinearKind kind = LinearKind::Query;
    std::int64_t rows = 0, columns = 0;  ///< out, in
    std::int64_t elements() const { return rows * columns; }
};

enum class CheckpointKind { HuggingFace, SingleSafetensors, Gguf, Packed };

/// A model on disk, opened by mapping: no tensor is read before it is asked for. Immutable; reads are thread-safe.
///
/// Accepts a Hugging Face folder (one or sharded safetensors), one `.safetensors` beside its config.json, a `.gguf`
/// (llama row permutation undone, config and tokenizer rebuilt from the KV block), or our packed folder (FORMATS section 10).
/// Errors: InvalidFile, NotFound (missing shard or tensor), UnsupportedModel, UnsupportedFormat.
///
/// Example:
///     TACQ_TRY(const Checkpoint model, Checkpoint::open("resources/sample/stories260K"));
///     const LinearInfo& first = model.linears().front();
///     TACQ_TRY(const std::vector<float> weights, model.readAll(first.name));   // first.rows × first.columns, row by row
///     TACQ_TRY(const std::string identity, model.identity());
class Checkpoint {
public:
    static Result<Checkpoint> open(const std::filesystem::path& path);
    Checkpoint(Checkpoint&&) noexcept;
    Checkpoint& operator=(Checkpoint&&) noexcept;
    ~Checkpoint();

    CheckpointKind kind() const;
    const std::filesystem::path& path() const;
    const ModelConfig& config() const;
    std::string displayName() const;  ///< name of the folder, or of the file without its ending; a GGUF's own name is among metadata()
    std::span<const TensorInfo> tensors() const;
    const TensorInfo* find(const std::string& name) const;
    /// The quantizable linears in model order: layer by layer; q, k, v, o, gate, up, down. The order of "ties by position".
    std::span<const LinearInfo> linears() const;
    std::int64_t parameters() const;

    /// Rows [rowBegin, rowEnd) of a tensor, dequantized to float32 in Hugging Face layout. 1-D tensors are one row.
    /// `out` must hold exactly (rowEnd − rowBegin) × columns values. Exact for every type (Q blocks as ggml's to_float).
    Result<void> readRows(const std::string& name, std::int64_t rowBegin, std::int64_t rowEnd, std::span<float> out) const;
    Result<std::vector<float>> readAll(const std::string& name) const;
    /// The mapped values themselves where the source is aligned F32 and needs no reordering, else empty.
    std::span<const float> mappedFloats(const std::string& name) const;
    /// Lets the kernel drop this tensor's pages from resident memory (they are re-read on demand).
    void release(const std::string& name) const;
    /// Our packed linear; only for CheckpointKind::Packed and quantized linears.
    Result<PackedLinear> readPacked(const std::string& name) const;

    /// SHA-256 over config and every tensor's name, type, shape and stored bytes: the same weights give the same
    /// identity wherever the file lies. Computed on first call (reads the whole file once) and cached in this object.
    Result<std::string> identity() const;
    /// `__metadata__` of the (first) safetensors file, or GGUF string KVs under their keys.
    const std::map<std::string, std::string>& metadata() const;
    /// Text of a side file by its Hugging Face name (`tokenizer.json`, `config.json`, `chat_template.jinja`, …), read from the
    /// folder (there also `README.md`, which sideFiles() leaves out) or rebuilt from GGUF KVs (config.json, tokenizer.json, tokenizer_config.json). Empty: none.
    Result<std::optional<std::string>> sideFile(const std::string& name) const;
    std::vector<std::string> sideFiles() const;
    /// Names of dense tensors that have other values than the base that this model was made from, or that it does not have; empty for a model that is no
    /// quantized one.
    std::span<const std::string> changed() const;
    /// What a person should know about this model though it opened: parts left aside, settings read otherwise than they look.
    std::span<const Note> notes() const;

private:
    friend struct CheckpointAccess;  ///< of the core's own openers
    struct State;
    explicit Checkpoint(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace tacq
