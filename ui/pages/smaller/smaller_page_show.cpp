// What "Make it smaller" shows: the forecast, the work, the result.
#include <QDoubleSpinBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <cmath>

#include "models/shared/format.h"
#include "models/shared/machine_probe.h"
#include "pages/smaller/smaller_page.h"
#include "text/error_text.h"
#include "pages/smaller/smaller_words.h"
#include "widgets/card.h"
#include "widgets/parts.h"

namespace tacq::ui {

QString SmallerPage::warning(const std::optional<MachineProbe>& probe) const {
    if (!m_plan) return {};
    const ModelPointer& model = m_context.project.model();
    // As it was when the engine started: a speed is remembered for good, what is free is not.
    const auto free = static_cast<double>(m_context.engine.info().availableMemoryBytes);
    if (free > 0 && static_cast<double>(m_plan->need.memoryBytes) > free)
        return tr("This may need more memory than is free: close other programs first.");
    if (probe && !m_plan->inTime) return tr("Even the least text takes longer than you allow on this machine.");
    if (format() == QLatin1String("hf"))
        return tr("Programs that load Hugging Face folders need 16 bits for every weight: their folder takes about %1. The small model is written beside it.")
            .arg(Format::bytes(static_cast<double>(plainFolderBytes(*model))));
    return {};
}

void SmallerPage::refreshForecast() {
    const ModelPointer& model = m_context.project.model();
    const QString none = tr("–");
    m_bytes->setText(m_plan ? SmallerWords::size(*m_plan, model->bytes) : none);
    m_recipe->setText(m_plan ? SmallerWords::recipe(*m_plan) : none);
    m_reading->setText(m_plan ? SmallerWords::reading(*m_plan) : none);
    const auto probe = rememberedProbe(m_context.engine.command());
    const bool probing = m_probe && !m_probe->isFinished();
    const double seconds = m_plan && model ? SmallerRun::plannedSeconds(*m_plan, *model) : 0;
    m_time->setText(probing ? tr("measuring this machine …") : m_plan ? (probe ? SmallerWords::duration(seconds) : tr("%1, a guess: this machine was not measured").arg(SmallerWords::duration(seconds))) : none);
    const double need = m_plan ? static_cast<double>(m_plan->need.memoryBytes) : 0;
    const auto free = static_cast<double>(m_context.engine.info().availableMemoryBytes);
    m_memory->setText(!m_plan ? none : free > 0 ? tr("%1 of %2 that are free").arg(Format::bytes(need), Format::bytes(free)) : Format::bytes(need));
    m_quality->setText(m_plan ? SmallerWords::quality(m_context.project, m_context.budget.measured(), taskValue().isEmpty() ? m_ownTask : taskValue(), *m_plan) : none);
    m_measure->setVisible(!probing && model);
    m_measure->setEnabled(!m_run->isBusy() && !othersRun());   // beside other work it would measure that
    m_measure->setText(probe ? tr("Measure again (5 s)") : tr("Measure this machine (5 s)"));
    const QString why = whyNot(), note = m_run->isBusy() || m_preparing ? QString() : why.isEmpty() ? warning(probe) : why;
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_go->setEnabled(why.isEmpty());
}

void SmallerPage::refreshRun() {
    const bool there = m_run->state() != SmallerRun::State::Idle && m_run->state() != SmallerRun::State::Done;
    m_runCard->setVisible(there);
    if (m_run->isBusy() && !m_clock.isActive()) m_clock.start();
    if (!m_run->isBusy()) m_clock.stop();
    if (!there) return;
    const bool stopped = m_run->state() == SmallerRun::State::Cancelled || m_run->state() == SmallerRun::State::Failed;
    QString text = SmallerWords::progress(*m_run);
    if (m_run->state() == SmallerRun::State::Failed) text += QLatin1Char('\n') + ErrorText::detail(m_run->error()) + QLatin1Char(' ') + ErrorText::nextStep(m_run->error());
    m_progress->setText(text);
    m_runCard->setTitle(stopped ? tr("Stopped") : tr("At work"));
    m_bar->setValue(static_cast<int>(std::lround(1000 * m_run->fraction())));
    m_cancel->setVisible(!stopped);
    m_cancel->setEnabled(m_run->state() == SmallerRun::State::Running);
    m_resume->setVisible(stopped);
    m_resume->setEnabled(!othersRun());
}

void SmallerPage::refreshResult() {
    const bool done = m_run->state() == SmallerRun::State::Done;
    m_resultCard->setVisible(done);
    if (!done) return;
    const SmallerOutcome& outcome = m_run->outcome();
    // Of another model that is open by now, the sizes say nothing.
    const bool same = m_context.project.model() && m_context.project.model()->path == m_run->order().model->path;
    m_verdict->setText(SmallerWords::verdict(outcome, same ? m_offers : std::vector<SizeOffer>()));
    m_verdict->setVisible(!m_verdict->text().isEmpty());
    m_headline->setText(SmallerWords::headline(outcome));
    m_measured->setText(SmallerWords::measured(outcome, m_run->order().task.displayName));
    m_meaning->setText(SmallerWords::meaning(outcome, m_heldOut));
    const bool shared = m_context.workflow.workspace().seesFiles();
    const QString place = SmallerWords::place(outcome, m_run->order().format);
    m_lies->setText(shared ? place : tr("%1 (on %2)").arg(place, m_context.engine.command().place()));
    m_open->setVisible(shared);
    refreshSamples();
}

void SmallerPage::refreshSamples() {
    constexpr qsizetype kLongest = 220;
    const std::vector<SampleAnswer>& answers = m_run->outcome().answers;
    // Of a long question the end is what the answer is about.
    const auto shown = [](const QString& text, bool end) {
        const QString line = text.simplified();
        if (line.size() <= kLongest) return line;
        return end ? QStringLiteral("… ") + line.right(kLongest) : line.left(kLongest) + QStringLiteral(" …");
    };
    const auto answer = [&](const QString& text) { return text.trimmed().isEmpty() ? tr("(ended at once)") : shown(text, false); };
    m_samplesBox->setVisible(!answers.empty());
    for (std::size_t i = 0; i < m_samples.size(); ++i) {
        const bool there = i < answers.size();
        const SampleLabels& labels = m_samples[i];
        if (there) {
            labels.prompt->setText(shown(answers[i].prompt, true));
            labels.before->setText(answer(answers[i].before));
            labels.after->setText(answer(answers[i].after));
        }
        for (QLabel* label : {labels.prompt, labels.before, labels.after}) {
            label->setVisible(there);
            if (auto* name = m_samplesBox->findChild<QLabel*>(label->objectName() + QLatin1String("Name"))) name->setVisible(there);
        }
    }
}

}  // namespace tacq::ui
