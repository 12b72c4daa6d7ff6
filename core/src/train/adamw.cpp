#include <algorithm>
#include <cmath>
#include <numbers>

#include "train/optimizer.h"

namespace tacq {
namespace {

constexpr double kBeta1 = 0.9, kBeta2 = 0.99, kEpsilon = 1e-8;
constexpr std::int64_t kWarmUp = 8;

class AdamW : public Optimizer {
public:
    explicit AdamW(std::span<const Parameter> parameters) {
        for (const Parameter& parameter : parameters) {
            m_mean.push_back(at::zeros_like(parameter.value));
            m_square.push_back(at::zeros_like(parameter.value));
        }
    }

    void step(std::span<Parameter> parameters, double factor) override {
        ++steps;
        const double first = 1 - std::pow(kBeta1, static_cast<double>(steps)), second = std::sqrt(1 - std::pow(kBeta2, static_cast<double>(steps)));
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            Parameter& parameter = parameters[i];
            m_mean[i].mul_(kBeta1).add_(parameter.gradient, 1 - kBeta1);
            m_square[i].mul_(kBeta2).addcmul_(parameter.gradient, parameter.gradient, 1 - kBeta2);
            const torch::Tensor root = m_square[i].sqrt().div_(second).add_(kEpsilon);
            parameter.value.addcdiv_(m_mean[i], root, -parameter.rate * factor / first).clamp_(parameter.least, parameter.most);
        }
    }

    std::vector<torch::Tensor> state() const override {
        std::vector<torch::Tensor> all = m_mean;
        all.insert(all.end(), m_square.begin(), m_square.end());
        return all;
    }

private:
    std::vector<torch::Tensor> m_mean, m_square;
};

}  // namespace

std::unique_ptr<Optimizer> makeAdamW(std::span<const Parameter> parameters) { return std::make_unique<AdamW>(parameters); }

double scheduleFactor(std::int64_t step, std::int64_t total) {
    const std::int64_t warmUp = std::min(kWarmUp, total / 2);
    if (step < warmUp) return static_cast<double>(step + 1) / static_cast<double>(warmUp);
    const double done = static_cast<double>(step - warmUp) / static_cast<double>(std::max<std::int64_t>(total - warmUp, 1));
    return 0.5 * (1 + std::cos(std::numbers::pi * std::min(done, 1.0)));
}

}  // namespace tacq
