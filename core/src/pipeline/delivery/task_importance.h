#pragma once
// Private to the pipeline: what a run's saliency says about columns and matrices, for formats that carry that.
#include "base/json.h"
#include "pipeline/requests/session.h"
#include "tacq/formats/exporter.h"

namespace tacq {

/// Of the saliency that the run in `provenance` (tacq.json) computed. NotFound names what is missing: a run without scores, an artifact of another workspace.
Result<TaskImportance> taskImportance(Session& session, const Json& provenance);

}  // namespace tacq
