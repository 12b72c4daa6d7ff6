#include "pipeline/stages/stages.h"

namespace tacq {
namespace {

// Raised when a stage's bytes change for the same inputs: old artifacts are then simply not found.
constexpr const char* kGradientVersion = "gradient/1";
constexpr const char* kSaliencyVersion = "saliency/2";

}  // namespace

std::string arithmetic(const Compute& compute) {
    return compute.device + "/" + (compute.type == ComputeType::BF16 ? "bf16" : "f32") + "/" + std::to_string(compute.threads);
}

PassSpec simulationSpec(const StageInputs& inputs, const GridOptions& grid) { return PassSpec::uniform(inputs.model->linears().size(), grid); }

PassInputs passInputs(const StageInputs& inputs, const Upstream& upstream) {
    return {inputs.identity, inputs.calibrationKey, upstream.gradient, upstream.simulation, arithmetic(inputs.compute), inputs.model->linears()};
}

std::string gradientKey(const StageInputs& inputs) {
    return hashOfParts({kGradientVersion, inputs.identity, inputs.calibrationKey, inputs.lossOn == LossOn::AllTokens ? "all" : "answer", arithmetic(inputs.compute)});
}

std::string simulationKey(const StageInputs& inputs, const GridOptions& grid) {
    return simulationSpec(inputs, grid).key(passInputs(inputs));
}

std::string saliencyKey(const StageInputs& inputs, const GridOptions& grid) {
    return hashOfParts({kSaliencyVersion, gradientKey(inputs), simulationKey(inputs, grid)});
}

std::string scoredKey(const SaliencyMeta& meta, Method method) {
    std::vector<std::string> parts{kSaliencyVersion, meta.gradientKey, meta.simulationKey};
    if (method != Method::Tacq) parts.emplace_back(methodName(method));
    if (method->seeded) parts.push_back(std::to_string(meta.seed));
    return hashOfParts(parts);
}

}  // namespace tacq
