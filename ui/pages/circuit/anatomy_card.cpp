#include "pages/circuit/anatomy_card.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <cmath>
#include <utility>

#include "models/shared/async.h"
#include "models/shared/format.h"
#include "plot/bars_view.h"
#include "plot/cell_map_view.h"
#include "plot/legend_bar.h"
#include "widgets/export_menu.h"
#include "widgets/parts.h"
#include "widgets/segmented.h"
#include "widgets/table.h"

namespace tacq::ui {

AnatomyCard::AnatomyCard(PageContext context, QWidget* parent)
    : Card(tr("Where the circuit sits"), QStringLiteral("anatomyCard"), parent), m_context(context), m_shares(new CircuitSharesModel(this)),
      m_by(new Segmented(QStringLiteral("anatomyBy"), tr("Counted by"), this)), m_bars(new BarsView(this)), m_flow(new CellMapView(this)), m_flowLegend(new LegendBar(this)) {
    m_note = makeLabel({}, TextRole::Secondary, QStringLiteral("anatomyNote"), this);
    titleLine()->addWidget(m_note);
    buildControls();
    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_shares);
    sorted->setSortRole(CircuitSharesModel::SortRole);
    m_table = makeTable(sorted, QStringLiteral("anatomyTable"), tr("Where the kept weights sit"), this);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::DescendingOrder);
    offerTableExport(m_table, tr("where the circuit sits"));
    body()->addWidget(m_table, 2);
    const auto show = [this](const QModelIndex& index) {
        const int matrix = index.data(CircuitSharesModel::MatrixRole).toInt();
        const QVariant row = index.data(CircuitSharesModel::RowRole), column = index.data(CircuitSharesModel::ColumnRole);
        if (matrix >= 0) emit weightWanted(matrix, row.isValid() ? row.toLongLong() : -1, column.isValid() ? column.toLongLong() : -1);
    };
    connect(m_table, &QTableView::clicked, this, show);
    onEnter(m_table, show);
    connect(&context.budget, &BudgetModel::changed, this, [this] {
        m_stale = true;
        compute();
    });
    connect(m_shares, &QAbstractItemModel::modelReset, this, &AnatomyCard::refreshBars);
}

void AnatomyCard::buildControls() {
    const auto by = [this](const char* name, const QString& text, CircuitSharesModel::By value, const QString& tip) {
        m_by->addChoice(QLatin1String(name), text, static_cast<int>(value), tip);
    };
    by("layer", tr("Layers"), CircuitSharesModel::By::Layer, tr("Kept weights of each transformer block."));
    by("module", tr("Modules"), CircuitSharesModel::By::Module, tr("Kept weights of each kind of matrix, over all layers."));
    by("head", tr("Heads"), CircuitSharesModel::By::Head, tr("Kept weights of each attention head: its rows of q, k and v, its columns of o."));
    by("line", tr("Rows, columns"), CircuitSharesModel::By::Line, tr("The single outputs (rows) and inputs (columns) hit most. Click one to see it in the matrix."));
    m_by->setValue(static_cast<int>(CircuitSharesModel::By::Layer));
    m_bars->setObjectName(QStringLiteral("anatomyBars"));
    m_bars->setAccessibleName(tr("Share of the circuit by place"));
    offerPlotExport(m_bars, tr("where the circuit sits"));
    m_flow->setObjectName(QStringLiteral("flowMap"));
    m_flow->setAccessibleName(tr("Flow of the circuit from layer to layer"));
    m_flow->setMinimumHeight(120);
    m_flowLegend->setObjectName(QStringLiteral("flowLegend"));
    m_flowLegend->setToolTip(tr("How often a kept weight that writes a channel in one layer meets a kept weight that reads it in a later one, over chance. 1: as by chance."));
    auto* flowTitle = makeLabel(tr("Flow between layers, times chance"), TextRole::Small, QStringLiteral("flowTitle"), this);
    flowTitle->setToolTip(m_flowLegend->toolTip());
    flowTitle->setMinimumWidth(10);
    QWidget* flow = makeSheet(QStringLiteral("flowSheet"), m_flow->accessibleName(), {flowTitle, m_flow, m_flowLegend}, m_flow, this);
    offerPlotExport(flow, tr("flow from layer to layer"));
    auto* plots = new QHBoxLayout;
    plots->setSpacing(16);
    plots->addWidget(m_bars, 1);
    plots->addWidget(flow, 1);
    body()->addWidget(m_by, 0, Qt::AlignLeft);
    body()->addLayout(plots, 3);
    connect(m_by, &Segmented::chosen, this, [this](const QVariant& value) { m_shares->setBy(static_cast<CircuitSharesModel::By>(value.toInt())); });
}

void AnatomyCard::showEvent(QShowEvent* event) {
    Card::showEvent(event);
    compute();
}

void AnatomyCard::compute() {
    // Hidden, or one on its way already: the newest budget is looked at when that is over.
    if (!isVisible() || m_computing || !std::exchange(m_stale, false)) return;
    const SaliencyPointer source = m_context.budget.source();
    if (!source) return;
    m_computing = true;
    runAsync(this,
             [source, counts = m_context.budget.state().counts, heads = headsOf(m_context.project.model())] {
                 const auto kept = keptPositions(*source, counts);
                 return std::pair{source, kept.empty() ? CircuitAnatomy{} : dissect(*source, kept, heads)};
             },
             [this](auto done) {
                 m_computing = false;
                 const CircuitAnatomy& anatomy = done.second;
                 m_note->setText(anatomy.layerCount == 0 ? tr("The sketch does not reach this far: choose a smaller share.")
                                                         : tr("%1 kept weights").arg(Format::count(anatomy.kept)));
                 m_shares->setAnatomy(std::move(done.second), done.first->meta().linears);
                 refreshFlow();
                 compute();
             });
}

void AnatomyCard::refreshBars() {
    std::vector<BarsView::Bar> bars;
    const double mean = m_shares->anatomy().weights ? static_cast<double>(m_shares->anatomy().kept) / static_cast<double>(m_shares->anatomy().weights) : 0;
    constexpr int kMost = 60;
    for (int row = 0; row < std::min(kMost, m_shares->rowCount()); ++row) {
        const double share = m_shares->shareOf(row), density = m_shares->index(row, CircuitSharesModel::DensityColumn).data(CircuitSharesModel::SortRole).toDouble();
        // What the place would have if the kept weights lay evenly.
        const double even = density > 0 ? share * mean / density : -1;
        bars.push_back({m_shares->place(row), Format::percent(share),
                        tr("%1: %2 of the circuit, %3 of its weights are kept").arg(m_shares->place(row), Format::percent(share), Format::percent(density)), share, even});
    }
    m_bars->setBars(std::move(bars), m_shares->rowCount() > 0 ? tr("if spread evenly") : QString());
}

void AnatomyCard::refreshFlow() {
    const CircuitAnatomy& anatomy = m_shares->anatomy();
    CellMapView::Content map;
    map.rows = map.columns = anatomy.layerCount;
    double most = 0.1;
    for (const double flow : anatomy.flow) {
        map.values.push_back(flow > 0 ? std::log2(flow) : std::isnan(flow) ? flow : -10);
        if (flow > 0) most = std::max(most, std::fabs(std::log2(flow)));
    }
    map.rowTitle = tr("from");
    map.columnTitle = tr("to layer");
    map.scale = {ColourMap::Diverging, ScaleKind::Linear, 0, most};
    map.toolTip = [flow = anatomy.flow, n = anatomy.layerCount](int from, int to) {
        return tr("Layer %1 to layer %2: kept writers and readers share channels %3 times as often as by chance.")
            .arg(from).arg(to).arg(Format::significant(flow[static_cast<std::size_t>(from * n + to)]));
    };
    m_flowLegend->setPowersOfTwo(true);
    m_flowLegend->setScale(map.scale);
    m_flow->setContent(std::move(map));
}

}  // namespace tacq::ui
