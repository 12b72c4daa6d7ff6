#include "models/budget/budget_model.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace tacq::ui {

BudgetModel::BudgetModel(QObject* parent) : QObject(parent) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &BudgetModel::recompute);
}

void BudgetModel::setSource(SaliencyPointer source) {
    m_arithmetic.setSource(std::move(source));
    m_timer.stop();
    dropForeignOverrides();
    recompute();
}

/// Overrides name tensors: those of another model would be refused.
void BudgetModel::dropForeignOverrides() {
    if (!source() || m_settings.recipe().empty()) return;
    std::unordered_set<std::string_view> known;
    for (const LinearInfo& linear : source()->meta().linears) known.insert(linear.name);
    const auto& tensors = m_settings.recipe().tensors;
    if (std::all_of(tensors.begin(), tensors.end(), [&](const auto& entry) { return known.contains(entry.first); })) return;
    dropOverrides();
}

void BudgetModel::dropOverrides() {
    if (!m_settings.overrides) return;
    m_settings.overrides.reset();
    emit settingsChanged();
}

void BudgetModel::setFraction(double fraction, bool dragging) {
    BudgetSettings settings = m_settings;
    settings.fraction = std::clamp(fraction, 0.0, 1.0);
    change(settings, EditKind::Fraction, tr("share kept in 16 bit"), dragging);
}

void BudgetModel::setBits(int bits) {
    BudgetSettings settings = m_settings;
    settings.grid.bits = bits;
    change(settings, EditKind::Grid, tr("base bits"));
}

void BudgetModel::setGroupSize(std::int64_t groupSize) {
    BudgetSettings settings = m_settings;
    settings.grid.groupSize = groupSize;
    change(settings, EditKind::Grid, tr("group size"));
}

void BudgetModel::setSymmetry(Symmetry symmetry) {
    BudgetSettings settings = m_settings;
    settings.grid.symmetry = symmetry;
    change(settings, EditKind::Grid, tr("symmetry"));
}

void BudgetModel::setEmbeddings(EmbeddingBits bits) {
    BudgetSettings settings = m_settings;
    settings.embeddings = bits;
    change(settings, EditKind::Grid, tr("bits of the embeddings"));
}

void BudgetModel::setMethod(Method method) {
    BudgetSettings settings = m_settings;
    settings.method = method;
    change(settings, EditKind::Grid, tr("what chooses the kept weights"));
}

void BudgetModel::setRecipe(Recipe recipe, const QString& what, bool dragging) {
    if (recipe == m_settings.recipe()) return;
    BudgetSettings settings = m_settings;
    settings.overrides = recipe.empty() ? nullptr : std::make_shared<const Recipe>(std::move(recipe));
    change(settings, EditKind::Overrides, what, dragging);
}

void BudgetModel::setSettings(const BudgetSettings& settings, const QString& what) { change(settings, EditKind::Separate, what); }

void BudgetModel::change(const BudgetSettings& settings, EditKind kind, const QString& what, bool dragging) {
    if (settings == m_settings) return;
    if (!m_edits) return put(settings);
    m_edits->push(new ValueEdit<BudgetSettings>(what, kind, dragging, m_settings, settings, [this](const BudgetSettings& value) { put(value); }, m_drag));
}

void BudgetModel::put(const BudgetSettings& settings) {
    m_settings = settings;
    emit settingsChanged();
    if (!m_timer.isActive()) m_timer.start();
}

void BudgetModel::flush() {
    if (!m_timer.isActive()) return;
    m_timer.stop();
    recompute();
}

void BudgetModel::setMeasured(MeasuredRuns runs) {
    m_measured = std::move(runs);
    m_points = m_measured.points();
    m_spread = predictionSpread(m_points);
    emit measuredChanged();
    recompute();
}

void BudgetModel::recompute() {
    m_state = m_arithmetic.state(m_settings);
    if (m_state.firstOrder && !m_state.firstOrderEstimated && m_state.counts.exact) {
        m_state.predicted = predictLoss(m_points, *m_state.firstOrder);
        if (m_state.predicted) m_state.predictedSpread = m_spread;
    }
    emit changed();
}

std::int64_t layerCount(const BudgetModel& budget) {
    std::int64_t layers = 0;
    if (budget.source())
        for (const LinearInfo& linear : budget.source()->meta().linears) layers = std::max(layers, linear.layer + 1);
    return layers;
}

double keptShare(const BudgetModel& budget, std::int64_t layer) {
    if (!budget.source()) return 0;
    quint64 kept = 0, all = 0;
    const auto& linears = budget.source()->meta().linears;
    const auto& counts = budget.state().counts.kept;
    for (std::size_t i = 0; i < linears.size() && i < counts.size(); ++i) {
        if (linears[i].layer != layer) continue;
        kept += counts[i];
        all += elementsOf(linears[i]);
    }
    return all ? static_cast<double>(kept) / static_cast<double>(all) : 0;
}

double keptShareOfMatrix(const BudgetModel& budget, std::size_t matrix) {
    if (!budget.source() || matrix >= budget.state().counts.kept.size()) return 0;
    return static_cast<double>(budget.state().counts.kept[matrix]) / static_cast<double>(elementsOf(budget.source()->meta().linears[matrix]));
}

}  // namespace tacq::ui
