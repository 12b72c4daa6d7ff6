#include "models/budget_model.h"

#include <algorithm>
#include <utility>

#include "models/project.h"

namespace tacq::ui {

BudgetState budgetState(const SaliencySource& source, const BudgetSettings& settings) {
    BudgetState state;
    const auto kept = keptForFraction(settings.fraction, static_cast<std::int64_t>(totalElements(source.meta())));
    if (!kept.ok()) {
        state.error = kept.error();
        return state;
    }
    state.counts = source.counts(kept.value());
    state.simulated = sameGrid(source.meta().grid, settings.grid);
    GridOptions grid = settings.grid;
    grid.scaleType = source.meta().grid.scaleType;
    PackedPlan plan = source.plan(grid);
    for (std::size_t i = 0; i < plan.linears.size() && i < state.counts.kept.size(); ++i)
        plan.linears[i].kept = static_cast<std::int64_t>(state.counts.kept[i]);
    auto ledger = makeLedger(plan);
    if (ledger.ok()) state.ledger = std::move(ledger).value();
    else state.error = ledger.error();
    return state;
}

BudgetModel::BudgetModel(QObject* parent) : QObject(parent) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &BudgetModel::recompute);
}

void BudgetModel::setSource(SaliencyPointer source) {
    m_source = std::move(source);
    m_timer.stop();
    recompute();
}

void BudgetModel::setFraction(double fraction) {
    fraction = std::clamp(fraction, 0.0, 1.0);
    if (fraction == m_settings.fraction) return;
    m_settings.fraction = fraction;
    schedule();
}

void BudgetModel::setBits(int bits) {
    if (bits == m_settings.grid.bits) return;
    m_settings.grid.bits = bits;
    schedule();
}

void BudgetModel::setGroupSize(std::int64_t groupSize) {
    if (groupSize == m_settings.grid.groupSize) return;
    m_settings.grid.groupSize = groupSize;
    schedule();
}

void BudgetModel::schedule() {
    emit settingsChanged();
    if (!m_timer.isActive()) m_timer.start();
}

void BudgetModel::flush() {
    if (!m_timer.isActive()) return;
    m_timer.stop();
    recompute();
}

void BudgetModel::recompute() {
    m_state = m_source ? budgetState(*m_source, m_settings) : BudgetState{};
    emit changed();
}

std::int64_t BudgetModel::layers() const {
    std::int64_t layers = 0;
    if (m_source)
        for (const LinearInfo& linear : m_source->meta().linears) layers = std::max(layers, linear.layer + 1);
    return layers;
}

double BudgetModel::keptShare(std::int64_t layer) const {
    if (!m_source) return 0;
    quint64 kept = 0, all = 0;
    const auto& linears = m_source->meta().linears;
    for (std::size_t i = 0; i < linears.size() && i < m_state.counts.kept.size(); ++i) {
        if (linears[i].layer != layer) continue;
        kept += m_state.counts.kept[i];
        all += elementsOf(linears[i]);
    }
    return all ? static_cast<double>(kept) / static_cast<double>(all) : 0;
}

double BudgetModel::keptShareOfMatrix(std::size_t matrix) const {
    if (!m_source || matrix >= m_state.counts.kept.size()) return 0;
    return static_cast<double>(m_state.counts.kept[matrix]) / static_cast<double>(elementsOf(m_source->meta().linears[matrix]));
}

}  // namespace tacq::ui
