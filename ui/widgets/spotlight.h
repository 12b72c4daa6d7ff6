#pragma once
#include <QPointer>
#include <QWidget>

namespace tacq::ui {

/// A frame around a widget, wherever it goes. The mouse passes through; nothing below it changes.
class Spotlight : public QWidget {
    Q_OBJECT
public:
    /// `surface` is what the frame is drawn on; targets are its descendants.
    explicit Spotlight(QWidget* surface);
    /// Null: no frame.
    void setTarget(QWidget* target);
    QWidget* target() const { return m_target; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void watch(bool on);
    void follow();
    void bringIntoView();
    QPointer<QWidget> m_target;
};

}  // namespace tacq::ui
