#pragma once
#include <QComboBox>
#include <QWheelEvent>

namespace tacq::ui {

/// A combo box with its chevron, and with … where its text is too long: a style sheet takes both away. The wheel over it scrolls the page.
class Choice : public QComboBox {
    Q_OBJECT
public:
    Choice(const QString& objectName, const QString& accessibleName, QWidget* parent);

    void showPopup() override;

protected:
    void paintEvent(QPaintEvent*) override;
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

}  // namespace tacq::ui
