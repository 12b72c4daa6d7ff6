#include "pipeline/delivery/fitted.h"

#include "pipeline/delivery/file_facts.h"
#include "tacq/base/hash.h"

namespace tacq {
namespace {

Result<Fitted> begin(const ExportOrder& order, Material material) {
    Fitted fitted;
    fitted.material = std::move(material);
    fitted.options = order.options(textOf(fitted.material.provenance, "runKey"));
    // A packed source already is the truth that the other formats are made from.
    fitted.stagesPacked = fitted.material.quantized() && !order.target->needsSaliency && (order.target->isPackedTruth || !fitted.material.isPacked());
    fitted.plan = fitted.material.plan(order);
    TACQ_TRY(fitted.fitting, fitTo(*order.target, fitted.shape(), fitted.options));
    return fitted;
}

/// A packed folder that was made in this workspace stands for its run, which knows base and task.
Result<Material> withRun(Session& session, const ExportOrder& order, const Material& material) {
    const std::string key = textOf(material.provenance, "runKey"), model = textOf(material.provenance, "modelName");
    Result<Material> run = key.empty() ? Result<Material>(Error{ErrorCode::NotFound, "", "", ""}) : materialOfRun(session, key);
    if (run.ok() || run.error().code != ErrorCode::NotFound) return run;
    const Json* result = material.provenance.is_object() && material.provenance.contains("result") ? &material.provenance.at("result") : nullptr;
    const std::string task = result == nullptr ? std::string() : textOf(*result, "task");
    return Error{ErrorCode::NotFound,
                 std::string(order.target->title) + " cannot hold this model as it is, and to quantize it again takes its base model" + (model.empty() ? "" : " (" + model + ")") + " and its task" +
                     (task.empty() ? "" : " (" + task + ")") + ", which this workspace does not know" + (run.error().message.empty() ? "" : ": " + run.error().message),
                 order.source, "use the workspace it was made in, or take the nearest values with `tacq convert … --lossy`"};
}

std::string reasons(const Fitting& fitting) {
    std::string text;
    for (const Loss& one : fitting.lost) text.append(text.empty() ? "" : "; ").append(one.weights > 0 ? std::to_string(one.weights) + " " : "").append(one.text);
    return text;
}

}  // namespace

Loss lostSteps(const Checkpoint& base) { return {"steps", static_cast<std::int64_t>(base.changed().size()), 0, "what later steps trained is not in a pass that runs again"}; }

Result<Fitted> fitByRunning(Session& session, const ExportOrder& order, Material material) {
    TACQ_TRY(Fitted fitted, begin(order, std::move(material)));
    if (!fitted.fitting.needsOtherGrid()) return fitted;
    if (fitted.material.runOptions.empty()) {
        TACQ_TRY(Material run, withRun(session, order, fitted.material));
        TACQ_TRY(fitted, begin(order, std::move(run)));
    }
    const Material& from = fitted.material;
    if (from.base != from.original || !textOf(from.runOptions, "steps").empty()) fitted.fitting.lost.push_back(lostSteps(*from.base));
    if (order.dryRun) return fitted;
    TACQ_TRY(fitted.pass, otherPass(session, from.original, storedCalibration("quantize", from.runOptions), textOf(from.provenance.at("result"), "method"), fitted.fitting, from.shapes));
    return fitted;
}

Result<Fitted> fitByRounding(const ExportOrder& order, Material material) {
    TACQ_TRY(Fitted fitted, begin(order, std::move(material)));
    if (fitted.fitting.exact()) return fitted;
    if (!order.lossy)
        return Error{ErrorCode::InvalidArgument, std::string(order.target->title) + " does not hold this model exactly: " + reasons(fitted.fitting), order.source,
                     "add --lossy for the nearest values, or choose --tensor-dtype f32 where it is about rounding"};
    fitted.rounds = fitted.fitting.needsOtherGrid();
    fitted.stagesPacked = fitted.stagesPacked || fitted.rounds;
    return fitted;
}

Result<void> Fitted::make(Session& session) {
    const auto own = std::make_shared<QuantizedFolder>(material.layers, material.base->linears());
    const auto first = [material = material, own](std::size_t i) { return material.layers.empty() ? material.base->readPacked(material.base->linears()[i].name) : own->read(i); };
    linears = first;
    if (!pass && !rounds) return {};
    TACQ_TRY(source, material.asModel());
    const std::vector<LinearFit> fits = fitting.linears;
    const auto wide = [fits](std::size_t i) { return fits[i].how == LinearFit::How::Dense; };
    for (std::size_t i = 0; i < plan.linears.size(); ++i) {
        if (wide(i)) continue;
        plan.linears[i].grid = fitting.grid(i, plan.linears[i]);
        plan.linears[i].kept = 0;
        plan.linears[i].extra.clear();
    }
    if (rounds) {
        const std::vector<PackedShape> shapes = plan.linears;
        linears = [first, wide, shapes](std::size_t i) -> Result<PackedLinear> {
            TACQ_TRY(PackedLinear linear, first(i));
            if (wide(i)) return linear;
            return nearestOn(linear, shapes[i].grid);
        };
        return {};
    }
    TACQ_TRY(const ArtifactInfo artifact, pass->run(session));
    const auto again = std::make_shared<QuantizedFolder>(artifact.folder, material.original->linears());
    linears = [first, wide, again](std::size_t i) { return wide(i) ? first(i) : again->read(i); };
    plan.dense = denseTensors(material.original->linears(), material.original->tensors());
    return {};
}

void Fitted::describe(const Exporter& format, CardFacts& facts) const {
    if (!material.quantized()) return;
    std::int64_t kept = 0;
    for (const PackedShape& linear : plan.linears) kept += linear.kept;
    facts.kept = static_cast<std::uint64_t>(kept);
    describeLedger(facts, format, shape(), options);
}

std::string Fitted::key(const ExportOrder& order) const {
    std::vector<std::string> parts{"export/1", material.identity, order.target->name, order.dense.tensorDtype, order.dense.embeddingBits == EmbeddingBits::Eight ? "8" : "16"};
    if (order.maxShardSize > 0) parts.push_back("shards of " + std::to_string(order.maxShardSize));
    if (!order.grid.empty()) parts.push_back("grid " + order.grid);
    if (pass) parts.push_back(pass->key());
    if (rounds) parts.emplace_back("nearest");
    return hashOfParts(parts);
}

}  // namespace tacq
