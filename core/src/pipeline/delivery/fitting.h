#pragma once
// Private to the pipeline: what of a model a format can hold, known from shapes and types before anything is written.
#include <string>
#include <vector>

#include "base/json.h"
#include "tacq/formats/exporter.h"

namespace tacq {

/// Something that a file does not hold as its source does.
struct Loss {
    std::string what;              ///< `kept-weights`, `grid`, `blocks`, `rounding`, `embeddings`, `parts`, `steps`, `omitted`
    std::int64_t tensors = 0;
    std::int64_t weights = 0;      ///< single weights where it is about those; 0: whole tensors
    std::string text;              ///< for people, a clause without a full stop
};

struct Fitting {
    std::vector<LinearFit> linears;     ///< of the packed truth, in model order; empty for a plain model or a format that takes any
    std::vector<std::string> dense;     ///< linears whose shape has no place there: written out wide
    std::vector<Loss> lost;             ///< empty: the file holds the source's very numbers

    /// A linear has to be quantized anew before the format can hold it.
    bool needsOtherGrid() const;
    /// Of linear i after that.
    GridOptions grid(std::size_t i, const PackedShape& shape) const;
    bool exact() const { return lost.empty(); }
};
/// UnsupportedFormat where the format has no place for a plain model.
Result<Fitting> fitTo(const Exporter& format, const ExportShape& shape, const ExportOptions& options);

Json lostJson(const std::vector<Loss>& lost);

}  // namespace tacq
