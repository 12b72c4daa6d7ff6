#pragma once
// Private to the pipeline: a model pass whose finished blocks lie in a folder, so that a killed pass goes on.
#include <filesystem>

#include "pipeline/stages/stages.h"
#include "tacq/quantize/quantize.h"

namespace tacq {

/// Runs `pass` over the model into `folder`/layer-NNN.safetensors; blocks that are there and whole are not computed again.
Result<void> runLayerPass(const StageInputs& inputs, ModelPass pass, const std::filesystem::path& folder, const RunContext& context);

}  // namespace tacq
