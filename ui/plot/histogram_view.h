#pragma once
#include <QWidget>

#include "models/model/tensor_histogram.h"

namespace tacq::ui {

/// A tensor's values as bars, counts on a log scale so that the tails show.
class HistogramView : public QWidget {
    Q_OBJECT
public:
    explicit HistogramView(QWidget* parent = nullptr);
    void setHistogram(TensorHistogram histogram);
    const TensorHistogram& histogram() const { return m_histogram; }
    QSize sizeHint() const override { return {320, 160}; }
    QSize minimumSizeHint() const override { return {160, 90}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF area() const;
    TensorHistogram m_histogram;
};

}  // namespace tacq::ui
