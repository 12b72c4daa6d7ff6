#pragma once
// Shared by the saliency tests.
#include <doctest/doctest.h>
#include <torch/torch.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <memory>
#include <string>

#include "model/causal_lm.h"
#include "scratch.h"
#include "tacq/base/file_io.h"
#include "tacq/checkpoint/safetensors.h"
#include "tacq/saliency/gradient.h"
#include "test_paths.h"

namespace tacq::test {

namespace fs = std::filesystem;
using torch::Tensor;

inline fs::path scratch(const std::string& name) {
    static const Scratch all("saliency");
    const fs::path folder = all.folder / name;
    fs::remove_all(folder);
    fs::create_directories(folder);
    return folder;
}

inline std::shared_ptr<const Checkpoint> openModel(const fs::path& path) {
    auto opened = Checkpoint::open(path);
    REQUIRE_MESSAGE(opened.ok(), (opened.ok() ? std::string() : formatError(opened.error())));
    return std::make_shared<const Checkpoint>(std::move(opened).value());
}
inline const fs::path kSample = fs::path(tacq::paths::resources()) / "sample/stories260K";

/// One thread: matrices this small gain nothing from more, and on a busy machine each barrier costs a time slice.
inline Compute cpu() {
    ComputeOptions options;
    options.threads = 1;
    options.device = "cpu";
    options.dtype = "f32";
    return resolveCompute(options).value();
}

inline Tensor readTensor(const SafetensorsFile& file, const LinearInfo& linear) {
    auto values = file.typed<float>(linear.name, "F32");
    REQUIRE(values.ok());
    Tensor tensor = torch::empty({linear.rows, linear.columns});
    std::memcpy(tensor.data_ptr<float>(), values.value().data(), values.value().size_bytes());
    return tensor;
}

/// Largest |a − b| over the matrix relative to b's root mean square.
inline double relativeError(const Tensor& a, const Tensor& b) {
    const Tensor wide = b.to(torch::kFloat64);
    const double scale = wide.square().mean().sqrt().item<double>();
    const double worst = (a.to(torch::kFloat64) - wide).abs().max().item<double>();
    return scale > 0 ? worst / scale : worst;
}

}  // namespace tacq::test
