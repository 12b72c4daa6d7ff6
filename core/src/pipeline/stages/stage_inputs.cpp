#include "pipeline/requests/token_rows.h"
#include "pipeline/stages/stages.h"
#include "tacq/tokenizer/tokenizer.h"

namespace tacq {

CalibrationRequest CalibrationRequest::read(Params& params, const CommandEnvironment& environment) {
    CalibrationRequest request;
    request.task = params.text("task");
    request.sampling.samples = params.integer("samples", 128, 1, 1'000'000'000);
    request.sampling.tokens = params.integer("tokens", 2048, 2, 1'000'000'000);
    request.sampling.seed = environment.seed;
    const std::string packing = params.choice("packing", {"auto", "windows", "items", "joined"}, "auto");
    if (packing == "windows") request.sampling.packing = Packing::Windows;
    if (packing == "items") request.sampling.packing = Packing::Items;
    if (packing == "joined") request.sampling.packing = Packing::Joined;
    if (params.choice("loss", {"all", "answer"}, "all") == "answer") {
        request.lossOn = LossOn::MaskedTokens;
        request.sampling.answerOnly = true;
    }
    return request;
}

Result<StageInputs> makeInputs(Session& session, std::shared_ptr<const Checkpoint> model, const CalibrationRequest& request) {
    StageInputs inputs;
    inputs.model = std::move(model);
    inputs.lossOn = request.lossOn;
    inputs.sampling = request.sampling;
    TACQ_TRY(inputs.compute, session.compute());
    TACQ_TRY(const Tokenizer tokenizer, session.openTokenizer(*inputs.model));
    TACQ_TRY(inputs.calibration, makeCalibration(request.task, request.sampling, session.environment().tasks, tokenizer, inputs.model->config().contextLength, session.context().stop));
    TACQ_CHECK(checkTextIds(inputs.calibration.rows, tokenizer, *inputs.model, request.task));
    for (const std::string& note : inputs.calibration.notes) session.context().note(LogLevel::Warning, note);
    inputs.calibrationKey = inputs.calibration.key();
    TACQ_CHECK(session.context().checkpoint());
    TACQ_TRY(inputs.identity, inputs.model->identity());
    return inputs;
}

}  // namespace tacq
