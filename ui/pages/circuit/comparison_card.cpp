#include "pages/circuit/comparison_card.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <algorithm>
#include <cmath>
#include <utility>

#include "models/circuit/circuit_anatomy.h"
#include "models/saliency/saliency_catalogue.h"
#include "models/shared/async.h"
#include "models/shared/format.h"
#include "pages/circuit/saliency_choice.h"
#include "plot/bars_view.h"
#include "plot/cell_map_view.h"
#include "plot/legend_bar.h"
#include "text/window_error.h"
#include "widgets/export_menu.h"
#include "widgets/parts.h"
#include "widgets/table.h"

namespace tacq::ui {

ComparisonCard::ComparisonCard(PageContext context, QWidget* parent)
    : Card(tr("How two circuits differ"), QStringLiteral("comparisonCard"), parent), m_context(context), m_overlap(new OverlapModel(this)),
      m_other(new SaliencyChoice(context, tr("choose another run …"), QStringLiteral("comparedRun"), tr("Run to compare with"), this)), m_results(new QWidget(this)),
      m_layers(new BarsView(this)), m_map(new CellMapView(this)), m_legend(new LegendBar(this)) {
    m_other->setToolTip(tr("Another saliency of this model: of another task, width or seed, from this session or the workspace; or this run by another score, which is made when you choose it."));
    m_other->offerScores();
    m_other->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    titleLine()->addWidget(m_other, 4);
    m_index = makeLabel({}, TextRole::Headline, QStringLiteral("jaccardIndex"), this);
    m_index->setToolTip(tr("Jaccard index: weights that both circuits keep over weights that either keeps. 1: the same circuit; 0: no weight in common."));
    m_words = makeLabel({}, TextRole::Secondary, QStringLiteral("comparisonWords"), this);
    m_words->setWordWrap(true);
    body()->addWidget(m_index);
    body()->addWidget(m_words);
    m_results->setObjectName(QStringLiteral("comparisonResults"));
    body()->addWidget(m_results, 1);
    buildPlots();
    for (const auto signal : {&SaliencyChoice::sourceChosen, &SaliencyChoice::openingChanged})
        connect(m_other, signal, this, [this] {
            m_stale = true;
            clear();   // figures of another circuit than the chosen one
            compute();
        });
    connect(m_other, &SaliencyChoice::entriesChanged, this, &ComparisonCard::compute);
    connect(&context.budget, &BudgetModel::changed, this, [this] {
        m_stale = true;
        compute();
    });
    compute();
}

void ComparisonCard::buildPlots() {
    m_layers->setObjectName(QStringLiteral("jaccardLayers"));
    m_layers->setAccessibleName(tr("Jaccard index per layer"));
    m_map->setObjectName(QStringLiteral("differenceMap"));
    m_map->setAccessibleName(tr("Which circuit keeps more, layer by module"));
    m_legend->setObjectName(QStringLiteral("differenceLegend"));
    m_legend->setPowersOfTwo(true);
    auto* layersTitle = makeLabel(tr("Jaccard index per layer"), TextRole::Small, QStringLiteral("jaccardLayersTitle"), m_results);
    m_mapTitle = makeLabel({}, TextRole::Small, QStringLiteral("differenceMapTitle"), m_results);
    m_mapTitle->setMinimumWidth(10);
    QWidget* left = makeSheet(QStringLiteral("jaccardSheet"), m_layers->accessibleName(), {layersTitle, m_layers}, m_layers, m_results);
    offerPlotExport(left, tr("Jaccard index per layer"));
    QWidget* right = makeSheet(QStringLiteral("differenceSheet"), m_map->accessibleName(), {m_mapTitle, m_map, m_legend}, m_map, m_results);
    offerPlotExport(right, tr("which circuit keeps more"));
    auto* plots = new QHBoxLayout;
    plots->setSpacing(16);
    plots->addWidget(left, 1);
    plots->addWidget(right, 1);
    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_overlap);
    sorted->setSortRole(OverlapModel::SortRole);
    QTableView* table = makeTable(sorted, QStringLiteral("overlapTable"), tr("Overlap per matrix"), m_results);
    table->setSortingEnabled(true);
    table->horizontalHeader()->setSortIndicator(-1, Qt::DescendingOrder);
    offerTableExport(table, tr("overlap of two circuits"));
    auto* layout = new QVBoxLayout(m_results);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(plots, 3);
    layout->addWidget(table, 2);
    connect(m_map, &CellMapView::cellClicked, this, [this](int layer, int kind) { emit matrixWanted(matrixAt(layer, kind)); });
    connect(m_map, &CellMapView::cellDoubleClicked, this, [this](int layer, int kind) { emit matrixOpened(matrixAt(layer, kind)); });
    connect(table, &QTableView::clicked, this, [this, sorted](const QModelIndex& index) { emit matrixWanted(sorted->mapToSource(index).row()); });
    const auto open = [this, sorted](const QModelIndex& index) { emit matrixOpened(sorted->mapToSource(index).row()); };
    connect(table, &QTableView::doubleClicked, this, open);
    onEnter(table, open);
}

int ComparisonCard::matrixAt(int layer, int kind) const {
    const auto& tensors = m_overlap->overlap().perTensor;
    const auto found = std::find_if(tensors.begin(), tensors.end(), [&](const auto& tensor) { return tensor.layer == layer && static_cast<int>(tensor.kind) == kind; });
    return found == tensors.end() ? -1 : static_cast<int>(found - tensors.begin());
}

void ComparisonCard::compareWith(const QString& key) { m_other->chooseKey(key); }

void ComparisonCard::showEvent(QShowEvent* event) {
    Card::showEvent(event);
    m_other->refresh();
    compute();
}

void ComparisonCard::compute() {
    const SaliencyPointer a = m_context.budget.source(), b = m_other->isOpening() ? nullptr : m_other->source();
    if (!a || !b) {
        clear();
        m_words->setText(m_other->isOpening() ? tr("The circuit to compare with is on its way: a new score takes one pass over the model's weights.")
                         : m_other->hasOthers() ? tr("Choose another run of this model (another task, width or seed), or this run by another score.")
                                              : tr("There is no other run of this model yet. Run saliency for another task or seed, and come back."));
        return;
    }
    if (!isVisible() || m_computing || !std::exchange(m_stale, false)) return;
    m_computing = true;
    runAsync(this,
             [a, b, counts = m_context.budget.state().counts]() -> Result<CircuitOverlap> {
                 if (const auto same = requireSameModel(a->meta(), b->meta()); !same.ok()) return same.error();
                 const auto keptA = keptPositions(*a, counts), keptB = keptPositions(*b, b->counts(counts.total));
                 if (keptA.empty() || keptB.empty()) return windowError(ErrorCode::InvalidArgument, WindowErrors::tr("the sketches do not reach this far"), {}, WindowErrors::tr("choose a smaller share"));
                 return overlapOf(a->meta().linears, keptA, keptB);
             },
             [this, a, b](Result<CircuitOverlap> overlap) {
                 m_computing = false;
                 m_names = namesApart(a->meta(), b->meta());
                 if (!overlap.ok()) {
                     clear();
                     m_words->setText(tr("These two cannot be compared at this share: choose a smaller one, or a run of the same model."));
                 } else if (b == m_other->source()) {
                     show(std::move(overlap).value());
                 }
                 compute();
                 emit compared();
             });
}

void ComparisonCard::clear() {
    m_results->hide();
    m_index->hide();
    m_words->clear();
}

void ComparisonCard::show(CircuitOverlap overlap) {
    m_results->show();
    m_index->show();
    m_overlap->setOverlap(std::move(overlap), m_names);
    m_mapTitle->setText(tr("%1 over %2: kept weights").arg(m_names.first, m_names.second));
    m_legend->setToolTip(tr("Weights that %1 keeps over those that %2 keeps: orange where %1 keeps more, purple where %2 does.").arg(m_names.first, m_names.second));
    const CircuitOverlap& now = m_overlap->overlap();
    m_index->setText(tr("Jaccard index %1").arg(Format::significant(now.jaccard)));
    m_words->setText(tr("%1 of %2 kept weights are the same; circuits as large drawn at random within each matrix would give %3.")
                         .arg(Format::count(now.both), Format::count(now.keptA), Format::significant(now.expectedJaccard)));
    refreshPlots();
}

const CircuitOverlap* ComparisonCard::shownOverlap() const {
    return m_results->isVisibleTo(this) && !m_computing && !m_stale ? &m_overlap->overlap() : nullptr;
}

void ComparisonCard::refreshPlots() {
    std::vector<BarsView::Bar> bars;
    CellMapView::Content map;
    map.rows = m_overlap->layers();
    map.columns = kLinearKinds;
    double most = 0.1;
    for (int layer = 0; layer < map.rows; ++layer) {
        const auto index = m_overlap->ofLayer(layer);
        bars.push_back({QString::number(layer), Format::significant(index.found),
                        tr("Layer %1: Jaccard index %2, by chance %3").arg(layer).arg(Format::significant(index.found), Format::significant(index.chance)),
                        std::isnan(index.found) ? 0 : index.found, std::isnan(index.chance) ? -1 : index.chance});
        for (int kind = 0; kind < kLinearKinds; ++kind) {
            map.values.push_back(m_overlap->balance(layer, kind));
            if (!std::isnan(map.values.back())) most = std::max(most, std::fabs(map.values.back()));
        }
    }
    for (int kind = 0; kind < kLinearKinds; ++kind) map.columnNames << Format::kind(static_cast<LinearKind>(kind));
    map.scale = {ColourMap::Diverging, ScaleKind::Linear, 0, most};
    map.toolTip = [this](int layer, int kind) {
        const int matrix = matrixAt(layer, kind);
        if (matrix < 0) return QString();
        const auto& tensor = m_overlap->overlap().perTensor[static_cast<std::size_t>(matrix)];
        return tr("%1\n%2 keeps %3, %4 keeps %5, both %6 (by chance %7)\ndouble-click opens the matrix").arg(QString::fromStdString(tensor.name), m_names.first, Format::count(tensor.keptA),
                                                                                                       m_names.second, Format::count(tensor.keptB), Format::count(tensor.both), Format::significant(tensor.expected));
    };
    m_layers->setBars(std::move(bars), tr("by chance"));
    m_legend->setScale(map.scale);
    m_map->setContent(std::move(map));
}

}  // namespace tacq::ui
