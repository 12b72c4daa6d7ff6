#include <algorithm>
#include <cassert>

#include "numerics/scores/score_list.h"
#include "tacq/base/list_text.h"

namespace tacq {
namespace {

// The two that keep nothing; every other method is a score.
constexpr MethodSpec kRtn{"rtn", "round to nearest", "", {}, false, false, nullptr};
constexpr MethodSpec kGptq{"gptq", "GPTQ", "", {}, false, true, nullptr};

std::vector<Method>& table() {
#define TACQ_ENTER_SCORE(name) Method(scores::name),
    static std::vector<Method> entries{Method(kRtn), Method(kGptq), TACQ_SCORES(TACQ_ENTER_SCORE)};
#undef TACQ_ENTER_SCORE
    return entries;
}

}  // namespace

constinit const Method Method::Rtn(kRtn);
constinit const Method Method::Gptq(kGptq);
constinit const Method Method::Tacq(scores::tacq);
constinit const Method Method::Random(scores::random);
constinit const Method Method::Magnitude(scores::magnitude);
constinit const Method Method::Gradient(scores::gradient);
constinit const Method Method::Msg(scores::msg);
constinit const Method Method::Qal(scores::qal);

std::vector<Method> methods() { return table(); }

std::vector<Method> scoringMethods() {
    std::vector<Method> keeping = table();
    std::erase_if(keeping, [](Method method) { return !keepsWeights(method); });
    return keeping;
}

std::string listNames(const std::vector<Method>& methods) {
    return listText(methods, [](Method method) { return method->name; });
}

Result<Method> parseMethod(std::string_view name) {
    for (const Method method : table())
        if (method->name == name) return method;
    return Error{ErrorCode::InvalidArgument, "unknown method \"" + std::string(name) + "\"", "--method", "choose one of " + listNames(table())};
}

Result<Method> addMethod(const MethodSpec& spec) {
    if (parseMethod(spec.name).ok()) return Error{ErrorCode::AlreadyExists, "there is a method of that name", std::string(spec.name), "choose another name"};
    table().emplace_back(spec);
    return table().back();
}

void score(Method method, std::span<const float> gradient, std::span<const float> weight, std::span<const float> quantized, std::uint64_t seed, std::uint32_t tensor,
           std::uint64_t firstPosition, std::span<float> out) {
    assert(!method->needs.has(WeightPart::Gradient) || gradient.size() == out.size());
    assert(!method->needs.has(WeightPart::Weight) || weight.size() == out.size());
    assert(!method->needs.has(WeightPart::Quantized) || quantized.size() == out.size());
    if (!keepsWeights(method)) return std::fill(out.begin(), out.end(), 0.0f);
    method->kernel({gradient, weight, quantized, seed, tensor, firstPosition}, out);
}

}  // namespace tacq
