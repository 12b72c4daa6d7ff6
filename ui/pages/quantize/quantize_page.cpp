#include "pages/quantize/quantize_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>

#include "models/shared/format.h"
#include "models/shared/result_words.h"
#include "pages/quantize/quantize_queue_card.h"
#include "pages/quantize/results_card.h"
#include "pages/quantize/tensor_error_card.h"
#include "widgets/facts.h"
#include "widgets/parts.h"

namespace tacq::ui {

QuantizePage::QuantizePage(PageContext context, QWidget* parent)
    : Page(context, parent), m_queue(new QuantizeQueueCard(context, this)), m_results(new ResultsCard(context, this)), m_errors(new TensorErrorCard(context, this)) {
    auto* left = makeSplitter(Qt::Vertical, {buildSummary(), m_queue}, {3, 2}, {210, 150}, QStringLiteral("quantizeLeft"), this);
    auto* upper = makeSplitter(Qt::Horizontal, {left, m_errors}, {3, 2}, {720, 480}, QStringLiteral("quantizeUpper"), this);
    // The table has a column for every figure: it needs the whole width.
    auto* both = makeSplitter(Qt::Vertical, {upper, m_results}, {3, 2}, {380, 210}, QStringLiteral("quantizeSplitter"), this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->addWidget(both);
    connect(&context.project, &Project::resultsChanged, this, &QuantizePage::refresh);
    connect(&context.project, &Project::saliencyChanged, this, &QuantizePage::refresh);
    connect(&context.budget, &BudgetModel::settingsChanged, this, &Page::primaryChanged);
    connect(&context.workflow, &Workflow::jobsChanged, this, &QuantizePage::refresh);
    connect(&context.workflow.measurements(), &Measurements::changed, this, &QuantizePage::refresh);
    connect(m_results, &ResultsCard::chosenChanged, this, &QuantizePage::refresh);
    refresh();
}

QWidget* QuantizePage::buildSummary() {
    auto* card = new Card(tr("Before and after"), QStringLiteral("compareCard"), this);
    m_headline = makeLabel({}, TextRole::Headline, QStringLiteral("compareHeadline"), card);
    m_headline->setWordWrap(true);
    m_words = makeLabel({}, TextRole::Secondary, QStringLiteral("compareWords"), card);
    m_words->setWordWrap(true);
    auto* facts = new Facts(card);
    const QString tip = tr("exp(mean negative log-likelihood) on the task's evaluation text: lower is better. ± one standard error over windows.");
    m_before = facts->add(tr("Perplexity before"), QStringLiteral("perplexityBefore"), tip);
    m_after = facts->add(tr("Perplexity after"), QStringLiteral("perplexityAfter"), tip);
    m_sizes = facts->add(tr("Size"), QStringLiteral("sizesBeforeAfter"), tr("Bytes of all weights before, and of the packed checkpoint after."));
    card->body()->addWidget(m_headline);
    card->body()->addWidget(m_words);
    card->body()->addWidget(facts);
    card->body()->addStretch(1);
    return card;
}

QString QuantizePage::perplexityText(const QString& folder, const QString& otherwise) const {
    const auto value = m_context.project.measure(folder, QStringLiteral("perplexity"));
    return value ? tr("%1 on %2 tokens").arg(Format::perplexity(value->value, value->error), Format::count(static_cast<quint64>(value->tokens))) : otherwise;
}

void QuantizePage::refresh() {
    const Project& project = m_context.project;
    const EngineJob* job = m_context.workflow.activeQuantize();
    const bool running = job && !job->isFinished();
    const QuantizedResult* shown = m_results->chosen();
    if (!shown && !project.results().empty()) shown = &project.results().back();
    m_before->setText(project.model() ? perplexityText(project.model()->path, running ? tr("after quantizing") : tr("–")) : tr("–"));
    if (shown) showResult(*shown, running);
    else showNothingYet(running);
    m_errors->showResult(shown);
    emit primaryChanged();
}

void QuantizePage::showNothingYet(bool running) {
    m_headline->setText(running ? tr("Quantizing …") : tr("Nothing quantized yet"));
    m_words->setText(running ? tr("Progress is in the queue and in the jobs below. The model is measured as soon as it is done.")
                             : m_context.project.saliency() ? tr("Press Quantize: the smaller model is made with the budget on the Circuit page, then measured.")
                                                            : tr("Run saliency first; then choose a budget on the Circuit page."));
    m_after->setText(running ? tr("after quantizing") : tr("–"));
    m_sizes->setText(tr("–"));
}

void QuantizePage::showResult(const QuantizedResult& result, bool running) {
    const QString guard = m_context.workflow.measurements().guardTitle();
    m_headline->setText(ResultWords::sentence(m_context.project, result, guard));
    const QString made = tr("%1: %2 weights kept in 16 bit. Made in %3.").arg(ResultWords::name(m_context.project, result), Format::count(result.kept), Format::duration(result.seconds));
    const QString basis = ResultWords::basis(m_context.project, result, guard);
    m_words->setText(basis.isEmpty() ? made : made + QLatin1Char(' ') + basis);
    const EngineJob* measuring = m_context.workflow.measurements().jobFor(result.folder, QStringLiteral("perplexity"));
    m_after->setText(perplexityText(result.folder, measuring && !measuring->isFinished() ? tr("measuring …") : running ? tr("–") : tr("not measured")));
    const double original = m_context.project.model() ? static_cast<double>(m_context.project.model()->bytes) : 0;
    m_sizes->setText(tr("%1 → %2").arg(Format::bytes(original), Format::bytes(static_cast<double>(result.bytes))));
}

Page::Action QuantizePage::primaryAction() const {
    Workflow& workflow = m_context.workflow;
    const bool queued = workflow.isQueued();
    if (!queued && workflow.isMade()) return {tr("Export …"), tr("Writes the smaller model for the program that will run it."), true};
    const EngineJob* job = workflow.activeQuantize();
    const bool behind = job && !job->isFinished();
    return {tr("Quantize"), behind ? tr("Puts this budget into the queue, behind what is being made.") : tr("Makes the smaller model with this budget, then measures it."),
            m_context.project.saliency() != nullptr && !queued};
}

void QuantizePage::triggerPrimary() {
    if (!m_context.workflow.isQueued() && m_context.workflow.isMade()) emit pageWanted(QStringLiteral("export"));
    else m_context.workflow.quantize();
}

}  // namespace tacq::ui
