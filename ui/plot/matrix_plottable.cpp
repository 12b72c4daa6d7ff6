#include "plot/matrix_plottable.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "models/shared/two_threads.h"

namespace tacq::ui {
namespace {

constexpr QColor kBothColour(0x7A, 0x7F, 0x87);   // of both themes: the map below is light in either

}  // namespace

MatrixPlottable::MatrixPlottable(QCPAxis* keyAxis, QCPAxis* valueAxis, MatrixTiles& tiles) : QCPAbstractPlottable(keyAxis, valueAxis), m_tiles(tiles) {
    setSelectable(QCP::stNone);
}

void MatrixPlottable::setMatrix(SaliencyPointer source, std::size_t matrix) {
    m_source = std::move(source);
    m_matrix = matrix;
    m_markedRow = m_markedColumn = -1;
    m_kept = 0;
    m_keptOverlay = {};
    m_dirty = true;
}

void MatrixPlottable::setQuantity(MatrixQuantity quantity) {
    m_shown = quantity;
    m_dirty = true;
}

void MatrixPlottable::setOther(const Other& other) {
    m_other = other;
    m_dirty = true;
}

void MatrixPlottable::setScale(const ColourScale& scale) {
    if (m_colours && scale == m_scale) return;
    m_scale = scale;
    m_colours = std::make_unique<ColourLookup>(scale);
    m_dirty = true;
}

void MatrixPlottable::setKept(std::uint64_t kept, Overlay overlay) {
    m_dirty = m_dirty || (m_shown == MatrixQuantity::Kept && kept != m_kept);
    m_kept = kept;
    m_overlay = overlay;
}

void MatrixPlottable::setKeptColour(const QColor& colour) { m_keptColour = colour; }

void MatrixPlottable::setMarked(std::int64_t row, std::int64_t column) {
    m_markedRow = row;
    m_markedColumn = column;
}

void MatrixPlottable::invalidate() { m_dirty = true; }

double MatrixPlottable::selectTest(const QPointF&, bool, QVariant*) const { return -1; }

QCPRange MatrixPlottable::getKeyRange(bool& foundRange, QCP::SignDomain) const {
    foundRange = m_source != nullptr;
    return foundRange ? QCPRange(0, static_cast<double>(m_source->meta().linears[m_matrix].columns)) : QCPRange();
}

QCPRange MatrixPlottable::getValueRange(bool& foundRange, QCP::SignDomain, const QCPRange&) const {
    foundRange = m_source != nullptr;
    return foundRange ? QCPRange(0, static_cast<double>(m_source->meta().linears[m_matrix].rows)) : QCPRange();
}

MatrixWindow MatrixPlottable::window(double ratio) const {
    const QRect rect = mKeyAxis->axisRect()->rect();
    // From the pixel edges, not from the axis ranges: those lie half a pixel off.
    return {mValueAxis->pixelToCoord(rect.top()), mValueAxis->pixelToCoord(rect.top() + rect.height()), mKeyAxis->pixelToCoord(rect.left()),
            mKeyAxis->pixelToCoord(rect.left() + rect.width()), static_cast<int>(std::lround(rect.width() * ratio)),
            static_cast<int>(std::lround(rect.height() * ratio)), ratio};
}

MatrixRaster MatrixPlottable::rasterOf(const SaliencySource& source, MatrixTiles& tiles, std::uint64_t kept, const MatrixWindow& window, int finest) const {
    if (m_shown != MatrixQuantity::Kept) return rasterize(source, tiles, m_matrix, layerOf(m_shown), window, finest);
    const LinearInfo& linear = source.meta().linears[m_matrix];
    const auto strongest = source.strongest(m_matrix);
    return keptRaster(strongest.first(static_cast<std::size_t>(std::min<std::uint64_t>(kept, strongest.size()))), linear.rows, linear.columns, window);
}

MatrixRaster MatrixPlottable::raster(const MatrixWindow& window) {
    m_tiles.forgetWaiting();
    if (m_other.tiles) m_other.tiles->forgetWaiting();
    MatrixRaster mine = rasterOf(*m_source, m_tiles, m_kept, window, 0);
    m_both.clear();
    if (!m_other.source) return mine;
    MatrixRaster other = rasterOf(*m_other.source, *m_other.tiles, m_other.kept, window, 0);
    if (!mine.complete || !other.complete) {
        // One side finer than the other would show differences that are not there.
        mine = rasterOf(*m_source, m_tiles, m_kept, window, Pyramid::kFirstLog2);
        other = rasterOf(*m_other.source, *m_other.tiles, m_other.kept, window, Pyramid::kFirstLog2);
    }
    if (m_shown == MatrixQuantity::Kept) m_both = keptByBoth(mine, other, m_scale);
    return difference(mine, m_other.factor, other, m_other.otherFactor);
}

void MatrixPlottable::draw(QCPPainter* painter) {
    if (!m_source || !m_colours) return;
    const double ratio = mParentPlot->bufferDevicePixelRatio();
    const MatrixWindow now = window(ratio);
    if (now.width < 1 || now.height < 1) return;
    if (m_dirty || !(now == m_imageWindow)) {
        const MatrixRaster raster = this->raster(now);
        m_image = colourRaster(raster, now, *m_colours);
        // Kept by both and by neither are the same difference: nought.
        if (!m_both.empty()) blendKept(m_image, m_both, kBothColour, Overlay::Solid);
        m_imageWindow = now;
        m_dirty = false;
        m_cellLog2 = raster.log2;
    }
    QImage picture = m_image;
    // Where the kept weights are the layer itself, or two circuits are subtracted, the overlay would say it twice.
    if (m_kept > 0 && m_shown != MatrixQuantity::Kept && !m_other.source) {
        const LinearInfo& linear = m_source->meta().linears[m_matrix];
        blendKept(picture, m_keptOverlay.alpha(m_source->strongest(m_matrix), static_cast<std::size_t>(m_kept), linear.rows, linear.columns, now), m_keptColour, m_overlay);
    }
    picture.setDevicePixelRatio(ratio);
    painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter->drawImage(mKeyAxis->axisRect()->rect().topLeft(), picture);
    drawMark(painter);
}

void MatrixPlottable::drawMark(QCPPainter* painter) const {
    if (m_markedRow < 0) return;
    const double x0 = mKeyAxis->coordToPixel(static_cast<double>(m_markedColumn)), x1 = mKeyAxis->coordToPixel(static_cast<double>(m_markedColumn + 1));
    const double y0 = mValueAxis->coordToPixel(static_cast<double>(m_markedRow)), y1 = mValueAxis->coordToPixel(static_cast<double>(m_markedRow + 1));
    QRectF frame(QPointF(x0, y0), QPointF(x1, y1));
    // A weight smaller than this is pointed at by a ring around it.
    constexpr double kSmallest = 9;
    const double grow = std::max(0.0, kSmallest - std::min(frame.width(), frame.height())) / 2 + 1.5;
    frame.adjust(-grow, -grow, grow, grow);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(QColor(0, 0, 0, 200), 3.5));
    painter->drawRect(frame);
    painter->setPen(QPen(Qt::white, 1.5));
    painter->drawRect(frame);
}

void MatrixPlottable::drawLegendIcon(QCPPainter*, const QRectF&) const {}

std::vector<std::uint8_t> keptByBoth(const MatrixRaster& a, const MatrixRaster& b, const ColourScale& scale) {
    std::vector<std::uint8_t> alpha(a.values.size());
    for (std::size_t i = 0; i < alpha.size() && i < b.values.size(); ++i) {
        const auto share = static_cast<double>(std::min(a.values[i], b.values[i]));
        if (share > 0) alpha[i] = static_cast<std::uint8_t>(std::lround((2 * scale.fraction(share) - 1) * 255));
    }
    return alpha;
}

QImage colourRaster(const MatrixRaster& raster, const MatrixWindow& window, const ColourLookup& colours) {
    QImage image(window.width, window.height, QImage::Format_ARGB32_Premultiplied);
    const auto width = static_cast<std::size_t>(window.width), stride = static_cast<std::size_t>(image.bytesPerLine());
    uchar* const pixels = image.bits();
    onTwoThreads([&](int half) {
        for (int y = half * (window.height / 2); y < (half == 0 ? window.height / 2 : window.height); ++y)
            colours.colour(std::span(raster.values).subspan(static_cast<std::size_t>(y) * width, width), reinterpret_cast<QRgb*>(pixels + static_cast<std::size_t>(y) * stride));
    });
    return image;
}

namespace {

/// `under` with `weight` 256ths of the colour over it; two channels at a time.
inline QRgb mixed(QRgb under, QRgb colour, std::uint32_t weight) {
    const std::uint32_t rest = 256 - weight;
    const std::uint32_t redBlue = ((under & 0xff00ffu) * rest + (colour & 0xff00ffu) * weight) >> 8 & 0xff00ffu;
    const std::uint32_t green = ((under & 0xff00u) * rest + (colour & 0xff00u) * weight) >> 8 & 0xff00u;
    return 0xff000000u | redBlue | green;
}

inline bool noneKept(const std::uint8_t* eight) {
    std::uint64_t together = 0;
    std::memcpy(&together, eight, sizeof together);
    return together == 0;
}

}  // namespace

void blendKept(QImage& image, std::span<const std::uint8_t> alpha, const QColor& colour, MatrixPlottable::Overlay overlay) {
    constexpr int kStripe = 3;
    const QRgb rgb = colour.rgb();
    const bool hatched = overlay == MatrixPlottable::Overlay::Hatched;
    const int width = image.width(), height = image.height();
    uchar* const pixels = image.bits();   // a copy of its own, before two threads write to it
    const auto stride = static_cast<std::size_t>(image.bytesPerLine());
    onTwoThreads([&](int half) {
        for (int y = half * (height / 2); y < (half == 0 ? height / 2 : height); ++y) {
            auto* line = reinterpret_cast<QRgb*>(pixels + static_cast<std::size_t>(y) * stride);
            const std::uint8_t* a = alpha.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
            for (int x = 0; x < width; ++x) {
                // Where nothing is kept, eight pixels at a time stay as they are.
                while (x + 8 <= width && noneKept(a + x)) x += 8;
                if (x >= width) break;
                const std::uint32_t weight = hatched && (x + y) / kStripe % 2 != 0 ? 0 : a[x] + (a[x] >> 7);
                // Outside the matrix stays transparent.
                line[x] = qAlpha(line[x]) == 0 ? 0u : mixed(line[x], rgb, weight);
            }
        }
    });
}

}  // namespace tacq::ui
