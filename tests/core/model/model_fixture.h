#pragma once
// What the tests of model/ and evaluate/ share: opening models and reading expected tensors.
#include <doctest/doctest.h>
#include <ATen/Parallel.h>
#include <torch/torch.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/json.h"
#include "model/causal_lm.h"
#include "tacq/base/file_io.h"
#include "tacq/checkpoint/safetensors.h"
#include "test_paths.h"

namespace tacq::fixture {

inline const Compute kF32{"cpu", ComputeType::F32, 2};

/// One thread: for tiny models a second one only waits, and on a busy machine waiting is slow.
inline const bool kOneThread = [] { at::set_num_threads(1); return true; }();
struct AllThreads {
    AllThreads() { at::set_num_threads(kF32.threads); }
    ~AllThreads() { at::set_num_threads(1); }
};

inline std::shared_ptr<const Checkpoint> open(const std::filesystem::path& path) {
    auto opened = Checkpoint::open(path);
    REQUIRE_MESSAGE(opened.ok(), path.string() << ": " << (opened.ok() ? "" : formatError(opened.error())));
    return std::make_shared<const Checkpoint>(std::move(opened).value());
}

inline CausalLm load(const std::filesystem::path& path, Residency residency = Residency::Resident, const Compute& compute = kF32) {
    auto model = CausalLm::load(open(path), compute, residency);
    REQUIRE_MESSAGE(model.ok(), (model.ok() ? "" : formatError(model.error())));
    return std::move(model).value();
}

inline std::filesystem::path feature(const std::string& name) { return std::filesystem::path(tacq::paths::testData()) / "model" / name; }
inline std::filesystem::path stories() { return std::filesystem::path(tacq::paths::resources()) / "sample/stories260K"; }
/// Empty where the test machine has no copy.
inline std::filesystem::path smollm2() {
    const char* path = std::getenv("TACQ_SMOLLM2");
    return path && std::filesystem::exists(path) ? path : "";
}

/// A tensor of a safetensors file: F32 as is, I32 widened to int64.
inline torch::Tensor tensor(const std::filesystem::path& path, const std::string& name) {
    auto file = SafetensorsFile::open(path);
    REQUIRE_MESSAGE(file.ok(), path.string());
    const auto* entry = file.value().find(name);
    REQUIRE(entry != nullptr);
    const auto type = entry->dtype == "F32" ? torch::kFloat32 : torch::kInt32;
    const auto bytes = file.value().bytes(*entry);
    const auto view = torch::from_blob(const_cast<std::byte*>(bytes.data()), entry->shape, type).clone();
    return type == torch::kFloat32 ? view : view.to(torch::kInt64);
}

inline Json json(const std::filesystem::path& path) {
    auto text = readText(path);
    REQUIRE_MESSAGE(text.ok(), path.string());
    auto parsed = parseJson(text.value(), path.string());
    REQUIRE(parsed.ok());
    return std::move(parsed).value();
}

inline torch::Tensor hidden(const CausalLm& model, const torch::Tensor& ids, KeyValueCache* cache = nullptr) {
    auto states = model.hidden(ids, cache);
    REQUIRE(states.ok());
    return states.value();
}
inline torch::Tensor logits(const CausalLm& model, const torch::Tensor& ids, KeyValueCache* cache = nullptr) { return model.head(hidden(model, ids, cache)); }

inline double largestDifference(const torch::Tensor& a, const torch::Tensor& b) {
    REQUIRE(a.sizes() == b.sizes());
    return (a.to(torch::kFloat64) - b.to(torch::kFloat64)).abs().max().item<double>();
}

}  // namespace tacq::fixture
