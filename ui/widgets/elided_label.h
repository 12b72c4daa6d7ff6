#pragma once
#include <QLabel>

namespace tacq::ui {

/// A line of text that gives way: shortened with an ellipsis to whatever width it gets, the whole of it in the tool tip.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    ElidedLabel(Qt::TextElideMode mode, const QString& objectName, QWidget* parent);
    QSize minimumSizeHint() const override { return {24, QLabel::minimumSizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Qt::TextElideMode m_mode;
};

}  // namespace tacq::ui
