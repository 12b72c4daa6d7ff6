#include "tacq/quantize/pass_spec.h"

#include <algorithm>

#include "tacq/base/hash.h"
#include "tacq/base/number_text.h"

namespace tacq {
namespace {

// Raised when a pass's bytes change for the same inputs: old artifacts are then simply not found.
constexpr const char* kSimulationVersion = "simulation/1";
constexpr const char* kQuantizedVersion = "quantized/1";

std::string gptqText(const GptqOptions& options) {
    return "damping=" + exactText(options.damping) + " retries=" + std::to_string(options.dampingRetries) + " block=" + std::to_string(options.blockColumns) +
           " clip=" + (options.clipSearch == ClipSearch::On ? "on" : "off");
}

/// What sets linears apart, in model order.
std::string overridesText(const PassSpec& spec, std::span<const LinearInfo> linears) {
    std::string text;
    for (std::size_t i = 0; i < spec.grids.size() && i < linears.size(); ++i)
        if (spec.grids[i] != spec.common) text += linears[i].name + " " + gridText(spec.grids[i]) + "\n";
    return text;
}

std::vector<std::string> simulationParts(const PassSpec& spec, const PassInputs& inputs) {
    return {kSimulationVersion, inputs.modelIdentity, inputs.calibrationKey, gridText(spec.common), gptqText(spec.gptq), inputs.arithmetic};
}

std::vector<std::string> quantizedParts(const PassSpec& spec, const PassInputs& inputs) {
    // Rounding to nearest looks at no text and computes nothing that a machine could round in another way; a step does.
    const bool reads = spec.method->readsText || !spec.effectiveSteps().empty();
    std::vector<std::string> parts{kQuantizedVersion, inputs.modelIdentity, reads ? inputs.calibrationKey : "", gridText(spec.common), std::string(spec.method->name),
                                   std::to_string(spec.kept), spec.method->seeded ? std::to_string(spec.seed) : "", inputs.gradientKey, inputs.simulationKey,
                                   reads ? inputs.arithmetic : ""};
    if (const std::string overrides = overridesText(spec, inputs.linears); !overrides.empty()) parts.push_back(overrides);
    if (spec.method->readsText && spec.gptq != GptqOptions{}) parts.push_back("gptq " + gptqText(spec.gptq));
    for (const PostStep& step : spec.effectiveSteps()) parts.push_back("step " + step.name + " " + step.options);
    return parts;
}

}  // namespace

PassSpec PassSpec::uniform(std::size_t linears, const GridOptions& grid) {
    PassSpec spec;
    spec.common = grid;
    spec.grids.assign(linears, grid);
    return spec;
}

std::vector<PostStep> PassSpec::effectiveSteps() const {
    std::vector<PostStep> effective = steps;
    std::erase_if(effective, [](const PostStep& step) { return step.idle; });
    return effective;
}

bool PassSpec::isSimulation() const {
    const bool oneGrid = std::all_of(grids.begin(), grids.end(), [this](const GridOptions& grid) { return grid == common; });
    return method->readsText && kept == 0 && oneGrid && effectiveSteps().empty();
}

std::string PassSpec::key(const PassInputs& inputs) const {
    std::vector<std::string> parts = isSimulation() ? simulationParts(*this, inputs) : quantizedParts(*this, inputs);
    if (method->readsText && !tokenWeights.empty()) parts.push_back("tokens " + tokenWeights);
    return hashOfParts(parts);
}

}  // namespace tacq
