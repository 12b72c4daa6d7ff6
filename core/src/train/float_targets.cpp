#include "train/float_targets.h"

namespace tacq {

using torch::Tensor;

std::vector<TrainingRow> trainingRows(const CausalLm& model, const Calibration& calibration, LossOn lossOn) {
    std::vector<TrainingRow> rows;
    for (std::size_t row = 0; row < calibration.rows.size(); ++row) {
        const auto& ids = calibration.rows[row];
        rows.push_back({at::tensor(std::vector<std::int64_t>(ids.begin(), ids.end()), torch::kInt64).to(model.device()),
                        at::tensor(lossPositions(calibration, row, lossOn), torch::kInt64).to(model.device()), {}});
    }
    return rows;
}

Result<std::vector<Tensor>> hiddenStates(const CausalLm& model, const std::vector<const TrainingRow*>& rows,
                                         const std::function<Result<BlockWeights>(std::int64_t)>& blocks, const RunContext& context) {
    std::vector<Tensor> states;
    for (const TrainingRow* row : rows) states.push_back(model.embed(row->ids.unsqueeze(0)));
    for (std::int64_t layer = 0; layer < model.layers(); ++layer) {
        TACQ_TRY(const BlockWeights weights, blocks(layer));
        for (Tensor& state : states) {
            TACQ_CHECK(context.checkpoint());
            state = model.blockForward(layer, weights, state);
        }
    }
    for (Tensor& state : states) state = state.squeeze(0);
    return states;
}

Result<void> fillTargets(const CausalLm& model, std::vector<TrainingRow>& rows, const RunContext& context) {
    std::vector<const TrainingRow*> all;
    for (const TrainingRow& row : rows) all.push_back(&row);
    TACQ_TRY(const std::vector<Tensor> states, hiddenStates(model, all, [&](std::int64_t layer) { return model.block(layer); }, context));
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].target = model.finalNorm(states[i]);
    return {};
}

}  // namespace tacq
