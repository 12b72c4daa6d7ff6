#pragma once
// Private to the pipeline: every command, one family a file.
#include "pipeline/requests/session.h"

namespace tacq {

Result<Json> inspectCommand(Session& session, Params& params);
Result<Json> tokenizeCommand(Session& session, Params& params);
Result<Json> logitsCommand(Session& session, Params& params);
Result<Json> perplexityCommand(Session& session, Params& params);
Result<Json> compareCommand(Session& session, Params& params);
Result<Json> generateCommand(Session& session, Params& params);
Result<Json> taskListCommand(Session& session, Params& params);
Result<Json> taskShowCommand(Session& session, Params& params);
Result<Json> saliencyCommand(Session& session, Params& params);
Result<Json> quantizeCommand(Session& session, Params& params);
Result<Json> tuneCommand(Session& session, Params& params);
Result<Json> budgetCommand(Session& session, Params& params);
Result<Json> circuitCompareCommand(Session& session, Params& params);
Result<Json> circuitScoreCommand(Session& session, Params& params);
Result<Json> evaluateCommand(Session& session, Params& params);
Result<Json> exportCommand(Session& session, Params& params);
Result<Json> convertCommand(Session& session, Params& params);
Result<Json> reportCommand(Session& session, Params& params);
Result<Json> probeCommand(Session& session, Params& params);
Result<Json> runsListCommand(Session& session, Params& params);
Result<Json> runsShowCommand(Session& session, Params& params);
Result<Json> runsDiffCommand(Session& session, Params& params);
Result<Json> runsRerunCommand(Session& session, Params& params);
Result<Json> runsCommandCommand(Session& session, Params& params);
Result<Json> runsLabelCommand(Session& session, Params& params);
Result<Json> runsDeleteCommand(Session& session, Params& params);
Result<Json> workspaceInfoCommand(Session& session, Params& params);
Result<Json> workspaceVerifyCommand(Session& session, Params& params);
Result<Json> workspaceGcCommand(Session& session, Params& params);

}  // namespace tacq
