#include "tacq/numerics/stored_values.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "tacq/base/half.h"

namespace tacq {
namespace {

constexpr float kHalfLargest = 65504.0f, kHalfLeast = 0x1p-24f;
constexpr float kHalfOverflow = 65520.0f;  ///< rounds to infinity from here on

Result<void> check(const PackedLinear& linear, std::span<const float> values, std::size_t expected, const char* what) {
    if (values.size() != expected) return Error{ErrorCode::Internal, std::string(what) + " do not have the size that the linear asks for", linear.name, "report this defect"};
    if (!std::all_of(values.begin(), values.end(), [](float value) { return std::isfinite(value); }))
        return Error{ErrorCode::NonFinite, std::string("NaN or infinity among ") + what, linear.name, "use a smaller learning rate"};
    return {};
}

}  // namespace

Result<void> storeScales(PackedLinear& linear, std::span<const float> scales) {
    TACQ_CHECK(check(linear, scales, linear.scales.size(), "scales"));
    const bool half = linear.grid.scaleType == ScaleType::F16;
    const float least = half ? kHalfLeast : std::numeric_limits<float>::min();
    for (std::size_t i = 0; i < scales.size(); ++i) {
        const float value = half ? halfToFloat(floatToHalf(std::clamp(scales[i], -kHalfLargest, kHalfLargest))) : scales[i];
        linear.scales[i] = linear.scales[i] > 0 ? std::max(value, least) : value;
    }
    return {};
}

Result<void> storeKeptValues(PackedLinear& linear, std::span<const float> values) {
    TACQ_CHECK(check(linear, values, linear.keptValues.size(), "kept values"));
    if (std::any_of(values.begin(), values.end(), [](float value) { return std::abs(value) >= kHalfOverflow; })) linear.valueType = ValueType::BF16;
    const bool half = linear.valueType == ValueType::F16;
    for (std::size_t i = 0; i < values.size(); ++i) {
        linear.keptValues[i] = half ? halfToFloat(floatToHalf(values[i])) : bfloatToFloat(floatToBfloat(values[i]));
        if (!std::isfinite(linear.keptValues[i])) return Error{ErrorCode::NonFinite, "a kept value is too large for BF16", linear.name, "use a smaller learning rate"};
    }
    return {};
}

}  // namespace tacq
