#include "pages/generate/writing_card.h"

#include "models/shared/format.h"
#include "text/error_text.h"
#include "widgets/parts.h"
#include "widgets/tinted_text.h"

namespace tacq::ui {

WritingCard::WritingCard(const QString& title, const QString& name, const QString& accessibleName, QWidget* parent)
    : Card(title, name + QLatin1String("Card"), parent), m_text(new TintedText(name + QLatin1String("Text"), accessibleName, this)),
      m_state(makeLabel({}, TextRole::Secondary, name + QLatin1String("State"), this)) {
    body()->addWidget(m_text, 1);
    body()->addWidget(m_state);
}

void WritingCard::setHint(const QString& hint) { m_text->setPlaceholderText(hint); }

void WritingCard::follow(EngineJob* job, const QString& prompt) {
    if (m_job) disconnect(m_job, nullptr, this, nullptr);
    m_job = job;
    m_prompt = prompt;
    m_text->restart(job ? prompt : QString());
    if (job) {
        connect(job, &EngineJob::textReady, this, [this](const QString& text, double kl) { m_text->append({text, kl}); });
        connect(job, &EngineJob::progressed, this, &WritingCard::showState);
        connect(job, &EngineJob::stateChanged, this, &WritingCard::onState);
    }
    showState();
}

void WritingCard::onState() {
    // A job that is sent again begins its text anew.
    if (m_job->state() == JobState::Waiting) m_text->restart(m_prompt);
    if (m_job->state() == JobState::Done) {
        // The stream gives one figure for tokens that only together make a character; the answer has one for each.
        m_text->restart(m_prompt);
        for (const WrittenPiece& piece : writtenPieces(m_job->result())) m_text->append(piece);
    }
    showState();
    emit jobChanged();
}

bool WritingCard::endedAtOnce() const {
    if (!m_job || m_job->state() != JobState::Done) return false;
    const QJsonObject& result = m_job->result();
    return result.value(QLatin1String("ids")).toArray().size() <= 1 && writtenPieces(result).empty() && m_job->request().params.value(QLatin1String("maxTokens")).toInt() > 1;
}

void WritingCard::setChatOffered(bool offered) {
    m_chatOffered = offered;
    showState();
}

void WritingCard::showState() {
    if (!m_job) return m_state->setText({});
    const JobProgress& progress = m_job->progress();
    switch (m_job->state()) {
        case JobState::Waiting: m_state->setText(tr("Waiting for its turn.")); break;
        case JobState::Cancelling: m_state->setText(tr("Stopping …")); break;
        case JobState::Cancelled: m_state->setText(tr("Stopped.")); break;
        case JobState::Failed:
        case JobState::Lost: m_state->setText(ErrorText::title(m_job->error().code)); break;
        case JobState::Running:
            m_state->setText(progress.rate > 0 ? tr("%1 of %2 tokens · %3 per second").arg(progress.done).arg(progress.total).arg(Format::significant(progress.rate, 2))
                                               : tr("Loading the model …"));
            break;
        case JobState::Done:
            if (endedAtOnce()) {
                m_state->setText(m_chatOffered ? tr("Ended at once: its first token is the end mark. Tick “As a chat” above, and it answers instead of going on.")
                                               : tr("Ended at once: its first token is the end mark. For this model the text is complete."));
                break;
            }
            m_state->setText(tr("%n token(s) in %1", nullptr, static_cast<int>(m_job->result().value(QLatin1String("ids")).toArray().size())).arg(Format::duration(m_job->seconds())));
            break;
    }
}

}  // namespace tacq::ui
