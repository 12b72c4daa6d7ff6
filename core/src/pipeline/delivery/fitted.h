#pragma once
// Private to the pipeline: a model in a form that a format can hold, made of the material by another pass or by rounding where it does not fit as it is.
#include <memory>
#include <optional>
#include <string>

#include "pipeline/delivery/export_material.h"
#include "pipeline/delivery/other_grid.h"

namespace tacq {

struct Fitted {
    Material material;
    ExportOptions options;
    PackedPlan plan;                   ///< of the packed truth once make() is done; before, of the material
    Fitting fitting;                   ///< of the material: what is lost
    bool stagesPacked = false;         ///< the packed truth is written beside OUT on the way
    std::optional<OtherPass> pass;     ///< has to run
    bool rounds = false;               ///< values go to the nearest of the format's grid
    LinearSource linears;              ///< of the truth, once made
    std::shared_ptr<const Checkpoint> source;   ///< what the truth is compared with, where it is another one

    /// Makes the truth: runs the pass where there is one.
    Result<void> make(Session& session);
    /// The dense tensors that belong to the truth: a pass that runs again knows nothing of what later steps changed.
    const std::shared_ptr<const Checkpoint>& base() const { return pass ? material.original : material.base; }
    const PackedPlan* planOrNull() const { return material.quantized() ? &plan : nullptr; }
    ExportShape shape() const { return {*base(), material.quantized(), planOrNull()}; }
    /// What the card says of this very file, kept weights and bits, in the place of what it said of the run.
    void describe(const Exporter& format, CardFacts& facts) const;
    /// Names what will be written.
    std::string key(const ExportOrder& order) const;
};

/// What is said where a pass runs again on the untuned base: `base` is the model as later steps left it.
Loss lostSteps(const Checkpoint& base);
/// For `export`: what does not fit is quantized anew by the run's own pass. NotFound names the base model or the task that it needs.
Result<Fitted> fitByRunning(Session& session, const ExportOrder& order, Material material);
/// For `convert`: what does not fit is refused (InvalidArgument), or with `lossy` rounded.
Result<Fitted> fitByRounding(const ExportOrder& order, Material material);

}  // namespace tacq
