#pragma once
#include <QWidget>
#include <vector>

namespace tacq::ui {

/// Mean magnitude per row or per column beside the matrix, in step with its view.
class MarginalStrip : public QWidget {
    Q_OBJECT
public:
    explicit MarginalStrip(Qt::Orientation orientation, QWidget* parent = nullptr);
    /// @param weightsPerBin rows (or columns) that one value stands for
    void setValues(std::vector<float> values, int weightsPerBin);
    void setRange(double from, double to);
    /// Pixels to leave free before and after, so that the strip lines up with the axis rect.
    void setInsets(int before, int after);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Qt::Orientation m_orientation;
    std::vector<float> m_values;
    float m_maximum = 0;
    int m_weightsPerBin = 1, m_before = 0, m_after = 0;
    double m_from = 0, m_to = 1;
};

}  // namespace tacq::ui
