#include "train/tune_state.h"

#include <cstdlib>
#include <cstring>
#include <map>

#include "tacq/checkpoint/safetensors.h"

namespace tacq {
namespace fs = std::filesystem;
using torch::Tensor;

namespace {

constexpr const char* kFingerprint = "tacq.fingerprint";
constexpr const char* kSteps = "steps";
constexpr const char* kBest = "best";
// F64 [1 + epochs, 6]: KL trained on, KL and NLL held out, KL and NLL off task, seconds; before any training, then of each epoch.
constexpr const char* kFigures = "figures";
constexpr std::size_t kColumns = 6;

/// Every float32 tensor of the state under its name in the file; the tensors share their storage with the state's own.
std::map<std::string, Tensor> tensorsOf(std::span<const Parameter> parameters, const Optimizer& optimizer, std::span<const Tensor> best) {
    std::map<std::string, Tensor> all;
    for (std::size_t i = 0; i < parameters.size(); ++i) all["value." + std::to_string(i)] = parameters[i].value;
    for (std::size_t i = 0; i < best.size(); ++i) all["best." + std::to_string(i)] = best[i];
    const std::vector<Tensor> moments = optimizer.state();
    for (std::size_t i = 0; i < moments.size(); ++i) all["optimizer." + std::to_string(i)] = moments[i];
    return all;
}

std::vector<double> figuresOf(const TuneState& state) {
    std::vector<double> figures;
    const auto add = [&figures](const TuneEpoch& epoch) {
        figures.insert(figures.end(), {epoch.train, epoch.heldOut.kl, epoch.heldOut.nll, epoch.offTask.kl, epoch.offTask.nll, epoch.seconds});
    };
    add({0, state.heldOutBefore, state.offTaskBefore, 0});
    for (const TuneEpoch& epoch : state.epochs) add(epoch);
    return figures;
}

std::string textOf(const SafetensorsFile& file, const char* key) {
    const auto found = file.metadata().find(key);
    return found == file.metadata().end() ? std::string() : found->second;
}

}  // namespace

Result<void> saveState(const fs::path& file, const std::string& fingerprint, const TuneState& state, std::span<const Parameter> parameters, const Optimizer& optimizer) {
    const auto tensors = tensorsOf(parameters, optimizer, state.bestValues);
    const std::vector<double> figures = figuresOf(state);
    std::vector<SafetensorsWriter::Declaration> declarations{{kFigures, "F64", {static_cast<std::int64_t>(figures.size() / kColumns), kColumns}}};
    for (const auto& [name, tensor] : tensors) declarations.push_back({name, "F32", {tensor.numel()}});
    TACQ_TRY(auto writer, SafetensorsWriter::create(file, std::move(declarations),
                                                    {{kFingerprint, fingerprint}, {kSteps, std::to_string(optimizer.steps)}, {kBest, std::to_string(state.best)}}));
    TACQ_CHECK(writer.appendTo(kFigures, std::as_bytes(std::span(figures))));
    for (const auto& [name, tensor] : tensors) {
        const Tensor host = tensor.to(torch::kCPU).contiguous();
        TACQ_CHECK(writer.appendTo(name, std::as_bytes(std::span(host.const_data_ptr<float>(), static_cast<std::size_t>(host.numel())))));
    }
    return writer.finish();
}

bool restoreState(const fs::path& file, const std::string& fingerprint, TuneState& state, std::span<Parameter> parameters, Optimizer& optimizer) {
    std::error_code ignored;
    if (!fs::exists(file, ignored)) return false;
    const auto opened = SafetensorsFile::open(file);
    if (!opened.ok() || textOf(opened.value(), kFingerprint) != fingerprint) return false;
    const SafetensorsFile& saved = opened.value();
    const SafetensorsEntry* figures = saved.find(kFigures);
    if (!figures || figures->dtype != "F64" || figures->bytes == 0 || figures->bytes % (kColumns * sizeof(double)) != 0) return false;
    std::vector<Tensor> best;
    for (const Parameter& parameter : parameters) best.push_back(at::empty_like(parameter.value));
    const auto tensors = tensorsOf(parameters, optimizer, best);
    for (const auto& [name, tensor] : tensors) {
        const SafetensorsEntry* entry = saved.find(name);
        if (!entry || entry->dtype != "F32" || entry->bytes != static_cast<std::uint64_t>(tensor.numel()) * sizeof(float)) return false;
    }
    for (const auto& [name, tensor] : tensors) {
        Tensor host = at::empty({tensor.numel()}, torch::kFloat32);
        const SafetensorsEntry& entry = *saved.find(name);
        if (entry.bytes > 0) std::memcpy(host.mutable_data_ptr<float>(), saved.bytes(entry).data(), entry.bytes);
        Tensor(tensor).copy_(host);
    }
    std::vector<double> numbers(figures->bytes / sizeof(double));
    std::memcpy(numbers.data(), saved.bytes(*figures).data(), figures->bytes);
    const auto epochAt = [&numbers](std::size_t i) { return TuneEpoch{numbers[i], {numbers[i + 1], numbers[i + 2]}, {numbers[i + 3], numbers[i + 4]}, numbers[i + 5]}; };
    state.heldOutBefore = epochAt(0).heldOut;
    state.offTaskBefore = epochAt(0).offTask;
    state.epochs.clear();
    for (std::size_t i = kColumns; i < numbers.size(); i += kColumns) state.epochs.push_back(epochAt(i));
    state.best = std::atoll(textOf(saved, kBest).c_str());
    state.bestValues = std::move(best);
    optimizer.steps = std::atoll(textOf(saved, kSteps).c_str());
    return true;
}

}  // namespace tacq
