#include "train/tuned_model.h"

#include <cmath>
#include <cstring>
#include <limits>

#include "tacq/checkpoint/dense_overrides.h"
#include "tacq/numerics/stored_values.h"

namespace tacq {
namespace {

using torch::Tensor;

constexpr double kHalfLargest = 65504, kHalfLeast = 0x1p-24;

Tensor toTensor(const std::vector<float>& values) {
    Tensor tensor = at::empty({static_cast<std::int64_t>(values.size())}, torch::kFloat32);
    if (!values.empty()) std::memcpy(tensor.mutable_data_ptr<float>(), values.data(), values.size() * sizeof(float));
    return tensor;
}

std::vector<float> toVector(const Tensor& tensor) {
    const Tensor host = tensor.to(torch::kCPU).contiguous();
    const float* values = host.const_data_ptr<float>();
    return {values, values + host.numel()};
}

/// The type that a dense tensor's new values are stored in: its own, so that no byte is added.
TensorType storedType(const TensorInfo& tensor) {
    const bool plain = tensor.type == TensorType::F32 || tensor.type == TensorType::BF16;
    return plain ? tensor.type : TensorType::F16;
}

/// Range of a parameter so that it can be stored.
void setRange(Parameter& parameter, bool half, bool positive) {
    parameter.most = half ? kHalfLargest : static_cast<double>(std::numeric_limits<float>::max()) / 2;
    parameter.least = !positive ? -parameter.most : half ? kHalfLeast : static_cast<double>(std::numeric_limits<float>::min());
}

double rateOf(const TuningOptions& what, ParameterKind kind) {
    switch (kind) {
        case ParameterKind::Scales: return what.scales ? what.scaleRate : 0;
        case ParameterKind::Kept: return what.kept ? what.keptRate : 0;
        case ParameterKind::Gain: return what.gains ? what.gainRate : 0;
        case ParameterKind::Bias: return what.biases ? what.gainRate : 0;
    }
    return 0;
}

Tensor BlockWeights::*gainMember(TensorRole role) {
    switch (role) {
        case TensorRole::AttentionNorm: return &BlockWeights::attentionNorm;
        case TensorRole::AttentionOutNorm: return &BlockWeights::attentionOutNorm;
        case TensorRole::MlpNorm: return &BlockWeights::mlpNorm;
        case TensorRole::MlpOutNorm: return &BlockWeights::mlpOutNorm;
        case TensorRole::QueryNorm: return &BlockWeights::queryNorm;
        case TensorRole::KeyNorm: return &BlockWeights::keyNorm;
        default: return nullptr;
    }
}

}  // namespace

Result<TunedModel> TunedModel::open(const CausalLm& model, const PackedSource& linears, const TuningOptions& what) {
    TunedModel tuned(model);
    const auto infos = model.checkpoint().linears();
    for (auto& ofKind : tuned.m_ofLinear) ofKind.assign(infos.size(), kNone);
    for (std::size_t i = 0; i < infos.size(); ++i) {
        TACQ_TRY(PackedLinear packed, linears(i));
        if (packed.name != infos[i].name || packed.rows != infos[i].rows || packed.columns != infos[i].columns)
            return Error{ErrorCode::Internal, "a packed linear is not the model's", packed.name, "report this defect"};
        const TunedLinear& linear = tuned.m_linears.emplace_back(std::move(packed), model.device(), model.device().is_cpu() ? Codes::Packed : Codes::Unpacked);
        const Place place{infos[i].layer, i, nullptr};
        const LinearValues stored = linear.stored();
        // A step of zero or less divides no gradient: such a matrix (not one of ours) keeps its steps.
        if (stored.scales.min().item<float>() > 0) tuned.add(place, ParameterKind::Scales, infos[i].name, stored.scales, rateOf(what, ParameterKind::Scales));
        if (stored.kept.numel() > 0) tuned.add(place, ParameterKind::Kept, infos[i].name, stored.kept, rateOf(what, ParameterKind::Kept));
    }
    TACQ_CHECK(tuned.readDense(what));
    return tuned;
}

Result<void> TunedModel::readDense(const TuningOptions& what) {
    const Checkpoint& checkpoint = m_model->checkpoint();
    for (std::int64_t layer = 0; layer < m_model->layers(); ++layer) {
        BlockWeights block;
        for (const ModelTensor& tensor : layerTensors(m_model->config(), layer)) {
            if (tensor.role == TensorRole::Weight) continue;
            TACQ_TRY(const std::vector<float> values, checkpoint.readAll(tensor.name));
            const Tensor stored = toTensor(values).to(m_model->device());
            const bool bias = tensor.role == TensorRole::Bias;
            blockTensor(block, tensor) = bias ? typed(stored) : gainOf(m_model->config(), typed(stored));
            const auto linear = static_cast<std::size_t>(layer * kLinearKinds) + (tensor.linear ? static_cast<std::size_t>(*tensor.linear) : 0);
            if (bias) add({layer, linear, nullptr}, ParameterKind::Bias, tensor.name, stored, rateOf(what, ParameterKind::Bias));
            else add({layer, 0, gainMember(tensor.role)}, ParameterKind::Gain, tensor.name, gainOf(m_model->config(), stored), rateOf(what, ParameterKind::Gain));
        }
        m_dense.push_back(std::move(block));
    }
    const std::size_t before = m_parameters.size();
    add({}, ParameterKind::Gain, "model.norm.weight", m_model->finalNormGain().to(torch::kFloat32), rateOf(what, ParameterKind::Gain));
    if (m_parameters.size() > before) m_finalGain = before;
    return {};
}

void TunedModel::add(Place place, ParameterKind kind, const std::string& name, const Tensor& value, double rate) {
    if (rate <= 0) return;
    Parameter parameter{kind, name, value.clone(), at::zeros_like(value), rate * value.abs().mean().item<double>(), 0, 0};
    if (kind == ParameterKind::Scales || kind == ParameterKind::Kept) {
        const PackedLinear& packed = m_linears[place.linear].packed();
        const bool scales = kind == ParameterKind::Scales;
        setRange(parameter, scales ? packed.grid.scaleType == ScaleType::F16 : packed.valueType == ValueType::F16, scales);
    } else {
        setRange(parameter, storedType(*m_model->checkpoint().find(name)) == TensorType::F16, false);
    }
    if (kind != ParameterKind::Gain) m_ofLinear[static_cast<std::size_t>(kind)][place.linear] = m_parameters.size();
    m_parameters.push_back(std::move(parameter));
    m_places.push_back(place);
}

std::int64_t TunedModel::count(ParameterKind kind) const {
    std::int64_t count = 0;
    for (const Parameter& parameter : m_parameters)
        if (parameter.kind == kind) count += parameter.value.numel();
    return count;
}

LinearValues TunedModel::valuesOf(std::size_t linear) const {
    LinearValues values = m_linears[linear].stored();
    if (const std::size_t i = find(ParameterKind::Scales, linear); i != kNone) values.scales = m_parameters[i].value;
    if (const std::size_t i = find(ParameterKind::Kept, linear); i != kNone) values.kept = m_parameters[i].value;
    return values;
}

Result<BlockWeights> TunedModel::block(std::int64_t layer) {
    BlockWeights block = m_dense[static_cast<std::size_t>(layer)];
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        if (m_places[i].layer != layer) continue;
        if (m_places[i].gain) block.*m_places[i].gain = typed(m_parameters[i].value);
        if (m_parameters[i].kind == ParameterKind::Bias) block.linears[m_places[i].linear % kLinearKinds].bias = typed(m_parameters[i].value);
    }
    for (std::size_t kind = 0; kind < kLinearKinds; ++kind) {
        const std::size_t linear = static_cast<std::size_t>(layer) * kLinearKinds + kind;
        block.linears[kind].weight = m_linears[linear].weight(valuesOf(linear), m_model->type());
    }
    return block;
}

Tensor TunedModel::finalGain() const { return m_finalGain == kNone ? m_model->finalNormGain() : typed(m_parameters[m_finalGain].value); }

void TunedModel::zeroGradients() {
    for (Parameter& parameter : m_parameters) parameter.gradient.zero_();
}

BlockSinks TunedModel::sinks(std::int64_t layer, const BlockWeights& weights) {
    BlockSinks sinks;
    const auto shared = std::make_shared<SharedInput>();
    sinks.linear = [this, layer, &weights, shared](const LinearGradient& gradient) {
        const std::size_t linear = static_cast<std::size_t>(layer) * kLinearKinds + static_cast<std::size_t>(gradient.kind);
        const std::size_t scales = find(ParameterKind::Scales, linear), kept = find(ParameterKind::Kept, linear), bias = find(ParameterKind::Bias, linear);
        if (bias != kNone) m_parameters[bias].gradient.add_(gradient.dy.sum(0, false, torch::kFloat32));
        if (scales == kNone && kept == kNone) return;
        const LinearWeights& own = weights[gradient.kind];
        const LinearValues found = m_linears[linear].gradients(gradient, own.weight, own.bias, valuesOf(linear), *shared);
        if (scales != kNone) m_parameters[scales].gradient.add_(found.scales);
        if (kept != kNone) m_parameters[kept].gradient.add_(found.kept);
    };
    for (std::size_t i = 0; i < m_parameters.size() && !sinks.gain; ++i) {
        if (m_places[i].layer != layer || !m_places[i].gain) continue;
        sinks.gain = [this, layer](Tensor BlockWeights::*gain, const Tensor& gradient) {
            for (std::size_t j = 0; j < m_parameters.size(); ++j)
                if (m_places[j].layer == layer && m_places[j].gain == gain) m_parameters[j].gradient.add_(gradient);
        };
    }
    return sinks;
}

void TunedModel::addFinalGain(const Tensor& gradient) {
    if (m_finalGain != kNone) m_parameters[m_finalGain].gradient.add_(gradient);
}

std::vector<Tensor> TunedModel::values() const {
    std::vector<Tensor> values;
    for (const Parameter& parameter : m_parameters) values.push_back(parameter.value.clone());
    return values;
}

void TunedModel::setValues(std::span<const Tensor> values) {
    for (std::size_t i = 0; i < m_parameters.size(); ++i) m_parameters[i].value.copy_(values[i]);
}

Result<std::vector<Tensor>> TunedModel::storedValues() const {
    std::vector<Tensor> rounded;
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        const Parameter& parameter = m_parameters[i];
        std::vector<float> values = toVector(parameter.value);
        if (parameter.kind == ParameterKind::Scales || parameter.kind == ParameterKind::Kept) {
            const PackedLinear& packed = m_linears[m_places[i].linear].packed();
            PackedLinear one;  // what storing looks at
            one.name = packed.name;
            one.grid = packed.grid;
            one.valueType = packed.valueType;
            if (parameter.kind == ParameterKind::Scales) {
                one.scales.assign(values.size(), 1.0f);
                TACQ_CHECK(storeScales(one, values));
                values = std::move(one.scales);
            } else {
                one.keptValues.resize(values.size());
                TACQ_CHECK(storeKeptValues(one, values));
                values = std::move(one.keptValues);
            }
            rounded.push_back(toTensor(values).to(parameter.value.device()));
        } else {
            // What is stored is the gain without what the family adds to it.
            const float added = parameter.kind == ParameterKind::Gain && m_model->config().normGain == NormGain::OnePlusWeight ? 1.0f : 0.0f;
            for (float& value : values) value -= added;
            roundToStored(storedType(*m_model->checkpoint().find(parameter.name)), static_cast<std::int64_t>(values.size()), values);
            for (float& value : values) value += added;
            rounded.push_back(toTensor(values).to(parameter.value.device()));
        }
    }
    return rounded;
}

TunedValues TunedModel::named(std::span<const Tensor> values) const {
    TunedValues named;
    named.scales.resize(m_linears.size());
    named.kept.resize(m_linears.size());
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        const Parameter& parameter = m_parameters[i];
        std::vector<float> numbers = toVector(values[i]);
        if (parameter.kind == ParameterKind::Scales) named.scales[m_places[i].linear] = std::move(numbers);
        else if (parameter.kind == ParameterKind::Kept) named.kept[m_places[i].linear] = std::move(numbers);
        else {
            if (parameter.kind == ParameterKind::Gain && m_model->config().normGain == NormGain::OnePlusWeight)
                for (float& number : numbers) number -= 1;
            named.dense.push_back({parameter.name, storedType(*m_model->checkpoint().find(parameter.name)), std::move(numbers)});
        }
    }
    return named;
}

}  // namespace tacq
