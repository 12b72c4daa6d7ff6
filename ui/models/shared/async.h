#pragma once
#include <QCoreApplication>
#include <QPointer>
#include <functional>
#include <memory>
#include <utility>

#include "engine/background_pool.h"

namespace tacq::ui {

/// Runs `work` on a pool thread that gives way to the window, then `done(result)` on the GUI thread, unless `context` is gone by then. `work` must not touch widgets.
template <typename Work, typename Done>
void runAsync(QObject* context, Work work, Done done) {
    BackgroundPool::shared().start([guard = QPointer<QObject>(context), application = QCoreApplication::instance(), work = std::move(work), done = std::move(done)]() mutable {
        auto result = std::make_shared<decltype(work())>(work());
        // Posted to the application, not to the context: only there may the guard be asked.
        QMetaObject::invokeMethod(application, [guard, result, done = std::move(done)]() mutable {
            if (guard) done(std::move(*result));
        }, Qt::QueuedConnection);
    });
}

}  // namespace tacq::ui
