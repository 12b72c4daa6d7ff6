#include "tacq/checkpoint/described.h"

#include "checkpoint/config/limits.h"

namespace tacq {
namespace {

constexpr std::int64_t kMostWeights = std::int64_t{1} << 32, kMost = std::int64_t{1} << 50;
constexpr std::size_t kMostSizes = 8;

Error impossible(const std::string& name, const std::string& context) {
    return {ErrorCode::InvalidFile, "the description of \"" + name.substr(0, 200) + "\" cannot be", context, "get an undamaged copy, or make it again"};
}

}  // namespace

Result<void> checkDescribed(const LinearInfo& linear, const std::string& context) {
    const auto isSide = [](std::int64_t size) { return size >= 1 && size <= kMostWidth; };
    if (linear.layer < 0 || linear.layer >= kMostLayers || !isSide(linear.rows) || !isSide(linear.columns) || linear.elements() > kMostWeights) return impossible(linear.name, context);
    return {};
}

Result<void> checkDescribed(const TensorInfo& tensor, const std::string& context) {
    if (tensor.shape.size() > kMostSizes || tensor.bytes > static_cast<std::uint64_t>(kMost)) return impossible(tensor.name, context);
    std::int64_t elements = 1;
    for (const std::int64_t size : tensor.shape) {
        if (size < 0 || (size > 0 && elements > kMost / size)) return impossible(tensor.name, context);
        elements *= size;
    }
    return {};
}

}  // namespace tacq
