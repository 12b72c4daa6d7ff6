#include "pipeline/requests/packed_plan.h"

#include "tacq/numerics/packed_part.h"

namespace tacq {

PackedPlan makePlan(std::span<const LinearInfo> linears, std::span<const TensorInfo> dense, const GridOptions& grid, const DenseOptions& options,
                    const std::string& identity, const std::string& runKey) {
    return uniformPlan(linears, dense, grid, options.embeddingBits, options.tensorDtype, identity, runKey);
}

PackedPlan makePlan(const Checkpoint& model, const GridOptions& grid, const DenseOptions& options, const std::string& identity, const std::string& runKey) {
    return makePlan(model.linears(), denseTensors(model.linears(), model.tensors()), grid, options, identity, runKey);
}

Json ledgerJson(const Ledger& ledger) {
    Json bits = Json::object(), bytes = Json::object();
    for (const LedgerLine& line : ledgerLines()) {
        const Ledger::Line& sum = ledger[line.name];
        if (!line.required && sum.bytes == 0) continue;
        bits[std::string(line.name)] = sum.bits;
        bytes[std::string(line.name)] = sum.bytes;
    }
    bits.update({{"total", ledger.totalBits}, {"quantizableWeights", ledger.quantizableWeights}});
    bytes.update({{"embeddings", ledger.embeddingBytes}, {"head", ledger.headBytes}, {"other", ledger.otherBytes}, {"headers", ledger.headerBytes}, {"total", ledger.modelBytes}});
    bits["bytes"] = std::move(bytes);
    return bits;
}

}  // namespace tacq
