#include <optional>

#include "base/json_integer.h"
#include "command/command_line.h"
#include "command/request_io.h"
#include "pipeline/commands/command_list.h"
#include "pipeline/delivery/base_card.h"
#include "pipeline/delivery/quantize_result.h"
#include "pipeline/requests/source.h"
#include "pipeline/requests/version.h"
#include "pipeline/stages/forecast.h"

namespace tacq {
namespace {

/// The request with its format as the engine knows it.
struct Order : ExportRequest {
    const Exporter* target = nullptr;
};

Result<Order> readOrder(Params& params) {
    Order order{readRequest<ExportRequest>(params)};
    TACQ_CHECK(params.finish());
    TACQ_TRY(order.target, exporterNamed(order.format));
    return order;
}

/// What there is to export: packed linears (of a run or of a packed checkpoint) over a base, or a plain model.
struct Material {
    std::shared_ptr<const Checkpoint> base;        ///< dense tensors, side files, types of `source`
    std::filesystem::path layers;                  ///< folder of a quantized artifact; empty: none
    Json provenance;                               ///< of the run that made it; null for a plain model
    std::string identity;                          ///< of what is exported
};

/// What a checkpoint's tacq.json says its run came to: anybody may have written that file.
Json resultOf(const Json& provenance) {
    return provenance.is_object() && provenance.contains("result") && provenance.at("result").is_object() ? provenance.at("result") : Json::object();
}

Result<Material> fromRun(Session& session, const std::string& name) {
    TACQ_TRY(const Workspace* workspace, session.workspace());
    TACQ_TRY(const RunInfo run, findRunByName(*workspace, name));
    if (run.command != "quantize" || run.state != "done")
        return Error{ErrorCode::InvalidArgument, "run " + name + " is no finished quantize run", "RUN", "see `tacq runs list`"};
    Material material;
    TACQ_TRY(const Json result, parseJson(run.resultJson, "run " + name));
    TACQ_TRY(const Json options, parseJson(run.optionsJson, "run " + name));
    if (!result.is_object() || !options.is_object()) return Error{ErrorCode::InvalidFile, "the record of this run is damaged", "run " + name, "quantize again"};
    TACQ_TRY(const ArtifactInfo artifact, artifactOf(session, *workspace, result, "artifact"));
    TACQ_TRY(material.base, session.openModel(textOf(options, "model")));
    TACQ_TRY(const std::string identity, material.base->identity());
    if (identity != textOf(result, "modelIdentity"))
        return Error{ErrorCode::NotFound, "the model this run was made from has changed since", textOf(options, "model"), "restore it, or run again"};
    material.layers = artifact.folder;
    material.identity = artifact.key;
    material.provenance = {{"runKey", run.key}, {"modelName", run.modelName}, {"modelIdentity", identity}, {"options", withoutPaths(*findCommand(run.command), options)}, {"result", result}};
    return material;
}

Result<Material> fromPath(Session& session, const Order& request) {
    Material material;
    TACQ_TRY(material.base, session.openModel(request.source));
    TACQ_TRY(material.provenance, readProvenance(request.source));
    if (request.target->isPackedTruth && material.base->kind() != CheckpointKind::Packed) {
        // A dequantized checkpoint stands for the run that made it.
        const std::string runKey = textOf(material.provenance, "runKey");
        if (runKey.empty())
            return Error{ErrorCode::InvalidArgument, "a model that was not quantized here has no packed form", request.source, "quantize it first: tacq quantize MODEL OUT --format tacq …"};
        auto run = fromRun(session, runKey);
        if (!run.ok() && run.error().code == ErrorCode::NotFound)
            return Error{ErrorCode::NotFound, "the quantized artifact of this checkpoint's run is not in this workspace",
                         textOf(resultOf(material.provenance), "artifact"), "use the workspace it was made in"};
        return run;
    }
    TACQ_TRY(material.identity, material.base->identity());
    return material;
}

/// A folder below or beside the working folder that happens to be called like a run is a folder.
Result<Material> findMaterial(Session& session, const Order& request) {
    std::error_code ignored;
    if (looksLikeRun(request.source) && !std::filesystem::exists(request.source, ignored)) return fromRun(session, request.source);
    return fromPath(session, request);
}

/// The grid that the run was asked for; of a checkpoint without a history, its first linear's.
GridOptions commonGrid(const Json& provenance, const std::vector<PackedShape>& shapes) {
    GridOptions grid = shapes.empty() ? GridOptions{} : shapes.front().grid;
    const Json result = resultOf(provenance);
    if (shapes.empty() || !result.contains("grid")) return grid;
    const auto asked = gridOf(result.at("grid"), "tacq.json", grid);
    return asked.ok() ? asked.value() : grid;
}

PackedPlan planOf(const Material& material, const DenseOptions& dense, const std::vector<PackedShape>& shapes) {
    const Json& from = material.provenance;
    const GridOptions grid = commonGrid(from, shapes);
    const std::string identity = textOf(from, "modelIdentity").empty() ? material.identity : textOf(from, "modelIdentity");
    PackedPlan plan = makePlan(*material.base, grid, dense, identity, textOf(from, "runKey"));
    plan.linears = shapes;
    return plan;
}

CardFacts factsOf(const Material& material, const Order& request, const std::vector<PackedShape>& shapes) {
    CardFacts facts;
    describeBase(*material.base, facts);
    facts.format = request.target;
    facts.toolVersion = kVersion;
    facts.modelIdentity = material.identity;
    facts.title = facts.baseModel;
    if (!material.provenance.is_object()) return facts;
    const Json result = resultOf(material.provenance);
    const auto count = [](const Json& object, const char* key) { return integerOf(object, key, 0, std::int64_t{1} << 53).value_or(0); };
    if (const std::string name = textOf(material.provenance, "modelName"); !name.empty()) facts.baseModel = name;
    facts.runKey = textOf(material.provenance, "runKey");
    facts.modelIdentity = textOf(material.provenance, "modelIdentity");
    facts.method = textOf(result, "method");
    facts.taskName = textOf(result, "task");
    facts.samples = count(result, "samples");
    facts.tokens = count(result, "tokens");
    facts.kept = static_cast<std::uint64_t>(count(result, "kept"));
    if (result.contains("ledger")) {
        facts.bitsPerWeight = numberOf(result.at("ledger"), "total").value_or(0);
        facts.quantizableWeights = count(result.at("ledger"), "quantizableWeights");
    }
    if (!shapes.empty()) {
        const GridOptions grid = commonGrid(material.provenance, shapes);
        facts.bits = grid.bits;
        facts.groupSize = grid.groupSize;
        facts.symmetric = grid.symmetry == Symmetry::Symmetric;
        facts.overrides = static_cast<std::uint64_t>(count(result, "overrides"));
    }
    facts.title = facts.baseModel + (facts.bits > 0 ? ", " + std::to_string(facts.bits) + "-bit " + facts.method : "");
    return facts;
}

Json provenanceOf(const Material& material, const std::string& outputKey) {
    Json object{{"format", "tacq-provenance"}, {"version", 1}, {"tool", std::string("TaCQ Workbench ") + kVersion}, {"outputKey", outputKey}};
    if (material.provenance.is_object()) {
        for (const char* member : {"runKey", "modelName", "modelIdentity", "options", "task", "result"})
            if (material.provenance.contains(member)) object[member] = material.provenance.at(member);
    } else {
        object["modelName"] = material.base->displayName();
        object["modelIdentity"] = material.identity;
    }
    return object;
}

Result<std::vector<PackedShape>> shapesOf(const Material& material, const ArtifactLinears& blocks, const LinearSource& linears) {
    if (!material.layers.empty()) return blocks.shapes();
    std::vector<PackedShape> shapes;
    for (std::size_t i = 0; i < material.base->linears().size(); ++i) {
        TACQ_TRY(const PackedLinear linear, linears(i));
        shapes.push_back(linear.shape());
    }
    return shapes;
}

}  // namespace

Result<Json> exportCommand(Session& session, Params& params) {
    TACQ_TRY(const Order request, readOrder(params));
    TACQ_TRY(const Material material, findMaterial(session, request));
    const bool packedSource = material.base->kind() == CheckpointKind::Packed;
    const bool quantized = packedSource || !material.layers.empty();
    const std::string key = hashOfParts({"export/1", material.identity, request.target->name, request.dense.tensorDtype,
                                      request.dense.embeddingBits == EmbeddingBits::Eight ? "8" : "16"});
    // Two exports of the same to the same place take turns, where there is a workspace to meet in.
    std::optional<KeyLock> lock;
    std::filesystem::path reserved;
    std::vector<std::filesystem::path> precious{request.source, material.base->path(), std::filesystem::current_path()};
    if (auto workspace = session.workspace(); workspace.ok()) {
        TACQ_TRY(KeyLock held, workspace.value()->lock(key, session.context()));
        lock.emplace(std::move(held));
        reserved = workspace.value()->folder() / "artifacts";
        precious.push_back(workspace.value()->folder());
    }
    TACQ_TRY(OutputFolder out, OutputFolder::prepare(request.out, key, request.force, precious, reserved));
    Json object{{"model", request.source}, {"out", out.path().string()}, {"format", request.target->name}};
    if (out.done()) {
        TACQ_TRY(const auto files, listFiles(out.path(), session.context()));
        object.update({{"reused", true}, {"files", filesJson(files)}, {"denseTensors", Json::array()}, {"readback", Json()}, {"stages", Json::array()}});
        return object;
    }
    ArtifactLinears blocks(material.layers, material.base->linears());
    const LinearSource linears = [&](std::size_t i) { return packedSource ? material.base->readPacked(material.base->linears()[i].name) : blocks.read(i); };
    std::vector<PackedShape> shapes;
    if (quantized) { TACQ_TRY(shapes, shapesOf(material, blocks, linears)); }
    // A packed source already is the truth that the other formats are made from.
    const bool stagesPacked = request.target->isPackedTruth || !material.layers.empty();
    const PackedPlan plan = stagesPacked ? planOf(material, request.dense, shapes) : PackedPlan();
    Forecast need;
    const ExportOptions options = exportOptions(request.dense, textOf(material.provenance, "runKey"));
    TACQ_TRY(need.outputBytes, outputBytes(*request.target, {*material.base, quantized, stagesPacked ? &plan : nullptr}, options));
    TACQ_CHECK(ensureRoom(need, out.path().parent_path(), out.path()));
    session.tryBeginRun(RunKind::Export, key, params.json(), material.base->displayName(), "");
    const Delivery delivery{*request.target, options, request.verify, factsOf(material, request, shapes), provenanceOf(material, key)};
    const auto write = [&]() -> Result<Delivered> {
        if (!stagesPacked) return deliver(session, out, {{}, material.base, *material.base, linears}, delivery);
        TACQ_TRY(const std::filesystem::path packed, stagePacked(out, plan, *material.base, linears, modelCard(delivery.card), session.context()));
        return deliver(session, out, {packed, nullptr, *material.base, linears}, delivery);
    };
    TACQ_TRY(const Delivered delivered, session.timed(Stage::Export, write));
    object.update({{"reused", false},
                   {"run", session.runId()},
                   {"files", filesJson(delivered.files)},
                   {"denseTensors", delivered.denseTensors},
                   {"readback", readbackJson(delivered.readback)},
                   {"stages", session.stagesJson()}});
    return object;
}

}  // namespace tacq
