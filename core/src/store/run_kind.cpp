#include "tacq/store/run_kind.h"

#include <array>
#include <iterator>

namespace tacq {
namespace {

struct Row {
    RunKind kind;
    std::string_view name;
    bool makesSaliency;
};

constexpr Row kRows[]{
    {RunKind::Quantize, "quantize", false},     {RunKind::Saliency, "saliency", true}, {RunKind::CircuitScore, "circuit-score", true},
    {RunKind::Perplexity, "perplexity", false}, {RunKind::Compare, "compare", false},  {RunKind::Evaluate, "evaluate", false},
    {RunKind::Export, "export", false},
};

constexpr auto kinds() {
    std::array<RunKind, std::size(kRows)> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = kRows[i].kind;
    return all;
}

constexpr auto kKinds = kinds();

/// Every value has its row, in the order of the enum: runKindName() counts on it.
constexpr bool complete() {
    for (std::size_t i = 0; i < kKinds.size(); ++i)
        if (kKinds[i] != static_cast<RunKind>(i)) return false;
    return kKinds.size() == static_cast<std::size_t>(RunKind::Export) + 1;
}
static_assert(complete());

}  // namespace

std::string_view runKindName(RunKind kind) { return kRows[static_cast<std::size_t>(kind)].name; }

std::optional<RunKind> runKindNamed(std::string_view name) {
    for (const Row& row : kRows)
        if (row.name == name) return row.kind;
    return std::nullopt;
}

std::span<const RunKind> allRunKinds() { return kKinds; }

bool makesSaliency(std::string_view command) {
    const auto kind = runKindNamed(command);
    return kind && kRows[static_cast<std::size_t>(*kind)].makesSaliency;
}

std::string_view saliencyMember(std::string_view command) { return makesSaliency(command) ? "artifact" : "saliencyArtifact"; }

}  // namespace tacq
