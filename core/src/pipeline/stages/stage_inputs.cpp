#include "pipeline/requests/token_rows.h"
#include "pipeline/stages/stages.h"
#include "tacq/tokenizer/tokenizer.h"

namespace tacq {

Result<StageInputs> makeInputs(Session& session, std::shared_ptr<const Checkpoint> model, const CalibrationRequest& request) {
    StageInputs inputs;
    inputs.model = std::move(model);
    inputs.lossOn = request.sampling.answerOnly ? LossOn::MaskedTokens : LossOn::AllTokens;
    inputs.sampling = request.sampling;
    TACQ_TRY(inputs.compute, session.compute());
    TACQ_TRY(const Tokenizer tokenizer, session.openTokenizer(*inputs.model));
    TACQ_TRY(inputs.calibration, makeCalibration(request.task, request.sampling, session.environment().tasks, tokenizer, inputs.model->config().contextLength, session.context().stop));
    TACQ_CHECK(checkTextIds(inputs.calibration.rows, tokenizer, *inputs.model, request.task));
    for (const std::string& note : inputs.calibration.notes) session.context().note(LogLevel::Warning, note);
    inputs.calibrationKey = inputs.calibration.key();
    TACQ_CHECK(session.context().checkpoint());
    TACQ_TRY(inputs.identity, session.identityOf(*inputs.model));
    return inputs;
}

}  // namespace tacq
