#pragma once
#include <QRgb>
#include <array>
#include <span>

namespace tacq::ui {

enum class ColourMap { Viridis, Cividis, Diverging };
enum class ScaleKind { Log, Linear };

/// 256 opaque colours, safe for colour-blind eyes. Viridis and cividis: dark to bright, perceptually uniform (matplotlib's maps, CC0; interpolated
/// from 33 points). Diverging: purple below zero, orange above, a neutral middle at zero (ColorBrewer's PuOr, Apache 2.0).
const std::array<QRgb, 256>& colours(ColourMap map);

/// Value → colour over a fixed range, so that a legend drawn once stays true while the view moves.
struct ColourScale {
    ColourMap map = ColourMap::Viridis;
    ScaleKind kind = ScaleKind::Log;
    double low = 1e-6, high = 1;   ///< low > 0 for Log; Diverging shows −high … high, with anything up to low (Log) neutral

    /// 0 … 1 of the way through the map, clamped; NaN and values ≤ 0 on a log scale give 0 (½ where the map diverges).
    double fraction(double value) const;
    /// The value at a fraction of the way, for the legend's ticks.
    double valueAt(double fraction) const;
    QRgb colour(double value) const;
    bool operator==(const ColourScale&) const = default;
};

/// colour() for many floats: a table over the float's exponent and top mantissa bits (log), a product (linear). No log() per pixel.
class ColourLookup {
public:
    explicit ColourLookup(const ColourScale& scale);
    QRgb operator()(float value) const;
    /// As many pixels as values; NaN gives a transparent one.
    void colour(std::span<const float> values, QRgb* out) const;

private:
    static constexpr int kShift = 23 - 5;   ///< 32 steps an octave: finer than 256 colours over 8 octaves or more
    static constexpr std::size_t kSteps = std::size_t{256} << 5;
    ScaleKind m_kind;
    float m_low, m_factor;
    const std::array<QRgb, 256>& m_colours;
    bool m_diverging;
    std::array<QRgb, kSteps> m_table{};
    std::array<QRgb, kSteps> m_below{};   ///< negative values of a diverging map
};

}  // namespace tacq::ui
