#include "pages/quantize/results_card.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QTableView>

#include "widgets/choice.h"
#include "widgets/export_menu.h"
#include "widgets/parts.h"
#include "widgets/table.h"

namespace tacq::ui {

ResultsCard::ResultsCard(PageContext context, QWidget* parent)
    : Card(tr("Original and results"), QStringLiteral("resultsCard"), parent), m_context(context), m_results(new ResultsModel(context.project, this)) {
    Measurements& measurements = context.workflow.measurements();
    m_results->setJobs([&measurements](const QString& folder, const QString& metric) { return measurements.jobFor(folder, metric); });
    m_results->setMetrics(measurements.metrics());
    buildControls();
    m_table = makeTable(m_results, QStringLiteral("resultsTable"), tr("Models made in this session"), this);
    m_table->setDragEnabled(true);
    m_table->setDragDropMode(QAbstractItemView::DragOnly);
    m_table->horizontalHeader()->setStretchLastSection(false);
    offerTableExport(m_table, tr("results"));
    body()->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        refresh();
        emit chosenChanged();
    });
    connect(&measurements, &Measurements::changed, this, [this] {
        m_results->refreshPending();
        fillGuards();
        refresh();
    });
    connect(&measurements, &Measurements::metricsChanged, this, [this] {
        m_results->setMetrics(m_context.workflow.measurements().metrics());
        fillMetrics();
    });
    // The newest result is what one wants to see.
    connect(m_results, &QAbstractItemModel::modelReset, this, [this] {
        if (m_results->rowCount() > 1) m_table->selectRow(m_results->rowCount() - 1);
        refresh();
        emit chosenChanged();
    });
    fillGuards();
    fillMetrics();
    refresh();
}

void ResultsCard::buildControls() {
    auto* guardLabel = makeLabel(tr("Other text"), TextRole::Secondary, QStringLiteral("guardLabel"), this);
    m_guard = new Choice(QStringLiteral("guardTask"), tr("Other text to measure on"), this);
    m_guard->setToolTip(tr("A text that the model is not made for: its perplexity shows what is lost elsewhere."));
    m_guard->setMinimumContentsLength(10);
    m_guard->setSizeAdjustPolicy(QComboBox::AdjustToContents);  // its entries come after it was first shown
    m_metric = new Choice(QStringLiteral("measureWhat"), tr("What to measure again"), this);
    m_metric->setToolTip(tr("The figure to measure again for the chosen row."));
    m_measure = makeButton(tr("Measure again"), ButtonRole::Normal, QStringLiteral("measureAgain"), this);
    m_measure->setToolTip(tr("Measures the chosen model again, on the same tokens."));
    titleLine()->addWidget(guardLabel);
    titleLine()->addWidget(m_guard);
    titleLine()->addSpacing(8);
    titleLine()->addWidget(m_metric);
    titleLine()->addWidget(m_measure);
    connect(m_guard, &QComboBox::activated, this, [this] {
        Measurements& measurements = m_context.workflow.measurements();
        if (m_guard->currentData().toString() == measurements.guard()) return;
        measurements.setGuard(m_guard->currentData().toString());
        if (const QuantizedResult* result = chosen()) measurements.measureMissing(result->folder);
    });
    connect(m_measure, &QPushButton::clicked, this, &ResultsCard::measure);
}

void ResultsCard::fillGuards() {
    const std::vector<TaskInfo> guards = m_context.workflow.measurements().guards();
    bool same = static_cast<std::size_t>(m_guard->count()) == guards.size();
    for (int i = 0; same && i < m_guard->count(); ++i) same = m_guard->itemData(i).toString() == QString::fromStdString(guards[static_cast<std::size_t>(i)].name);
    // A list that is open must not be emptied under the person's hand.
    if (same && m_guard->currentData().toString() == m_context.workflow.measurements().guard()) return;
    const QSignalBlocker quiet(m_guard);
    m_guard->clear();
    for (const TaskInfo& task : guards) m_guard->addItem(QString::fromStdString(task.displayName), QString::fromStdString(task.name));
    m_guard->setCurrentIndex(m_guard->findData(m_context.workflow.measurements().guard()));
    m_guard->setEnabled(m_guard->count() > 0);
}

void ResultsCard::fillMetrics() {
    m_metric->clear();
    m_metric->addItem(tr("everything"), QString());
    QStringList jobs;
    for (const Metric& metric : m_context.workflow.measurements().metrics()) {
        // Figures of one job come together.
        if (jobs.contains(metric.jobKey())) continue;
        jobs << metric.jobKey();
        m_metric->addItem(metric.method == QLatin1String("compare") ? tr("KL and agreement") : metric.title, metric.name);
    }
}

const QuantizedResult* ResultsCard::chosen() const {
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty()) return nullptr;
    return m_context.project.result(rows.first().data(ResultsModel::FolderRole).toString());
}

void ResultsCard::measure() {
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (!rows.isEmpty()) m_context.workflow.measurements().measureAgain(rows.first().data(ResultsModel::FolderRole).toString(), m_metric->currentData().toString());
}

void ResultsCard::refresh() { m_measure->setEnabled(m_table->selectionModel()->hasSelection()); }

}  // namespace tacq::ui
