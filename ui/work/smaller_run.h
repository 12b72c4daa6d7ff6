#pragma once
#include <QElapsedTimer>
#include <QObject>
#include <optional>

#include "tacq/budget/smaller.h"
#include "work/workflow.h"

namespace tacq::ui {

/// What "Make it smaller" was told to do.
struct SmallerOrder {
    ModelPointer model;
    TaskChoice task;        ///< samples and tokens as planned
    SmallerPlan plan;
    QString format;         ///< of the folder that the person gets: `tacq` or `hf`
    QString folder;         ///< that folder; must not be there yet
};

/// What came of it; every figure measured.
struct SmallerOutcome {
    QString folder, packedFolder;
    quint64 bytes = 0, originalBytes = 0;   ///< the packed checkpoint's, the original's tensors
    quint64 deliveredBytes = 0;             ///< of the folder's model files; `bytes` for the packed format
    std::optional<PerplexityFigure> before, after;
};

/// The whole way for someone who wants a smaller model and nothing else: saliency, quantize, measure before and after, export, one job after the other.
/// Everything lands in the project, so that the other pages show it. Can be cancelled and resumed at every step. Knows no widgets.
class SmallerRun : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Running, Cancelling, Cancelled, Failed, Done };
    enum class Step { Look, Make, MeasureBefore, MeasureAfter, Deliver };

    SmallerRun(Project& project, BudgetModel& budget, Workflow& workflow, EngineProcess& engine, QObject* parent = nullptr);
    /// Where the packed checkpoint lies when another format goes to `folder`.
    static QString packedBeside(const QString& folder) { return folder + QLatin1String("-packed"); }
    /// The budget that a plan comes to on the pages for experts.
    static BudgetSettings settingsOf(const SmallerPlan& plan);
    /// Does nothing while another order is on its way.
    void start(const SmallerOrder& order);
    void cancel();
    void resume();

    State state() const { return m_state; }
    bool isBusy() const { return m_state == State::Running || m_state == State::Cancelling; }
    Step step() const { return m_step; }
    int stepNumber() const { return static_cast<int>(m_step) + 1; }
    int stepCount() const;
    /// Words for the step, e.g. "Making the smaller model".
    QString stepText() const;
    /// Of everything, by the plan's times corrected with those measured so far.
    double secondsLeft() const;
    double fraction() const;
    const SmallerOrder& order() const { return m_order; }
    const SmallerOutcome& outcome() const { return m_outcome; }
    const Error& error() const { return m_error; }
    EngineJob* job() const { return m_job; }

signals:
    void changed();

private:
    void runStep();
    void finishStep();
    void watch(EngineJob* job);
    void onJobState();
    void onJobFinished();
    void measure(const QString& model);
    /// Goes on with the rows to measure on, unless another order was given since.
    void measureWith(const QString& model, const Result<QString>& tokensFile, int round);
    void submitMeasure(const QString& model, const QString& tokensFile);
    void setState(State state);
    JobRequest makeRequest() const;
    JobRequest deliverRequest() const;
    void takeMade();
    double planned(Step step) const;

    Project& m_project;
    BudgetModel& m_budget;
    Workflow& m_workflow;
    EngineProcess& m_engine;
    SmallerOrder m_order;
    SmallerOutcome m_outcome;
    Error m_error;
    State m_state = State::Idle;
    Step m_step = Step::Look;
    EngineJob* m_job = nullptr;
    QMetaObject::Connection m_progress, m_stateChange, m_end;
    QElapsedTimer m_stepClock;
    double m_spent = 0, m_plannedSpent = 0;   ///< seconds of the finished steps, and what the plan gave them
    mutable double m_furthest = 0;            ///< fraction() never goes back
    int m_round = 0;                          ///< answers for an older order are dropped
};

}  // namespace tacq::ui
