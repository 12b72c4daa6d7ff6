#pragma once
#include <QSlider>

namespace tacq::ui {

/// A slider whose steps are equal ratios: as much room from 0.01 % to 0.1 % as from 1 % to 10 %.
class LogSlider : public QSlider {
    Q_OBJECT
public:
    LogSlider(double low, double high, QWidget* parent = nullptr);
    double fraction() const { return fractionAt(value()); }
    void setFraction(double fraction);
    double fractionAt(int step) const;

signals:
    /// The person moved it.
    void fractionMoved(double fraction);

private:
    static constexpr int kSteps = 1000;
    double m_low, m_high;
};

}  // namespace tacq::ui
