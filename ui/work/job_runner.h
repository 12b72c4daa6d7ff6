#pragma once
#include <QJsonObject>
#include <QObject>
#include <functional>
#include <utility>

#include "engine/engine_process.h"
#include "tacq/base/result.h"

namespace tacq::ui {

/// Sends jobs to the engine, and says in one place what goes wrong with them. Whoever only needs work done (queue, measurements, pages) needs no more than this.
class JobRunner : public QObject {
    Q_OBJECT
public:
    explicit JobRunner(EngineProcess& engine, QObject* parent = nullptr);

    /// Sends any job; `done` is called when it ended well, again if it is resumed after a failure. A failure goes to failed().
    EngineJob* submit(JobRequest request, std::function<void(EngineJob&)> done = {});
    /// Sends a job and says nothing of what becomes of it: who asked watches it.
    EngineJob* send(JobRequest request) { return m_engine.submit(std::move(request)); }
    /// A small request whose failure is the asker's business.
    void ask(JobRequest request, std::function<void(Result<QJsonObject>)> done);
    void cancel(EngineJob* job) { m_engine.cancel(job); }
    void resume(EngineJob* job) { m_engine.resume(job); }
    /// Tells of a failure, unless the engine's own message does.
    void tellFailure(const Error& error);

signals:
    void failed(const Error& error, EngineJob* job);
    /// Before `done` of submit() hears of it.
    void succeeded(EngineJob* job);
    void jobsChanged();

private:
    EngineProcess& m_engine;
};

}  // namespace tacq::ui
