#include "models/matrix/kept_overlay.h"

#include <algorithm>

#include "models/shared/two_threads.h"

namespace tacq::ui {
namespace {

constexpr std::uint8_t kMark = 230;
constexpr double kFramed = 7;   // pixels of the desktop from which on a weight shows its value inside its mark

/// Rows of positions without an integer division each: half a weight away from a row's edge, the product is far more exact than it has to be.
class RowOf {
public:
    explicit RowOf(std::int64_t columns) : m_perColumn(1.0 / static_cast<double>(columns)) {}
    std::uint32_t operator()(std::uint32_t position) const { return static_cast<std::uint32_t>(static_cast<std::int64_t>((position + 0.5) * m_perColumn)); }

private:
    double m_perColumn;
};

/// work(0, …) and work(1, …) with half of the positions each, on two threads; work(0, all) where a thread is not worth it.
template <typename Work> void inHalves(std::span<const std::uint32_t> positions, const Work& work) {
    constexpr std::size_t kWorthAThread = 100'000;
    if (positions.size() < kWorthAThread) return work(0, positions);
    const std::size_t half = positions.size() / 2;
    onTwoThreads([&](std::size_t i) { work(i, i == 0 ? positions.first(half) : positions.subspan(half)); });
}

/// Beyond any picture, also with another added.
constexpr std::uint32_t kNotShown = 1u << 30;

/// Where the middle of each row or column lies, in pixels times `stride`.
std::vector<std::uint32_t> pixelsOf(std::int64_t extent, double from, double perWeight, int pixels, int stride) {
    std::vector<std::uint32_t> out(static_cast<std::size_t>(extent), kNotShown);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const double at = (static_cast<double>(i) + 0.5 - from) * perWeight;
        if (at >= 0 && at < pixels) out[i] = static_cast<std::uint32_t>(static_cast<int>(at) * stride);
    }
    return out;
}

}  // namespace

const std::vector<std::uint8_t>& KeptOverlay::alpha(std::span<const std::uint32_t> strongest, std::size_t kept, std::int64_t rows, std::int64_t columns, const MatrixWindow& window) {
    kept = std::min(kept, strongest.size());
    const bool same = strongest.data() == m_strongest && columns == m_columns && window == m_window;
    m_window = window;
    m_alpha.resize(static_cast<std::size_t>(window.width) * static_cast<std::size_t>(window.height));
    if (window.columnsPerPixel() <= 1 && window.rowsPerPixel() <= 1) {
        m_strongest = nullptr;
        mark(strongest.first(kept), columns);
        return m_alpha;
    }
    if (!same) prepareDensity(rows, columns);
    m_strongest = strongest.data();
    if (2 * kept < m_counted) forget();   // fewer to count anew than to take away
    if (kept > m_counted) count(strongest.subspan(m_counted, kept - m_counted), 1);
    else count(strongest.subspan(kept, m_counted - kept), -1);
    m_counted = kept;
    shadeDensity();
    return m_alpha;
}

void KeptOverlay::prepareDensity(std::int64_t rows, std::int64_t columns) {
    m_columns = columns;
    m_pixelOfColumn = pixelsOf(columns, m_window.left, 1 / m_window.columnsPerPixel(), m_window.width, 1);
    m_lineOfRow = pixelsOf(rows, m_window.top, 1 / m_window.rowsPerPixel(), m_window.height, m_window.width);
    forget();
}

void KeptOverlay::forget() {
    // The last takes what is not shown: cheaper than a branch that nobody can foretell.
    for (auto& counts : m_counts) counts.assign(m_alpha.size() + 1, 0);
    m_counted = 0;
}

void KeptOverlay::count(std::span<const std::uint32_t> positions, int by) {
    inHalves(positions, [&](std::size_t i, std::span<const std::uint32_t> half) { count(half, by, m_counts[i]); });
}

void KeptOverlay::count(std::span<const std::uint32_t> positions, int by, std::vector<std::uint16_t>& into) const {
    const RowOf rowOf(m_columns);
    const auto columns = static_cast<std::uint32_t>(m_columns);
    const std::uint32_t* lines = m_lineOfRow.data();
    const std::uint32_t* pixels = m_pixelOfColumn.data();
    const auto elsewhere = static_cast<std::uint32_t>(into.size() - 1);
    const std::size_t rows = m_lineOfRow.size();
    std::uint16_t* counts = into.data();
    for (const std::uint32_t position : positions) {
        const std::uint32_t row = rowOf(position);
        if (row >= rows) continue;   // a damaged file
        std::uint16_t& here = counts[std::min(lines[row] + pixels[position - row * columns], elsewhere)];
        here = static_cast<std::uint16_t>(here + by);
    }
}

void KeptOverlay::shadeDensity() {
    // A pixel's share of kept weights against the whole window's, so that clusters stand out at any fraction.
    const double weights = std::max(1.0, m_window.rowsPerPixel()) * std::max(1.0, m_window.columnsPerPixel());
    const int step = static_cast<int>(std::clamp(255.0 / (1.0 + weights / 64.0), 40.0, 215.0));
    std::array<std::uint8_t, 8> shades{};   // more than six are as strong as it gets
    for (std::size_t n = 0; n < shades.size(); ++n) shades[n] = static_cast<std::uint8_t>(std::min<int>(kMark, static_cast<int>(n) * step));
    const std::size_t half = m_alpha.size() / 2;
    onTwoThreads([&](std::size_t part) {
        // Each thread may have taken away what the other had counted: the sum is right, modulo 2^16.
        for (std::size_t i = part == 0 ? 0 : half; i < (part == 0 ? half : m_alpha.size()); ++i)
            m_alpha[i] = shades[std::min<std::size_t>(static_cast<std::uint16_t>(m_counts[0][i] + m_counts[1][i]), shades.size() - 1)];
    });
}

void KeptOverlay::mark(std::span<const std::uint32_t> positions, std::int64_t columns) {
    std::fill(m_alpha.begin(), m_alpha.end(), std::uint8_t{0});
    std::vector<Weight> found[2];
    inHalves(positions, [&](std::size_t i, std::span<const std::uint32_t> half) { found[i] = onShow(half, columns); });
    for (const auto& weights : found) draw(weights);
}

std::vector<KeptOverlay::Weight> KeptOverlay::onShow(std::span<const std::uint32_t> positions, std::int64_t columns) const {
    const RowOf rowOf(columns);
    const auto edge = [](double at) { return static_cast<std::uint32_t>(std::max(0.0, at)); };
    const std::uint32_t top = edge(m_window.top), bottom = edge(m_window.bottom), left = edge(m_window.left), right = edge(m_window.right);
    std::vector<Weight> found;
    for (const std::uint32_t position : positions) {
        const std::uint32_t row = rowOf(position);
        if (row < top || row > bottom) continue;
        const std::uint32_t column = position - row * static_cast<std::uint32_t>(columns);
        if (column >= left && column <= right) found.push_back({row, column});
    }
    return found;
}

void KeptOverlay::draw(const std::vector<Weight>& weights) {
    const int width = m_window.width, height = m_window.height;
    const double perX = 1 / m_window.columnsPerPixel(), perY = 1 / m_window.rowsPerPixel();
    const bool frame = std::min(perX, perY) >= kFramed * m_window.scale;
    const int thickness = std::max(1, static_cast<int>(std::min(perX, perY) / kFramed));
    for (const auto& [row, column] : weights) {
        const int x0 = firstPixel(column - m_window.left, perX), x1 = firstPixel(column + 1 - m_window.left, perX);
        const int y0 = firstPixel(row - m_window.top, perY), y1 = firstPixel(row + 1 - m_window.top, perY);
        for (int y = std::max(0, y0); y < std::min(height, y1); ++y)
            for (int x = std::max(0, x0); x < std::min(width, x1); ++x) {
                const bool edge = x < x0 + thickness || x >= x1 - thickness || y < y0 + thickness || y >= y1 - thickness;
                if (!frame || edge) m_alpha[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)] = kMark;
            }
    }
}

}  // namespace tacq::ui
