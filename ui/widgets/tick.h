#pragma once
#include <QCheckBox>

namespace tacq::ui {

/// A check box in the design's colours: the native mark cannot be seen on a dark card.
class Tick : public QCheckBox {
    Q_OBJECT
public:
    Tick(const QString& text, const QString& objectName, QWidget* parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& position) const override { return rect().contains(position); }
};

}  // namespace tacq::ui
