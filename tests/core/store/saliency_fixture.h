#pragma once
#include <cmath>
#include <cstring>
#include <map>
#include <random>

#include "store_support.h"
#include "tacq/base/half.h"
#include "tacq/checkpoint/packed_layer.h"
#include "tacq/checkpoint/safetensors.h"
#include "tacq/store/saliency_artifact.h"
#include "test_paths.h"

namespace tacq::test {

/// G, W and Ŵ of the bundled sample: real weights, made-up gradients and codes; everything in plain arrays beside the files.
struct SaliencyFixture {
    Scratch scratch;
    Checkpoint model;
    std::vector<std::vector<float>> gradient, weight, quantized, score;  // per linear
    SaliencyMeta meta;
    std::filesystem::path artifacts, folder;

    static std::filesystem::path samplePath() { return std::filesystem::path(tacq::paths::resources()) / "sample" / "stories260K"; }

    explicit SaliencyFixture(const std::string& name, GridOptions grid = {}) : scratch(name), model(valueOf(Checkpoint::open(samplePath()))) {
        artifacts = scratch.path / "artifacts";
        folder = artifacts / "saliency";
        for (const char* part : {"saliency", "gradient", "simulation"}) std::filesystem::create_directories(artifacts / part);
        makeValues(grid);
        writeGradient();
        meta.modelIdentity = std::string(64, 'e');
        meta.modelPath = samplePath().string();
        meta.modelName = "stories260K";
        meta.taskName = "tinystories";
        meta.gradientKey = "gradient";
        meta.simulationKey = "simulation";
        meta.grid = grid;
        meta.samples = 4;
        meta.tokens = 512;
        meta.seed = 18446744073709551615ull;
        meta.calibrationMeanNll = 1.25;
        meta.dtype = "f32";
        meta.linears.assign(model.linears().begin(), model.linears().end());
        for (const TensorInfo& tensor : model.tensors())
            if (std::none_of(meta.linears.begin(), meta.linears.end(), [&](const LinearInfo& l) { return l.name == tensor.name; })) meta.dense.push_back(tensor);
    }

    void write() {
        require(writeSaliencySketch(folder, meta, model, artifacts / "gradient" / "gradient.safetensors", artifacts / "simulation", {}));
        require(writeTextAtomic(folder / "meta.json", saliencyMetaToJson(meta)));
    }
    std::uint64_t weights() const {
        std::uint64_t sum = 0;
        for (const auto& values : score) sum += values.size();
        return sum;
    }

private:
    void makeValues(GridOptions grid) {
        std::mt19937 random(17);
        std::normal_distribution<float> normal;
        std::map<std::int64_t, std::vector<PackedLinear>> blocks;
        for (const LinearInfo& linear : model.linears()) {
            weight.push_back(valueOf(model.readAll(linear.name)));
            const auto size = weight.back().size();
            gradient.emplace_back(size);
            for (float& g : gradient.back()) g = std::exp(normal(random) * 2);
            blocks[linear.layer].push_back(pack(linear, weight.back(), grid));
            quantized.emplace_back(size);
            dequantizeRows(blocks[linear.layer].back(), 0, linear.rows, quantized.back());
            score.emplace_back(size);
            for (std::size_t i = 0; i < size; ++i)
                score.back()[i] = std::fabs((gradient.back()[i] * (weight.back()[i] - quantized.back()[i])) * weight.back()[i]);
        }
        for (const auto& [layer, linears] : blocks) {
            char name[40];
            std::snprintf(name, sizeof name, "layer-%03d.safetensors", static_cast<int>(layer));
            require(writePackedLayer(artifacts / "simulation" / name, linears, {}));
        }
    }

    static PackedLinear pack(const LinearInfo& linear, const std::vector<float>& values, GridOptions grid) {
        PackedLinear packed;
        packed.name = linear.name;
        packed.rows = linear.rows;
        packed.columns = linear.columns;
        packed.grid = grid;
        packed.rowOffsets.assign(static_cast<std::size_t>(linear.rows + 1), 0);
        const auto columns = static_cast<std::size_t>(linear.columns);
        const int zero = 1 << (grid.bits - 1);
        for (std::size_t r = 0; r < static_cast<std::size_t>(linear.rows); ++r) {
            const auto row = std::span(values).subspan(r * columns, columns);
            float largest = 1e-6f;
            for (const float w : row) largest = std::max(largest, std::fabs(w));
            const float scale = halfToFloat(floatToHalf(largest / static_cast<float>(zero)));
            for (std::int64_t g = 0; g < grid.groups(linear.columns); ++g) {
                packed.scales.push_back(scale);
                packed.zeros.push_back(static_cast<std::uint8_t>(zero));
            }
            std::vector<std::uint8_t> codes(columns);
            for (std::size_t c = 0; c < columns; ++c)
                codes[c] = static_cast<std::uint8_t>(std::clamp(static_cast<int>(std::nearbyint(row[c] / scale)) + zero, 0, 2 * zero - 1));
            std::vector<std::uint32_t> words(static_cast<std::size_t>(packed.wordsPerRow()));
            packRow(codes, grid.bits, words);
            packed.codes.insert(packed.codes.end(), words.begin(), words.end());
        }
        return packed;
    }

    void writeGradient() {
        std::map<std::string, std::size_t> index;
        std::vector<SafetensorsWriter::Declaration> declarations;
        for (const LinearInfo& linear : model.linears()) {
            index[linear.name] = declarations.size();
            declarations.push_back({linear.name, "F32", {linear.rows, linear.columns}});
        }
        auto writer = valueOf(SafetensorsWriter::create(artifacts / "gradient" / "gradient.safetensors", declarations, {}));
        for (const auto& declaration : writer.order()) require(writer.append(std::as_bytes(std::span(gradient[index[declaration.name]]))));
        require(writer.finish());
    }
};

}  // namespace tacq::test
