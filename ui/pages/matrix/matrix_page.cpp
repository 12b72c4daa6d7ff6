#include "pages/matrix/matrix_page.h"

#include <QLabel>
#include <QShortcut>
#include <QSplitter>
#include <QStackedLayout>
#include <algorithm>
#include <utility>

#include "models/matrix/matrix_difference.h"
#include "models/matrix/weight_probe.h"
#include "models/saliency/saliency_catalogue.h"
#include "models/shared/format.h"
#include "pages/circuit/saliency_choice.h"
#include "pages/matrix/matrix_pane.h"
#include "pages/matrix/weight_panel.h"
#include "pages/saliency/no_saliency.h"
#include "plot/matrix_view.h"
#include "widgets/choice.h"
#include "widgets/parts.h"
#include "widgets/segmented.h"
#include "widgets/tick.h"

namespace tacq::ui {
namespace {

constexpr int kPanelWidth = 270;

int strongestMatrix(const SaliencyMeta& meta) {
    const auto best = std::max_element(meta.figures.begin(), meta.figures.end(), [](const auto& a, const auto& b) { return a.saliencyMax < b.saliencyMax; });
    return best == meta.figures.end() ? 0 : static_cast<int>(best - meta.figures.begin());
}

}  // namespace

MatrixPage::MatrixPage(PageContext context, QWidget* parent)
    : Page(context, parent), m_stack(new QStackedLayout(this)), m_panes(new QSplitter(Qt::Horizontal, this)), m_first(new MatrixPane(QStringLiteral("first"), this)),
      m_second(new MatrixPane(QStringLiteral("second"), this)), m_weight(new WeightPanel(this)), m_probe(new WeightProbe(this)) {
    m_panes->setObjectName(QStringLiteral("matrixPanes"));
    m_panes->setChildrenCollapsible(false);
    m_panes->setHandleWidth(16);
    m_panes->addWidget(m_first);
    m_panes->addWidget(m_second);
    m_second->hide();
    m_weight->setMinimumWidth(kPanelWidth);
    auto* card = new Card({}, QStringLiteral("matrixPageCard"), this);
    card->setAccessibleName(tr("Matrix"));
    card->body()->addWidget(buildControls());
    card->body()->addWidget(m_panes, 1);
    card->body()->addWidget(buildScale());
    auto* content = new QWidget(this);
    content->setObjectName(QStringLiteral("matrixPageContent"));
    auto* layout = new QHBoxLayout(content);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->addWidget(makeSplitter(Qt::Horizontal, {card, m_weight}, {1, 0}, {740, 460}, QStringLiteral("matrixSplitter"), this));
    m_stack->addWidget(new NoSaliency(context, QStringLiteral("matrix"), tr("Open a model, choose a task and run saliency: then every matrix can be looked at here, down to one weight."), this));
    m_stack->addWidget(content);
    connectPanes();
    connect(&context.project, &Project::saliencyChanged, this, &MatrixPage::showSource);
    connect(&context.project, &Project::matrixChanged, this, [this](int matrix) {
        if (matrix >= 0) openMatrix(matrix);
    });
    connect(&context.budget, &BudgetModel::changed, this, &MatrixPage::applyBudget);
    showSource();
}

void MatrixPage::link(MatrixPane* from, MatrixPane* to) {
    connect(from->view(), &MatrixView::viewportChanged, this, [this, to](const QRectF& fractions) {
        if (m_shownMode == Mode::SideBySide && m_linked->isChecked()) to->view()->setViewport(fractions);
    });
    connect(from->view(), &MatrixView::hovered, this, [this, from](qint64 row, qint64 column) { probe(from, row, column); });
    connect(from->view(), &MatrixView::tileFailed, this, [this](const Error& error) { emit m_context.workflow.failed(error, nullptr); });
    connect(from->view(), &MatrixView::clicked, this, [this, from, to](qint64 row, qint64 column) {
        const LinearInfo& linear = from->source()->meta().linears[static_cast<std::size_t>(from->matrix())];
        if (from == m_first || (m_second->matrix() == m_first->matrix())) m_weight->selectPosition(static_cast<std::uint32_t>(row * linear.columns + column));
        if (to->isVisible() && to->matrix() == from->matrix()) to->view()->mark(row, column);
        probe(from, row, column);
    });
}

void MatrixPage::connectPanes() {
    link(m_first, m_second);
    link(m_second, m_first);
    connect(m_first->view(), &MatrixView::cameraChanged, this, [this](int weights) {
        if (std::exchange(m_cell, weights) != weights) refreshCaption();
    });
    connect(m_first, &MatrixPane::matrixChosen, &m_context.project, &Project::setMatrix);
    connect(m_second, &MatrixPane::matrixChosen, this, [this] { applyBudget(); });
    connect(m_weight, &WeightPanel::weightChosen, this, [this](const WeightFacts& facts) {
        m_first->view()->goTo(facts.row, facts.column);
        if (m_second->isVisible() && m_second->matrix() == m_first->matrix()) m_second->view()->goTo(facts.row, facts.column);
        probe(m_first, facts.row, facts.column);
    });
    connect(m_probe, &WeightProbe::told, this, [this](const std::vector<WeightFacts>& facts) {
        std::vector<WeightPanel::Reading> readings;
        const CountAnswer* counts[]{&m_first->counts(), &m_otherCounts};
        // Beside a map that is per sample, so are the figures.
        const SaliencyPointer second = other();
        const bool compared = second && isComparable();
        for (std::size_t i = 0; i < facts.size() && i < 2; ++i) {
            const MatrixPane* pane = i == 1 && m_shownMode == Mode::SideBySide ? m_second : m_first;
            if (!pane->source() || pane->matrix() < 0) return;   // it went away while this was read
            const auto columns = static_cast<std::uint32_t>(pane->source()->meta().linears[static_cast<std::size_t>(pane->matrix())].columns);
            readings.push_back({facts[i], counts[i]->keeps(facts[i].score, static_cast<std::uint32_t>(pane->matrix()), facts[i].row * columns + facts[i].column),
                                compared ? perSample(i == 0 ? *m_first->source() : *second, MatrixQuantity::Score) : 1});
        }
        m_weight->tell(readings);
    });
    connect(m_probe, &WeightProbe::rowTold, m_weight, &WeightPanel::setRow);
    const auto key = [this](const QKeySequence& keys, int layers, int modules) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, layers, modules] { m_first->step(layers, modules); });
    };
    key(Qt::Key_PageUp, -1, 0);
    key(Qt::Key_PageDown, 1, 0);
    key(Qt::Key_BracketLeft, 0, -1);
    key(Qt::Key_BracketRight, 0, 1);
}

SaliencyPointer MatrixPage::other() const {
    if (m_shownMode == Mode::One) return nullptr;
    if (m_other->source()) return m_other->source();
    return m_shownMode == Mode::SideBySide ? m_first->source() : nullptr;
}

void MatrixPage::showSource() {
    m_dirty = true;
    const SaliencyPointer& source = m_context.project.saliency();
    m_stack->setCurrentIndex(source ? 1 : 0);
    emit primaryChanged();
    if (isShowing() || !source) shown();
}

void MatrixPage::shown() {
    m_current = true;
    m_other->refresh();
    if (!std::exchange(m_dirty, false)) return applyBudget();
    const SaliencyPointer& source = m_context.project.saliency();
    m_probe->clear();
    m_first->setSource(source);
    if (!source) return m_second->setSource(nullptr);
    const int matrix = m_context.project.matrix();
    openMatrix(matrix >= 0 ? matrix : strongestMatrix(source->meta()));
    applyMode();
}

void MatrixPage::hideEvent(QHideEvent* event) {
    Page::hideEvent(event);
    m_current = false;
}

void MatrixPage::openMatrix(int matrix) {
    if (!m_current && !isVisible()) {
        m_dirty = true;
        return;
    }
    const bool together = m_second->matrix() == m_first->matrix() || m_second->matrix() < 0;
    m_first->setMatrix(matrix);
    if (together && m_second->source()) m_second->setMatrix(matrix);
    if (m_first->matrix() < 0) return;
    m_weight->top().setMatrix(m_first->source(), static_cast<std::size_t>(m_first->matrix()));
    m_probe->clear();
    m_weight->tell({});
    m_lastRow = m_lastColumn = -1;
    applyBudget();
    refreshCaption();
}

void MatrixPage::setMode(Mode mode) {
    m_shownMode = mode;
    applyMode();
}

void MatrixPage::applyMode() {
    // A difference needs another run: the newest one there is, unless the person chose.
    if (m_shownMode == Mode::Difference && !m_other->source() && !m_other->isOpening() && m_other->hasOthers()) m_other->chooseFirst();
    m_mode->setValue(static_cast<int>(m_shownMode));
    const SaliencyPointer second = other();
    const bool beside = m_shownMode == Mode::SideBySide && second;
    // The choice of the other run stands where the other run is.
    (m_shownMode == Mode::SideBySide ? m_second : m_first)->setTitleWidget(m_other);
    m_other->setVisible(m_shownMode != Mode::One);
    if (beside && !m_second->isVisibleTo(m_panes)) {
        m_second->show();
        m_panes->setSizes({1000, 1000});
    }
    m_second->setVisible(beside);
    m_linked->setVisible(beside);
    m_map->setEnabled(m_shownMode != Mode::Difference);   // a difference has a map of its own
    m_second->setSource(beside ? second : nullptr);
    if (beside && m_second->matrix() <= 0) m_second->setMatrix(m_first->matrix());
    m_second->view()->setQuantity(m_first->view()->quantity());
    if (beside && m_linked->isChecked()) m_second->view()->setViewport(m_first->view()->viewport());
    const QString mine = m_first->source() ? saliencyTitle(m_first->source()->meta()) : QString();
    m_first->setTitle(m_shownMode == Mode::One ? QString() : m_shownMode == Mode::Difference ? tr("%1 minus").arg(mine) : mine);
    m_weight->setTitles(mine, second ? saliencyTitle(second->meta()) : QString());
    applyBudget();
    refreshCaption();
    // What was looked at is looked at again, in both.
    if (m_lastRow >= 0) probe(m_first, m_lastRow, m_lastColumn);
}

void MatrixPage::applyBudget() {
    if (!m_current || !m_first->source() || m_context.budget.source() != m_first->source() || m_first->matrix() < 0) {
        m_dirty = m_dirty || !m_current;
        return;
    }
    const BudgetState& state = m_context.budget.state();
    m_first->setKept(state.counts, !state.simulated);
    m_weight->top().setKept(m_first->kept());
    m_weight->setKeptText(tr("%1 of %2 kept").arg(Format::count(m_first->kept()), Format::count(elementsOf(m_first->source()->meta().linears[static_cast<std::size_t>(m_first->matrix())]))));
    if (const SaliencyPointer second = other()) {
        const auto kept = keptForFraction(m_context.budget.settings().fraction, static_cast<std::int64_t>(totalElements(second->meta())));
        m_otherCounts = second->counts(kept.ok() ? kept.value() : 0);
        if (m_second->source() == second) m_second->setKept(m_otherCounts, second->meta().grid != m_context.budget.settings().grid);
    }
    applyRange();
}

/// Values of two scores have no unit in common; everything else has.
bool MatrixPage::isComparable() const {
    const SaliencyPointer second = other();
    return !second || !m_first->source() || m_first->view()->quantity() != MatrixQuantity::Score || second->meta().method == m_first->source()->meta().method;
}

void MatrixPage::applyRange() {
    const SaliencyPointer second = other();
    MatrixView* first = m_first->view();
    const bool subtract = m_shownMode == Mode::Difference && second && m_first->matrix() >= 0 && sameMatrices(second->meta(), m_first->source()->meta());
    const auto matrix = static_cast<std::size_t>(std::max(0, m_first->matrix()));
    first->setOther(subtract ? second : nullptr, subtract && matrix < m_otherCounts.kept.size() ? m_otherCounts.kept[matrix] : 0);
    const bool beside = m_shownMode == Mode::SideBySide && m_second->source() && m_second->matrix() >= 0 && m_first->matrix() >= 0;
    if (!beside || !isComparable()) {
        first->setSharedRange(std::nullopt, 1);
        if (beside) m_second->view()->setSharedRange(std::nullopt, 1);
        return;
    }
    // One scale for both, so that the same colour is the same value; sums over samples per sample.
    const MatrixQuantity quantity = first->quantity();
    const double a = perSample(*m_first->source(), quantity), b = perSample(*m_second->source(), quantity);
    const ValueRange rangeA = quantityRange(*m_first->source(), matrix, quantity, m_first->kept());
    const ValueRange rangeB = quantityRange(*m_second->source(), static_cast<std::size_t>(m_second->matrix()), quantity, m_second->kept());
    const ValueRange shared{std::min(rangeA.low * a, rangeB.low * b), std::max(rangeA.high * a, rangeB.high * b)};
    first->setSharedRange(shared, a);
    m_second->view()->setSharedRange(shared, b);
}

void MatrixPage::probe(MatrixPane* pane, qint64 row, qint64 column) {
    if (row < 0 || !pane->source()) return;
    const auto place = [row, column](const SaliencyPointer& source, int matrix) -> std::vector<WeightProbe::Place> {
        const LinearInfo& linear = source->meta().linears[static_cast<std::size_t>(matrix)];
        if (row >= linear.rows || column >= linear.columns) return {};
        return {{source, static_cast<std::size_t>(matrix), static_cast<std::uint32_t>(row * linear.columns + column)}};
    };
    m_lastRow = row;
    m_lastColumn = column;
    std::vector<WeightProbe::Place> places = place(m_first->source(), m_first->matrix());
    const SaliencyPointer second = other();
    const int matrix = m_shownMode == Mode::SideBySide ? m_second->matrix() : m_first->matrix();
    if (second && matrix >= 0 && !places.empty())
        for (WeightProbe::Place& more : place(second, matrix)) places.push_back(std::move(more));
    m_probe->ask(std::move(places));
}

void MatrixPage::refreshCaption() {
    if (m_shownMode == Mode::Difference && !other()) {
        m_caption->setText(tr("There is no other run to subtract yet: run saliency for another task, width or seed of this model."));
        return;
    }
    const QString pixel = m_cell > 1 ? tr("a pixel shows the strongest of %1 × %1 weights or more").arg(m_cell) : tr("every weight is shown");
    // ΔW, saliency and what is kept belong to a grid, and that need not be the chosen one.
    const QString grid = m_first->source() ? tr("simulated at %1 bit · ").arg(m_first->source()->meta().grid.bits) : QString();
    if (m_shownMode == Mode::Difference && m_first->source() && m_first->view()->quantity() == MatrixQuantity::Kept) {
        const auto [one, another] = namesApart(m_first->source()->meta(), other()->meta());
        m_caption->setText(tr("orange: only %1 keeps it · purple: only %2 · grey: both").arg(one, another));
        return;
    }
    if (m_shownMode == Mode::Difference && !isComparable()) {
        m_caption->setText(tr("These two are ranked by scores of different units, which cannot be subtracted in earnest: look at Kept, or side by side."));
        return;
    }
    const bool compared = other() && isComparable() && (m_first->view()->quantity() == MatrixQuantity::Score || m_first->view()->quantity() == MatrixQuantity::Gradient);
    const QString unit = grid + (compared ? tr("per sample · ") : QString());
    const QString keys = tr("wheel zooms, dragging pans, keys: arrows, + − 0, Page Up/Down");
    m_caption->setText(unit + pixel + QStringLiteral(" · ") + keys);
}

Page::Action MatrixPage::primaryAction() const {
    if (!m_context.project.saliency()) return {tr("Run saliency"), tr("Finds the weights that this task needs."), m_context.project.model() != nullptr};
    return {tr("Show the circuit"), tr("Where the task lives in the model."), true};
}

void MatrixPage::triggerPrimary() {
    if (!m_context.project.saliency()) {
        m_context.workflow.runSaliency();
        emit pageWanted(QStringLiteral("saliency"));
        return;
    }
    emit pageWanted(QStringLiteral("circuit"));
}

}  // namespace tacq::ui
