#pragma once
#include <QWidget>

namespace tacq::ui {

/// What the tint of a text means, in numbers.
class TintLegend : public QWidget {
    Q_OBJECT
public:
    explicit TintLegend(QWidget* parent = nullptr);
    QSize sizeHint() const override { return {260, 30}; }

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace tacq::ui
