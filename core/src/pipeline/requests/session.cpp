#include "pipeline/requests/session.h"

#include "pipeline/requests/known_identity.h"
#include "pipeline/requests/token_rows.h"

#include "tacq/checkpoint/hf_folder.h"

namespace tacq {

Result<Compute> Session::compute() {
    if (!m_compute) {
        TACQ_TRY(Compute resolved, resolveCompute(m_environment.compute));
        m_compute = resolved;
    }
    return *m_compute;
}

Result<const Workspace*> Session::workspace() {
    if (!m_workspace) {
        TACQ_TRY(Workspace opened, Workspace::open(workspaceFolder(), m_context));
        m_workspace.emplace(std::move(opened));
    }
    const Workspace* workspace = &*m_workspace;
    return workspace;
}

Result<const Workspace*> Session::workspaceToRead() {
    if (!m_workspace) {
        TACQ_TRY(Workspace opened, Workspace::openForReading(workspaceFolder(), m_context));
        m_workspace.emplace(std::move(opened));
    }
    return workspace();
}

std::filesystem::path Session::workspaceFolder() const { return m_environment.workspace.empty() ? Workspace::defaultFolder() : m_environment.workspace; }

bool Session::isInWorkspace(const std::string& text) const {
    return m_workspace && text.find((m_workspace->folder() / "artifacts").string()) != std::string::npos;
}

Result<std::shared_ptr<const Checkpoint>> Session::openModel(const std::string& path) {
    m_context.report({Stage::Load, 0, 0, "bytes", path, 0});
    const auto now = std::chrono::system_clock::now();
    TACQ_TRY(Checkpoint opened, Checkpoint::open(path));
    say(opened.notes(), path);
    const auto model = std::make_shared<const Checkpoint>(std::move(opened));
    m_opened[model.get()] = now;
    return model;
}

Result<std::string> Session::identityOf(const Checkpoint& model) {
    const auto opened = m_opened.find(&model);
    if (opened == m_opened.end()) return model.identity();
    const auto store = workspace();
    return store.ok() ? knownIdentity(model, store.value()->folder(), opened->second) : model.identity();
}

void Session::say(std::span<const Note> notes, const std::string& about) {
    for (const Note& note : notes) {
        const std::string text = about + ": " + note.text;
        if (m_said.insert(text).second) m_context.note(LogLevel::Warning, text);
    }
}

Result<Tokenizer> Session::openTokenizer(const Checkpoint& model) {
    TACQ_TRY(Tokenizer tokenizer, Tokenizer::fromCheckpoint(model));
    say(tokenizerNotes(tokenizer, model), model.path().string());
    return tokenizer;
}

Result<void> Session::requireFinite(const Checkpoint& model) {
    if (!m_finite) TACQ_CHECK(checkFinite(model, m_context));
    m_finite = true;
    return {};
}

Json Session::stagesJson() const {
    Json list = Json::array();
    for (const StageTime& stage : m_stages) list.push_back({{"name", stageName(stage.stage)}, {"seconds", stage.seconds}, {"reused", stage.reused}});
    return list;
}

void Session::announce(const ArtifactInfo& artifact) const {
    if (m_environment.onArtifact) m_environment.onArtifact(artifact.key, artifact.kind);
}

}  // namespace tacq
