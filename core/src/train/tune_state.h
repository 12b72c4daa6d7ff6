#pragma once
// Private to the engine: where a tuning stands after an epoch, and its file.
#include <filesystem>
#include <string>
#include <vector>

#include "tacq/train/tune.h"
#include "train/optimizer.h"

namespace tacq {

struct TuneState {
    TextLoss heldOutBefore, offTaskBefore;
    std::vector<TuneEpoch> epochs;         ///< finished
    std::int64_t best = 0;
    std::vector<torch::Tensor> bestValues; ///< as stored, of every parameter; those of the start where best is 0
};

/// Writes `file` atomically: the state, the parameters' values and the optimiser's.
Result<void> saveState(const std::filesystem::path& file, const std::string& fingerprint, const TuneState& state, std::span<const Parameter> parameters,
                       const Optimizer& optimizer);
/// Takes up what saveState() wrote under the same fingerprint; false (and nothing changed) if the file is absent, damaged or another's.
bool restoreState(const std::filesystem::path& file, const std::string& fingerprint, TuneState& state, std::span<Parameter> parameters, Optimizer& optimizer);

}  // namespace tacq
