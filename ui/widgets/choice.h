#pragma once
#include <QComboBox>

namespace tacq::ui {

/// A combo box with its chevron: a style sheet takes the native one away.
class Choice : public QComboBox {
    Q_OBJECT
public:
    Choice(const QString& objectName, const QString& accessibleName, QWidget* parent);

    void showPopup() override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace tacq::ui
