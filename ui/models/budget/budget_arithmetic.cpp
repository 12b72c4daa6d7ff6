#include "models/budget/budget_arithmetic.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "models/shared/project.h"
#include "text/window_error.h"

namespace tacq::ui {
namespace {

constexpr int kMostDigits = 17;

/// A kept weight's value and column; rows of more than 65535 columns need wider column numbers.
double bitsPerKept(const PackedPlan& plan) {
    const bool wide = std::any_of(plan.linears.begin(), plan.linears.end(), [](const PackedShape& linear) { return linear.columns > 65535; });
    return wide ? 48 : 32;
}

}  // namespace

const Recipe& BudgetSettings::recipe() const {
    static const Recipe none;
    return overrides ? *overrides : none;
}

bool BudgetSettings::mixed() const {
    const auto& tensors = recipe().tensors;
    return std::any_of(tensors.begin(), tensors.end(), [this](const auto& entry) {
        return entry.second.bits.value_or(grid.bits) != grid.bits || entry.second.groupSize.value_or(grid.groupSize) != grid.groupSize;
    });
}

bool BudgetSettings::operator==(const BudgetSettings& other) const {
    return fraction == other.fraction && grid == other.grid && embeddings == other.embeddings && method == other.method &&
           (overrides == other.overrides || recipe() == other.recipe());
}

double stepRatio(int from, int to) { return static_cast<double>((1 << from) - 1) / static_cast<double>((1 << to) - 1); }

double fractionForKept(std::uint64_t kept, std::uint64_t weights) {
    if (weights == 0) return 0;
    const double whole = static_cast<double>(kept) / static_cast<double>(weights), middle = (static_cast<double>(kept) + 0.5) / static_cast<double>(weights);
    for (int digits = 2; digits < kMostDigits; ++digits)
        for (const double near : {whole, middle}) {
            char text[40];
            std::snprintf(text, sizeof text, "%.*g", digits, std::min(1.0, near));
            const double rounded = std::strtod(text, nullptr);
            const auto found = keptForFraction(rounded, static_cast<std::int64_t>(weights));
            if (found.ok() && found.value() == kept) return rounded;
        }
    return std::min(1.0, middle);
}

void BudgetArithmetic::setSource(SaliencyPointer source) {
    m_source = std::move(source);
    m_ready = false;
    m_curves.clear();
    if (!m_source) return;
    const double scale = 1.0 / static_cast<double>(std::max<std::int64_t>(m_source->meta().samples, 1));
    for (std::size_t i = 0; i < m_source->meta().linears.size(); ++i) {
        const auto counts = m_source->scoreCounts(i);
        const auto mass = m_source->lossMass(i);
        if (counts.empty() || counts.size() != mass.size()) {
            m_curves.clear();
            return;
        }
        m_curves.emplace_back(counts, mass, scale);
    }
}

void BudgetArithmetic::prepare(const BudgetSettings& settings) {
    const bool same = m_ready && m_prepared.grid == settings.grid && m_prepared.embeddings == settings.embeddings && m_prepared.overrides == settings.overrides;
    if (same) return;
    const SaliencyMeta& meta = m_source->meta();
    GridOptions grid = settings.grid;
    grid.scaleType = meta.grid.scaleType;
    m_plan = m_source->plan(grid, settings.embeddings);
    m_error.reset();
    m_headerBytes.reset();
    if (auto applied = applyRecipe(settings.recipe(), m_plan); !applied.ok()) m_error = applied.error();
    m_scale.assign(m_plan.linears.size(), 1.0);
    m_mixed = m_estimated = false;
    for (std::size_t i = 0; i < m_plan.linears.size(); ++i) {
        const GridOptions& own = m_plan.linears[i].grid;
        m_scale[i] = stepRatio(meta.grid.bits, own.bits);
        m_mixed = m_mixed || own != grid;
        m_estimated = m_estimated || own != meta.grid;
    }
    m_prepared = settings;
    m_ready = true;
}

const PackedPlan& BudgetArithmetic::plan(const BudgetSettings& settings) {
    if (m_source) prepare(settings);
    return m_plan;
}

std::optional<double> BudgetArithmetic::lossOf(const CountAnswer& counts) const {
    if (m_curves.empty() || counts.kept.size() != m_curves.size()) return std::nullopt;
    double loss = 0;
    for (std::size_t i = 0; i < m_curves.size(); ++i) loss += m_scale[i] * m_curves[i].at(counts.kept[i]);
    return loss;
}

BudgetState BudgetArithmetic::state(const BudgetSettings& settings) {
    BudgetState state;
    if (!m_source) return state;
    const auto kept = keptForFraction(keepsWeights(settings.method) ? settings.fraction : 0, static_cast<std::int64_t>(totalElements(m_source->meta())));
    if (!kept.ok()) {
        state.error = kept.error();
        return state;
    }
    prepare(settings);
    state.counts = m_source->counts(kept.value());
    state.simulated = m_source->meta().grid == settings.grid;
    state.mixed = m_mixed;
    if (settings.method == Method::Tacq) state.firstOrder = lossOf(state.counts);
    state.firstOrderEstimated = m_estimated;
    state.error = m_error;
    for (std::size_t i = 0; i < m_plan.linears.size() && i < state.counts.kept.size(); ++i) m_plan.linears[i].kept = static_cast<std::int64_t>(state.counts.kept[i]);
    if (m_headerBytes) {
        state.ledger = ledgerForCounts(m_plan, *m_headerBytes);
        return state;
    }
    auto ledger = makeLedger(m_plan);
    if (ledger.ok()) {
        state.ledger = std::move(ledger).value();
        m_headerBytes = state.ledger.headerBytes;
    } else {
        state.error = ledger.error();
    }
    return state;
}

BudgetNext BudgetArithmetic::next(const BudgetSettings& settings, const BudgetState& now, double bits) {
    BudgetNext next;
    if (!m_source) return next;
    prepare(settings);
    const std::uint64_t weights = totalElements(m_source->meta());
    const double each = bitsPerKept(m_plan);
    const auto more = static_cast<std::uint64_t>(bits * static_cast<double>(weights) / each);
    const CountAnswer counts = m_source->counts(std::min(weights, now.counts.total + more));
    next.kept = counts.total - std::min(counts.total, now.counts.total);
    next.bits = static_cast<double>(next.kept) * each / static_cast<double>(std::max<std::uint64_t>(weights, 1));
    next.firstOrder = lossOf(counts);
    next.exact = counts.exact && now.counts.exact;
    return next;
}

Result<BudgetAnswer> BudgetArithmetic::fit(const BudgetSettings& settings, const BudgetRequest& request, bool* room) {
    if (room) *room = false;
    if (!m_source) return windowError(ErrorCode::InvalidArgument, WindowErrors::tr("there is no saliency to choose kept weights from"), {}, WindowErrors::tr("run saliency first"));
    prepare(settings);
    if (m_error) return *m_error;
    const auto countsFor = [this](std::uint64_t k) { return m_source->counts(k); };
    TACQ_TRY(BudgetAnswer answer, solveBudget(m_plan, request, countsFor));
    if (answer.kept <= m_source->exactUpTo()) return answer;
    if (room) *room = true;
    BudgetRequest most;
    const std::uint64_t weights = totalElements(m_source->meta());
    most.outlierFraction = std::min(kMostFraction, fractionForKept(m_source->exactUpTo(), weights));
    return solveBudget(m_plan, most, countsFor);
}

BudgetState budgetState(const SaliencyPointer& source, const BudgetSettings& settings) {
    BudgetArithmetic arithmetic;
    arithmetic.setSource(source);
    return arithmetic.state(settings);
}

}  // namespace tacq::ui
