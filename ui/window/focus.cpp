#include "window/focus.h"

#include <QApplication>
#include <QPointer>

#include "widgets/parts.h"
#include "window/main_window.h"

namespace tacq::ui {

void keepFocusOffStopButtons(MainWindow& window) {
    QObject::connect(qApp, &QApplication::focusChanged, &window, [&window](QWidget* old, QWidget* now) {
        if (!old || !isStopButton(now) || !window.isAncestorOf(now)) return;
        // Queued: Qt moves the focus before it greys or hides the button that had it.
        const auto check = [&window, left = QPointer(old), there = QPointer(now)] {
            const QWidget *before = left.data(), *stop = there.data();
            const bool gone = !before || !before->isEnabled() || !before->isVisible();
            Page* page = window.page(window.currentPage());
            if (gone && page && stop && stop->hasFocus()) page->setFocus();
        };
        QMetaObject::invokeMethod(&window, check, Qt::QueuedConnection);
    });
}

}  // namespace tacq::ui
