#pragma once
// Private to the pipeline: the one place that says what a packed checkpoint of a model will hold, so that budgets and files agree.
#include <span>
#include <string>

#include "base/json.h"
#include "tacq/budget/ledger.h"
#include "tacq/command/requests.h"
#include "tacq/checkpoint/packed_folder.h"

namespace tacq {

PackedPlan makePlan(std::span<const LinearInfo> linears, std::span<const TensorInfo> dense, const GridOptions& grid, const DenseOptions& options,
                    const std::string& identity, const std::string& runKey);
PackedPlan makePlan(const Checkpoint& model, const GridOptions& grid, const DenseOptions& options, const std::string& identity, const std::string& runKey);

/// `codes … total` in bits per quantizable weight, and `bytes` with every line of the ledger.
Json ledgerJson(const Ledger& ledger);

}  // namespace tacq
