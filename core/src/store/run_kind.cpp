#include "tacq/store/run_kind.h"

#include "base/enum_table.h"

namespace tacq {
namespace {

struct Row {
    RunKind value;
    std::string_view name;
    bool makesSaliency;
};

constexpr Row kRows[]{
    {RunKind::Quantize, "quantize", false},     {RunKind::Saliency, "saliency", true}, {RunKind::CircuitScore, "circuit-score", true},
    {RunKind::Perplexity, "perplexity", false}, {RunKind::Compare, "compare", false},  {RunKind::Evaluate, "evaluate", false},
    {RunKind::Export, "export", false},         {RunKind::Convert, "convert", false},
};

constexpr auto kKinds = valuesOf(kRows);
static_assert(isWhole(kKinds, RunKind::Convert));

}  // namespace

std::string_view runKindName(RunKind kind) { return nameIn(kRows, kind); }
std::optional<RunKind> runKindNamed(std::string_view name) { return valueIn(kRows, name); }
std::span<const RunKind> allRunKinds() { return kKinds; }

bool makesSaliency(std::string_view command) {
    const auto kind = runKindNamed(command);
    return kind && kRows[static_cast<std::size_t>(*kind)].makesSaliency;
}

std::string_view saliencyMember(std::string_view command) { return makesSaliency(command) ? "artifact" : "saliencyArtifact"; }

}  // namespace tacq
