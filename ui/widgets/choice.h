#pragma once
#include <QComboBox>

namespace tacq::ui {

/// A combo box with its chevron, and with … where its text is too long: a style sheet takes both away.
class Choice : public QComboBox {
    Q_OBJECT
public:
    Choice(const QString& objectName, const QString& accessibleName, QWidget* parent);

    void showPopup() override;

protected:
    void paintEvent(QPaintEvent*) override;
};

}  // namespace tacq::ui
