#include "pages/saliency/saliency_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <cmath>

#include "models/shared/format.h"
#include "pages/saliency/overview_card.h"
#include "plot/overview_view.h"
#include "text/error_text.h"
#include "text/stage_text.h"
#include "widgets/card.h"
#include "widgets/facts.h"
#include "widgets/parts.h"

namespace tacq::ui {

SaliencyPage::SaliencyPage(PageContext context, QWidget* parent)
    : Page(context, parent), m_map(new OverviewCard(context.budget, this, QStringLiteral("saliencyMap"))) {
    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(buildResult());
    left->addWidget(buildWords());
    left->addStretch(1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addLayout(left, 2);
    columns->addWidget(m_map, 3);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(buildRun());
    layout->addLayout(columns, 1);
    connect(m_map, &OverviewCard::matrixSelected, &context.project, &Project::setMatrix);
    connect(m_map, &OverviewCard::matrixOpened, this, [this] { emit pageWanted(QStringLiteral("matrix")); });
    connect(&context.project, &Project::matrixChanged, this, [this](int matrix) { m_map->view()->selectMatrix(matrix); });
    connect(&context.workflow, &Workflow::jobsChanged, this, &SaliencyPage::watch);
    for (const auto signal : {&Project::modelChanged, &Project::taskChanged, &Project::saliencyChanged})
        connect(&context.project, signal, this, [this] {
            watch();
            refreshResult();
        });
    watch();
    refreshResult();
}

QWidget* SaliencyPage::buildRun() {
    auto* card = new Card(tr("Find the weights that the task needs"), QStringLiteral("runCard"), this);
    m_settings = makeLabel({}, TextRole::Secondary, QStringLiteral("runSettings"), card);
    m_stage = makeLabel({}, TextRole::Headline, QStringLiteral("runStage"), card);
    m_detail = makeLabel({}, TextRole::Secondary, QStringLiteral("runDetail"), card);
    m_rate = makeLabel({}, TextRole::Secondary, QStringLiteral("runRate"), card);
    m_bar = new QProgressBar(card);
    m_bar->setObjectName(QStringLiteral("runProgress"));
    m_bar->setAccessibleName(tr("Progress of the run"));
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_cancel = makeStopButton(tr("Cancel"), ButtonRole::Normal, QStringLiteral("runCancel"), card);
    m_cancel->setToolTip(tr("Stops the run. What is finished stays; Resume goes on from there."));
    m_resume = makeButton(tr("Resume"), ButtonRole::Normal, QStringLiteral("runResume"), card);
    m_resume->setToolTip(tr("Sends the job again."));
    m_again = makeButton(tr("Run saliency"), ButtonRole::Normal, QStringLiteral("runSaliencyAgain"), card);
    m_again->setToolTip(tr("Runs with the model, the task and the grid that are chosen now. What is computed already is used again."));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_rate, 1);
    buttons->addWidget(m_again);
    buttons->addWidget(m_resume);
    buttons->addWidget(m_cancel);
    card->body()->addWidget(m_settings);
    card->body()->addWidget(m_stage);
    card->body()->addWidget(m_detail);
    card->body()->addWidget(m_bar);
    card->body()->addLayout(buttons);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_watched) m_context.engine.cancel(m_watched);
    });
    connect(m_resume, &QPushButton::clicked, this, [this] {
        if (m_watched) m_context.engine.resume(m_watched);
    });
    connect(m_again, &QPushButton::clicked, this, [this] { m_context.workflow.runSaliency(); });
    return card;
}

QWidget* SaliencyPage::buildResult() {
    auto* card = new Card(tr("What came out"), QStringLiteral("saliencyResult"), this);
    auto* facts = new Facts(card);
    m_samples = facts->add(tr("Text"), QStringLiteral("saliencySamples"), tr("Samples and tokens the gradients were taken on."));
    m_loss = facts->add(tr("Loss on it"), QStringLiteral("saliencyLoss"), tr("Mean negative log-likelihood per token of the unquantized model on the calibration text, in nats."));
    m_grid = facts->add(tr("Simulated"), QStringLiteral("saliencyGrid"), tr("The uniform quantization that ΔW was taken from."));
    m_weights = facts->add(tr("Weights"), QStringLiteral("saliencyWeights"), tr("Quantizable weights, each with its own saliency."));
    m_strongest = facts->add(tr("Strongest matrix"), QStringLiteral("saliencyStrongest"), tr("The matrix with the highest mean saliency."));
    card->body()->addWidget(facts);
    card->body()->addStretch(1);
    return card;
}

QWidget* SaliencyPage::buildWords() {
    auto* card = new Card(tr("What happens here"), QStringLiteral("saliencyWords"), this);
    const QString words[]{
        tr("1. Gradients: the model reads the task's text, and for every weight we add up how strongly the loss reacts to it."),
        tr("2. Simulated quantization: the whole model is quantized once, to see how much each weight would change."),
        tr("3. Saliency = |gradient · change · weight|. The few weights where it is highest are the task's circuit; they stay in 16 bit."),
        tr("Gradients are kept: another width or group later only repeats step 2."),
    };
    int number = 0;
    for (const QString& text : words) {
        auto* label = makeLabel(text, TextRole::Secondary, QStringLiteral("saliencyWords%1").arg(++number), card);
        label->setWordWrap(true);
        card->body()->addWidget(label);
    }
    card->body()->addStretch(1);
    return card;
}

void SaliencyPage::watch() {
    EngineJob* job = m_context.workflow.activeSaliency();
    if (job != m_watched) {
        if (m_watched) disconnect(m_watched, nullptr, this, nullptr);
        m_watched = job;
        if (job) {
            connect(job, &EngineJob::progressed, this, &SaliencyPage::refresh);
            connect(job, &EngineJob::stateChanged, this, &SaliencyPage::refresh);
        }
    }
    refresh();
}

void SaliencyPage::refresh() {
    const Project& project = m_context.project;
    const TaskChoice& task = project.task();
    m_settings->setText(tr("%1 · %2 samples × %3 tokens · %4 bit").arg(task.title()).arg(task.samples).arg(task.tokens).arg(m_context.budget.settings().grid.bits));
    const bool running = m_watched && !m_watched->isFinished();
    m_cancel->setVisible(running);
    m_cancel->setEnabled(running && m_watched->state() != JobState::Cancelling);
    m_resume->setVisible(m_watched && m_watched->isResumable());
    if (m_watched && m_watched->isResumable()) m_resume->setToolTip(JobListModel::resumeText(*m_watched));
    m_again->setVisible(project.saliency() != nullptr && project.model() && !running);
    m_bar->setVisible(m_watched != nullptr);
    m_rate->setText(m_watched ? JobListModel::timeText(*m_watched) : QString());
    emit primaryChanged();
    if (!m_watched) {
        m_stage->setText(project.model() ? tr("Ready to run") : tr("Open a model first"));
        m_detail->setText(m_context.jobs.countRunning() > 0 ? tr("Press Run saliency: it starts when the job under way is done.") : tr("Press Run saliency."));
        return;
    }
    const JobProgress& progress = m_watched->progress();
    m_bar->setValue(static_cast<int>(std::lround(progress.fraction * 1000)));
    if (running && m_watched->state() == JobState::Waiting) m_stage->setText(tr("Waiting for its turn"));
    else if (running) m_stage->setText(progress.stage.isEmpty() ? tr("Starting …") : StageText::stage(progress.stage));
    else if (m_watched->state() == JobState::Done) m_stage->setText(tr("Done"));
    else m_stage->setText(m_watched->state() == JobState::Cancelled ? tr("Cancelled") : ErrorText::title(m_watched->error().code));
    const bool failed = m_watched->state() == JobState::Failed || m_watched->state() == JobState::Lost;
    m_detail->setText(failed ? ErrorText::nextStep(m_watched->error()) + QLatin1Char(' ') + JobListModel::resumeText(*m_watched) : JobListModel::detailText(*m_watched));
}

void SaliencyPage::refreshResult() {
    const SaliencyPointer& saliency = m_context.project.saliency();
    m_map->setHeads(headsOf(m_context.project.model()));
    m_map->setSource(saliency);
    m_map->view()->selectMatrix(m_context.project.matrix());
    m_map->setVisible(saliency != nullptr);
    const QString none = QStringLiteral("–");
    if (!saliency) {
        for (QLabel* label : {m_samples, m_loss, m_grid, m_weights, m_strongest}) label->setText(none);
        return;
    }
    const SaliencyMeta& meta = saliency->meta();
    m_samples->setText(tr("%1 samples, %2 tokens").arg(Format::count(static_cast<quint64>(meta.samples)), Format::count(static_cast<quint64>(meta.tokens))));
    m_loss->setText(tr("%1 nats per token").arg(Format::fixed(meta.calibrationMeanNll, 4)));
    m_grid->setText(meta.grid.groupSize > 0 ? tr("%1 bit, groups of %2").arg(meta.grid.bits).arg(meta.grid.groupSize) : tr("%1 bit, one group per row").arg(meta.grid.bits));
    m_weights->setText(Format::count(totalElements(meta)));
    std::size_t best = 0;
    const auto mean = [&](std::size_t i) { return meta.figures[i].saliencySum / static_cast<double>(elementsOf(meta.linears[i])); };
    for (std::size_t i = 0; i < meta.figures.size(); ++i)
        if (mean(i) > mean(best)) best = i;
    if (best < meta.figures.size()) m_strongest->setText(QString::fromStdString(meta.linears[best].name));
}

Page::Action SaliencyPage::primaryAction() const {
    const bool running = m_watched && !m_watched->isFinished();
    if (m_context.project.saliency() && !running) return {tr("Show the circuit"), tr("Where the task lives in the model."), true};
    const bool ready = m_context.project.model() != nullptr && !running;
    return {tr("Run saliency"), tr("Finds the weights that this task needs."), ready};
}

void SaliencyPage::triggerPrimary() {
    if (m_context.project.saliency()) emit pageWanted(QStringLiteral("circuit"));
    else m_context.workflow.runSaliency();
}

}  // namespace tacq::ui
