#include <algorithm>

#include "command/request_io.h"
#include "pipeline/commands/command_list.h"
#include "pipeline/requests/token_rows.h"
#include "pipeline/stages/stages.h"
#include "tacq/base/utf8.h"
#include "tacq/tokenizer/tokenizer.h"

namespace tacq {
namespace {

constexpr std::size_t kShownLeaks = 20;

/// Items that stand in both splits; `checked` is false where one of the splits is not at hand.
Json leakCheck(const std::string& task, const Session& session, const Tokenizer& tokenizer) {
    const auto leaks = findLeaks(task, session.environment().tasks, tokenizer, session.context().stop);
    if (!leaks.ok()) return {{"checked", false}, {"reason", formatError(leaks.error())}};
    Json shown = Json::array();
    for (const TaskLeak& leak : leaks.value()) {
        if (shown.size() == kShownLeaks) break;
        shown.push_back({{"calibration", leak.calibration}, {"evaluation", leak.evaluation}, {"text", leak.text}});
    }
    return {{"checked", true}, {"count", leaks.value().size()}, {"items", shown}};
}

/// Is this token's prediction in the loss? The first of a row is predicted from nothing.
bool inLoss(const Calibration& calibration, std::size_t row, std::size_t token) {
    const bool masked = row < calibration.lossMask.size() && calibration.lossMask[row].size() == calibration.rows[row].size();
    return token > 0 && (!masked || calibration.lossMask[row][token] != 0);
}

std::int64_t lossTokensOf(const Calibration& calibration, std::size_t row) {
    std::int64_t count = 0;
    for (std::size_t t = 0; t < calibration.rows[row].size(); ++t) count += inLoss(calibration, row, t) ? 1 : 0;
    return count;
}

/// The text that each token adds: a character that several tokens make up stands at the last of them.
Json spellings(const std::vector<std::int32_t>& row, const Tokenizer& tokenizer) {
    Json list = Json::array();
    std::string open;
    for (std::size_t t = 0; t < row.size(); ++t) {
        std::string text = open + tokenizer.tokenBytes(row[t]);
        const std::size_t end = t + 1 < row.size() ? utf8::wholeCharacters(text) : text.size();
        open = text.substr(end);
        list.push_back(text.substr(0, end));
    }
    return list;
}

Json samplesJson(const Calibration& calibration, const Tokenizer& tokenizer, std::size_t most) {
    Json samples = Json::array();
    for (std::size_t i = 0; i < std::min(most, calibration.rows.size()); ++i) {
        const auto& row = calibration.rows[i];
        Json pieces = Json::array(), loss = Json::array();
        for (std::size_t t = 0; t < row.size(); ++t) {
            pieces.push_back(tokenizer.piece(row[t]));
            loss.push_back(inLoss(calibration, i, t));
        }
        std::string text = i < calibration.texts.size() ? calibration.texts[i] : std::string();
        if (text.empty())
            if (auto decoded = tokenizer.decode(row); decoded.ok()) text = decoded.value();
        samples.push_back({{"text", text}, {"tokens", row.size()}, {"lossTokens", lossTokensOf(calibration, i)}, {"ids", row}, {"pieces", pieces},
                           {"spelling", spellings(row, tokenizer)}, {"loss", loss}});
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
    const TaskShowRequest shown = readRequest<TaskShowRequest>(params);
    TACQ_CHECK(params.finish());
    CalibrationRequest request = shown.calibration;
    request.sampling.seed = session.environment().seed;
    const std::int64_t show = shown.show > 0 ? shown.show : request.sampling.samples;
    TACQ_TRY(const auto model, session.openModel(shown.model));
    TACQ_TRY(const Tokenizer tokenizer, session.openTokenizer(*model));
    TACQ_TRY(Calibration calibration,
             makeCalibration(request.task, request.sampling, session.environment().tasks, tokenizer, model->config().contextLength, session.context().stop));
    TACQ_CHECK(checkTextIds(calibration.rows, tokenizer, *model, request.task));
    for (const Note& note : tokenizerNotes(tokenizer, *model)) calibration.notes.push_back(note.text);
    TACQ_CHECK(session.context().checkpoint());
    std::int64_t lossTokens = 0;
    for (std::size_t i = 0; i < calibration.rows.size(); ++i) lossTokens += lossTokensOf(calibration, i);
    return Json{{"model", shown.model},
                {"task", request.task},
                {"taskName", calibration.taskName},
                {"split", request.sampling.split},
                {"licence", calibration.licence},
                {"sampleCount", calibration.rows.size()},
                {"tokenCount", calibration.tokenCount},
                {"lossTokenCount", lossTokens},
                {"truncated", calibration.truncated},
                {"duplicates", calibration.duplicates},
                {"notes", calibration.notes},
                {"leak", leakCheck(request.task, session, tokenizer)},
                {"samples", samplesJson(calibration, tokenizer, static_cast<std::size_t>(show))}};
}

}  // namespace tacq
