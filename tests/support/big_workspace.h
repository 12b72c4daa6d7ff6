#pragma once
#include <filesystem>
#include <string>

#include "tacq/base/result.h"
#include "tacq/base/run_context.h"

namespace tacq::test {

/// A workspace with the geometry of an 8B Llama (32 layers, MLP 14336 × 4096), made up from a hash, for benches of the window.
///
/// `<folder>/model`      a Hugging Face folder, bfloat16
/// `<folder>/workspace`  with one saliency artifact (and the gradients and simulated weights beside it)
///
/// Layer 0 is all there: weights, gradients, simulated weights, and the sketch that the program itself makes of them. The other layers' sketches
/// (pyramids, marginals, tail indices) are hard links to layer 0's, and their rows beyond the first eight read as zeros: holes in files that are
/// 43 GB long and take less than 4 GB of disk.
struct BigWorkspace {
    std::filesystem::path model, workspace, artifact;
};
/// Makes it, or finds it finished. Under two minutes on two cores.
Result<BigWorkspace> makeBigWorkspace(const std::filesystem::path& folder, const RunContext& context);

}  // namespace tacq::test
