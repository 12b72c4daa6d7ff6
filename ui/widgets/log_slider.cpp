#include "widgets/log_slider.h"

#include <algorithm>
#include <cmath>

namespace tacq::ui {

LogSlider::LogSlider(double low, double high, QWidget* parent) : QSlider(Qt::Horizontal, parent), m_low(low), m_high(high) {
    setRange(0, kSteps);
    setSingleStep(5);
    setPageStep(50);
    connect(this, &QSlider::valueChanged, this, [this](int step) { emit fractionMoved(fractionAt(step)); });
}

double LogSlider::fractionAt(int step) const {
    // Four digits: what is shown is what is used.
    const double raw = m_low * std::pow(m_high / m_low, static_cast<double>(step) / kSteps);
    const double unit = std::pow(10.0, std::floor(std::log10(raw)) - 3);
    return std::round(raw / unit) * unit;
}

void LogSlider::setFraction(double fraction) {
    const double at = std::log(std::clamp(fraction, m_low, m_high) / m_low) / std::log(m_high / m_low);
    const QSignalBlocker quiet(this);
    setValue(static_cast<int>(std::lround(at * kSteps)));
}

}  // namespace tacq::ui
