#pragma once
#include <QElapsedTimer>
#include <QObject>
#include <optional>
#include <vector>

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

/// How both models go on from the same beginning, greedily.
struct SampleAnswer {
    QString prompt, before, after;   ///< after an immediate end: empty
};

/// What came of it; every figure measured.
struct SmallerOutcome {
    QString folder, packedFolder;
    quint64 bytes = 0, originalBytes = 0;   ///< the packed checkpoint's, the original's tensors
    quint64 deliveredBytes = 0;             ///< of the folder's model files; `bytes` for the packed format
    std::optional<PerplexityFigure> before, after;
    std::vector<SampleAnswer> answers;      ///< none where there is no text to begin with
};

/// The whole way for someone who wants a smaller model and nothing else: saliency, quantize, measure before and after, let both write, export, one job after
/// the other.
/// Everything lands in the project, so that the other pages show it. Can be cancelled and resumed at every step. Knows no widgets.
class SmallerRun : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Running, Cancelling, Cancelled, Failed, Done };
    enum class Step { Look, Make, MeasureBefore, MeasureAfter, Write, Deliver };

    SmallerRun(Project& project, BudgetModel& budget, Workflow& workflow, QObject* parent = nullptr);
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
    /// The step's own count, e.g. "12 of 35 tensors"; empty where it has none.
    QString countText() const;
    /// Of everything: the forecast work that is done (the present step's by its own count) over all of it. Never goes back.
    double fraction() const;
    /// The forecast of what is left, corrected by how long the work so far took.
    double secondsLeft() const;
    /// The forecast of everything, both models' sample answers included.
    static double plannedSeconds(const SmallerPlan& plan, const ModelSummary& model);
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
    void goOn();
    /// Starts the next sample answer, or asks for beginnings first.
    void writeNext();
    void takeWritten();
    double stepShare() const;
    double workDone() const;
    double passedSeconds() const;
    JobRequest makeRequest() const;
    EngineJob* deliver();
    void takeMade();
    bool showsOrder() const;
    double planned(Step step) const;

    Project& m_project;
    BudgetModel& m_budget;
    Workflow& m_workflow;
    JobRunner& m_runner;
    SmallerOrder m_order;
    SmallerOutcome m_outcome;
    Error m_error;
    State m_state = State::Idle;
    Step m_step = Step::Look;
    EngineJob* m_job = nullptr;
    QMetaObject::Connection m_progress, m_stateChange, m_end;
    QElapsedTimer m_stepClock;
    double m_spent = 0;                       ///< seconds of the finished steps
    mutable double m_furthest = 0;            ///< fraction() never goes back
    std::size_t m_written = 0;                ///< sample answers so far, both models together
    int m_round = 0;                          ///< answers for an older order are dropped
};

}  // namespace tacq::ui
