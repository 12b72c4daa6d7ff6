#include <set>

#include "pipeline/commands/command_list.h"
#include "tacq/base/file_io.h"

namespace tacq {
namespace {

Result<Json> usageJson(const Workspace& workspace) {
    TACQ_TRY(const Workspace::Usage usage, workspace.usage());
    return Json{{"folder", workspace.folder().string()},
                {"artifacts", usage.artifacts},
                {"bytes", usage.bytes},
                {"partialBytes", usage.partialBytes},
                {"freeBytes", freeDiskBytes(workspace.folder())},
                {"broken", Json::array()}};
}

}  // namespace

/// `kind`, `modelIdentity`: only artifacts of this kind and of this model are listed; `meta`: with what each says of itself.
Result<Json> workspaceInfoCommand(Session& session, Params& params) {
    const std::string kind = params.text("kind");
    const std::string model = params.text("modelIdentity");
    const bool meta = params.flag("meta");
    TACQ_CHECK(params.finish());
    TACQ_TRY(const Workspace* workspace, session.workspaceToRead());
    TACQ_TRY(Json object, usageJson(*workspace));
    Json list = Json::array();
    for (const ArtifactInfo& artifact : workspace->artifacts(kind)) {
        Json entry{{"key", artifact.key}, {"kind", artifact.kind}, {"bytes", artifact.bytes}, {"created", artifact.created}};
        if (meta || !model.empty()) {
            // What is damaged is `verify`'s business; here it has nothing to say.
            auto said = parseJson(artifact.metaJson, artifact.key);
            const bool known = said.ok() && said.value().is_object();
            if (!model.empty() && (!known || said.value().value("modelIdentity", Json()) != model)) continue;
            if (meta && known) entry["meta"] = std::move(said).value();
        }
        list.push_back(std::move(entry));
    }
    object["list"] = list;
    return object;
}

Result<Json> workspaceVerifyCommand(Session& session, Params& params) {
    TACQ_CHECK(params.finish());
    TACQ_TRY(const Workspace* workspace, session.workspaceToRead());
    TACQ_TRY(Json object, usageJson(*workspace));
    TACQ_TRY(const auto broken, workspace->verify(session.context()));
    std::set<std::string> looked;
    Json aside = Json::array();
    for (const Workspace::Broken& one : broken) {
        object["broken"].push_back({{"key", one.key}, {"file", one.file}, {"reason", one.reason}});
        if (!looked.insert(one.key).second || workspace->isReadOnly()) continue;
        TACQ_TRY(const bool moved, workspace->setAsideIfDamaged(one.key, session.context()));
        if (moved) aside.push_back(one.key);
    }
    if (workspace->isReadOnly() && !broken.empty()) session.context().note(LogLevel::Warning, "this workspace can only be read here: nothing was set aside");
    object["setAside"] = aside;
    return object;
}

Result<Json> workspaceGcCommand(Session& session, Params& params) {
    const auto days = static_cast<int>(params.integer("olderThanDays"));
    const bool dryRun = params.flag("dryRun");
    TACQ_CHECK(params.finish());
    TACQ_TRY(const Workspace* workspace, session.workspace());
    TACQ_TRY(const Workspace::Collected collected, workspace->collect(days, session.context(), dryRun ? Workspace::Collect::Count : Workspace::Collect::Remove));
    TACQ_TRY(Json object, usageJson(*workspace));
    if (dryRun) object["dryRun"] = true;
    object[dryRun ? "removable" : "removed"] = {{"artifacts", collected.artifacts}, {"bytes", collected.bytes}};
    return object;
}

}  // namespace tacq
