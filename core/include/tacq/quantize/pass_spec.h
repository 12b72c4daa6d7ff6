#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "tacq/checkpoint/checkpoint.h"
#include "tacq/numerics/packed.h"
#include "tacq/numerics/score.h"

namespace tacq {

enum class ClipSearch { Off, On };

/// GPTQ as the TaCQ reference does it (Frantar et al. 2022, arXiv 2210.17323; METHODS section 1).
struct GptqOptions {
    double damping = 0.01;       ///< of mean(diag H), added again on each Cholesky failure
    int dampingRetries = 150;
    std::int64_t blockColumns = 128;
    ClipSearch clipSearch = ClipSearch::On;
    bool operator==(const GptqOptions&) const = default;
};

/// What happens to the packed result of a pass afterwards.
struct PostStep {
    std::string name;
    std::string options;         ///< its options as one text, every one spelt out, in a fixed order
    bool idle = false;           ///< does nothing with these options (0 epochs, a rate of 0): as good as not there
    bool operator==(const PostStep&) const = default;
};

/// What a pass starts from, by the keys of its inputs.
struct PassInputs {
    std::string modelIdentity, calibrationKey;
    std::string gradientKey, simulationKey;  ///< of what the method's score was computed from; empty where it needs none
    std::string arithmetic;                  ///< what of the machine's arithmetic changes bytes
    std::span<const LinearInfo> linears;     ///< model order
};

/// Everything that one pass over a model does: model, text and this decide its bytes. The artifact's key and ModelPass are made from it and from
/// nothing else, so a field that is not in key() does not exist.
///
///     PassSpec spec = PassSpec::uniform(model.linears().size(), {.bits = 3});
///     spec.method = Method::Tacq, spec.kept = 910;
///     const std::string key = spec.key(inputs);
struct PassSpec {
    GridOptions common;                    ///< the grid asked for, on which the change was simulated
    std::vector<GridOptions> grids;        ///< per linear, model order; where a recipe sets some apart they differ from `common`
    GptqOptions gptq;
    Method method = Method::Gptq;          ///< how kept weights were chosen; says too whether the rest is rounded with GPTQ or to nearest
    std::uint64_t kept = 0;                ///< how many; which ones follow from method, seed and inputs
    std::uint64_t seed = 0;
    std::string tokenWeights;              ///< how calibration tokens weigh in the Hessian; empty: all alike
    std::vector<PostStep> steps;           ///< in order

    static PassSpec uniform(std::size_t linears, const GridOptions& grid);
    /// steps without the idle ones.
    std::vector<PostStep> effectiveSteps() const;
    /// Nothing kept, one grid, GPTQ, no step: the pass that saliency compares with.
    bool isSimulation() const;
    /// 64 hex digits. Keys of version 1 stay: a field that came later enters only where it differs from its default.
    std::string key(const PassInputs& inputs) const;
};

}  // namespace tacq
