#include "pipeline/delivery/file_facts.h"

#include <optional>
#include <system_error>
#include <unordered_set>

#include "checkpoint/gguf/dequantize.h"
#include "tacq/base/number_text.h"
#include "tacq/budget/ledger.h"

namespace tacq {
namespace {

/// Of a dense tensor in a type by name, a GGUF's blocks too.
std::uint64_t denseBytes(const TensorInfo& tensor, const std::string& type) {
    const std::optional<TensorType> known = tensorTypeNamed(type);
    const BlockLayout layout = known ? blockLayout(*known) : BlockLayout{};
    return layout.elements == 0 ? 0 : static_cast<std::uint64_t>(tensor.elements()) / layout.elements * layout.bytes;
}

}  // namespace

Result<std::uint64_t> checkSizes(const std::filesystem::path& staged, const Exporter& format, const ExportShape& shape, const ExportOptions& options) {
    TACQ_TRY(const auto files, format.weightFiles(shape, options));
    std::uint64_t sum = 0;
    for (const PackedFileSize& expected : files) {
        std::error_code failed;
        const auto bytes = std::filesystem::file_size(staged / expected.path, failed);
        if (failed || bytes != expected.bytes)
            return Error{ErrorCode::Internal, "a file's size is not what was said before: " + std::to_string(expected.bytes) + " bytes", expected.path, "report this defect"};
        sum += bytes;
    }
    return sum;
}

void describeLedger(CardFacts& card, const Exporter& format, const ExportShape& shape, const ExportOptions& options) {
    if (shape.plan == nullptr || !format.lowBit) return;
    if (format.isPackedTruth) {
        const auto ledger = makeLedger(*shape.plan);
        if (!ledger.ok()) return;
        for (const Ledger::Line& line : ledger.value().lines)
            if (line.bytes > 0) card.ledger.emplace_back(std::string(line.name), significantText(line.bits, 4) + " bits a weight, " + std::to_string(line.bytes) + " bytes");
        card.ledger.emplace_back("embeddings and head", std::to_string(ledger.value().embeddingBytes + ledger.value().headBytes) + " bytes");
        card.ledger.emplace_back("norms, biases, headers", std::to_string(ledger.value().otherBytes + ledger.value().headerBytes) + " bytes");
        card.bitsPerWeight = ledger.value().totalBits;
        return;
    }
    const auto bytes = format.weightBytes(shape, options);
    if (!bytes.ok() || format.wideType == nullptr) return;
    std::unordered_set<std::string> quantized;
    std::int64_t weights = 0;
    for (const PackedShape& linear : shape.plan->linears) {
        quantized.insert(linear.name);
        weights += linear.rows * linear.columns;
    }
    std::uint64_t dense = 0;
    for (const TensorInfo& tensor : shape.base.tensors()) {
        if (quantized.contains(tensor.name)) continue;
        const auto type = format.wideType(shape, tensor, options);
        if (type.ok()) dense += denseBytes(tensor, type.value());
    }
    if (weights == 0 || bytes.value() < dense) return;
    card.bitsPerWeight = 8.0 * static_cast<double>(bytes.value() - dense) / static_cast<double>(weights);
    card.ledger.emplace_back("quantized matrices, with scales, zero points and headers", std::to_string(bytes.value() - dense) + " bytes");
    card.ledger.emplace_back("embeddings, head, norms, biases", std::to_string(dense) + " bytes");
}

void describeFile(CardFacts& card, const Exporter& format, const Delivered& delivered) {
    card.weightBytes = delivered.weightBytes;
    for (const Loss& one : delivered.lost) card.lost.push_back((one.weights > 0 ? std::to_string(one.weights) + " " : one.tensors > 0 ? std::to_string(one.tensors) + " tensors: " : std::string()) + one.text);
    if (format.fit != nullptr) card.denseTensors = delivered.wideLinears;
    const auto say = [&card](const std::string& against, const std::optional<Readback>& readback) {
        if (!readback) return;
        card.metrics["largest difference of a weight, " + against] = readback->maxAbsDiff;
        card.metrics["mean KL divergence of the logits on a probe text, " + against] = readback->klMean;
        card.metrics["same first token on that text, " + against] = readback->top1;
    };
    say("file against what was to be written", delivered.readback);
    say("file against its source", delivered.source);
}

}  // namespace tacq
