#include "tacq/budget/allocate.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

namespace tacq {
namespace {

struct Option {
    std::uint64_t cost;
    double loss;
    std::size_t index;
};
using Options = std::vector<Option>;  // cost ascending, loss strictly descending

Options paretoOptions(const AllocationUnit& unit) {
    Options all;
    for (std::size_t i = 0; i < unit.size(); ++i) all.push_back({unit[i].costBits, unit[i].loss, i});
    std::stable_sort(all.begin(), all.end(), [](const Option& a, const Option& b) { return a.cost != b.cost ? a.cost < b.cost : a.loss < b.loss; });
    Options kept;
    for (const Option& option : all)
        if (kept.empty() || option.loss < kept.back().loss) kept.push_back(option);
    return kept;
}

/// The option that minimises loss + price · cost; the cheaper one when equal.
const Option& bestAt(const Options& options, double price) {
    const Option* best = &options.front();
    for (const Option& option : options)
        if (option.loss + price * static_cast<double>(option.cost) < best->loss + price * static_cast<double>(best->cost)) best = &option;
    return *best;
}

std::uint64_t costAt(const std::vector<Options>& units, double price) {
    std::uint64_t cost = 0;
    for (const Options& unit : units) cost += bestAt(unit, price).cost;
    return cost;
}

/// Smallest price (loss per bit) whose relaxed answer fits the budget.
double findPrice(const std::vector<Options>& units, std::uint64_t budget) {
    if (costAt(units, 0) <= budget) return 0;
    double low = 0, high = 1e-12;
    while (costAt(units, high) > budget) high *= 4;
    for (int i = 0; i < 200 && low < high; ++i) {
        const double middle = low + (high - low) / 2;
        if (middle == low || middle == high) break;
        (costAt(units, middle) > budget ? low : high) = middle;
    }
    return high;
}

/// Spends what the relaxed answer leaves on the steps that gain most loss per bit, while they fit.
std::vector<std::size_t> greedyFrom(const std::vector<Options>& units, double price, std::uint64_t budget) {
    std::vector<std::size_t> at(units.size());
    std::uint64_t cost = 0;
    for (std::size_t u = 0; u < units.size(); ++u) {
        at[u] = static_cast<std::size_t>(&bestAt(units[u], price) - units[u].data());
        cost += units[u][at[u]].cost;
    }
    while (true) {
        std::size_t bestUnit = units.size(), bestOption = 0;
        double bestRate = 0;
        for (std::size_t u = 0; u < units.size(); ++u) {
            const Option& now = units[u][at[u]];
            for (std::size_t o = at[u] + 1; o < units[u].size(); ++o) {
                const Option& next = units[u][o];
                if (cost - now.cost + next.cost > budget) break;
                const double rate = (now.loss - next.loss) / static_cast<double>(next.cost - now.cost);
                if (rate > bestRate) bestRate = rate, bestUnit = u, bestOption = o;
            }
        }
        if (bestUnit == units.size()) return at;
        cost += units[bestUnit][bestOption].cost - units[bestUnit][at[bestUnit]].cost;
        at[bestUnit] = bestOption;
    }
}

struct State {
    std::uint64_t cost;
    double loss;
    std::uint32_t parent;  // in the layer before
    std::uint32_t option;
};
using Layer = std::vector<State>;

/// Keeps Pareto-optimal states, cost ascending.
void prune(Layer& layer) {
    std::sort(layer.begin(), layer.end(), [](const State& a, const State& b) { return a.cost != b.cost ? a.cost < b.cost : a.loss < b.loss; });
    std::size_t kept = 0;
    for (const State& state : layer)
        if (kept == 0 || state.loss < layer[kept - 1].loss) layer[kept++] = state;
    layer.resize(kept);
}

class Solver {
public:
    Solver(const std::vector<Options>& units, std::uint64_t budget, std::size_t stateLimit)
        : m_units(units), m_budget(budget), m_stateLimit(stateLimit), m_price(findPrice(units, budget)), m_restBound(units.size() + 1), m_restCheapest(units.size() + 1) {
        for (std::size_t u = units.size(); u-- > 0;) {
            const Option& best = bestAt(units[u], m_price);
            m_restBound[u] = m_restBound[u + 1] + best.loss + m_price * static_cast<double>(best.cost);
            m_restCheapest[u] = m_restCheapest[u + 1] + units[u].front().cost;
        }
    }

    /// Pareto positions per unit.
    std::vector<std::size_t> solve() {
        std::vector<std::size_t> best = greedyFrom(m_units, m_price, m_budget);
        m_incumbent = lossOf(best);
        std::vector<Layer> layers{{State{0, 0, 0, 0}}};
        std::size_t states = 1;
        for (std::size_t u = 0; u < m_units.size(); ++u) {
            layers.push_back(extend(layers.back(), u, m_stateLimit > states ? m_stateLimit - states : 1));
            states += layers.back().size();
            if (layers.back().empty()) return best;  // nothing beats the first answer
        }
        const Layer& last = layers.back();
        std::size_t at = static_cast<std::size_t>(std::min_element(last.begin(), last.end(), [](const State& a, const State& b) { return a.loss < b.loss; }) - last.begin());
        if (last[at].loss >= m_incumbent) return best;
        for (std::size_t u = m_units.size(); u-- > 0;) {
            best[u] = layers[u + 1][at].option;
            at = layers[u + 1][at].parent;
        }
        return best;
    }

    double lowerBound() const { return m_restBound[0] - m_price * static_cast<double>(m_budget); }
    bool thinned() const { return m_thinned; }

private:
    double lossOf(const std::vector<std::size_t>& at) const {
        double loss = 0;
        for (std::size_t u = 0; u < at.size(); ++u) loss += m_units[u][at[u]].loss;
        return loss;
    }

    Layer extend(const Layer& from, std::size_t u, std::size_t room) {
        Layer to;
        // A hair of slack: the bound is a float sum and must not prune the optimum itself.
        const double limit = m_incumbent + 1e-12 * std::abs(m_incumbent) + m_price * static_cast<double>(m_budget);
        for (std::size_t s = 0; s < from.size(); ++s) {
            for (std::size_t o = 0; o < m_units[u].size(); ++o) {
                const std::uint64_t cost = from[s].cost + m_units[u][o].cost;
                const double loss = from[s].loss + m_units[u][o].loss;
                if (cost + m_restCheapest[u + 1] > m_budget) break;
                if (loss + m_price * static_cast<double>(cost) + m_restBound[u + 1] > limit) continue;
                to.push_back({cost, loss, static_cast<std::uint32_t>(s), static_cast<std::uint32_t>(o)});
            }
        }
        prune(to);
        if (to.size() > room) thin(to, room);
        return to;
    }

    void thin(Layer& layer, std::size_t room) {
        m_thinned = true;
        Layer fewer;
        for (std::size_t i = 0; i < room; ++i) fewer.push_back(layer[i * layer.size() / room]);
        layer = std::move(fewer);
    }

    const std::vector<Options>& m_units;
    std::uint64_t m_budget;
    std::size_t m_stateLimit;
    double m_price, m_incumbent = std::numeric_limits<double>::infinity();
    std::vector<double> m_restBound;             // Σ over later units of min(loss + price · cost)
    std::vector<std::uint64_t> m_restCheapest;   // Σ over later units of their cheapest cost
    bool m_thinned = false;
};

}  // namespace

Result<Allocation> allocateWidths(const std::vector<AllocationUnit>& units, std::uint64_t budgetBits, std::size_t stateLimit) {
    std::vector<Options> pareto;
    std::uint64_t cheapest = 0;
    for (std::size_t u = 0; u < units.size(); ++u) {
        const std::string name = "unit " + std::to_string(u);
        if (units[u].empty()) return Error{ErrorCode::InvalidArgument, "no width to choose from", name, "allow at least one width for every tensor"};
        for (const WidthOption& option : units[u])
            if (!std::isfinite(option.loss)) return Error{ErrorCode::InvalidArgument, "predicted loss is not a finite number", name, "run the saliency again"};
        pareto.push_back(paretoOptions(units[u]));
        cheapest += pareto.back().front().cost;
    }
    if (cheapest > budgetBits)
        return Error{ErrorCode::InvalidArgument, "the budget is " + std::to_string((cheapest - budgetBits + 7) / 8) + " bytes below the smallest possible size", "budget",
                     "raise the budget or allow smaller widths"};
    Solver solver(pareto, budgetBits, stateLimit);
    Allocation answer;
    const auto at = solver.solve();
    for (std::size_t u = 0; u < units.size(); ++u) {
        const Option& option = pareto[u][at[u]];
        answer.choice.push_back(option.index);
        answer.costBits += option.cost;
        answer.loss += option.loss;
    }
    answer.optimal = !solver.thinned();
    answer.lowerBound = answer.optimal ? answer.loss : std::min(answer.loss, solver.lowerBound());
    return answer;
}

}  // namespace tacq
