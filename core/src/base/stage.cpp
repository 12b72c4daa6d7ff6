#include "tacq/base/stage.h"

#include "base/enum_table.h"

namespace tacq {
namespace {

struct Row {
    Stage value;
    std::string_view name;
};

constexpr Row kRows[]{
    {Stage::Load, "load"},         {Stage::Gradient, "gradient"}, {Stage::Simulate, "simulate"}, {Stage::Sketch, "sketch"},     {Stage::Saliency, "saliency"},
    {Stage::Select, "select"},     {Stage::Widths, "widths"},     {Stage::Allocate, "allocate"}, {Stage::Quantize, "quantize"}, {Stage::Tune, "tune"},
    {Stage::Evaluate, "evaluate"}, {Stage::Generate, "generate"}, {Stage::Export, "export"},     {Stage::Verify, "verify"},     {Stage::Probe, "probe"},
    {Stage::Fetch, "fetch"},
};
constexpr auto kStages = valuesOf(kRows);
static_assert(isWhole(kStages, Stage::Fetch));

}  // namespace

std::string_view stageName(Stage stage) { return nameIn(kRows, stage); }
std::optional<Stage> stageNamed(std::string_view name) { return valueIn(kRows, name); }
std::span<const Stage> allStages() { return kStages; }

}  // namespace tacq
