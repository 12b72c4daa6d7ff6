#pragma once
// Private to the pipeline: what people name a run, an artifact or a model by.
#include <memory>
#include <optional>
#include <string>

#include "pipeline/requests/session.h"
#include "tacq/store/run_kind.h"

namespace tacq {

/// A run by its number, or by its key (8 hex digits or more). NotFound otherwise.
Result<RunInfo> findRunByName(const Workspace& workspace, const std::string& name);
bool looksLikeRun(const std::string& name);
/// A finished and undamaged artifact by key (8 hex digits or more), by run number (its saliency), by run key, or by its folder.
Result<ArtifactInfo> findSaliency(const Session& session, const Workspace& workspace, const std::string& name);
/// A run's undamaged artifact under one of its result's members; NotFound names what is missing and how to make it again.
Result<ArtifactInfo> artifactOf(const Session& session, const Workspace& workspace, const Json& result, const char* member);

}  // namespace tacq
