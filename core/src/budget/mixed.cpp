#include "tacq/budget/mixed.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <string>

#include "tacq/budget/allocate.h"

namespace tacq {
namespace {

constexpr std::size_t kScanStates = 200'000;
constexpr int kScan = 18, kRefine = 6;

/// Linears that share a width, and what each width costs them in codes.
struct Unit {
    std::vector<std::size_t> linears;
    std::vector<int> widths;
};

std::uint64_t codeBits(const PackedShape& linear, int bits) {
    return static_cast<std::uint64_t>(linear.rows) * static_cast<std::uint64_t>((linear.columns * bits + 31) / 32) * 32;
}

const WidthChoice* choiceOf(const std::vector<WidthChoice>& choices, int bits) {
    const auto found = std::find_if(choices.begin(), choices.end(), [bits](const WidthChoice& c) { return c.bits == bits; });
    return found == choices.end() ? nullptr : &*found;
}

class Allocator {
public:
    Allocator(const MixedRequest& request, const RunContext& context) : m_request(request), m_plan(request.plan), m_context(context) {}

    Result<MixedAnswer> run() {
        TACQ_CHECK(makeUnits());
        for (const PackedShape& linear : m_plan.linears) m_weights += static_cast<std::uint64_t>(linear.rows * linear.columns);
        m_mostKept = m_request.mostKept > 0 ? std::min(m_request.mostKept, m_weights) : m_weights;
        TACQ_CHECK(scan());
        if (!m_best) return tooSmall();
        MixedAnswer answer;
        answer.uniformBits = m_uniformBits;
        answer.uniformFirstOrder = m_uniformBits > 0 ? m_uniformLoss : 0;
        answer.bits = m_best->bits;
        answer.optimal = m_best->optimal;
        TACQ_TRY(answer.budget, fill(answer.bits));
        answer.firstOrder = mixedLoss(m_request.choices, answer.bits, answer.budget.counts.kept);
        return answer;
    }

private:
    struct Tried {
        std::vector<int> bits;
        double loss = 0;
        bool optimal = false;
    };

    Result<void> makeUnits() {
        const std::size_t count = m_plan.linears.size();
        if (m_request.budget.targetBits <= 0 && m_request.budget.targetBytes == 0)
            return Error{ErrorCode::InvalidArgument, "widths can be chosen only under a size", "--mixed", "add --target-bits or --target-size"};
        if (count == 0 || m_request.choices.size() != count || (!m_request.unit.empty() && m_request.unit.size() != count))
            return Error{ErrorCode::InvalidArgument, "choices and plan differ in their number of matrices", "", ""};
        std::map<std::size_t, Unit> units;
        for (std::size_t i = 0; i < count; ++i) {
            Unit& unit = units[m_request.unit.empty() ? i : m_request.unit[i]];
            std::vector<int> mine;
            for (const WidthChoice& choice : m_request.choices[i]) mine.push_back(choice.bits);
            if (unit.linears.empty()) unit.widths = mine;
            else std::erase_if(unit.widths, [&](int bits) { return std::find(mine.begin(), mine.end(), bits) == mine.end(); });
            unit.linears.push_back(i);
            if (unit.widths.empty())
                return Error{ErrorCode::InvalidArgument, "no width suits " + m_plan.linears[i].name + " and the tensors that must share one with it", m_plan.linears[i].name,
                             "unlock it, give them the same width, or allow more widths"};
        }
        for (auto& [id, unit] : units) m_units.push_back(std::move(unit));
        return {};
    }

    void setWidths(const std::vector<int>& bits) {
        for (std::size_t i = 0; i < bits.size(); ++i) m_plan.linears[i].grid.bits = bits[i];
    }
    void setKept(const CountAnswer& counts) {
        for (std::size_t i = 0; i < m_plan.linears.size(); ++i) m_plan.linears[i].kept = static_cast<std::int64_t>(counts.kept.at(i));
    }
    CountAnswer countsFor(std::uint64_t k) const { return m_request.countsFor(std::min(k, m_mostKept)); }

    /// Bits that all codes together may take besides everything else, at the kept counts that are set.
    Result<std::int64_t> roomForCodes() {
        TACQ_TRY(const Ledger ledger, makeLedger(m_plan));
        const auto codes = static_cast<std::int64_t>(ledger["codes"].bytes);
        if (m_request.budget.targetBytes > 0) return 8 * (static_cast<std::int64_t>(m_request.budget.targetBytes) - static_cast<std::int64_t>(ledger.modelBytes) + codes);
        const auto others = static_cast<std::int64_t>(ledger.quantizedBytes()) - codes;
        return static_cast<std::int64_t>(std::floor(std::min(m_request.budget.targetBits, 64.0) * static_cast<double>(m_weights))) - 8 * others;
    }

    std::vector<AllocationUnit> optionsAt(const CountAnswer& counts) const {
        std::vector<AllocationUnit> options;
        for (const Unit& unit : m_units) {
            AllocationUnit& list = options.emplace_back();
            for (const int bits : unit.widths) {
                WidthOption option{bits, 0, 0};
                for (const std::size_t i : unit.linears) {
                    option.costBits += codeBits(m_plan.linears[i], bits);
                    option.loss += choiceOf(m_request.choices[i], bits)->loss.at(counts.kept[i]);
                }
                list.push_back(option);
            }
        }
        return options;
    }

    /// Best widths with k kept; nothing when no widths fit beside them.
    Result<std::optional<Tried>> tryCount(std::uint64_t k) {
        TACQ_CHECK(m_context.checkpoint());
        const CountAnswer counts = countsFor(k);
        setKept(counts);
        const std::vector<AllocationUnit> options = optionsAt(counts);
        std::uint64_t cheapest = 0;
        for (const AllocationUnit& unit : options)
            cheapest += std::min_element(unit.begin(), unit.end(), [](const auto& a, const auto& b) { return a.costBits < b.costBits; })->costBits;
        TACQ_TRY(std::int64_t room, roomForCodes());
        // A file's header depends on the widths by a few digits: what is over comes off the room.
        for (int again = 0; again < 8; ++again) {
            if (room < 0 || static_cast<std::uint64_t>(room) < cheapest) break;
            TACQ_TRY(const Allocation chosen, allocateWidths(options, static_cast<std::uint64_t>(room), kScanStates));
            Tried tried{std::vector<int>(m_plan.linears.size()), chosen.loss, chosen.optimal};
            for (std::size_t u = 0; u < m_units.size(); ++u)
                for (const std::size_t i : m_units[u].linears) tried.bits[i] = options[u][chosen.choice[u]].bits;
            setWidths(tried.bits);
            TACQ_TRY(const Ledger ledger, makeLedger(m_plan));
            if (holdsTarget(ledger, m_request.budget)) return std::optional<Tried>(std::move(tried));
            room -= m_request.budget.targetBytes > 0 ? 8 * static_cast<std::int64_t>(ledger.modelBytes - m_request.budget.targetBytes) : 8;
        }
        return std::optional<Tried>();
    }

    Result<void> consider(std::uint64_t k) {
        k = std::min(k, m_mostKept);
        if (!m_tried.emplace(k, std::numeric_limits<double>::infinity()).second) return {};
        TACQ_TRY(std::optional<Tried> tried, tryCount(k));
        if (!tried) return {};
        m_tried[k] = tried->loss;
        if (m_best && m_best->loss <= tried->loss) return {};
        m_best = std::move(tried);
        m_bestCount = k;
        return {};
    }

    /// Every single width that all linears may take, with as many kept weights as fit: what a mix must beat.
    Result<void> uniforms() {
        for (int bits = 2; bits <= 8; ++bits) {
            const bool all = std::all_of(m_request.choices.begin(), m_request.choices.end(), [bits](const auto& c) { return choiceOf(c, bits) != nullptr; });
            if (!all) continue;
            const std::vector<int> widths(m_plan.linears.size(), bits);
            auto answer = fill(widths);
            if (!answer.ok()) continue;
            const double loss = mixedLoss(m_request.choices, widths, answer.value().counts.kept);
            if (m_uniformBits == 0 || loss < m_uniformLoss) {
                m_uniformBits = bits;
                m_uniformLoss = loss;
            }
            TACQ_CHECK(consider(answer.value().kept));
        }
        return {};
    }

    Result<void> scan() {
        TACQ_CHECK(consider(0));
        if (!m_best) return {};  // nothing kept does not fit: more never will
        TACQ_CHECK(uniforms());
        const double most = static_cast<double>(m_mostKept), least = std::min(most, static_cast<double>(m_weights) * 1e-5);
        for (int i = 0; i < kScan && most > 0; ++i)
            TACQ_CHECK(consider(static_cast<std::uint64_t>(least * std::pow(most / std::max(least, 1.0), static_cast<double>(i) / (kScan - 1)))));
        auto above = m_tried.upper_bound(m_bestCount);
        const std::uint64_t low = m_bestCount == 0 ? 0 : std::prev(m_tried.find(m_bestCount))->first, high = above == m_tried.end() ? m_bestCount : above->first;
        for (int i = 1; i < kRefine; ++i) TACQ_CHECK(consider(low + (high - low) * static_cast<std::uint64_t>(i) / kRefine));
        return {};
    }

    /// The most kept weights beside given widths.
    Result<BudgetAnswer> fill(const std::vector<int>& bits) {
        setWidths(bits);
        BudgetRequest request = m_request.budget;
        return solveBudget(m_plan, request, [this](std::uint64_t k) { return countsFor(k); });
    }

    Result<MixedAnswer> tooSmall() {
        std::vector<int> cheapest(m_plan.linears.size());
        for (const Unit& unit : m_units)
            for (const std::size_t i : unit.linears) cheapest[i] = *std::min_element(unit.widths.begin(), unit.widths.end());
        auto answer = fill(cheapest);  // says by how much
        if (!answer.ok()) return answer.error();
        return Error{ErrorCode::InvalidArgument, "no widths were found for this budget", "--mixed", "raise the budget a little"};
    }

    const MixedRequest& m_request;
    PackedPlan m_plan;
    const RunContext& m_context;
    std::vector<Unit> m_units;
    std::uint64_t m_weights = 0, m_mostKept = 0, m_bestCount = 0;
    std::map<std::uint64_t, double> m_tried;
    std::optional<Tried> m_best;
    int m_uniformBits = 0;
    double m_uniformLoss = 0;
};

}  // namespace

LossCurve::LossCurve(std::span<const std::uint64_t> counts, std::span<const double> mass, double scale) {
    std::uint64_t kept = 0;
    double all = 0;
    for (const double value : mass) all += value;
    m_kept.push_back(0);
    m_loss.push_back(all * scale);
    double below = 0;
    // From the bottom, so that what is left at the top is a sum of what is lost, not a difference of large numbers.
    std::vector<double> lost;
    for (std::size_t bin = 0; bin < counts.size(); ++bin) {
        lost.push_back(below);
        below += mass[bin];
    }
    for (std::size_t bin = counts.size(); bin-- > 0;) {
        if (counts[bin] == 0) continue;
        kept += counts[bin];
        m_kept.push_back(kept);
        m_loss.push_back(lost[bin] * scale);
    }
}

double LossCurve::at(std::uint64_t kept) const {
    if (m_kept.empty()) return 0;
    const auto above = std::upper_bound(m_kept.begin(), m_kept.end(), kept);
    if (above == m_kept.end()) return m_loss.back();
    const auto i = static_cast<std::size_t>(above - m_kept.begin());
    const double share = static_cast<double>(kept - m_kept[i - 1]) / static_cast<double>(m_kept[i] - m_kept[i - 1]);
    return m_loss[i - 1] + share * (m_loss[i] - m_loss[i - 1]);
}

double mixedLoss(std::span<const std::vector<WidthChoice>> choices, std::span<const int> bits, std::span<const std::uint64_t> kept) {
    double loss = 0;
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (const WidthChoice* choice = choiceOf(choices[i], bits[i])) loss += choice->loss.at(kept[i]);
    return loss;
}

Result<MixedAnswer> allocateMixed(const MixedRequest& request, const RunContext& context) { return Allocator(request, context).run(); }

std::vector<std::size_t> fusedUnits(std::span<const LinearInfo> linears) {
    std::map<std::pair<std::int64_t, int>, std::size_t> known;
    std::vector<std::size_t> units;
    for (const LinearInfo& linear : linears) {
        LinearKind first = linear.kind;
        if (first == LinearKind::Key || first == LinearKind::Value) first = LinearKind::Query;
        if (first == LinearKind::Up) first = LinearKind::Gate;
        units.push_back(known.emplace(std::pair(linear.layer, static_cast<int>(first)), known.size()).first->second);
    }
    return units;
}

bool ggufHasNoType(const LinearInfo& linear) { return linear.columns % 32 != 0; }

std::vector<int> ggufWidths(const LinearInfo& linear, std::span<const int> widths) {
    std::vector<int> allowed;
    for (const int bits : widths) {
        const bool kQuant = linear.columns % 256 == 0 && bits >= 2 && bits <= 6, block = linear.columns % 32 == 0 && (bits == 4 || bits == 5 || bits == 8);
        if (kQuant || block) allowed.push_back(bits);
    }
    if (allowed.empty() && !widths.empty()) allowed.push_back(*std::max_element(widths.begin(), widths.end()));
    return allowed;
}

}  // namespace tacq
