#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace tacq {

/// What a command is at. Its name is the stable key of progress events and of `stages` in answers; people read it in the window's words.
enum class Stage : std::uint8_t { Load, Gradient, Simulate, Sketch, Saliency, Select, Widths, Allocate, Quantize, Tune, Evaluate, Generate, Export, Verify, Probe, Fetch };

std::string_view stageName(Stage stage);                      ///< `gradient`
std::optional<Stage> stageNamed(std::string_view name);       ///< nothing: a stage of another version
std::span<const Stage> allStages();

}  // namespace tacq
