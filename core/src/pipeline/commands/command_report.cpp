#include "command/request_io.h"
#include "pipeline/commands/command_list.h"
#include "pipeline/requests/source.h"
#include "tacq/report/report.h"

namespace tacq {

Result<Json> reportCommand(Session& session, Params& params) {
    const ReportRequest request = readRequest<ReportRequest>(params);
    TACQ_CHECK(params.finish());
    TACQ_TRY(const Workspace* workspace, session.workspaceToRead());
    TACQ_TRY(const RunInfo run, findRunByName(*workspace, request.run));
    TACQ_TRY(const WrittenReport written, writeReport(*workspace, run, request.out, request.force ? Replace::Yes : Replace::No));
    return Json{{"model", run.modelName}, {"run", run.id}, {"path", written.path.string()}, {"bytes", written.bytes}};
}

}  // namespace tacq
