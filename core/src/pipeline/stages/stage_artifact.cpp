#include "base/mapped_guard.h"
#include "pipeline/stages/forecast.h"
#include "pipeline/stages/stages.h"

namespace tacq {

Result<ArtifactInfo> makeArtifact(Session& session, const std::string& key, const std::string& kind, Stage stage,
                                  const std::function<Result<Json>(const std::filesystem::path&)>& body) {
    TACQ_TRY(const Workspace* workspace, session.workspace());
    bool reused = true;
    const auto reuse = [&](const ArtifactInfo& found) -> Result<ArtifactInfo> {
        TACQ_CHECK(session.requireSound(found));
        return found;
    };
    const auto make = [&]() -> Result<ArtifactInfo> {
        TACQ_TRY(std::optional<ArtifactInfo> found, workspace->find(key));
        if (found) return reuse(*found);
        TACQ_TRY(KeyLock lock, workspace->lock(key, session.context()));
        // Whoever held the lock may just have made it.
        TACQ_TRY(found, workspace->find(key));
        if (found) return reuse(*found);
        reused = false;
        TACQ_TRY(const std::filesystem::path folder, workspace->partialFolder(key));
        const std::size_t lost = lostFileCount();
        auto made = body(folder);
        giveBackFreeMemory();
        TACQ_TRY(const Json meta, std::move(made));
        TACQ_CHECK(session.context().checkpoint());
        // Nothing made from a file that is not whole any more is kept.
        TACQ_CHECK(lostSince(lost));   // of what the body mapped and let go
        TACQ_CHECK(checkMappedFiles(Sizes::Ask));
        return workspace->publish(key, kind, dumpJson(meta));
    };
    TACQ_TRY(ArtifactInfo artifact, session.timed(stage, make, &reused));
    session.announce(artifact);
    return artifact;
}

}  // namespace tacq
