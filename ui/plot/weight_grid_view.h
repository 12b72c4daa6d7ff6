#pragma once
#include <QWidget>

#include "models/matrix/weight_grid.h"

namespace tacq::ui {

/// A line of numbers with a grid's levels on it, the weight, and the level that quantization moves it to.
class WeightGridView : public QWidget {
    Q_OBJECT
public:
    explicit WeightGridView(QWidget* parent = nullptr);
    void setGrid(const WeightGrid& grid);   ///< without levels: nothing is drawn
    const WeightGrid& grid() const { return m_grid; }
    QSize sizeHint() const override { return {240, 64}; }
    QSize minimumSizeHint() const override { return {160, 64}; }
    /// Where a value stands, in pixels from the left.
    double xOf(double value) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    WeightGrid m_grid;
};

}  // namespace tacq::ui
