#include <optional>

#include "command/request_io.h"
#include "pipeline/commands/command_list.h"
#include "pipeline/delivery/export_material.h"
#include "pipeline/delivery/fitted.h"
#include "pipeline/requests/source.h"
#include "pipeline/stages/forecast.h"

namespace tacq {
namespace {

/// What the answer names the request by.
Json headOf(const ExportOrder& order, const std::string& out) { return {{"model", order.source}, {"out", out}, {"format", order.target->name}}; }

/// A folder below or beside the working folder that happens to be called like a run is a folder.
Result<Material> findMaterial(Session& session, const ExportOrder& order) {
    std::error_code ignored;
    if (looksLikeRun(order.source) && !std::filesystem::exists(order.source, ignored)) return materialOfRun(session, order.source);
    return materialOfModel(session, order);
}

/// Sizes and what is lost; nothing is made.
Result<Json> dryRun(const ExportOrder& order, const Fitted& fitted) {
    TACQ_TRY(const auto sizes, order.target->weightFiles(fitted.shape(), fitted.options));
    Json files = Json::array();
    for (const PackedFileSize& file : sizes) files.push_back({{"path", file.path}, {"bytes", file.bytes}});
    Json object = headOf(order, order.out);
    object.update({{"dryRun", true}, {"files", files}, {"exact", fitted.fitting.exact()}, {"lost", lostJson(fitted.fitting.lost)}, {"denseTensors", fitted.fitting.dense}});
    return object;
}

/// OUT holds this very result already: what is known about it is the answer.
Result<Json> reused(Session& session, const OutputFolder& out, Json object) {
    TACQ_TRY(const auto files, listFiles(out.path(), session.context()));
    object.update({{"reused", true}, {"files", filesJson(files)}, {"denseTensors", Json::array()}, {"readback", Json()}});
    if (const auto provenance = readProvenance(out.path()); provenance.ok() && provenance.value().is_object() && provenance.value().contains("export") && provenance.value().at("export").is_object())
        object.update(provenance.value().at("export"));
    object["stages"] = Json::array();
    return object;
}

Result<Json> answer(Session& session, const ExportOrder& order, const Json& params, Fitted fitted, RunKind kind) {
    if (order.dryRun) return dryRun(order, fitted);
    const Material& material = fitted.material;
    const std::string key = fitted.key(order);
    // Two exports of the same to the same place take turns, where there is a workspace to meet in.
    std::optional<KeyLock> lock;
    std::filesystem::path reserved;
    std::vector<std::filesystem::path> precious{order.source, material.base->path(), std::filesystem::current_path()};
    if (auto workspace = session.workspace(); workspace.ok()) {
        TACQ_TRY(KeyLock held, workspace.value()->lock(key, session.context()));
        lock.emplace(std::move(held));
        reserved = workspace.value()->folder() / "artifacts";
        precious.push_back(workspace.value()->folder());
    }
    TACQ_TRY(OutputFolder out, OutputFolder::prepare(order.out, key, order.force, precious, reserved));
    Json object = headOf(order, out.path().string());
    if (out.done()) return reused(session, out, std::move(object));
    Forecast need;
    TACQ_TRY(need.outputBytes, outputBytes(*order.target, fitted.shape(), fitted.options, fitted.stagesPacked));
    TACQ_CHECK(ensureRoom(need, out.path().parent_path(), out.path()));
    session.tryBeginRun(kind, key, params, material.base->displayName(), "");
    TACQ_CHECK(fitted.make(session));
    CardFacts card = material.facts(order);
    fitted.describe(*order.target, card);
    const Delivery delivery{*order.target, fitted.options, order.verify, std::move(card), material.provenanceOf(key), fitted.fitting};
    const auto write = [&]() -> Result<Delivered> {
        Goods goods{{}, material.base, *fitted.base(), fitted.linears, fitted.planOrNull(), order.verify ? fitted.source : nullptr};
        if (fitted.stagesPacked) {
            TACQ_TRY(goods.packed, stagePacked(out, fitted.plan, *fitted.base(), fitted.linears, modelCard(delivery.card), session.context()));
            goods.model = nullptr;
        }
        return deliver(session, out, goods, delivery);
    };
    TACQ_TRY(const Delivered delivered, session.timed(Stage::Export, write));
    noteFigures(session, delivered);
    object.update({{"reused", false}, {"run", session.runId()}});
    object.update(deliveredJson(delivered));
    if (order.target->nextStep != nullptr) object["next"] = order.target->nextStep(fitted.shape(), fitted.options);
    object["stages"] = session.stagesJson();
    return object;
}

}  // namespace

Result<Json> exportCommand(Session& session, Params& params) {
    ExportOrder order;
    static_cast<ExportRequest&>(order) = readRequest<ExportRequest>(params);
    TACQ_CHECK(params.finish());
    TACQ_TRY(order.target, exporterNamed(order.format));
    TACQ_TRY(Material material, findMaterial(session, order));
    TACQ_TRY(Fitted fitted, fitByRunning(session, order, std::move(material)));
    return answer(session, order, params.json(), std::move(fitted), RunKind::Export);
}

Result<Json> convertCommand(Session& session, Params& params) {
    ExportOrder order;
    static_cast<ConvertRequest&>(order) = readRequest<ConvertRequest>(params);
    TACQ_CHECK(params.finish());
    TACQ_TRY(order.target, exporterNamed(order.format));
    TACQ_TRY(Material material, materialOfModel(session, order));
    TACQ_TRY(Fitted fitted, fitByRounding(order, std::move(material)));
    return answer(session, order, params.json(), std::move(fitted), RunKind::Convert);
}

}  // namespace tacq
