#include "pages/matrix/matrix_card.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QTableView>
#include <array>
#include <cmath>
#include <utility>

#include "models/shared/async.h"
#include "models/shared/format.h"
#include "plot/matrix_view.h"
#include "widgets/choice.h"
#include "widgets/elided_label.h"
#include "widgets/export_menu.h"
#include "widgets/parts.h"
#include "widgets/segmented.h"
#include "widgets/table.h"
#include "widgets/tick.h"

namespace tacq::ui {

MatrixCard::MatrixCard(BudgetModel& budget, QWidget* parent)
    : Card(tr("No matrix chosen"), QStringLiteral("matrixCard"), parent), m_budget(budget), m_top(new TopWeightsModel(this)), m_view(new MatrixView(this)) {
    m_shape = makeLabel({}, TextRole::Secondary, QStringLiteral("matrixShape"), this);
    titleLine()->addWidget(m_shape);
    m_view->setObjectName(QStringLiteral("matrixView"));
    m_view->setAccessibleName(tr("Weights of the chosen matrix. Arrow keys pan, plus and minus zoom, zero shows all."));
    m_probe = new ElidedLabel(Qt::ElideRight, QStringLiteral("probe"), this);
    setTextRole(m_probe, TextRole::Small);
    clearProbe();
    offerPlotExport(m_view, [this] { return title(); }, [this](QPaintDevice* device) { m_view->writeTo(device); });
    buildControls();
    body()->addWidget(m_view, 1);
    body()->addWidget(m_probe);
    buildTable();
    connect(&budget, &BudgetModel::changed, this, &MatrixCard::applyBudget);
    connect(m_view, &MatrixView::hovered, this, &MatrixCard::probe);
    connect(m_view, &MatrixView::tileFailed, this, &MatrixCard::failed);
    connect(m_view, &MatrixView::clicked, this, [this](qint64 row, qint64 column) {
        if (m_matrix < 0) return;
        const auto position = static_cast<std::uint32_t>(row * m_source->meta().linears[static_cast<std::size_t>(m_matrix)].columns + column);
        const int at = m_top->rowOfPosition(position);
        const QSignalBlocker quiet(m_table->selectionModel());
        m_table->setCurrentIndex({});
        if (at >= 0) m_table->selectRow(at);
        m_table->viewport()->update();
    });
}

void MatrixCard::buildControls() {
    m_layer = new Segmented(QStringLiteral("matrixLayer"), tr("Shown in the matrix"), this);
    const auto choice = [this](const char* name, const QString& text, MatrixLayer layer, const QString& tip) {
        m_layer->addChoice(QLatin1String(name), text, static_cast<int>(layer), tip);
    };
    choice("saliency", tr("Saliency"), MatrixLayer::Score, tr("|gradient · ΔW · W| of each weight; the highest are kept in 16 bit."));
    choice("gradient", tr("Gradient"), MatrixLayer::Gradient, tr("Σ |∂L/∂W|: how strongly the task's loss reacts to each weight."));
    choice("delta", tr("ΔW"), MatrixLayer::Delta, tr("What the simulated quantization changes: |W − Ŵ|."));
    choice("weight", tr("|W|"), MatrixLayer::Weight, tr("Size of each weight before quantization."));
    m_layer->setValue(static_cast<int>(MatrixLayer::Score));
    auto* map = new Choice(QStringLiteral("colourMap"), tr("Colour map"), this);
    map->setToolTip(tr("Both maps read the same for colour-blind eyes; cividis is the safest."));
    map->addItem(tr("viridis"), static_cast<int>(ColourMap::Viridis));
    map->addItem(tr("cividis"), static_cast<int>(ColourMap::Cividis));
    auto* logScale = new Tick(tr("log"), QStringLiteral("logScale"), this);
    logScale->setAccessibleName(tr("Logarithmic colours"));
    logScale->setToolTip(tr("Equal steps of colour are equal ratios of value. Off: equal differences."));
    logScale->setChecked(true);
    auto* fit = makeButton(tr("Show all"), ButtonRole::Flat, QStringLiteral("fitMatrix"), this);
    fit->setToolTip(tr("The whole matrix again (key 0)."));
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_layer);
    line->addStretch(1);
    titleLine()->addWidget(fit);
    body()->addLayout(line);
    m_view->addBesideLegend(logScale);
    m_view->addBesideLegend(map);
    connect(m_layer, &Segmented::chosen, this, [this](const QVariant& value) { m_view->setQuantity(static_cast<MatrixQuantity>(value.toInt())); });
    connect(map, &QComboBox::currentIndexChanged, this, [this, map] { m_view->setColourMap(static_cast<ColourMap>(map->currentData().toInt())); });
    connect(logScale, &QAbstractButton::toggled, this, [this](bool on) { m_view->setScaleKind(on ? ScaleKind::Log : ScaleKind::Linear); });
    connect(fit, &QPushButton::clicked, m_view, &MatrixView::showAll);
}

void MatrixCard::buildTable() {
    auto* line = new QHBoxLayout;
    auto* title = makeLabel(tr("Strongest weights"), TextRole::Strong, QStringLiteral("topTitle"), this);
    title->setToolTip(tr("The weights of this matrix with the highest saliency. Click one to see where it sits."));
    m_keptCount = makeLabel({}, TextRole::Kept, QStringLiteral("keptInMatrix"), this);
    line->addWidget(title);
    line->addStretch(1);
    line->addWidget(m_keptCount);
    m_table = makeTable(m_top, QStringLiteral("topWeights"), tr("Strongest weights of the chosen matrix"), this);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setColumnHidden(TopWeightsModel::KeptColumn, true);   // the count above says it, where there is little room
    constexpr int kRowsShown = 4, kRowHeight = 24, kHeaderHeight = 27;
    m_table->setFixedHeight(kHeaderHeight + kRowsShown * kRowHeight + 2);
    m_table->horizontalHeader()->setFixedHeight(kHeaderHeight);
    offerTableExport(m_table, [this] { return Card::title(); });
    body()->addLayout(line);
    body()->addWidget(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (const WeightFacts* facts = m_top->factsAt(index.row())) {
            m_view->goTo(facts->row, facts->column);
            tell(*facts);
        }
    });
    // Values come a little after positions.
    connect(m_top, &QAbstractItemModel::dataChanged, this, [this] {
        const WeightFacts* facts = m_top->factsAt(m_table->currentIndex().row());
        if (facts && m_wantedRow < 0) tell(*facts);
    });
}

void MatrixCard::clearProbe() {
    m_wantedRow = -1;
    m_told.reset();
    m_probe->setText(tr("Point at a weight to read it · wheel zooms, dragging pans, double-click shows all"));
}

void MatrixCard::setMatrix(SaliencyPointer source, int matrix) {
    const int before = m_source == source ? m_matrix : -1;
    m_source = std::move(source);
    m_matrix = m_source ? matrix : -1;
    if (m_matrix < 0 || m_matrix != before) clearProbe();
    if (m_matrix < 0) return;
    const LinearInfo& linear = m_source->meta().linears[static_cast<std::size_t>(m_matrix)];
    QString name = QString::fromStdString(linear.name);
    if (name.startsWith(QLatin1String("model."))) name = name.mid(6);
    if (name.endsWith(QLatin1String(".weight"))) name.chop(7);
    setTitle(name);
    m_shape->setText(tr("%1 × %2").arg(linear.rows).arg(linear.columns));
    m_shape->setToolTip(tr("Rows are outputs, columns are inputs of this matrix."));
    m_view->setMatrix(m_source, static_cast<std::size_t>(m_matrix));
    m_top->setMatrix(m_source, static_cast<std::size_t>(m_matrix));
    applyBudget();
}

void MatrixCard::applyBudget() {
    if (m_matrix < 0 || m_budget.source() != m_source || static_cast<std::size_t>(m_matrix) >= m_budget.state().counts.kept.size()) return;
    const BudgetState& state = m_budget.state();
    const auto kept = state.counts.kept[static_cast<std::size_t>(m_matrix)];
    m_view->setKept(kept, !state.simulated);
    m_top->setKept(kept);
    const auto all = elementsOf(m_source->meta().linears[static_cast<std::size_t>(m_matrix)]);
    m_keptCount->setText(tr("%1 of %2 kept").arg(Format::count(kept), Format::count(all)));
    if (m_told) tell(WeightFacts(*m_told));   // kept or not may have changed
}

QString MatrixCard::keptText(std::uint32_t row, std::uint32_t column, float score) const {
    const auto columns = static_cast<std::uint32_t>(m_source->meta().linears[static_cast<std::size_t>(m_matrix)].columns);
    const bool kept = m_budget.state().counts.keeps(score, static_cast<std::uint32_t>(m_matrix), row * columns + column);
    return kept ? tr("kept in 16 bit") : tr("quantized");
}

void MatrixCard::tell(const WeightFacts& facts) {
    m_told = facts;
    const auto value = [](float v) { return Format::significant(static_cast<double>(v), 4); };
    m_probe->setText(tr("row %1, column %2 · W %3 · |gradient| %4 · ΔW %5 · saliency %6 · %7")
                         .arg(facts.row).arg(facts.column)
                         .arg(value(facts.weight), value(facts.gradient), value(facts.delta), value(facts.score), keptText(facts.row, facts.column, facts.score)));
}

void MatrixCard::probe(qint64 row, qint64 column) {
    m_wantedRow = row;
    m_wantedColumn = column;
    if (row >= 0 && m_matrix >= 0 && !m_probing) showProbe(row, column);
}

void MatrixCard::showProbe(qint64 row, qint64 column) {
    m_probing = true;
    const auto matrix = static_cast<std::size_t>(m_matrix);
    const auto position = static_cast<std::uint32_t>(row * m_source->meta().linears[matrix].columns + column);
    runAsync(this, [source = m_source, matrix, position] { return std::pair{source, readWeights(*source, matrix, std::array{position})}; },
             [this, row, column, matrix](auto read) {
                 m_probing = false;
                 if (read.first == m_source && static_cast<int>(matrix) == m_matrix && m_wantedRow >= 0) tell(read.second.front());
                 // The pointer moved on while this was read: only its newest place counts.
                 if (m_matrix >= 0 && m_wantedRow >= 0 && (m_wantedRow != row || m_wantedColumn != column)) showProbe(m_wantedRow, m_wantedColumn);
             });
}

}  // namespace tacq::ui
