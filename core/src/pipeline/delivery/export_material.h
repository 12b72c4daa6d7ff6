#pragma once
// Private to the pipeline: what `export` and `convert` take.
#include <memory>
#include <string>
#include <vector>

#include "pipeline/delivery/delivery.h"
#include "tacq/command/requests.h"

namespace tacq {

/// The request with its format as the engine knows it.
struct ExportOrder : ConvertRequest {
    const Exporter* target = nullptr;
    ExportOptions options(const std::string& runKey) const;
};

/// What there is to export: packed linears (of a run or of a packed checkpoint) over a base, or a plain model.
struct Material {
    std::shared_ptr<const Checkpoint> original;    ///< the model that a run was made from; else the model itself
    std::shared_ptr<const Checkpoint> base;        ///< dense tensors, those that the run changed included; side files, types of `source`
    std::filesystem::path layers;                  ///< folder of a quantized artifact; empty: none
    Json provenance;                               ///< of the run that made it; null for a plain model
    std::string identity;                          ///< of what is exported
    std::string runOptions;                        ///< of the run, as history has them; empty: no run is at hand
    std::vector<PackedShape> shapes;               ///< of its packed linears; empty for a plain model

    bool isPacked() const { return base->kind() == CheckpointKind::Packed; }
    bool quantized() const { return isPacked() || !layers.empty(); }
    PackedPlan plan(const ExportOrder& order) const;
    CardFacts facts(const ExportOrder& order) const;
    /// tacq.json; carries what its run's had.
    Json provenanceOf(const std::string& outputKey) const;
    /// The quantized model as it is, to be compared with.
    Result<std::shared_ptr<const Checkpoint>> asModel() const;
};

/// Of a run by number or key. NotFound where its artifact or its model is gone.
Result<Material> materialOfRun(Session& session, const std::string& name);
/// Of a model. A dequantized checkpoint stands for the run that made it where a format needs one.
Result<Material> materialOfModel(Session& session, const ExportOrder& order);

}  // namespace tacq
