#include "models/shared/colour_map.h"

#include <QtGlobal>
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

namespace tacq::ui {
namespace {

constexpr std::size_t kPoints = 33;
constexpr std::array<std::uint32_t, kPoints> kViridis{
    0x440154, 0x470d60, 0x48186a, 0x482374, 0x472d7b, 0x453781, 0x424086, 0x3e4989, 0x3b528b,
    0x375b8d, 0x33638d, 0x2f6b8e, 0x2c728e, 0x297a8e, 0x26828e, 0x23898e, 0x21918c, 0x1f988b,
    0x1fa088, 0x22a785, 0x28ae80, 0x32b67a, 0x3fbc73, 0x4ec36b, 0x5ec962, 0x70cf57, 0x84d44b,
    0x98d83e, 0xaddc30, 0xc2df23, 0xd8e219, 0xece51b, 0xfde725};
constexpr std::array<std::uint32_t, kPoints> kCividis{
    0x00224e, 0x00285b, 0x002e6a, 0x053371, 0x1a386f, 0x273e6e, 0x32436d, 0x3b496c, 0x434e6c,
    0x4b546c, 0x535a6d, 0x5a5f6e, 0x61656f, 0x686a71, 0x6f7073, 0x767676, 0x7d7c78, 0x848279,
    0x8c8878, 0x938e78, 0x9b9476, 0xa39a74, 0xaba072, 0xb4a76f, 0xbcae6c, 0xc4b468, 0xcdbb63,
    0xd5c25e, 0xdec958, 0xe7d150, 0xf0d846, 0xf9e03a, 0xfee838};

constexpr std::array<std::uint32_t, 11> kDiverging{0x2d004b, 0x542788, 0x8073ac, 0xb2abd2, 0xd8daeb, 0xf7f7f7,
                                                   0xfee0b6, 0xfdb863, 0xe08214, 0xb35806, 0x7f3b08};

template <std::size_t N>
std::array<QRgb, 256> interpolate(const std::array<std::uint32_t, N>& points) {
    std::array<QRgb, 256> out{};
    for (std::size_t i = 0; i < out.size(); ++i) {
        const double at = static_cast<double>(i) / 255.0 * static_cast<double>(N - 1);
        const auto left = std::min(static_cast<std::size_t>(at), N - 2);
        const double t = at - static_cast<double>(left);
        const auto mix = [&](int shift) {
            const double a = points[left] >> shift & 255, b = points[left + 1] >> shift & 255;
            return static_cast<int>(std::lround(a + (b - a) * t));
        };
        out[i] = qRgb(mix(16), mix(8), mix(0));
    }
    return out;
}

}  // namespace

const std::array<QRgb, 256>& colours(ColourMap map) {
    static const std::array<QRgb, 256> viridis = interpolate(kViridis), cividis = interpolate(kCividis), diverging = interpolate(kDiverging);
    return map == ColourMap::Viridis ? viridis : map == ColourMap::Cividis ? cividis : diverging;
}

double ColourScale::fraction(double value) const {
    if (map == ColourMap::Diverging) {
        ColourScale half = *this;
        half.map = ColourMap::Viridis;
        if (kind == ScaleKind::Linear) half.low = 0;
        const double away = std::isnan(value) ? 0 : half.fraction(std::fabs(value)) / 2;
        return value < 0 ? 0.5 - away : 0.5 + away;
    }
    if (!(value > 0) || !(high > low)) return kind == ScaleKind::Linear && value > low ? 1 : 0;
    const double f = kind == ScaleKind::Log ? std::log(value / low) / std::log(high / low) : (value - low) / (high - low);
    return std::clamp(f, 0.0, 1.0);
}

double ColourScale::valueAt(double fraction) const {
    if (map == ColourMap::Diverging) {
        const double away = std::fabs(2 * fraction - 1);
        const double value = kind == ScaleKind::Linear ? high * away : away > 0 ? low * std::pow(high / low, away) : 0;
        return fraction < 0.5 ? -value : value;
    }
    return kind == ScaleKind::Log ? low * std::pow(high / low, fraction) : low + (high - low) * fraction;
}

QRgb ColourScale::colour(double value) const {
    return colours(map)[static_cast<std::size_t>(std::lround(fraction(value) * 255))];
}

ColourLookup::ColourLookup(const ColourScale& scale)
    : m_kind(scale.kind), m_low(static_cast<float>(scale.low)),
      m_factor(static_cast<float>(scale.high > scale.low ? 255.0 / (scale.high - scale.low) : 0)), m_colours(colours(scale.map)),
      m_diverging(scale.map == ColourMap::Diverging) {
    if (m_diverging) {
        m_low = static_cast<float>(-scale.high);
        m_factor = static_cast<float>(scale.high > 0 ? 127.5 / scale.high : 0);
    }
    if (m_kind == ScaleKind::Linear) return;
    for (std::size_t i = 0; i < kSteps; ++i) {
        const float lower = std::bit_cast<float>(static_cast<std::uint32_t>(i) << kShift);
        m_table[i] = scale.colour(static_cast<double>(lower));
        if (m_diverging) m_below[i] = scale.colour(-static_cast<double>(lower));
    }
}

void ColourLookup::colour(std::span<const float> values, QRgb* out) const {
    constexpr std::uint32_t kInfinity = 0x7f800000u;
    if (m_kind == ScaleKind::Log && !m_diverging) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::uint32_t bits = std::bit_cast<std::uint32_t>(values[i]) & 0x7fffffffu;
            out[i] = bits > kInfinity ? 0u : m_table[bits >> kShift];
        }
        return;
    }
    for (std::size_t i = 0; i < values.size(); ++i) out[i] = std::isnan(values[i]) ? 0u : (*this)(values[i]);
}

QRgb ColourLookup::operator()(float value) const {
    if (m_kind == ScaleKind::Log) {
        const std::size_t step = (std::bit_cast<std::uint32_t>(value) & 0x7fffffffu) >> kShift;
        return m_diverging && value < 0 ? m_below[step] : m_table[step];
    }
    const float at = ((m_diverging ? value : std::fabs(value)) - m_low) * m_factor;
    return m_colours[static_cast<std::size_t>(at > 0 ? std::min(at, 255.0f) : 0.0f)];
}

}  // namespace tacq::ui
