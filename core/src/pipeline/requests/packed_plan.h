#pragma once
// Private to the pipeline: the one place that says what a packed checkpoint of a model will hold, so that budgets and files agree.
#include <span>
#include <string>

#include "base/json.h"
#include "pipeline/requests/params.h"
#include "tacq/budget/ledger.h"
#include "tacq/budget/recipe.h"
#include "tacq/checkpoint/packed_folder.h"

namespace tacq {

/// Options --bits, --group-size, --symmetric, --scale-dtype.
GridOptions readGrid(Params& params, const GridOptions& defaults = {});
/// Options --outliers, --target-bits, --target-size; at most one of them.
BudgetRequest readBudget(Params& params);
/// Option --recipe: a file, or the recipe itself as JSON text or, over the protocol, as an object. A file is put into `params` with its content,
/// so that a repeated run does what the first one did whatever became of the file.
Recipe readRecipe(Params& params);
/// Options --embedding-bits and --tensor-dtype.
struct DenseOptions {
    EmbeddingBits embeddingBits = EmbeddingBits::Source16;
    std::string tensorDtype = "source";
    static DenseOptions read(Params& params);
};

PackedPlan makePlan(std::span<const LinearInfo> linears, std::span<const TensorInfo> dense, const GridOptions& grid, const DenseOptions& options,
                    const std::string& identity, const std::string& runKey);
PackedPlan makePlan(const Checkpoint& model, const GridOptions& grid, const DenseOptions& options, const std::string& identity, const std::string& runKey);

/// `codes … total` in bits per quantizable weight, and `bytes` with every line of the ledger.
Json ledgerJson(const Ledger& ledger);

}  // namespace tacq
