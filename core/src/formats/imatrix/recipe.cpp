#include "formats/imatrix/recipe.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/ascii.h"
#include "checkpoint/gguf/gguf_config.h"
#include "formats/gguf/block_types.h"

namespace tacq {
namespace {

constexpr std::array kSupers{TensorType::Q2_K, TensorType::Q3_K, TensorType::Q4_K, TensorType::Q5_K, TensorType::Q6_K, TensorType::Q8_0};
constexpr std::array kSimple{TensorType::Q2_0, TensorType::Q4_0, TensorType::Q5_0, TensorType::Q8_0};
constexpr double kFirst = 0.1, kSecond = 0.3;  // shares of all weights

template <std::size_t N> TensorType stepped(const std::array<TensorType, N>& ladder, TensorType type, std::size_t steps) {
    const auto at = static_cast<std::size_t>(std::find(ladder.begin(), ladder.end(), type) - ladder.begin());
    return at >= N ? type : ladder[std::min(at + steps, N - 1)];
}

TensorType finer(TensorType type, std::size_t steps) {
    const bool super = std::find(kSupers.begin(), kSupers.end() - 1, type) != kSupers.end() - 1;
    return super ? stepped(kSupers, type, steps) : stepped(kSimple, type, steps);
}

double weightsOf(const LinearImportance& linear) { return static_cast<double>(linear.rows) * static_cast<double>(linear.columns.size()); }

}  // namespace

std::vector<TensorTypeRule> tensorTypes(const TaskImportance& importance, const FamilySpec& family, TensorType base) {
    const auto& linears = importance.linears;
    std::vector<std::size_t> order(linears.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return linears[a].mass / weightsOf(linears[a]) > linears[b].mass / weightsOf(linears[b]); });
    double all = 0, seen = 0;
    for (const LinearImportance& linear : linears) all += weightsOf(linear);
    std::vector<std::size_t> steps(linears.size(), 0);
    for (const std::size_t i : order) {
        seen += weightsOf(linears[i]);
        steps[i] = seen <= kFirst * all ? 2 : seen <= kSecond * all ? 1 : 0;
    }
    std::vector<TensorTypeRule> rules;
    for (std::size_t i = 0; i < linears.size(); ++i)
        rules.push_back({ggufTensorName(linears[i].name, family), ggufTypeFor(finer(base, steps[i]), static_cast<std::int64_t>(linears[i].columns.size()))});
    return rules;
}

std::string tensorTypeFile(std::span<const TensorTypeRule> rules) {
    std::string text;
    for (const TensorTypeRule& rule : rules) {
        text += '^';
        for (const char c : rule.tensor) {
            if (c == '.') text += '\\';
            text += c;
        }
        text.append("$=").append(lowered(std::string(tensorTypeName(rule.type)))).append("\n");
    }
    return text;
}

std::string quantizeWord(TensorType type) {
    const std::string name(tensorTypeName(type));
    const bool mixed = type == TensorType::Q3_K || type == TensorType::Q4_K || type == TensorType::Q5_K;
    return mixed ? name + "_S" : name;
}

}  // namespace tacq
