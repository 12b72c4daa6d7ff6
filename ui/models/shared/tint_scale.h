#pragma once
#include <QColor>

namespace tacq::ui {

/// A tint behind text, from the surface's colour to one strong colour. Lightness alone tells how far along a value is, so every eye can read it,
/// and so can a grey print. Logarithmic between low and high, clamped outside.
struct TintScale {
    double low = 0.01, high = 3;
    QColor surface, strong, ink;   ///< ink: the surface's own text colour

    /// 0 … 1 of the way; values ≤ low, negative ones and NaN give 0.
    double fraction(double value) const;
    QColor background(double value) const;
    /// Ink where it can be read on `background` (contrast 4.5, WCAG AA), else black or white, whichever can.
    QColor foreground(const QColor& background) const;
};

/// Contrast of two colours as WCAG 2 defines it, 1 … 21.
double contrast(const QColor& a, const QColor& b);

}  // namespace tacq::ui
