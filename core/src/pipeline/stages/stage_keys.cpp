#include "pipeline/stages/stages.h"
#include "tacq/base/hash.h"
#include "tacq/base/number_text.h"
#include "tacq/quantize/quantize.h"

namespace tacq {
namespace {

// Raised when a stage's bytes change for the same inputs: old artifacts are then simply not found.
constexpr const char* kGradientVersion = "gradient/1";
constexpr const char* kSimulationVersion = "simulation/1";
constexpr const char* kSaliencyVersion = "saliency/2";

std::string describe(const GptqOptions& options) {
    return "damping=" + exactText(options.damping) + " retries=" + std::to_string(options.dampingRetries) + " block=" + std::to_string(options.blockColumns) +
           " clip=" + (options.clipSearch == ClipSearch::On ? "on" : "off");
}

}  // namespace

std::string stageKey(const std::vector<std::string>& parts) {
    Sha256 hash;
    for (const std::string& part : parts) hash.update(std::to_string(part.size()) + ":" + part + "\n");
    return hash.finish();
}

std::string arithmetic(const Compute& compute) {
    return compute.device + "/" + (compute.type == ComputeType::BF16 ? "bf16" : "f32") + "/" + std::to_string(compute.threads);
}

std::string describe(const GridOptions& grid) {
    return "bits=" + std::to_string(grid.bits) + " group=" + std::to_string(grid.groupSize) +
           (grid.symmetry == Symmetry::Symmetric ? " symmetric" : " asymmetric") + (grid.scaleType == ScaleType::F32 ? " f32" : " f16");
}

Json gridJson(const GridOptions& grid) {
    return {{"bits", grid.bits},
            {"groupSize", grid.groupSize},
            {"symmetric", grid.symmetry == Symmetry::Symmetric},
            {"scaleDtype", grid.scaleType == ScaleType::F32 ? "f32" : "f16"}};
}

std::string gradientKey(const StageInputs& inputs) {
    return stageKey({kGradientVersion, inputs.identity, inputs.calibrationKey, inputs.lossOn == LossOn::AllTokens ? "all" : "answer", arithmetic(inputs.compute)});
}

std::string simulationKey(const StageInputs& inputs, const GridOptions& grid) {
    return stageKey({kSimulationVersion, inputs.identity, inputs.calibrationKey, describe(grid), describe(GptqOptions{}), arithmetic(inputs.compute)});
}

std::string saliencyKey(const StageInputs& inputs, const GridOptions& grid) {
    return stageKey({kSaliencyVersion, gradientKey(inputs), simulationKey(inputs, grid)});
}

std::string scoredKey(const SaliencyMeta& meta, Method method) {
    std::vector<std::string> parts{kSaliencyVersion, meta.gradientKey, meta.simulationKey};
    if (method != Method::Tacq) parts.emplace_back(methodName(method));
    if (method == Method::Random) parts.push_back(std::to_string(meta.seed));
    return stageKey(parts);
}

}  // namespace tacq
