#include "models/shared/tint_scale.h"

#include <algorithm>
#include <cmath>

namespace tacq::ui {
namespace {

constexpr double kReadable = 4.5;

double linear(double channel) { return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); }

double luminance(const QColor& c) { return 0.2126 * linear(static_cast<double>(c.redF())) + 0.7152 * linear(static_cast<double>(c.greenF())) + 0.0722 * linear(static_cast<double>(c.blueF())); }

}  // namespace

double contrast(const QColor& a, const QColor& b) {
    const double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

double TintScale::fraction(double value) const {
    if (!(value > low)) return 0;
    return std::min(1.0, std::log(value / low) / std::log(high / low));
}

QColor TintScale::background(double value) const {
    const auto f = static_cast<float>(fraction(value));
    const auto mix = [f](float a, float b) { return a + (b - a) * f; };
    return QColor::fromRgbF(mix(surface.redF(), strong.redF()), mix(surface.greenF(), strong.greenF()), mix(surface.blueF(), strong.blueF()));
}

QColor TintScale::foreground(const QColor& background) const {
    const QColor better = contrast(ink, background) >= contrast(surface, background) ? ink : surface;
    if (contrast(better, background) >= kReadable) return better;
    const QColor black(Qt::black), white(Qt::white);
    return contrast(black, background) > contrast(white, background) ? black : white;
}

}  // namespace tacq::ui
