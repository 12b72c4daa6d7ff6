#pragma once
#include <cstdint>
#include <vector>

#include "models/saliency/saliency_source.h"
#include "models/shared/heads.h"
#include "tacq/store/circuit_overlap.h"

namespace tacq::ui {

/// The kept weights per matrix under some counts: views of the source's tails. Empty where the counts reach below the tails (inexact).
std::vector<std::span<const std::uint32_t>> keptPositions(const SaliencySource& source, const CountAnswer& counts);

/// Where the kept weights of a model sit.
struct CircuitAnatomy {
    struct Share {
        std::int64_t layer = -1;      ///< −1: all layers
        int kind = -1;                ///< LinearKind; −1: all
        int head = -1;                ///< −1: no head
        std::uint64_t kept = 0, weights = 0;
    };
    /// A row or column of a matrix: one output or input, hit `kept` times.
    struct Line {
        std::size_t matrix = 0;
        bool isRow = true;
        std::int64_t index = 0;
        std::uint64_t kept = 0, weights = 0;
    };
    std::uint64_t kept = 0, weights = 0;
    std::vector<Share> layers, modules, heads;
    std::vector<Line> lines;          ///< hit most, at most kLines
    static constexpr std::size_t kLines = 200;
    /// flow[from · layerCount + to], from < to: how often a kept weight that writes a channel of the residual stream (a row of o or down) in layer
    /// `from` meets a kept one that reads it (a column of q, k, v, gate or up) in layer `to`, over what chance would give: Σ_d w[d]·r[d] · D / (Σw · Σr).
    /// 1: as by chance; NaN: one of them keeps nothing.
    std::vector<double> flow;
    int layerCount = 0;
};
/// Cost: a step per kept weight. Not for the GUI thread.
CircuitAnatomy dissect(const SaliencySource& source, const std::vector<std::span<const std::uint32_t>>& kept, const HeadCounts& heads);

}  // namespace tacq::ui
