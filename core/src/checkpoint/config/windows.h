#pragma once
#include "base/fields.h"
#include "tacq/checkpoint/model_config.h"

namespace tacq {

/// Fills config.slidingWindow from `use_sliding_window`, `sliding_window` and, where given, `layer_types`; `windowedByDefault` says which
/// layers slide where there are no types.
void readWindowedLayers(Fields& fields, ModelConfig& config, bool (*windowedByDefault)(const ModelConfig& config, std::int64_t layer, std::int64_t first));
/// `use_sliding_window`, `sliding_window` and, where a layer slides, `max_window_layers` and `layer_types`.
void writeWindowedLayers(const ModelConfig& config, Json& json);
/// Largest window of any layer; 0: every layer sees everything.
std::int64_t widestWindow(const ModelConfig& config);

}  // namespace tacq
