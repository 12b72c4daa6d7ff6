#include "saliency/loss_rows.h"

namespace tacq {

std::string rowName(std::size_t row) { return "row " + std::to_string(row + 1); }

std::vector<std::int64_t> lossPositions(const Calibration& calibration, std::size_t row, LossOn lossOn) {
    const std::size_t tokens = calibration.rows[row].size();
    const bool masked = lossOn == LossOn::MaskedTokens && row < calibration.lossMask.size() && !calibration.lossMask[row].empty();
    std::vector<std::int64_t> positions;
    for (std::size_t t = 1; t < tokens; ++t)
        if (!masked || (t < calibration.lossMask[row].size() && calibration.lossMask[row][t])) positions.push_back(static_cast<std::int64_t>(t) - 1);
    return positions;
}

Result<void> checkRows(const Calibration& calibration, LossOn lossOn, std::int64_t vocabulary) {
    const auto refuse = [&](std::size_t row, const std::string& why, const std::string& hint) {
        return Error{ErrorCode::InvalidTask, rowName(row) + " " + why, calibration.taskName, hint};
    };
    if (calibration.rows.empty()) return Error{ErrorCode::InvalidTask, "the task gives no calibration rows", calibration.taskName, "check the task's text"};
    for (std::size_t row = 0; row < calibration.rows.size(); ++row) {
        const auto& ids = calibration.rows[row];
        if (ids.size() < 2) return refuse(row, "has fewer than 2 tokens, so nothing to predict", "drop it or ask for more tokens");
        for (const std::int32_t id : ids)
            if (id < 0 || id >= vocabulary)
                return refuse(row, "holds token " + std::to_string(id) + ", outside the vocabulary of " + std::to_string(vocabulary),
                              "tokenize with this model's own tokenizer");
        if (lossPositions(calibration, row, lossOn).empty()) return refuse(row, "has no token that carries loss", "take the loss on all tokens");
    }
    return {};
}

}  // namespace tacq
