#pragma once
#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>
#include <atomic>
#include <functional>
#include <memory>
#include <utility>

#include "engine/background_thread.h"

namespace tacq::ui {

/// What was written before a task was handed over is seen by the pool's thread: Qt's own mutex sees to that too, but ThreadSanitizer cannot look into it.
inline std::atomic<unsigned> handedOver{0};

/// Runs `work` on a pool thread that gives way to the window, then `done(result)` on the GUI thread, unless `context` is gone by then. `work` must not touch widgets.
template <typename Work, typename Done>
void runAsync(QObject* context, Work work, Done done) {
    std::function<void()> task = [guard = QPointer<QObject>(context), application = QCoreApplication::instance(), work = std::move(work), done = std::move(done)]() mutable {
        static_cast<void>(handedOver.load(std::memory_order_acquire));
        giveWayToWindow();
        auto result = std::make_shared<decltype(work())>(work());
        // Posted to the application, not to the context: only there may the guard be asked.
        QMetaObject::invokeMethod(application, [guard, result, done = std::move(done)]() mutable {
            if (guard) done(std::move(*result));
        }, Qt::QueuedConnection);
    };
    handedOver.fetch_add(1, std::memory_order_release);
    QThreadPool::globalInstance()->start(std::move(task));
}

}  // namespace tacq::ui
