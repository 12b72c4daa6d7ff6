#include "pipeline/commands/command_list.h"
#include "pipeline/requests/source.h"
#include "tacq/report/report.h"

namespace tacq {

Result<Json> reportCommand(Session& session, Params& params) {
    const std::vector<std::string> names = params.texts("run");
    const std::string out = params.text("out");
    const Replace replace = params.flag("force") ? Replace::Yes : Replace::No;
    if (names.size() != 1) params.fail({ErrorCode::InvalidArgument, "one run is required", "--run", "see `tacq runs list`"});
    TACQ_CHECK(params.finish());
    TACQ_TRY(const Workspace* workspace, session.workspaceToRead());
    TACQ_TRY(const RunInfo run, findRunByName(*workspace, names[0]));
    TACQ_TRY(const WrittenReport written, writeReport(*workspace, run, out, replace));
    return Json{{"model", run.modelName}, {"run", run.id}, {"path", written.path.string()}, {"bytes", written.bytes}};
}

}  // namespace tacq
