#include "pages/task/task_preview_card.h"

#include <utility>

#include "text/error_text.h"
#include "widgets/elided_label.h"
#include "widgets/parts.h"
#include "widgets/segmented.h"
#include "widgets/token_view.h"

namespace tacq::ui {
namespace {

constexpr int kShownSamples = 3, kDelay = 250;

}  // namespace

TaskPreviewCard::TaskPreviewCard(PageContext context, QWidget* parent)
    : Card(tr("What the model is shown"), QStringLiteral("previewCard"), parent), m_context(context), m_split(new Segmented(QStringLiteral("split"), tr("Text"), this)), m_view(new TokenView(this)) {
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &TaskPreviewCard::ask);
    m_split->addChoice(QStringLiteral("calibration"), tr("for finding the circuit"), QStringLiteral("calibration"), tr("The calibration text: gradients and the simulated quantization are taken on it."));
    m_split->addChoice(QStringLiteral("evaluation"), tr("for measuring"), QStringLiteral("evaluation"), tr("The evaluation text: perplexity is measured on it, and nothing else is done with it."));
    m_split->setValue(QStringLiteral("calibration"));
    body()->addWidget(m_split, 0, Qt::AlignLeft);   // beside the title it would be too wide in some languages
    const auto line = [this](TextRole role, const char* name) {
        QLabel* label = makeLabel({}, role, QLatin1String(name), this);
        label->setWordWrap(true);
        body()->addWidget(label);
        return label;
    };
    m_note = line(TextRole::Secondary, "previewNote");
    m_counts = line(TextRole::Plain, "previewCounts");
    m_counts->setToolTip(tr("Of all samples, not only of those below. The loss is the mean surprise at the tokens that carry it."));
    m_leak = line(TextRole::Secondary, "previewLeak");
    m_notes = line(TextRole::Small, "previewNotes");
    m_error = line(TextRole::Warning, "previewError");
    m_next = line(TextRole::Secondary, "previewErrorNext");
    for (QLabel* label : {m_error, m_next}) label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_legend = buildLegend();
    body()->addWidget(m_legend);
    m_view->setObjectName(QStringLiteral("taskPreview"));
    m_view->setAccessibleName(tr("Preview of the task's text"));
    body()->addWidget(m_view, 1);
    clear();
    m_note->setText(tr("Open a model to see the text as the model sees it."));
    connect(m_split, &Segmented::chosen, this, &TaskPreviewCard::ask);
    connect(&context.workflow, &Workflow::previewReady, this, &TaskPreviewCard::show);
    connect(&context.workflow, &Workflow::previewFailed, this, &TaskPreviewCard::showError);
}

QWidget* TaskPreviewCard::buildLegend() {
    auto* legend = new QWidget(this);
    legend->setObjectName(QStringLiteral("tokenLegend"));
    auto* line = new QHBoxLayout(legend);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    const auto entry = [&](bool loss, const QString& text, const char* name, const QString& tip) {
        auto* swatch = new TokenSwatch(loss, QLatin1String(name) + QLatin1String("Swatch"), legend);
        auto* label = makeLabel(text, TextRole::Small, QLatin1String(name), legend);
        for (QWidget* widget : {static_cast<QWidget*>(swatch), static_cast<QWidget*>(label)}) widget->setToolTip(tip);
        line->addWidget(swatch);
        line->addWidget(label);
        line->addSpacing(12);
    };
    entry(true, tr("carries the loss"), "lossLegend", tr("The model has to guess these tokens from what stands before them; the circuit is what these guesses depend on."));
    entry(false, tr("only read"), "readLegend", tr("The model reads these tokens but is not asked to guess them."));
    auto* hint = new ElidedLabel(Qt::ElideRight, QStringLiteral("tokenHint"), legend);
    hint->setText(tr("point at a token to see its id"));
    setTextRole(hint, TextRole::Small);
    hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line->addWidget(hint, 1);
    return legend;
}

void TaskPreviewCard::clear() {
    m_view->setSamples({});
    for (QWidget* widget : {static_cast<QWidget*>(m_counts), static_cast<QWidget*>(m_leak), static_cast<QWidget*>(m_notes), static_cast<QWidget*>(m_error),
                            static_cast<QWidget*>(m_next), m_legend}) widget->hide();
}

bool TaskPreviewCard::isEmpty() const { return m_view->toPlainText().isEmpty(); }

void TaskPreviewCard::ask() {
    if (m_context.workflow.previewTask(kShownSamples, m_split->value().toString()) && isEmpty()) m_note->setText(tr("Loading the preview …"));
}

void TaskPreviewCard::show(const QJsonObject& answer) {
    TaskPreview preview = TaskPreview::fromJson(answer);
    const auto put = [](QLabel* label, const QString& text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    const auto shown = static_cast<int>(preview.samples.size());
    put(m_note, shown == 0 ? tr("This task gives no samples.") : tr("The first %n sample(s), as the model sees them.", nullptr, shown));
    put(m_counts, preview.countText());
    put(m_leak, preview.leakText());
    setTextRole(m_leak, preview.leak == TaskPreview::Leak::None ? TextRole::Done : preview.leak == TaskPreview::Leak::Some ? TextRole::Warning : TextRole::Secondary);
    m_leak->setToolTip(preview.leakItems.join(QLatin1Char('\n')));
    put(m_notes, preview.notes.join(QStringLiteral(" · ")));
    m_error->hide();
    m_next->hide();
    m_legend->setVisible(shown > 0 && !preview.samples.front().pieces.empty());
    m_view->setSamples(std::move(preview.samples));
}

void TaskPreviewCard::showError(const Error& error) {
    m_note->setText(ErrorText::title(error.code));
    m_error->setText(ErrorText::detail(error));
    m_next->setText(ErrorText::nextStep(error));
    for (QWidget* widget : {static_cast<QWidget*>(m_counts), static_cast<QWidget*>(m_leak), static_cast<QWidget*>(m_notes), m_legend}) widget->hide();
    m_error->show();
    m_next->show();
    m_view->setSamples({});
}

}  // namespace tacq::ui
