#include "pages/quantize/tensor_error_card.h"

#include "models/shared/format.h"
#include "models/shared/job_results.h"
#include "plot/cell_map_view.h"
#include "plot/legend_bar.h"
#include "widgets/export_menu.h"
#include "widgets/parts.h"

namespace tacq::ui {

TensorErrorCard::TensorErrorCard(PageContext context, QWidget* parent)
    : Card(tr("Error by matrix"), QStringLiteral("tensorErrorCard"), parent), m_context(context), m_map(new CellMapView(this)), m_legend(new LegendBar(this)) {
    m_count = makeLabel({}, TextRole::Secondary, QStringLiteral("tensorErrorCount"), this);
    titleLine()->addWidget(m_count);
    m_words = makeLabel({}, TextRole::Small, QStringLiteral("tensorErrorWords"), this);
    m_words->setWordWrap(true);
    m_map->setObjectName(QStringLiteral("tensorErrorMap"));
    m_map->setAccessibleName(tr("Squared error of each matrix, layer by module"));
    m_legend->setObjectName(QStringLiteral("tensorErrorLegend"));
    QWidget* sheet = makeSheet(QStringLiteral("tensorErrorSheet"), m_map->accessibleName(), {m_words, m_map, m_legend}, m_map, this);
    offerPlotExport(sheet, tr("error by matrix"));
    body()->addWidget(sheet, 1);
    connect(&context.workflow, &Workflow::jobsChanged, this, [this] {
        EngineJob* job = m_context.workflow.activeQuantize();
        if (job && !job->isFinished() && job != m_job) follow(job);
    });
    connect(&context.project, &Project::modelChanged, this, [this] {
        if (m_job) m_job->disconnect(this);
        m_job = nullptr;
        m_folder.clear();
        m_errors.setModel({});
        refresh();
    });
    refresh();
}

void TensorErrorCard::setUp(const GridOptions& grid) {
    const ModelPointer& model = m_context.project.model();
    m_errors.setModel(model ? model->linears : std::vector<LinearInfo>{});
    for (const SaliencyPointer& saliency : m_context.project.saliencies()) {
        if (saliency->meta().grid != grid) continue;
        std::vector<double> simulated;
        for (const auto& figures : saliency->meta().figures) simulated.push_back(figures.deltaSquared);
        m_errors.setReference(std::move(simulated));
    }
}

void TensorErrorCard::follow(EngineJob* job) {
    if (m_job) m_job->disconnect(this);
    m_job = job;
    m_folder.clear();
    setUp(gridOf({}, job->request().params));
    connect(job, &EngineJob::progressed, this, &TensorErrorCard::takeProgress);
    refresh();
}

void TensorErrorCard::takeProgress() {
    const JobProgress& progress = m_job->progress();
    // Other stages name tensors too; only this one's figure is the error of what is written.
    if (progress.stage == QLatin1String("quantize") && m_errors.note(progress.detail, progress.value)) refresh();
}

void TensorErrorCard::showResult(const QuantizedResult* result) {
    if (m_job && !m_job->isFinished()) return;
    const QString folder = result ? result->folder : QString();
    if (folder == m_folder && !m_job) return;
    if (m_job) m_job->disconnect(this);
    m_job = nullptr;
    m_folder = folder;
    if (result) {
        setUp(result->grid);
        m_errors.setAll(result->squaredErrors);
    } else {
        m_errors.setModel({});
    }
    refresh();
}

void TensorErrorCard::refresh() {
    const bool any = m_errors.total() > 0;
    m_map->setVisible(any);
    m_legend->setVisible(any && m_errors.known() > 0);
    m_count->setText(any ? tr("%1 of %n matrices", nullptr, m_errors.total()).arg(m_errors.known()) : QString());
    m_words->setText(!any                   ? tr("Nothing made yet. While a model is made, each matrix shows here as it is done.")
                     : m_errors.isRelative() ? tr("Σ(W − Ŵ)² over that of the simulated pass: purple where it is smaller, orange where it is larger.")
                                             : tr("Σ(W − Ŵ)², logarithmic. The simulated pass of these settings is not open, so there is nothing to compare with."));
    CellMapView::Content content;
    content.rows = m_errors.layers();
    content.columns = any ? kLinearKinds : 0;
    content.values = m_errors.cells();
    for (int kind = 0; kind < kLinearKinds; ++kind) content.columnNames << Format::kind(static_cast<LinearKind>(kind));
    content.scale = m_errors.scale();
    content.toolTip = [this](int layer, int kind) { return m_errors.toolTip(layer, kind); };
    m_legend->setPowersOfTwo(m_errors.isRelative());
    m_legend->setToolTip(m_errors.isRelative() ? tr("Squared error over the simulated pass's: 1 in the middle.") : tr("Sum of squared differences between the weights and what is written."));
    m_legend->setScale(content.scale);
    m_map->setContent(std::move(content));
}

}  // namespace tacq::ui
