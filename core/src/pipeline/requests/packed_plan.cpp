#include "pipeline/requests/packed_plan.h"

namespace tacq {

PackedPlan makePlan(std::span<const LinearInfo> linears, std::span<const TensorInfo> dense, const GridOptions& grid, const DenseOptions& options,
                    const std::string& identity, const std::string& runKey) {
    return uniformPlan(linears, dense, grid, options.embeddingBits, options.tensorDtype, identity, runKey);
}

PackedPlan makePlan(const Checkpoint& model, const GridOptions& grid, const DenseOptions& options, const std::string& identity, const std::string& runKey) {
    return makePlan(model.linears(), denseTensors(model.linears(), model.tensors()), grid, options, identity, runKey);
}

Json ledgerJson(const Ledger& ledger) {
    return {{"codes", ledger.codes.bits},
            {"scales", ledger.scales.bits},
            {"zeros", ledger.zeros.bits},
            {"outlierValues", ledger.outlierValues.bits},
            {"outlierIndices", ledger.outlierIndices.bits},
            {"total", ledger.totalBits},
            {"quantizableWeights", ledger.quantizableWeights},
            {"bytes",
             {{"codes", ledger.codes.bytes},
              {"scales", ledger.scales.bytes},
              {"zeros", ledger.zeros.bytes},
              {"outlierValues", ledger.outlierValues.bytes},
              {"outlierIndices", ledger.outlierIndices.bytes},
              {"embeddings", ledger.embeddingBytes},
              {"head", ledger.headBytes},
              {"other", ledger.otherBytes},
              {"headers", ledger.headerBytes},
              {"total", ledger.modelBytes}}}};
}

}  // namespace tacq
