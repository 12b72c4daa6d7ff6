#include "pipeline/delivery/export_material.h"

#include "base/json_integer.h"
#include "command/command_line.h"
#include "pipeline/delivery/base_card.h"
#include "pipeline/requests/source.h"
#include "numerics/grid_json.h"
#include "pipeline/requests/version.h"
#include "tacq/checkpoint/quantized_folder.h"
#include "report/step_words.h"
#include "tacq/checkpoint/packed_shapes.h"

namespace tacq {
namespace {

/// What a checkpoint's tacq.json says its run came to: anybody may have written that file.
Json resultOf(const Json& provenance) {
    return provenance.is_object() && provenance.contains("result") && provenance.at("result").is_object() ? provenance.at("result") : Json::object();
}

/// The grid that the run was asked for; of a checkpoint without a history, its first linear's.
GridOptions commonGrid(const Json& provenance, const std::vector<PackedShape>& shapes) {
    GridOptions grid = shapes.empty() ? GridOptions{} : shapes.front().grid;
    const Json result = resultOf(provenance);
    if (shapes.empty() || !result.contains("grid")) return grid;
    const auto asked = gridOf(result.at("grid"), "tacq.json", grid);
    return asked.ok() ? asked.value() : grid;
}

Result<void> findShapes(Material& material) {
    if (!material.layers.empty()) {
        TACQ_TRY(material.shapes, QuantizedFolder(material.layers, material.base->linears()).shapes());
        return {};
    }
    if (!material.isPacked()) return {};
    TACQ_TRY(material.shapes, packedShapes(*material.base));
    return {};
}

}  // namespace

ExportOptions ExportOrder::options(const std::string& runKey) const {
    ExportOptions options = exportOptions(dense, runKey);
    if (maxShardSize > 0) options.shardBytes = maxShardSize;
    options.grid = grid;
    return options;
}

Result<Material> materialOfRun(Session& session, const std::string& name) {
    TACQ_TRY(const Workspace* workspace, session.workspace());
    TACQ_TRY(const RunInfo run, findRunByName(*workspace, name));
    if (run.command != "quantize" || run.state != "done")
        return Error{ErrorCode::InvalidArgument, "run " + name + " is no finished quantize run", "RUN", "see `tacq runs list`"};
    Material material;
    TACQ_TRY(const Json result, parseJson(run.resultJson, "run " + name));
    TACQ_TRY(const Json options, parseJson(run.optionsJson, "run " + name));
    if (!result.is_object() || !options.is_object()) return Error{ErrorCode::InvalidFile, "the record of this run is damaged", "run " + name, "quantize again"};
    TACQ_TRY(const ArtifactInfo artifact, artifactOf(session, *workspace, result, "artifact"));
    TACQ_TRY(material.original, session.openModel(textOf(options, "model")));
    TACQ_TRY(const std::string identity, session.identityOf(*material.original));
    if (identity != textOf(result, "modelIdentity"))
        return Error{ErrorCode::NotFound, "the model this run was made from has changed since", textOf(options, "model"), "restore it, or run again"};
    TACQ_TRY(material.base, withOverrides(material.original, artifact.folder));
    material.layers = artifact.folder;
    material.identity = artifact.key;
    material.runOptions = run.optionsJson;
    material.provenance = {{"runKey", run.key}, {"modelName", run.modelName}, {"modelIdentity", identity}, {"options", withoutPaths(*findCommand(run.command), options)}, {"result", result}};
    TACQ_CHECK(findShapes(material));
    return material;
}

Result<Material> materialOfModel(Session& session, const ExportOrder& order) {
    Material material;
    TACQ_TRY(material.base, session.openModel(order.source));
    material.original = material.base;
    TACQ_TRY(material.provenance, readProvenance(order.source));
    if (order.target->onlyQuantized && (!material.isPacked() || order.target->needsSaliency)) {
        // A checkpoint stands for the run that made it, where codes or scores are wanted that it does not hold.
        const std::string runKey = textOf(material.provenance, "runKey");
        if (runKey.empty())
            return Error{ErrorCode::InvalidArgument, std::string("a model that was not quantized here has no ") + (order.target->isPackedTruth ? "packed" : order.target->title) + " form", order.source,
                         "quantize it first: tacq quantize MODEL OUT --format " + std::string(order.target->name) + " …"};
        auto run = materialOfRun(session, runKey);
        if (!run.ok() && run.error().code == ErrorCode::NotFound)
            return Error{ErrorCode::NotFound, "the quantized artifact of this checkpoint's run is not in this workspace",
                         textOf(resultOf(material.provenance), "artifact"), "use the workspace it was made in"};
        return run;
    }
    TACQ_TRY(material.identity, session.identityOf(*material.base));
    TACQ_CHECK(findShapes(material));
    return material;
}

PackedPlan Material::plan(const ExportOrder& order) const {
    const std::string made = textOf(provenance, "modelIdentity").empty() ? identity : textOf(provenance, "modelIdentity");
    PackedPlan plan = makePlan(*base, commonGrid(provenance, shapes), order.dense, made, textOf(provenance, "runKey"));
    plan.linears = shapes;
    if (order.maxShardSize > 0) plan.shardBytes = order.maxShardSize;
    return plan;
}

CardFacts Material::facts(const ExportOrder& order) const {
    CardFacts facts;
    describeBase(*base, facts);
    facts.format = order.target;
    facts.toolVersion = kVersion;
    facts.modelIdentity = identity;
    facts.title = facts.baseModel;
    if (!provenance.is_object()) return facts;
    const Json result = resultOf(provenance);
    const auto count = [](const Json& object, const char* key) { return integerOf(object, key, 0, std::int64_t{1} << 53).value_or(0); };
    if (const std::string name = textOf(provenance, "modelName"); !name.empty()) facts.baseModel = name;
    facts.runKey = textOf(provenance, "runKey");
    facts.modelIdentity = textOf(provenance, "modelIdentity");
    facts.method = textOf(result, "method");
    facts.taskName = textOf(result, "task");
    if (result.contains("steps")) facts.steps = stepWords(result.at("steps"));
    facts.samples = count(result, "samples");
    facts.tokens = count(result, "tokens");
    facts.kept = static_cast<std::uint64_t>(count(result, "kept"));
    if (provenance.contains("options")) facts.recipe = dumpJson(provenance.at("options"), 2);
    if (result.contains("ledger")) {
        facts.bitsPerWeight = numberOf(result.at("ledger"), "total").value_or(0);
        facts.quantizableWeights = count(result.at("ledger"), "quantizableWeights");
    }
    if (!shapes.empty()) {
        const GridOptions grid = commonGrid(provenance, shapes);
        facts.bits = grid.bits;
        facts.groupSize = grid.groupSize;
        facts.symmetric = grid.symmetry == Symmetry::Symmetric;
        facts.overrides = static_cast<std::uint64_t>(count(result, "overrides"));
    }
    facts.title = facts.baseModel + (facts.bits > 0 ? ", " + std::to_string(facts.bits) + "-bit " + facts.method : "");
    return facts;
}

Json Material::provenanceOf(const std::string& outputKey) const {
    Json object{{"format", "tacq-provenance"}, {"version", 1}, {"tool", std::string("TaCQ Workbench ") + kVersion}, {"outputKey", outputKey}};
    if (provenance.is_object()) {
        for (const char* member : {"runKey", "modelName", "modelIdentity", "options", "task", "result"})
            if (provenance.contains(member)) object[member] = provenance.at(member);
    } else {
        object["modelName"] = base->displayName();
        object["modelIdentity"] = identity;
    }
    return object;
}

Result<std::shared_ptr<const Checkpoint>> Material::asModel() const {
    if (layers.empty()) return base;
    return openQuantized(base, layers);
}

}  // namespace tacq
