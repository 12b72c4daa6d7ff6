#pragma once
// Private to the engine: which rows of a calibration carry a loss, and where.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/saliency/gradient.h"
#include "tacq/task/task.h"

namespace tacq {

/// `row 3` for row 2: people count from one.
std::string rowName(std::size_t row);
/// Positions of a row whose next token counts, ascending.
std::vector<std::int64_t> lossPositions(const Calibration& calibration, std::size_t row, LossOn lossOn);
/// InvalidTask names a row of fewer than 2 tokens, with ids outside the vocabulary or without a token that carries loss.
Result<void> checkRows(const Calibration& calibration, LossOn lossOn, std::int64_t vocabulary);

}  // namespace tacq
