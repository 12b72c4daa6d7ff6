#pragma once
#include <QObject>
#include <optional>
#include <vector>

#include "models/model/model_summary.h"
#include "work/job_runner.h"

namespace tacq::ui {

/// Models to be made, one after another. The next one goes to the engine when the one before has ended and its measurements have been asked for, so that
/// every model is measured before the next is made. A lost engine holds the queue until its job is resumed or taken out.
class QuantizeQueue : public QObject {
    Q_OBJECT
public:
    struct Entry {
        int number = 0;           ///< 1, 2, …: in the order of asking
        JobRequest request;
        ModelPointer model;
        EngineJob* job = nullptr; ///< null: not sent yet
        bool stopped = false;     ///< cancelled before it was sent
        bool measured = false;    ///< its measurements have been asked for (or there are none to ask for)
    };
    using State = JobState;

    QuantizeQueue(JobRunner& runner, QObject* parent);
    const std::vector<Entry>& entries() const { return m_entries; }
    static State stateOf(const Entry& entry);
    static bool isOver(State state) { return state != State::Waiting && state != State::Running && state != State::Cancelling; }

    /// Adds a request, unless the same one (model and all options) waits or runs already. The job, if it was sent at once.
    EngineJob* add(const JobRequest& request, const ModelPointer& model);
    /// Nothing waits or runs.
    bool isIdle() const;
    /// Waits or runs.
    bool holds(const JobRequest& request) const;
    /// Of this model: the one at work, else the last that was sent. Null: none.
    EngineJob* activeJob(const ModelPointer& model) const;

    void cancel(int number);
    void resume(int number);
    /// Takes an entry off the list, cancelling it where it still waits or runs.
    void remove(int number);
    void noteMeasured(const EngineJob* job);

signals:
    /// To be measured; noteMeasured() when its measurements have been asked for.
    void made(EngineJob* job, const ModelPointer& model);
    void added(int row);
    void aboutToAdd(int row);
    void removed(int row);
    void aboutToRemove(int row);
    void entryChanged(int row);

private:
    void advance();
    void send(std::size_t at);
    std::optional<std::size_t> indexOf(int number) const;
    std::optional<std::size_t> indexOf(const EngineJob* job) const;
    JobRunner& m_runner;
    std::vector<Entry> m_entries;
    int m_last = 0;
};

}  // namespace tacq::ui
