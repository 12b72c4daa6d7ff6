#pragma once
#include <QComboBox>

namespace tacq::ui {

/// A combo box with its chevron: a style sheet takes the native one away.
class Choice : public QComboBox {
    Q_OBJECT
public:
    Choice(const QString& objectName, const QString& accessibleName, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace tacq::ui
