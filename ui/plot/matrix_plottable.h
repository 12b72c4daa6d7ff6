#pragma once
#include <qcustomplot.h>

#include <memory>

#include "models/matrix/kept_overlay.h"
#include "models/matrix/matrix_raster.h"
#include "models/shared/colour_map.h"

namespace tacq::ui {

/// A matrix drawn pixel by pixel: rasterized at the resolution of the screen, coloured, kept weights over it. QCPColorMap would take seconds
/// per recolour on a real matrix, decimate the outliers away and misdraw wide ones.
class MatrixPlottable : public QCPAbstractPlottable {
    Q_OBJECT
public:
    enum class Overlay { Solid, Hatched };

    /// What is subtracted when a difference is shown: the same matrix of another saliency, and how both are brought to one measure.
    struct Other {
        SaliencyPointer source;
        MatrixTiles* tiles = nullptr;
        std::uint64_t kept = 0;
        double factor = 1, otherFactor = 1;
    };

    MatrixPlottable(QCPAxis* keyAxis, QCPAxis* valueAxis, MatrixTiles& tiles);

    void setMatrix(SaliencyPointer source, std::size_t matrix);
    void setQuantity(MatrixQuantity quantity);
    void setOther(const Other& other);                       ///< without a source: no difference
    void setScale(const ColourScale& scale);
    void setKept(std::uint64_t kept, Overlay overlay);
    void setKeptColour(const QColor& colour);
    void setMarked(std::int64_t row, std::int64_t column);   ///< a frame around one weight; −1: none
    void invalidate();                                       ///< tiles arrived: rasterize again
    int cellLog2Shown() const { return m_cellLog2; }

    double selectTest(const QPointF& pos, bool onlySelectable, QVariant* details) const override;
    QCPRange getKeyRange(bool& foundRange, QCP::SignDomain inSignDomain) const override;
    QCPRange getValueRange(bool& foundRange, QCP::SignDomain inSignDomain, const QCPRange& inKeyRange) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter* painter, const QRectF& rect) const override;

private:
    MatrixWindow window(double devicePixelRatio) const;
    MatrixRaster raster(const MatrixWindow& window);
    MatrixRaster rasterOf(const SaliencySource& source, MatrixTiles& tiles, std::uint64_t kept, const MatrixWindow& window, int finest) const;
    void drawMark(QCPPainter* painter) const;

    MatrixTiles& m_tiles;
    SaliencyPointer m_source;
    std::size_t m_matrix = 0;
    Other m_other;
    MatrixQuantity m_shown = MatrixQuantity::Score;
    ColourScale m_scale;
    std::unique_ptr<const ColourLookup> m_colours;   ///< of m_scale
    KeptOverlay m_keptOverlay;
    std::uint64_t m_kept = 0;
    Overlay m_overlay = Overlay::Solid;
    QColor m_keptColour = QColor(0xD5, 0x5E, 0x00);
    std::int64_t m_markedRow = -1, m_markedColumn = -1;
    std::vector<std::uint8_t> m_both;   ///< how much of each pixel both circuits keep; empty: not a difference of circuits
    QImage m_image;
    MatrixWindow m_imageWindow;
    bool m_dirty = true;
    int m_cellLog2 = 0;
};

/// The share under each pixel that both keep, 0 … 255 along one half of a diverging scale.
std::vector<std::uint8_t> keptByBoth(const MatrixRaster& a, const MatrixRaster& b, const ColourScale& scale);
/// Colours a raster; pixels outside the matrix are transparent.
QImage colourRaster(const MatrixRaster& raster, const MatrixWindow& window, const ColourLookup& colours);
/// Lays kept weights over a picture of the same size, hatched for a grid that was not simulated.
void blendKept(QImage& image, std::span<const std::uint8_t> alpha, const QColor& colour, MatrixPlottable::Overlay overlay);

}  // namespace tacq::ui
