#include "tacq/budget/ledger.h"

#include "budget/tensor_bytes.h"

namespace tacq {
namespace {

constexpr std::string_view kEmbedding = "model.embed_tokens.weight";
constexpr std::string_view kHead = "lm_head.weight";

std::uint64_t unsignedOf(std::int64_t value) { return static_cast<std::uint64_t>(value); }

bool isBlockType(TensorType type) { return type >= TensorType::Q4_0 && type <= TensorType::Q6_K; }
bool isFloatType(TensorType type) {
    return type == TensorType::F32 || type == TensorType::F16 || type == TensorType::BF16 || type == TensorType::F64 || isBlockType(type);
}

/// Bytes of a dense tensor as the packed folder stores it.
std::uint64_t denseBytes(const TensorInfo& tensor, const PackedPlan& plan) {
    const std::uint64_t elements = unsignedOf(tensor.elements());
    if (plan.embeddingBits == EmbeddingBits::Eight && (tensor.name == kEmbedding || tensor.name == kHead) && tensor.shape.size() == 2)
        return elements + unsignedOf(tensor.shape[0]) * unsignedOf((tensor.shape[1] + 31) / 32) * 2;
    if (!isFloatType(tensor.type)) return tensor.bytes;
    if (plan.tensorDtype == "f32") return elements * 4;
    if (plan.tensorDtype == "f16" || plan.tensorDtype == "bf16") return elements * 2;
    return isBlockType(tensor.type) ? elements * 2 : tensor.bytes;
}

void addLinear(const PackedShape& linear, Ledger& ledger) {
    const std::uint64_t rows = unsignedOf(linear.rows);
    const std::uint64_t grids = rows * unsignedOf(linear.grid.groups(linear.columns));
    const std::uint64_t kept = unsignedOf(linear.kept);
    ledger.codes.bytes += rows * unsignedOf((linear.columns * linear.grid.bits + 31) / 32) * 4;
    ledger.scales.bytes += grids * (linear.grid.scaleType == ScaleType::F16 ? 2 : 4);
    ledger.zeros.bytes += grids;
    ledger.outlierValues.bytes += kept * 2;
    ledger.outlierIndices.bytes += (rows + 1) * 4 + kept * (linear.columns > 65535 ? 4 : 2);
    ledger.quantizableWeights += linear.rows * linear.columns;
}

std::uint64_t quantizedBytes(const Ledger& ledger) {
    return ledger.codes.bytes + ledger.scales.bytes + ledger.zeros.bytes + ledger.outlierValues.bytes + ledger.outlierIndices.bytes;
}

std::uint64_t allTensorBytes(const Ledger& ledger) { return quantizedBytes(ledger) + ledger.embeddingBytes + ledger.headBytes + ledger.otherBytes; }

Result<void> checkLinear(const PackedShape& linear) {
    if (auto grid = validate(linear.grid); !grid.ok()) return withContext(grid.error(), linear.name);
    if (linear.rows < 1 || linear.columns < 1 || linear.kept < 0 || linear.kept > linear.rows * linear.columns)
        return Error{ErrorCode::InvalidArgument, "a linear's shape or kept count cannot be", linear.name, ""};
    return {};
}

}  // namespace

Ledger tensorLedger(const PackedPlan& plan) {
    Ledger ledger;
    for (const PackedShape& linear : plan.linears) addLinear(linear, ledger);
    for (const TensorInfo& tensor : plan.dense) {
        std::uint64_t& bytes = tensor.name == kEmbedding ? ledger.embeddingBytes : tensor.name == kHead ? ledger.headBytes : ledger.otherBytes;
        bytes += denseBytes(tensor, plan);
    }
    for (Ledger::Line* line : {&ledger.codes, &ledger.scales, &ledger.zeros, &ledger.outlierValues, &ledger.outlierIndices})
        line->bits = 8.0 * static_cast<double>(line->bytes) / static_cast<double>(ledger.quantizableWeights);
    // From the summed bytes, so that no rounding of the parts can hide behind the total.
    ledger.totalBits = 8.0 * static_cast<double>(quantizedBytes(ledger)) / static_cast<double>(ledger.quantizableWeights);
    return ledger;
}

Result<Ledger> makeLedger(const PackedPlan& plan) {
    if (plan.linears.empty())
        return Error{ErrorCode::InvalidArgument, "the plan has no matrices to quantize", "", "choose a model with attention and MLP linears"};
    for (const PackedShape& linear : plan.linears) TACQ_CHECK(checkLinear(linear));
    TACQ_TRY(const auto files, packedFileSizes(plan));
    Ledger ledger = tensorLedger(plan);
    const std::uint64_t tensors = allTensorBytes(ledger);
    for (const PackedFileSize& file : files) ledger.modelBytes += file.bytes;
    if (ledger.modelBytes < tensors)
        return Error{ErrorCode::Internal, "the ledger counts more bytes than the files will hold", "makeLedger", ""};
    ledger.headerBytes = ledger.modelBytes - tensors;
    return ledger;
}

Ledger ledgerForCounts(const PackedPlan& plan, std::uint64_t headerBytes) {
    Ledger ledger = tensorLedger(plan);
    ledger.headerBytes = headerBytes;
    ledger.modelBytes = allTensorBytes(ledger) + headerBytes;
    return ledger;
}

Result<std::uint64_t> keptForFraction(double fraction, std::int64_t quantizableWeights) {
    if (!(fraction >= 0 && fraction <= 1))
        return Error{ErrorCode::InvalidArgument, "the outlier fraction must be 0 to 1, not " + std::to_string(fraction), "--outliers", "0.0035 keeps 0.35 %"};
    return static_cast<std::uint64_t>(fraction * static_cast<double>(quantizableWeights));
}

bool holdsTarget(const Ledger& ledger, const BudgetRequest& request) {
    return request.targetBytes > 0 ? ledger.modelBytes <= request.targetBytes : ledger.totalBits <= request.targetBits;
}

}  // namespace tacq
