#include "tacq/base/stage.h"

#include <array>
#include <iterator>
#include <utility>

namespace tacq {
namespace {

constexpr std::pair<Stage, std::string_view> kNames[]{
    {Stage::Load, "load"},         {Stage::Gradient, "gradient"}, {Stage::Simulate, "simulate"}, {Stage::Sketch, "sketch"},     {Stage::Saliency, "saliency"},
    {Stage::Select, "select"},     {Stage::Widths, "widths"},     {Stage::Allocate, "allocate"}, {Stage::Quantize, "quantize"}, {Stage::Evaluate, "evaluate"},
    {Stage::Generate, "generate"}, {Stage::Export, "export"},     {Stage::Verify, "verify"},     {Stage::Probe, "probe"},       {Stage::Fetch, "fetch"},
};

constexpr auto stages() {
    std::array<Stage, std::size(kNames)> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = kNames[i].first;
    return all;
}

constexpr auto kStages = stages();

/// Every value has its row, in the order of the enum: stageName() counts on it.
constexpr bool complete() {
    for (std::size_t i = 0; i < kStages.size(); ++i)
        if (kStages[i] != static_cast<Stage>(i)) return false;
    return kStages.size() == static_cast<std::size_t>(Stage::Fetch) + 1;
}
static_assert(complete());

}  // namespace

std::string_view stageName(Stage stage) { return kNames[static_cast<std::size_t>(stage)].second; }

std::optional<Stage> stageNamed(std::string_view name) {
    for (const auto& [stage, known] : kNames)
        if (known == name) return stage;
    return std::nullopt;
}

std::span<const Stage> allStages() { return kStages; }

}  // namespace tacq
