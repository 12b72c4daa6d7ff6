#include "report/heat_map.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdarg>
#include <cstdint>
#include <cstdio>

#include "report/html.h"

namespace tacq::report {
namespace {

// viridis, at equal steps: even for the eye, and safe for colour-blind readers.
constexpr std::array<std::uint32_t, 17> kColours{0x440154, 0x48186a, 0x472d7b, 0x424086, 0x3b528b, 0x33638d, 0x2c728e, 0x26828e, 0x21918c,
                                                 0x1fa088, 0x28ae80, 0x3fbc73, 0x5ec962, 0x84d44b, 0xaddc30, 0xd8e219, 0xfde725};
constexpr int kCellWidth = 27, kLeft = 30, kTop = 30, kLegend = 46;

[[gnu::format(printf, 1, 2)]] std::string text(const char* format, ...) {
    char buffer[400];
    std::va_list values;
    va_start(values, format);
    std::vsnprintf(buffer, sizeof buffer, format, values);
    va_end(values);
    return buffer;
}

std::string colourAt(double fraction) {
    const double at = std::clamp(fraction, 0.0, 1.0) * (kColours.size() - 1);
    const auto left = std::min(static_cast<std::size_t>(at), kColours.size() - 2);
    const double t = at - static_cast<double>(left);
    const auto mix = [&](int shift) {
        const double a = kColours[left] >> shift & 255, b = kColours[left + 1] >> shift & 255;
        return static_cast<int>(std::lround(a + (b - a) * t));
    };
    return text("#%02x%02x%02x", mix(16), mix(8), mix(0));
}

struct Range {
    double low = 0, high = 0;
    bool none() const { return !(high > 0); }
    double fraction(double value) const { return high > low ? std::log(value / low) / std::log(high / low) : 1; }
};

Range rangeOf(const HeatMap& map, const std::vector<Matrix>& matrices) {
    Range range;
    for (const Matrix& matrix : matrices) {
        const auto value = map.value(matrix);
        if (matrix.layer < 0 || !value || !(*value > 0) || !std::isfinite(*value)) continue;
        range.low = range.none() ? *value : std::min(range.low, *value);
        range.high = std::max(range.high, *value);
    }
    return range;
}

std::string shown(const HeatMap& map, double value) { return map.share ? significant(value * 100, 3) + " %" : significant(value, 3); }

std::string legend(const HeatMap& map, const Range& range, int y, int width) {
    std::string svg = "<defs><linearGradient id=\"" + map.id + "-scale\">";
    for (std::size_t i = 0; i < kColours.size(); ++i)
        svg += text("<stop offset=\"%.4f\" stop-color=\"#%06x\"/>", static_cast<double>(i) / (kColours.size() - 1), static_cast<unsigned>(kColours[i]));
    svg += "</linearGradient></defs>";
    svg += text("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"8\" rx=\"2\" fill=\"url(#%s-scale)\"/>", kLeft, y, width, map.id.c_str());
    const double middle = std::sqrt(range.low) * std::sqrt(range.high);
    for (const auto& [at, value, anchor] : {std::tuple{0.0, range.low, "start"}, std::tuple{0.5, middle, "middle"}, std::tuple{1.0, range.high, "end"}}) {
        if (at > 0 && !(range.high > range.low)) continue;
        svg += text("<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">", kLeft + at * width, y + 20, anchor) + escaped(shown(map, value)) + "</text>";
    }
    return svg;
}

std::string axes(std::int64_t layers, int cell, int height) {
    std::string svg;
    for (int kind = 0; kind < kLinearKinds; ++kind)
        svg += text("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">", kLeft + (kind + 0.5) * kCellWidth, kTop - 6) + escaped(linearKindName(static_cast<LinearKind>(kind))) + "</text>";
    const std::int64_t step = std::max<std::int64_t>(1, (16 + cell - 1) / cell);
    for (std::int64_t layer = 0; layer < layers; layer += step)
        svg += text("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%lld</text>", kLeft - 6, kTop + (static_cast<double>(layer) + 0.5) * cell + 3.5, static_cast<long long>(layer));
    svg += text("<text x=\"8\" y=\"%.1f\" text-anchor=\"middle\" transform=\"rotate(-90 8 %.1f)\">layer</text>", kTop + height / 2.0, kTop + height / 2.0);
    svg += text("<text x=\"%d\" y=\"10\">module</text>", kLeft);
    return svg;
}

}  // namespace

std::string heatMapSvg(const HeatMap& map, const std::vector<Matrix>& matrices) {
    const Range range = rangeOf(map, matrices);
    if (range.none()) return {};
    std::int64_t layers = 0;
    for (const Matrix& matrix : matrices) layers = std::max(layers, matrix.layer + 1);
    const int cell = std::clamp(static_cast<int>(420 / std::max<std::int64_t>(layers, 1)), 7, 22);
    const int height = static_cast<int>(layers) * cell, width = kLinearKinds * kCellWidth;
    std::string svg = text("<svg role=\"img\" aria-labelledby=\"%s-title\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">", map.id.c_str(), kLeft + width + 8,
                           kTop + height + kLegend, kLeft + width + 8, kTop + height + kLegend);
    svg += "<title id=\"" + map.id + "-title\">" + escaped(map.title + ". " + map.meaning) + "</title>\n";
    for (const Matrix& matrix : matrices) {
        const auto value = map.value(matrix);
        if (matrix.layer < 0 || !value) continue;
        const bool filled = *value > 0 && std::isfinite(*value);
        svg += text("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"", kLeft + static_cast<int>(matrix.kind) * kCellWidth, kTop + static_cast<int>(matrix.layer) * cell,
                    kCellWidth - 1, cell - 1);
        svg += filled ? " fill=\"" + colourAt(range.fraction(*value)) + "\">" : std::string(" class=\"none\">");
        svg += "<title>" + escaped(matrix.name + ": " + shown(map, *value)) + "</title></rect>\n";
    }
    return svg + axes(layers, cell, height) + legend(map, range, kTop + height + 16, width) + "</svg>\n";
}

}  // namespace tacq::report
