#pragma once
#include "models/project.h"

namespace tacq::ui {

/// Rough figures before anything was measured; replaced by measured ones as soon as there are some. Always shown with ≈.
/// One GPTQ pass: forward (2·N·T), Hessians (2·T·columns² per input) and solving (rows·columns²), at 20 GFLOP/s a thread.
double forecastPassSeconds(const ModelSummary& model, const TaskChoice& task, int threads);
/// Weights of one block, embeddings, Hessians and activations of all calibration tokens, and what LibTorch itself takes.
double forecastMemoryBytes(const ModelSummary& model, const TaskChoice& task);
/// Measured if this stage ran before in this window, else the forecast.
double simulateSeconds(const Project& project, int threads);

}  // namespace tacq::ui
