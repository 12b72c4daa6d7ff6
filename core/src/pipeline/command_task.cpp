#include "pipeline/command_list.h"
#include "pipeline/stages.h"
#include "tacq/tokenizer/tokenizer.h"

namespace tacq {
namespace {

constexpr std::size_t kShownLeaks = 20;

/// Items that stand in both splits; `checked` is false where one of the splits is not at hand.
Json leakCheck(const std::string& task, const Session& session, const Tokenizer& tokenizer) {
    const auto leaks = findLeaks(task, session.environment().tasks, tokenizer);
    if (!leaks.ok()) return {{"checked", false}, {"reason", formatError(leaks.error())}};
    Json shown = Json::array();
    for (const TaskLeak& leak : leaks.value()) {
        if (shown.size() == kShownLeaks) break;
        shown.push_back({{"calibration", leak.calibration}, {"evaluation", leak.evaluation}, {"text", leak.text}});
    }
    return {{"checked", true}, {"count", leaks.value().size()}, {"items", shown}};
}

Json samplesJson(const Calibration& calibration, const Tokenizer& tokenizer) {
    Json samples = Json::array();
    for (std::size_t i = 0; i < calibration.rows.size(); ++i) {
        const auto& row = calibration.rows[i];
        Json pieces = Json::array(), loss = Json::array();
        const bool masked = i < calibration.lossMask.size() && calibration.lossMask[i].size() == row.size();
        std::int64_t lossTokens = 0;
        for (std::size_t t = 0; t < row.size(); ++t) {
            const bool counts = t > 0 && (!masked || calibration.lossMask[i][t] != 0);
            lossTokens += counts ? 1 : 0;
            pieces.push_back(tokenizer.piece(row[t]));
            loss.push_back(counts);
        }
        std::string text = i < calibration.texts.size() ? calibration.texts[i] : std::string();
        if (text.empty())
            if (auto decoded = tokenizer.decode(row); decoded.ok()) text = decoded.value();
        samples.push_back({{"text", text}, {"tokens", row.size()}, {"lossTokens", lossTokens}, {"ids", row}, {"pieces", pieces}, {"loss", loss}});
    }
    return samples;
}

}  // namespace

Result<Json> taskListCommand(Session& session, Params& params) {
    TACQ_CHECK(params.finish());
    TACQ_TRY(const std::vector<TaskInfo> tasks, listTasks(session.environment().tasks));
    Json list = Json::array();
    for (const TaskInfo& task : tasks)
        list.push_back({{"name", task.name},
                        {"displayName", task.displayName},
                        {"description", task.description},
                        {"kind", task.kind},
                        {"metric", task.metric},
                        {"licence", task.licence},
                        {"bundled", task.bundled},
                        {"available", task.available},
                        {"files", task.files}});
    return Json{{"tasks", list}};
}

Result<Json> taskShowCommand(Session& session, Params& params) {
    const std::string path = params.text("model");
    CalibrationRequest request = CalibrationRequest::read(params, session.environment());
    if (!params.has("samples")) request.sampling.samples = 4;
    request.sampling.split = params.choice("split", {"calibration", "evaluation"}, "calibration");
    TACQ_CHECK(params.finish());
    TACQ_TRY(const auto model, session.openModel(path));
    TACQ_TRY(const Tokenizer tokenizer, Tokenizer::fromCheckpoint(*model));
    TACQ_TRY(const Calibration calibration,
             makeCalibration(request.task, request.sampling, session.environment().tasks, tokenizer, model->config().contextLength));
    TACQ_CHECK(session.context().checkpoint());
    return Json{{"model", path},
                {"task", request.task},
                {"taskName", calibration.taskName},
                {"licence", calibration.licence},
                {"tokenCount", calibration.tokenCount},
                {"truncated", calibration.truncated},
                {"duplicates", calibration.duplicates},
                {"notes", calibration.notes},
                {"leak", leakCheck(request.task, session, tokenizer)},
                {"samples", samplesJson(calibration, tokenizer)}};
}

}  // namespace tacq
