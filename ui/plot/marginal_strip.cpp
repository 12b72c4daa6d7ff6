#include "plot/marginal_strip.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/theme.h"

namespace tacq::ui {

MarginalStrip::MarginalStrip(Qt::Orientation orientation, QWidget* parent) : QWidget(parent), m_orientation(orientation) {
    if (orientation == Qt::Horizontal) setFixedHeight(36);
    else setFixedWidth(36);
}

QSize MarginalStrip::sizeHint() const { return m_orientation == Qt::Horizontal ? QSize(200, 36) : QSize(36, 200); }

void MarginalStrip::setValues(std::vector<float> values, int weightsPerBin) {
    m_values = std::move(values);
    m_weightsPerBin = std::max(1, weightsPerBin);
    m_maximum = m_values.empty() ? 0 : *std::max_element(m_values.begin(), m_values.end());
    update();
}

void MarginalStrip::setRange(double from, double to) {
    if (from == m_from && to == m_to) return;
    m_from = from;
    m_to = to;
    update();
}

void MarginalStrip::setInsets(int before, int after) {
    m_before = before;
    m_after = after;
    update();
}

void MarginalStrip::paintEvent(QPaintEvent*) {
    if (!(m_maximum > 0)) return;
    QPainter painter(this);
    const bool horizontal = m_orientation == Qt::Horizontal;
    const int pixels = (horizontal ? width() : height()) - m_before - m_after, depth = horizontal ? height() : width();
    const double perPixel = (m_to - m_from) / std::max(1, pixels);
    QColor ink = Theme::of(this).secondary;
    ink.setAlpha(170);
    for (int i = 0; i < pixels; ++i) {
        const double a = (m_from + i * perPixel) / m_weightsPerBin, b = (m_from + (i + 1) * perPixel) / m_weightsPerBin;
        const auto begin = static_cast<std::int64_t>(std::floor(a));
        const auto end = std::min(std::max(begin + 1, static_cast<std::int64_t>(std::ceil(b))), static_cast<std::int64_t>(m_values.size()));
        if (begin < 0 || begin >= end) continue;
        const float value = *std::max_element(m_values.begin() + begin, m_values.begin() + end);
        const int length = std::max(1, static_cast<int>(std::lround(static_cast<double>(value / m_maximum) * (depth - 2))));
        if (horizontal) painter.fillRect(m_before + i, depth - length, 1, length, ink);
        else painter.fillRect(0, m_before + i, length, 1, ink);
    }
}

}  // namespace tacq::ui
