#include "pages/quantize_page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>

#include "models/format.h"
#include "widgets/card.h"
#include "widgets/facts.h"
#include "widgets/parts.h"
#include "widgets/table.h"

namespace tacq::ui {

QuantizePage::QuantizePage(PageContext context, QWidget* parent) : Page(context, parent), m_results(new ResultsModel(context.project, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(buildSummary());
    layout->addWidget(buildTable(), 1);
    connect(&context.project, &Project::resultsChanged, this, &QuantizePage::refresh);
    connect(&context.project, &Project::saliencyChanged, this, &QuantizePage::refresh);
    connect(&context.workflow, &Workflow::jobsChanged, this, &QuantizePage::refresh);
    refresh();
}

QWidget* QuantizePage::buildSummary() {
    auto* card = new Card(tr("Before and after"), QStringLiteral("compareCard"), this);
    m_headline = makeLabel({}, TextRole::Headline, QStringLiteral("compareHeadline"), card);
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
    return card;
}

QWidget* QuantizePage::buildTable() {
    auto* card = new Card(tr("All results of this session"), QStringLiteral("resultsCard"), this);
    QTableView* table = makeTable(m_results, QStringLiteral("resultsTable"), tr("Models made in this session"), card);
    card->body()->addWidget(table, 1);
    return card;
}

void QuantizePage::refresh() {
    const Project& project = m_context.project;
    emit primaryChanged();
    const EngineJob* job = m_context.workflow.activeQuantize();
    const bool running = job && !job->isFinished();
    const QString waiting = running ? tr("after quantizing") : tr("–");
    const auto figure = [](const PerplexityFigure& f) { return tr("%1 on %2 tokens").arg(Format::perplexity(f.perplexity, f.standardError), Format::count(static_cast<quint64>(f.tokens))); };
    m_before->setText(project.basePerplexity() ? figure(*project.basePerplexity()) : waiting);
    if (project.results().empty()) {
        m_headline->setText(running ? tr("Quantizing …") : tr("Nothing quantized yet"));
        m_words->setText(running ? tr("Progress is in the jobs below. The model is measured as soon as it is done.")
                                 : project.saliency() ? tr("Press Quantize: the smaller model is made with the budget on the Circuit page, then measured.")
                                                      : tr("Run saliency first; then choose a budget on the Circuit page."));
        m_after->setText(waiting);
        m_sizes->setText(tr("–"));
        return;
    }
    const QuantizedResult& last = project.results().back();
    const double original = project.model() ? static_cast<double>(project.model()->bytes) : 0;
    m_headline->setText(running ? tr("Quantizing …") : tr("%1, %2 bits per weight").arg(last.title, Format::bits(last.bits)));
    m_words->setText(tr("%1 weights kept in 16 bit. Made in %2.").arg(Format::count(last.kept), Format::duration(last.seconds)));
    m_after->setText(last.perplexity ? figure(*last.perplexity) : tr("measuring …"));
    m_sizes->setText(tr("%1 → %2").arg(Format::bytes(original), Format::bytes(static_cast<double>(last.bytes))));
}

Page::Action QuantizePage::primaryAction() const {
    const EngineJob* job = m_context.workflow.activeQuantize();
    const bool running = job && !job->isFinished();
    if (!m_context.project.results().empty() && !running) return {tr("Export …"), tr("Writes the smaller model for the program that will run it."), true};
    return {tr("Quantize"), tr("Makes the smaller model with this budget, then measures it."), m_context.project.saliency() != nullptr && !running};
}

void QuantizePage::triggerPrimary() {
    if (!m_context.project.results().empty()) emit pageWanted(QStringLiteral("export"));
    else m_context.workflow.quantize();
}

}  // namespace tacq::ui
