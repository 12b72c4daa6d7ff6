#pragma once
// Packed tiny models, and what LibTorch's own autograd makes of them.
#include <doctest/doctest.h>
#include <torch/torch.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "../quantize/random_matrix.h"
#include "tacq/quantize/quantize.h"
#include "test_paths.h"
#include "train/tuner.h"

namespace tacq::test {

namespace fs = std::filesystem;
using torch::Tensor;

inline std::shared_ptr<const Checkpoint> openModel(const fs::path& path) {
    auto opened = Checkpoint::open(path);
    REQUIRE_MESSAGE(opened.ok(), (opened.ok() ? std::string() : formatError(opened.error())));
    return std::make_shared<const Checkpoint>(std::move(opened).value());
}
inline std::shared_ptr<const Checkpoint> featureModel(const std::string& name) { return openModel(fs::path(tacq::paths::testData()) / "model" / name); }
inline const fs::path kSample = fs::path(tacq::paths::resources()) / "sample/stories260K";

inline Compute cpu() { return resolveCompute({"cpu", "f32", 1}).value(); }

/// Rows of these lengths, ids spread over the vocabulary by a fixed rule.
inline Calibration someRows(std::int64_t vocabulary, const std::vector<std::size_t>& lengths) {
    Calibration calibration;
    calibration.taskName = "test";
    Random random(7);
    for (const std::size_t length : lengths) {
        std::vector<std::int32_t> ids;
        for (std::size_t i = 0; i < length; ++i) ids.push_back(static_cast<std::int32_t>(random.next() % static_cast<std::uint64_t>(vocabulary)));
        calibration.tokenCount += static_cast<std::int64_t>(length);
        calibration.rows.push_back(std::move(ids));
    }
    return calibration;
}

/// The model rounded to nearest with a share of random weights kept.
inline std::vector<PackedLinear> packed(const Checkpoint& model, const GridOptions& grid, double kept) {
    std::vector<PackedLinear> linears;
    for (std::size_t i = 0; i < model.linears().size(); ++i) {
        const LinearInfo& info = model.linears()[i];
        const auto weight = model.readAll(info.name).value();
        auto made = quantizeRtn(info.name, weight, info.rows, info.columns, grid, randomKept(info.elements(), kept, i + 1), ClipSearch::Off);
        REQUIRE(made.ok());
        linears.push_back(std::move(made).value());
    }
    return linears;
}

inline PackedSource sourceOf(const std::vector<PackedLinear>& linears) {
    return [&linears](std::size_t i) -> Result<PackedLinear> { return linears.at(i); };
}

inline TuningOptions everything() {
    TuningOptions what;
    what.biases = true;
    return what;
}

/// code − zero, 0 at kept places.
inline Tensor stepsOf(const PackedLinear& linear) {
    PackedLinear bare = linear;
    std::fill(bare.scales.begin(), bare.scales.end(), 1.0f);
    std::fill(bare.keptValues.begin(), bare.keptValues.end(), 0.0f);
    Tensor steps = torch::empty({linear.rows, linear.columns});
    dequantizeRows(bare, 0, bare.rows, {steps.data_ptr<float>(), static_cast<std::size_t>(steps.numel())});
    return steps;
}

/// Row-major places of the kept weights.
inline Tensor placesOf(const PackedLinear& linear) {
    std::vector<std::int64_t> places;
    for (std::int64_t row = 0; row < linear.rows; ++row)
        for (auto i = linear.rowOffsets[static_cast<std::size_t>(row)]; i < linear.rowOffsets[static_cast<std::size_t>(row) + 1]; ++i)
            places.push_back(row * linear.columns + linear.keptColumns[static_cast<std::size_t>(i)]);
    return torch::tensor(places, torch::kInt64);
}

/// W as a function of scales and kept values, in plain LibTorch.
inline Tensor weightOf(const PackedLinear& linear, const Tensor& scales, const Tensor& kept) {
    const std::int64_t width = linear.grid.groupColumns(linear.columns), groups = linear.grid.groups(linear.columns);
    const Tensor wide = scales.view({linear.rows, groups}).repeat_interleave(width, 1).narrow(1, 0, linear.columns);
    const Tensor weight = stepsOf(linear) * wide;
    return weight.view({-1}).index_copy(0, placesOf(linear), kept).view({linear.rows, linear.columns});
}

/// The parameters of a tuned model as leaves of LibTorch's graph, by kind and tensor.
using Leaves = std::map<std::pair<ParameterKind, std::string>, Tensor>;
inline Leaves leavesOf(std::span<const Parameter> parameters) {
    Leaves leaves;
    for (const Parameter& parameter : parameters) leaves[{parameter.kind, parameter.name}] = parameter.value.clone().requires_grad_();
    return leaves;
}

/// The loss of one row by nothing of ours but the model's forward pass, with a graph behind it.
inline Tensor lossOf(const CausalLm& model, const std::vector<PackedLinear>& linears, const Leaves& leaves, const TrainingRow& row, const LossWeights& weights) {
    const auto leaf = [&](ParameterKind kind, const std::string& name, const Tensor& otherwise) {
        const auto found = leaves.find({kind, name});
        return found == leaves.end() ? otherwise : found->second;
    };
    Tensor x = model.embed(row.ids.unsqueeze(0));
    for (std::int64_t layer = 0; layer < model.layers(); ++layer) {
        BlockWeights block = model.block(layer).value();
        for (const ModelTensor& tensor : layerTensors(model.config(), layer)) {
            Tensor& slot = blockTensor(block, tensor);
            if (tensor.role == TensorRole::Bias) slot = leaf(ParameterKind::Bias, tensor.name, slot);
            else if (tensor.role != TensorRole::Weight) slot = leaf(ParameterKind::Gain, tensor.name, slot);
            else {
                const PackedLinear& linear = linears[static_cast<std::size_t>(layer * kLinearKinds) + static_cast<std::size_t>(*tensor.linear)];
                slot = weightOf(linear, leaf(ParameterKind::Scales, tensor.name, torch::tensor(linear.scales)), leaf(ParameterKind::Kept, tensor.name, torch::tensor(linear.keptValues)));
            }
        }
        x = model.blockForward(layer, block, x);
    }
    const Tensor normed = model.rmsNorm(x, leaf(ParameterKind::Gain, "model.norm.weight", model.finalNormGain())).squeeze(0).index_select(0, row.positions);
    const Tensor ours = torch::log_softmax(model.head(normed), -1);
    const Tensor target = row.target.index_select(0, row.positions), theirs = torch::log_softmax(model.head(target), -1).detach();
    const Tensor kl = (theirs.exp() * (theirs - ours)).sum(-1).mean();
    const Tensor nll = torch::nll_loss(ours, row.ids.index_select(0, row.positions + 1));
    return weights.kl * kl + weights.crossEntropy * nll + weights.hidden * (normed - target).square().mean();
}

/// Largest |a − b| over the tensor relative to b's root mean square.
inline double relativeError(const Tensor& a, const Tensor& b) {
    const Tensor wide = b.to(torch::kFloat64);
    if (wide.numel() == 0) return a.numel() == 0 ? 0 : 1;
    const double scale = wide.square().mean().sqrt().item<double>(), worst = (a.to(torch::kFloat64) - wide).abs().max().item<double>();
    return scale > 0 ? worst / scale : worst;
}

}  // namespace tacq::test
