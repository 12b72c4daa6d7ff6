#include "pipeline/requests/source.h"

#include <charconv>

namespace tacq {
namespace {

constexpr std::size_t kShortestKey = 8;

bool allOf(const std::string& text, const char* set) { return !text.empty() && text.find_first_not_of(set) == std::string::npos; }
bool isNumber(const std::string& text) { return text.size() <= 18 && allOf(text, "0123456789"); }
bool isKey(const std::string& text) { return text.size() >= kShortestKey && text.size() <= 64 && allOf(text, "0123456789abcdef"); }

}  // namespace

bool looksLikeRun(const std::string& name) { return isNumber(name) || isKey(name); }

Result<RunInfo> findRunByName(const Workspace& workspace, const std::string& name) {
    if (isNumber(name)) {
        std::int64_t id = 0;
        std::from_chars(name.data(), name.data() + name.size(), id);
        if (auto run = workspace.run(id); run.ok() || !isKey(name)) return run;
    }
    if (isKey(name)) {
        TACQ_TRY(const std::optional<RunInfo> found, workspace.findRunByPrefix(name));
        if (found) return *found;
    }
    return Error{ErrorCode::NotFound, "there is no such run", name, "see `tacq runs list`"};
}

Result<ArtifactInfo> artifactOf(const Session& session, const Workspace& workspace, const Json& result, const char* member) {
    const std::string key = result.is_object() && result.contains(member) && result.at(member).is_string() ? result.at(member).get<std::string>() : "";
    if (key.empty()) return Error{ErrorCode::NotFound, std::string("the run has no ") + member, "", "name another run"};
    TACQ_TRY(const std::optional<ArtifactInfo> found, workspace.find(key));
    if (found) {
        TACQ_CHECK(session.requireSound(*found));
        return *found;
    }
    return Error{ErrorCode::NotFound, "the artifact is not in this workspace any more", key, "make it again with `tacq runs rerun`"};
}

Result<ArtifactInfo> findSaliency(const Session& session, const Workspace& workspace, const std::string& name) {
    std::string key = std::filesystem::path(name).filename().string();
    if (key.empty()) key = std::filesystem::path(name).parent_path().filename().string();
    if (isKey(key))
        for (const ArtifactInfo& artifact : workspace.artifacts("saliency"))
            if (artifact.key.starts_with(key)) {
                TACQ_CHECK(session.requireSound(artifact));
                return artifact;
            }
    if (!looksLikeRun(name)) return Error{ErrorCode::NotFound, "there is no such saliency artifact in this workspace", name, "use the `artifact` that `tacq saliency --json` prints"};
    TACQ_TRY(const RunInfo run, findRunByName(workspace, name));
    TACQ_TRY(const Json result, parseJson(run.resultJson.empty() ? "{}" : run.resultJson, "run " + name));
    return artifactOf(session, workspace, result, std::string(saliencyMember(run.command)).c_str());
}

}  // namespace tacq
