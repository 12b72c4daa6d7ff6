#pragma once
#include <QAbstractButton>
#include <QLabel>
#include <QTest>

#include "window/main_window.h"

/// Drives a window as a person would: finds widgets by objectName, clicks, reads.
struct WindowDriver {
    tacq::ui::MainWindow& window;

    template <typename Widget = QWidget>
    Widget* find(const char* name) const {
        Widget* widget = window.findChild<Widget*>(QLatin1String(name));
        if (!widget) qCritical("no widget called %s", name);
        return widget;
    }
    /// Clicks what is visible and enabled; anything else is a failure of the test.
    bool click(const char* name) const {
        auto* button = find<QAbstractButton>(name);
        if (!button || !button->isVisible() || !button->isEnabled()) {
            qCritical("%s cannot be clicked", name);
            return false;
        }
        QTest::mouseClick(button, Qt::LeftButton);
        return true;
    }
    QString text(const char* name) const {
        if (const auto* label = window.findChild<QLabel*>(QLatin1String(name))) return label->text();
        const auto* button = window.findChild<QAbstractButton*>(QLatin1String(name));
        return button ? button->text() : QString();
    }
    bool visible(const char* name) const {
        const auto* widget = window.findChild<QWidget*>(QLatin1String(name));
        return widget && widget->isVisible();
    }
    bool enabled(const char* name) const {
        const auto* widget = window.findChild<QWidget*>(QLatin1String(name));
        return widget && widget->isEnabled();
    }
};
