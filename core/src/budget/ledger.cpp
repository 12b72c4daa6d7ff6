#include "tacq/budget/ledger.h"

#include <algorithm>

#include "budget/tensor_bytes.h"
#include "tacq/numerics/packed_part.h"

namespace tacq {
namespace {

constexpr std::string_view kEmbedding = "model.embed_tokens.weight";
constexpr std::string_view kHead = "lm_head.weight";

std::uint64_t unsignedOf(std::int64_t value) { return static_cast<std::uint64_t>(value); }

bool isFloatType(TensorType type) {
    return type == TensorType::F32 || type == TensorType::F16 || type == TensorType::BF16 || type == TensorType::F64 || type == TensorType::Words || isBlockType(type);
}

/// Bytes of a dense tensor as the packed folder stores it.
std::uint64_t denseBytes(const TensorInfo& tensor, const PackedPlan& plan) {
    const std::uint64_t elements = unsignedOf(tensor.elements());
    if (plan.embeddingBits == EmbeddingBits::Eight && (tensor.name == kEmbedding || tensor.name == kHead) && tensor.shape.size() == 2)
        return elements + unsignedOf(tensor.shape[0]) * unsignedOf((tensor.shape[1] + 31) / 32) * 2;
    if (!isFloatType(tensor.type)) return tensor.bytes;
    if (plan.tensorDtype == "f32") return elements * 4;
    if (plan.tensorDtype == "f16" || plan.tensorDtype == "bf16") return elements * 2;
    return isBlockType(tensor.type) || tensor.type == TensorType::Words ? elements * 2 : tensor.bytes;
}

/// Of each part of the table, the place of its line.
struct PartLine {
    const PackedPart* part;
    std::size_t line;
};

std::vector<PartLine> startLines(Ledger& ledger) {
    std::vector<PartLine> places;
    for (const LedgerLine& line : ledgerLines()) ledger.lines.push_back({line.name, 0, 0});
    for (const PackedPart* part : packedParts()) {
        const auto line = std::find_if(ledger.lines.begin(), ledger.lines.end(), [part](const Ledger::Line& one) { return one.name == part->line; });
        places.push_back({part, static_cast<std::size_t>(line - ledger.lines.begin())});
    }
    return places;
}

std::uint64_t allTensorBytes(const Ledger& ledger) { return ledger.quantizedBytes() + ledger.embeddingBytes + ledger.headBytes + ledger.otherBytes; }

Result<void> checkLinear(const PackedShape& linear) {
    if (auto grid = validate(linear.grid); !grid.ok()) return withContext(grid.error(), linear.name);
    if (linear.rows < 1 || linear.columns < 1 || linear.kept < 0 || linear.kept > linear.rows * linear.columns)
        return Error{ErrorCode::InvalidArgument, "a linear's shape or kept count cannot be", linear.name, ""};
    return {};
}

}  // namespace

const Ledger::Line& Ledger::operator[](std::string_view name) const {
    static const Line none{};
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const Line& line) { return line.name == name; });
    return found == lines.end() ? none : *found;
}

std::uint64_t Ledger::quantizedBytes() const {
    std::uint64_t sum = 0;
    for (const Line& line : lines) sum += line.bytes;
    return sum;
}

Ledger tensorLedger(const PackedPlan& plan) {
    Ledger ledger;
    const std::vector<PartLine> places = startLines(ledger);
    for (const PackedShape& linear : plan.linears) {
        for (const PartLine& place : places) ledger.lines[place.line].bytes += partBytes(*place.part, linear);
        ledger.quantizableWeights += linear.rows * linear.columns;
    }
    for (const TensorInfo& tensor : plan.dense) {
        std::uint64_t& bytes = tensor.name == kEmbedding ? ledger.embeddingBytes : tensor.name == kHead ? ledger.headBytes : ledger.otherBytes;
        bytes += denseBytes(tensor, plan);
    }
    for (Ledger::Line& line : ledger.lines) line.bits = 8.0 * static_cast<double>(line.bytes) / static_cast<double>(ledger.quantizableWeights);
    // From the summed bytes, so that no rounding of the parts can hide behind the total.
    ledger.totalBits = 8.0 * static_cast<double>(ledger.quantizedBytes()) / static_cast<double>(ledger.quantizableWeights);
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
