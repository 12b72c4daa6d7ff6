#pragma once
#include <QRgb>
#include <array>

namespace tacq::ui {

enum class ColourMap { Viridis, Cividis };
enum class ScaleKind { Log, Linear };

/// 256 opaque colours, dark to bright, perceptually uniform and safe for colour-blind eyes (matplotlib's maps, CC0; interpolated from 33 points).
const std::array<QRgb, 256>& colours(ColourMap map);

/// Value → colour over a fixed range, so that a legend drawn once stays true while the view moves.
struct ColourScale {
    ColourMap map = ColourMap::Viridis;
    ScaleKind kind = ScaleKind::Log;
    double low = 1e-6, high = 1;   ///< low > 0 for Log

    /// 0 … 1 of the way through the map, clamped; NaN and values ≤ 0 on a log scale give 0.
    double fraction(double value) const;
    /// The value at a fraction of the way, for the legend's ticks.
    double valueAt(double fraction) const;
    QRgb colour(double value) const;
};

/// colour() for many floats: a table over the float's exponent and top mantissa bits (log), a product (linear). No log() per pixel.
class ColourLookup {
public:
    explicit ColourLookup(const ColourScale& scale);
    QRgb operator()(float value) const;

private:
    static constexpr int kShift = 23 - 5;   ///< 32 steps an octave: finer than 256 colours over 8 octaves or more
    static constexpr std::size_t kSteps = std::size_t{256} << 5;
    ScaleKind m_kind;
    float m_low, m_factor;
    const std::array<QRgb, 256>& m_colours;
    std::array<QRgb, kSteps> m_table{};
};

}  // namespace tacq::ui
