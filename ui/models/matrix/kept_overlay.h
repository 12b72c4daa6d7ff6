#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "models/matrix/matrix_raster.h"

namespace tacq::ui {

/// How strongly kept weights colour each pixel, 0 … 255: density when many weights share a pixel, an exact mark when a weight fills pixels
/// (a frame once it is large enough to show the value inside). Keeps its counts from one call to the next: while only the number of kept weights
/// moves, as under a slider, the cost is that of the weights between the two numbers; else 1 to 3 ns for each kept weight.
class KeptOverlay {
public:
    /// `strongest`: row-major positions of a matrix of rows × columns, of which the first `kept` are kept. Valid until the next call.
    const std::vector<std::uint8_t>& alpha(std::span<const std::uint32_t> strongest, std::size_t kept, std::int64_t rows, std::int64_t columns, const MatrixWindow& window);

private:
    void prepareDensity(std::int64_t rows, std::int64_t columns);
    void forget();
    void count(std::span<const std::uint32_t> positions, int by);
    void count(std::span<const std::uint32_t> positions, int by, std::vector<std::uint16_t>& into) const;
    void shadeDensity();
    struct Weight {
        std::uint32_t row, column;
    };
    void mark(std::span<const std::uint32_t> positions, std::int64_t columns);
    std::vector<Weight> onShow(std::span<const std::uint32_t> positions, std::int64_t columns) const;
    void draw(const std::vector<Weight>& weights);

    const std::uint32_t* m_strongest = nullptr;   ///< whose counts these are
    std::int64_t m_columns = 0;
    MatrixWindow m_window;
    std::size_t m_counted = 0;
    std::vector<std::uint32_t> m_pixelOfColumn, m_lineOfRow;
    /// [height × width + 1] each, one for each thread that counts; their sum counts. A pixel stands for far fewer than 2^16 weights in any window.
    std::array<std::vector<std::uint16_t>, 2> m_counts;
    std::vector<std::uint8_t> m_alpha;
};

}  // namespace tacq::ui
