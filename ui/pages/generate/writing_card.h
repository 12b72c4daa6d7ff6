#pragma once
#include "engine/engine_job.h"
#include "widgets/card.h"

namespace tacq::ui {

class TintedText;

/// One column of the Generate page: what a model writes, as it comes.
class WritingCard : public Card {
    Q_OBJECT
public:
    /// Object names begin with `name`: `<name>Card`, `<name>Text`, `<name>State`.
    WritingCard(const QString& title, const QString& name, const QString& accessibleName, QWidget* parent);

    /// Shows what this job writes after `prompt`; null: nothing.
    void follow(EngineJob* job, const QString& prompt);
    EngineJob* job() const { return m_job; }
    bool isRunning() const { return m_job && !m_job->isFinished(); }
    TintedText* text() const { return m_text; }
    /// What the empty column says.
    void setHint(const QString& hint);
    /// Done, and the first token was the end mark: no fault, but it looks like one.
    bool endedAtOnce() const;
    /// The model could be written to as a chat, and is not.
    void setChatOffered(bool offered);

signals:
    void jobChanged();

private:
    void onState();
    void showState();

    TintedText* m_text;
    QLabel* m_state;
    EngineJob* m_job = nullptr;
    QString m_prompt;
    bool m_chatOffered = false;
};

}  // namespace tacq::ui
