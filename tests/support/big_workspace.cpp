#include "big_workspace.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <mutex>
#include <optional>

#include "sparse_safetensors.h"
#include "tacq/base/file_io.h"
#include "tacq/base/half.h"
#include "tacq/base/hash.h"
#include "tacq/base/parallel.h"
#include "tacq/checkpoint/packed_layer.h"
#include "tacq/checkpoint/safetensors.h"
#include "tacq/store/saliency_artifact.h"
#include "tacq/store/workspace.h"

namespace tacq::test {
namespace fs = std::filesystem;
namespace {

constexpr std::int64_t kLayers = 32, kHidden = 4096, kKeyValue = 1024, kInner = 14336, kVocabulary = 128256, kRowsEverywhere = 8, kBand = 64;
constexpr std::size_t kKinds = kLinearKinds;

struct Shape {
    const char* name;
    std::int64_t rows, columns;
};
constexpr Shape kShapes[kKinds]{{"self_attn.q_proj", kHidden, kHidden}, {"self_attn.k_proj", kKeyValue, kHidden}, {"self_attn.v_proj", kKeyValue, kHidden},
                                {"self_attn.o_proj", kHidden, kHidden}, {"mlp.gate_proj", kInner, kHidden}, {"mlp.up_proj", kInner, kHidden}, {"mlp.down_proj", kHidden, kInner}};

std::string linearName(std::int64_t layer, std::size_t kind) { return "model.layers." + std::to_string(layer) + "." + kShapes[kind].name + ".weight"; }

std::uint64_t mixed(std::uint64_t x) {
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9ull;
    x = (x ^ x >> 27) * 0x94d049bb133111ebull;
    return x ^ x >> 31;
}
float uniform(std::uint64_t position, std::uint64_t stream) { return static_cast<float>((mixed(position * 0x9e3779b97f4a7c15ull + stream) >> 40) + 1) * 0x1p-24f; }
/// A few rows and columns are hot, as in real models.
float heat(std::uint64_t index, std::uint64_t stream) { return uniform(index, stream) > 0.985f ? 6.0f : 1.0f; }

std::string configJson(std::int64_t layers) {
    return R"({"architectures":["LlamaForCausalLM"],"model_type":"llama","vocab_size":)" + std::to_string(kVocabulary) + R"(,"hidden_size":)" + std::to_string(kHidden) +
           R"(,"intermediate_size":)" + std::to_string(kInner) + R"(,"num_hidden_layers":)" + std::to_string(layers) +
           R"(,"num_attention_heads":32,"num_key_value_heads":8,"max_position_embeddings":8192,"rms_norm_eps":1e-5,"rope_theta":500000.0,"tie_word_embeddings":false,"torch_dtype":"bfloat16"})";
}

Result<SparseSafetensors> createModel(const fs::path& path, std::int64_t layers) {
    std::vector<SparseSafetensors::Tensor> tensors{{"model.embed_tokens.weight", "BF16", {kVocabulary, kHidden}}, {"lm_head.weight", "BF16", {kVocabulary, kHidden}}, {"model.norm.weight", "BF16", {kHidden}}};
    for (std::int64_t layer = 0; layer < layers; ++layer) {
        for (std::size_t kind = 0; kind < kKinds; ++kind) tensors.push_back({linearName(layer, kind), "BF16", {kShapes[kind].rows, kShapes[kind].columns}});
        for (const char* norm : {"input_layernorm", "post_attention_layernorm"}) tensors.push_back({"model.layers." + std::to_string(layer) + "." + norm + ".weight", "BF16", {kHidden}});
    }
    return SparseSafetensors::create(path, tensors, {{"format", "pt"}});
}

Result<SparseSafetensors> createGradient(const fs::path& path) {
    std::vector<SparseSafetensors::Tensor> tensors;
    for (std::int64_t layer = 0; layer < kLayers; ++layer)
        for (std::size_t kind = 0; kind < kKinds; ++kind) tensors.push_back({linearName(layer, kind), "F32", {kShapes[kind].rows, kShapes[kind].columns}});
    return SparseSafetensors::create(path, tensors, {});
}

/// One band of rows: weights (as the bfloat16 they are stored in), gradients, and 3-bit codes by rounding to the nearest.
struct Band {
    std::vector<std::uint16_t> weight;
    std::vector<float> gradient;
};

void quantizeRow(std::span<const float> row, std::size_t at, PackedLinear& packed, std::span<std::uint8_t> codes) {
    float largest = 1e-6f;
    for (const float w : row) largest = std::max(largest, std::fabs(w));
    const int zero = 1 << (packed.grid.bits - 1);
    const float scale = halfToFloat(floatToHalf(largest / static_cast<float>(zero)));
    packed.scales[at] = scale;
    packed.zeros[at] = static_cast<std::uint8_t>(zero);
    for (std::size_t c = 0; c < row.size(); ++c) codes[c] = static_cast<std::uint8_t>(std::clamp(static_cast<int>(std::nearbyint(row[c] / scale)) + zero, 0, 2 * zero - 1));
    const auto words = static_cast<std::size_t>(packed.wordsPerRow());
    packRow(codes, packed.grid.bits, std::span(packed.codes).subspan(at * words, words));
}

Band makeBand(std::size_t kind, std::int64_t begin, std::int64_t end, PackedLinear& packed) {
    const auto columns = static_cast<std::size_t>(kShapes[kind].columns);
    const std::uint64_t stream = mixed(kind + 1);
    Band band{std::vector<std::uint16_t>(static_cast<std::size_t>(end - begin) * columns), std::vector<float>(static_cast<std::size_t>(end - begin) * columns)};
    std::vector<float> row(columns), warm(columns);
    std::vector<std::uint8_t> codes(columns);
    for (std::size_t c = 0; c < columns; ++c) warm[c] = heat(c, stream + 9);
    for (std::int64_t r = begin; r < end; ++r) {
        const std::size_t at = static_cast<std::size_t>(r - begin) * columns;
        const float rowHeat = heat(static_cast<std::uint64_t>(r), stream + 7);
        for (std::size_t c = 0; c < columns; ++c) {
            const std::uint64_t position = static_cast<std::uint64_t>(r) * columns + c;
            band.weight[at + c] = floatToBfloat(0.1f * (uniform(position, stream) + uniform(position, stream + 2) - 1.0f));
            row[c] = bfloatToFloat(band.weight[at + c]);
            band.gradient[at + c] = rowHeat * warm[c] * -0.01f * std::log(uniform(position, stream + 1));
        }
        quantizeRow(row, static_cast<std::size_t>(r), packed, codes);
    }
    return band;
}

PackedLinear emptyPacked(std::int64_t layer, std::size_t kind, const GridOptions& grid) {
    PackedLinear packed;
    packed.name = linearName(layer, kind);
    packed.rows = kShapes[kind].rows;
    packed.columns = kShapes[kind].columns;
    packed.grid = grid;
    packed.codes.resize(static_cast<std::size_t>(packed.rows * packed.wordsPerRow()));
    packed.scales.resize(static_cast<std::size_t>(packed.rows));
    packed.zeros.resize(static_cast<std::size_t>(packed.rows));
    packed.rowOffsets.assign(static_cast<std::size_t>(packed.rows + 1), 0);
    return packed;
}

/// Layer 0 as it is, and its first rows in every layer: the program compares those with the sketch before it trusts a model.
Result<PackedLinear> writeLinear(std::size_t kind, const GridOptions& grid, const SparseSafetensors& model, const SparseSafetensors& seedModel, const SparseSafetensors& gradient) {
    PackedLinear packed = emptyPacked(0, kind, grid);
    const auto columns = static_cast<std::uint64_t>(kShapes[kind].columns);
    std::mutex mutex;
    std::optional<Error> failure;
    parallelFor(static_cast<std::size_t>(kShapes[kind].rows), static_cast<std::size_t>(kBand), [&](std::size_t begin, std::size_t end) {
        for (std::size_t r = begin; r < end; r += static_cast<std::size_t>(kBand)) {
            const Band band = makeBand(kind, static_cast<std::int64_t>(r), std::min(static_cast<std::int64_t>(r) + kBand, static_cast<std::int64_t>(end)), packed);
            const auto write = [&]() -> Result<void> {
                TACQ_CHECK(model.write(linearName(0, kind), r * columns * 2, std::as_bytes(std::span(band.weight))));
                TACQ_CHECK(seedModel.write(linearName(0, kind), r * columns * 2, std::as_bytes(std::span(band.weight))));
                TACQ_CHECK(gradient.write(linearName(0, kind), r * columns * 4, std::as_bytes(std::span(band.gradient))));
                for (std::int64_t layer = 1; r == 0 && layer < kLayers; ++layer) {
                    const auto first = static_cast<std::size_t>(kRowsEverywhere * kShapes[kind].columns);
                    TACQ_CHECK(model.write(linearName(layer, kind), 0, std::as_bytes(std::span(band.weight).first(first))));
                    TACQ_CHECK(gradient.write(linearName(layer, kind), 0, std::as_bytes(std::span(band.gradient).first(first))));
                }
                return {};
            };
            if (const auto written = write(); !written.ok()) {
                const std::lock_guard guard(mutex);
                failure = written.error();
            }
        }
    });
    if (failure) return *failure;
    return packed;
}

Result<void> linkLayers(const fs::path& from, const fs::path& to, const std::vector<LinearInfo>& linears) {
    std::error_code ec;
    for (const char* part : {"matrix", "tail"})
        for (std::size_t m = 0; m < linears.size(); ++m) {
            char source[40], target[40];
            std::snprintf(source, sizeof source, "%s-%04d.safetensors", part, static_cast<int>(m % kKinds));
            std::snprintf(target, sizeof target, "%s-%04d.safetensors", part, static_cast<int>(m));
            fs::create_hard_link(from / source, to / target, ec);
            if (ec) return systemError(ec.value(), "cannot link", (to / target).string());
        }
    return {};
}

/// histograms.safetensors of all layers from that of one.
Result<void> repeatHistograms(const fs::path& from, const fs::path& to) {
    TACQ_TRY(const SafetensorsFile one, SafetensorsFile::open(from));
    std::map<std::string, std::string> metadata = one.metadata();
    metadata["matrices"] = std::to_string(kLayers * kLinearKinds);
    const std::int64_t matrices = kLayers * kLinearKinds;
    TACQ_TRY(auto writer, SafetensorsWriter::create(to, {{"counts", "U64", {matrices, LogHistogram::kBins}}, {"sums", "F64", {matrices, LogHistogram::kBins}}, {"mass", "F64", {matrices, LogHistogram::kBins}}}, metadata));
    for (const auto& declaration : writer.order()) {
        const SafetensorsEntry* entry = one.find(declaration.name);
        for (std::int64_t layer = 0; layer < kLayers; ++layer) TACQ_CHECK(writer.append(one.bytes(*entry)));
    }
    return writer.finish();
}

std::string inLayer(std::string text, std::int64_t layer) {
    const std::string from = "model.layers.0.", to = "model.layers." + std::to_string(layer) + ".";
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
    return text;
}

/// Ŵ of another layer: layer 0's file with its names changed and nothing but holes inside, so zeros for codes and scales.
Result<void> writeEmptyLayer(const fs::path& folder, std::int64_t layer) {
    TACQ_TRY(const SafetensorsFile first, SafetensorsFile::open(folder / "layer-000.safetensors"));
    std::vector<SparseSafetensors::Tensor> tensors;
    for (const SafetensorsEntry& entry : first.entries()) tensors.push_back({inLayer(entry.name, layer), entry.dtype, entry.shape});
    auto metadata = first.metadata();
    for (auto& [name, value] : metadata) value = inLayer(value, layer);
    char name[40];
    std::snprintf(name, sizeof name, "layer-%03d.safetensors", static_cast<int>(layer));
    TACQ_TRY(const SparseSafetensors file, SparseSafetensors::create(folder / name, tensors, metadata));
    return {};
}

}  // namespace

Result<BigWorkspace> makeBigWorkspace(const fs::path& folder, const RunContext& context) {
    const GridOptions grid;
    const BigWorkspace made{folder / "model", folder / "workspace", {}};
    TACQ_TRY(const Workspace workspace, Workspace::open(made.workspace));
    const auto keyOf = [](const char* what) { return sha256Hex(std::string("tacq-bench-8b/2/") + what); };
    const std::string key = keyOf("saliency");
    TACQ_TRY(const auto there, workspace.find(key));
    if (there) return BigWorkspace{made.model, made.workspace, there->folder};

    const fs::path seed = folder / "seed", gradients = made.workspace / "artifacts" / keyOf("gradient"), simulation = made.workspace / "artifacts" / keyOf("simulation");
    std::error_code ec;
    for (const fs::path& path : {made.model, seed / "model", seed / "sketch", gradients, simulation}) fs::create_directories(path, ec);
    TACQ_CHECK(writeTextAtomic(made.model / "config.json", configJson(kLayers)));
    TACQ_CHECK(writeTextAtomic(seed / "model" / "config.json", configJson(1)));
    std::vector<PackedLinear> packed;
    {
        TACQ_TRY(const SparseSafetensors model, createModel(made.model / "model.safetensors", kLayers));
        TACQ_TRY(const SparseSafetensors seedModel, createModel(seed / "model" / "model.safetensors", 1));
        TACQ_TRY(const SparseSafetensors gradient, createGradient(gradients / "gradient.safetensors"));
        for (std::size_t kind = 0; kind < kKinds; ++kind) {
            TACQ_CHECK(context.checkpoint());
            TACQ_TRY(PackedLinear linear, writeLinear(kind, grid, model, seedModel, gradient));
            packed.push_back(std::move(linear));
            context.report({Stage::Export, kind + 1, kKinds, "tensors", linearName(0, kind), 0});
        }
    }
    TACQ_CHECK(writePackedLayer(simulation / "layer-000.safetensors", packed, {}));
    packed.clear();
    for (std::int64_t layer = 1; layer < kLayers; ++layer) TACQ_CHECK(writeEmptyLayer(simulation, layer));

    // The sketch of layer 0, by the program itself.
    TACQ_TRY(const Checkpoint one, Checkpoint::open(seed / "model"));
    SaliencyMeta meta;
    TACQ_CHECK(writeSaliencySketch(seed / "sketch", meta, one, gradients / "gradient.safetensors", simulation, context));

    TACQ_TRY(const Checkpoint model, Checkpoint::open(made.model));
    const auto figures = meta.figures;
    meta = {};
    meta.modelIdentity = keyOf("model");
    meta.modelPath = fs::absolute(made.model).string();
    meta.modelName = "8B geometry";
    meta.taskName = "bench";
    meta.gradientKey = keyOf("gradient");
    meta.simulationKey = keyOf("simulation");
    meta.grid = grid;
    meta.samples = 128;
    meta.tokens = 128 * 2048;
    meta.dtype = "bf16";
    meta.linears.assign(model.linears().begin(), model.linears().end());
    for (std::size_t m = 0; m < meta.linears.size(); ++m) meta.figures.push_back(figures[m % kKinds]);
    for (const TensorInfo& tensor : model.tensors())
        if (tensor.name.find("_proj.") == std::string::npos) meta.dense.push_back(tensor);

    TACQ_TRY(const KeyLock lock, workspace.lock(key, context));
    TACQ_TRY(const fs::path partial, workspace.partialFolder(key));
    TACQ_CHECK(linkLayers(seed / "sketch", partial, meta.linears));
    TACQ_CHECK(repeatHistograms(seed / "sketch" / "histograms.safetensors", partial / "histograms.safetensors"));
    TACQ_TRY(const ArtifactInfo artifact, workspace.publish(key, "saliency", saliencyMetaToJson(meta)));
    fs::remove_all(seed, ec);
    return BigWorkspace{made.model, made.workspace, artifact.folder};
}

}  // namespace tacq::test
