#include "work/job_runner.h"

#include <utility>

namespace tacq::ui {

JobRunner::JobRunner(EngineProcess& engine, QObject* parent) : QObject(parent), m_engine(engine) {}

EngineJob* JobRunner::submit(JobRequest request, std::function<void(EngineJob&)> done) {
    EngineJob* job = m_engine.submit(std::move(request));
    connect(job, &EngineJob::stateChanged, this, &JobRunner::jobsChanged);
    connect(job, &EngineJob::finished, this, [this, job, done = std::move(done)] {
        if (job->state() == JobState::Done) {
            emit succeeded(job);
            if (done) done(*job);
        } else if (job->state() != JobState::Cancelled) {
            emit failed(job->error(), job);
        }
        emit jobsChanged();
    });
    emit jobsChanged();
    return job;
}

void JobRunner::ask(JobRequest request, std::function<void(Result<QJsonObject>)> done) {
    EngineJob* job = m_engine.submit(std::move(request));
    connect(job, &EngineJob::finished, this, [job, done = std::move(done)] { done(job->state() == JobState::Done ? Result<QJsonObject>(job->takeResult()) : Result<QJsonObject>(job->error())); });
}

void JobRunner::tellFailure(const Error& error) {
    if (error.code != ErrorCode::EngineLost && error.code != ErrorCode::Cancelled) emit failed(error, nullptr);
}

}  // namespace tacq::ui
