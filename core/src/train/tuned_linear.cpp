#include "train/tuned_linear.h"

#include <algorithm>
#include <cstring>

#include "tacq/base/parallel.h"
#include "train/kept_products.h"

namespace tacq {
namespace {

using torch::Tensor;

constexpr std::int64_t kSliceElements = 1 << 20;   // of dL/dW at once: it stays in the cache
constexpr std::int64_t kGatherElements = 1 << 22;  // of token vectors side by side, where codes are unpacked

Tensor toTensor(const std::vector<float>& values) {
    Tensor tensor = at::empty({static_cast<std::int64_t>(values.size())}, torch::kFloat32);
    if (!values.empty()) std::memcpy(tensor.mutable_data_ptr<float>(), values.data(), values.size() * sizeof(float));
    return tensor;
}

void copyOut(const Tensor& from, std::vector<float>& to) {
    if (!to.empty()) std::memcpy(to.data(), from.const_data_ptr<float>(), to.size() * sizeof(float));
}

Tensor dequantize(const PackedLinear& packed) {
    Tensor weight = at::empty({packed.rows, packed.columns}, torch::kFloat32);
    const auto columns = static_cast<std::size_t>(packed.columns);
    const std::span<float> values(weight.mutable_data_ptr<float>(), static_cast<std::size_t>(weight.numel()));
    parallelFor(static_cast<std::size_t>(packed.rows), 16, [&](std::size_t begin, std::size_t end) {
        dequantizeRows(packed, static_cast<std::int64_t>(begin), static_cast<std::int64_t>(end), values.subspan(begin * columns, (end - begin) * columns));
    });
    return weight;
}

}  // namespace

const Tensor& SharedInput::turn(const Tensor& x) {
    if (!of.is_same(x)) {
        of = x;
        turned = x.t().to(torch::kFloat32).contiguous();
    }
    return turned;
}

TunedLinear::TunedLinear(PackedLinear packed, torch::Device device, Codes codes) : m_packed(std::move(packed)) {
    m_stored = {toTensor(m_packed.scales).to(device), toTensor(m_packed.keptValues).to(device)};
    const std::int64_t kept = m_packed.kept(), width = m_packed.grid.groupColumns(m_packed.columns);
    m_keptRow = at::empty({kept}, torch::kInt32);
    m_keptColumn = at::empty({kept}, torch::kInt32);
    for (std::int64_t row = 0; row < m_packed.rows; ++row)
        for (auto i = m_packed.rowOffsets[static_cast<std::size_t>(row)]; i < m_packed.rowOffsets[static_cast<std::size_t>(row) + 1]; ++i) {
            m_keptRow.mutable_data_ptr<std::int32_t>()[i] = static_cast<std::int32_t>(row);
            m_keptColumn.mutable_data_ptr<std::int32_t>()[i] = static_cast<std::int32_t>(m_packed.keptColumns[static_cast<std::size_t>(i)]);
        }
    const Tensor row = m_keptRow.to(torch::kInt64), column = m_keptColumn.to(torch::kInt64);
    m_keptPlace = (row * m_packed.columns + column).to(device);
    m_keptGroup = (row * groups() + column.div(width, "floor")).to(device);
    if (codes == Codes::Packed) return;
    // With steps of 1 and nothing kept the weight is code − zero itself.
    PackedLinear bare = m_packed;
    std::fill(bare.scales.begin(), bare.scales.end(), 1.0f);
    std::fill(bare.keptValues.begin(), bare.keptValues.end(), 0.0f);
    m_steps = dequantize(bare).to(torch::kInt16).to(device);
}

LinearValues TunedLinear::stored() const { return m_stored; }

Tensor TunedLinear::weight(const LinearValues& values, torch::ScalarType type) {
    if (!m_steps.defined()) {
        copyOut(values.scales, m_packed.scales);
        copyOut(values.kept, m_packed.keptValues);
        return dequantize(m_packed).to(type);
    }
    Tensor weight = m_steps.to(torch::kFloat32);
    const std::int64_t width = m_packed.grid.groupColumns(m_packed.columns);
    weight.mul_(values.scales.view({m_packed.rows, groups()}).repeat_interleave(width, 1).narrow(1, 0, m_packed.columns));
    weight.view({-1}).index_copy_(0, m_keptPlace, values.kept);
    return weight.to(type);
}

Tensor TunedLinear::keptGradient(const LinearGradient& linear, SharedInput& input) const {
    const std::int64_t kept = m_packed.kept(), tokens = linear.dy.size(0);
    if (kept == 0) return m_stored.kept;
    const Tensor x = input.turn(linear.input), dy = linear.dy.t().to(torch::kFloat32).contiguous();
    Tensor gradient = at::empty_like(m_stored.kept);
    const auto count = static_cast<std::size_t>(kept);
    if (!m_steps.defined()) {
        keptProducts(dy.const_data_ptr<float>(), x.const_data_ptr<float>(), static_cast<std::size_t>(tokens), {m_keptRow.const_data_ptr<std::int32_t>(), count},
                     {m_keptColumn.const_data_ptr<std::int32_t>(), count}, {gradient.mutable_data_ptr<float>(), count});
        return gradient;
    }
    const Tensor rows = m_keptRow.to(gradient.device()), columns = m_keptColumn.to(gradient.device());
    const std::int64_t step = std::max<std::int64_t>(1, kGatherElements / tokens);
    for (std::int64_t begin = 0; begin < kept; begin += step) {
        const std::int64_t length = std::min(step, kept - begin);
        gradient.narrow(0, begin, length).copy_((dy.index_select(0, rows.narrow(0, begin, length)) * x.index_select(0, columns.narrow(0, begin, length))).sum(1));
    }
    return gradient;
}

Tensor TunedLinear::groupSums(const Tensor& product) const {
    const std::int64_t width = m_packed.grid.groupColumns(m_packed.columns), whole = m_packed.columns / width * width;
    Tensor sums = at::empty({product.size(0), groups()}, product.options());
    if (whole > 0) sums.narrow(1, 0, whole / width).copy_(product.narrow(1, 0, whole).reshape({product.size(0), whole / width, width}).sum(2));
    if (whole < m_packed.columns) sums.narrow(1, groups() - 1, 1).copy_(product.narrow(1, whole, m_packed.columns - whole).sum(1, true));
    return sums;
}

LinearValues TunedLinear::throughWeight(const LinearGradient& linear, const Tensor& weight) const {
    const std::int64_t rows = m_packed.rows, columns = m_packed.columns;
    LinearValues found{at::empty({rows, groups()}, m_stored.scales.options()), at::empty_like(m_stored.kept)};
    const std::int64_t step = std::max<std::int64_t>(1, kSliceElements / columns);
    for (std::int64_t begin = 0; begin < rows; begin += step) {
        const std::int64_t count = std::min(step, rows - begin);
        Tensor product = at::mm(linear.dy.narrow(1, begin, count).t(), linear.input).to(torch::kFloat32);
        const auto first = m_packed.rowOffsets[static_cast<std::size_t>(begin)], last = m_packed.rowOffsets[static_cast<std::size_t>(begin + count)];
        if (last > first)
            found.kept.narrow(0, first, last - first).copy_(product.view({-1}).index_select(0, m_keptPlace.narrow(0, first, last - first) - begin * columns));
        found.scales.narrow(0, begin, count).copy_(groupSums(product.mul_(weight.narrow(0, begin, count))));
    }
    found.scales = found.scales.view({-1});
    return found;
}

LinearValues TunedLinear::gradients(const LinearGradient& linear, const Tensor& weight, const Tensor& bias, const LinearValues& values, SharedInput& input) const {
    LinearValues found;
    if (groups() == 1 && linear.output.defined()) {
        found.kept = keptGradient(linear, input);
        found.scales = (linear.dy.to(torch::kFloat32) * linear.output).sum(0);
        if (bias.defined()) found.scales.sub_(linear.dy.sum(0, false, torch::kFloat32).mul_(bias));
    } else {
        found = throughWeight(linear, weight);
    }
    // Kept weights have no step: what they gave to the sums goes out again, as the block had them.
    if (m_packed.kept() > 0) found.scales.index_add_(0, m_keptGroup, values.kept.to(weight.scalar_type()).to(torch::kFloat32).mul(found.kept), -1);
    found.scales.div_(values.scales);
    return found;
}

}  // namespace tacq
