#pragma once
#include <QTimer>
#include <QWidget>
#include <memory>
#include <optional>

#include "models/matrix/marginals.h"
#include "models/matrix/matrix_raster.h"
#include "models/shared/colour_map.h"

class QCustomPlot;
class QHBoxLayout;
class QPaintDevice;

namespace tacq::ui {

class LegendBar;
class MarginalStrip;
class MatrixPlottable;

/// One matrix down to single weights: wheel zooms at the pointer, dragging pans, arrows pan, + and − zoom, 0 shows all. Marginals and a legend around it.
class MatrixView : public QWidget {
    Q_OBJECT
public:
    /// `prefix` begins the names of what is inside: `<prefix>Plot`, `<prefix>Legend`, …
    explicit MatrixView(QWidget* parent = nullptr, const QString& prefix = QStringLiteral("matrix"));
    ~MatrixView() override;

    void setMatrix(SaliencyPointer source, std::size_t matrix);
    /// Same matrix of another simulated grid: keeps the camera.
    void setQuantity(MatrixQuantity quantity);
    MatrixQuantity quantity() const { return m_quantity; }
    /// Shows this matrix minus the same one of another saliency (null: no difference). Sums over samples are compared per sample.
    void setOther(SaliencyPointer other, std::uint64_t keptOther);
    /// Colours and legend over a range that another view shares, in units of `factor` · value; nothing: the matrix's own range.
    void setSharedRange(const std::optional<ValueRange>& range, double factor);
    void setColourMap(ColourMap map);
    void setScaleKind(ScaleKind kind);
    /// The first `kept` of the strongest weights are kept; hatched when the grid they belong to was not simulated.
    void setKept(std::uint64_t kept, bool hatched);
    void showAll();
    /// Moves the camera to a weight (zooming in when single weights are too small to see) and marks it.
    void goTo(std::int64_t row, std::int64_t column);
    void mark(std::int64_t row, std::int64_t column);
    /// The part on show as fractions of the matrix, so that views of different shapes can move together.
    QRectF viewport() const;
    void setViewport(const QRectF& fractions);
    const ColourScale& legendScale() const;
    /// Draws the view, lines and text as such, on a picture, a PDF or an SVG.
    void writeTo(QPaintDevice* device);
    void zoom(double factor);
    void pan(double columns, double rows);
    /// Draws now instead of with the next paint: for benches and pictures.
    void replotNow();
    /// A control that changes what the legend says belongs beside it.
    void addBesideLegend(QWidget* widget);
    const SaliencyPointer& source() const { return m_source; }
    std::size_t matrix() const { return m_matrix; }
    bool isLoading() const;
    QCustomPlot* plot() const { return m_plot; }

signals:
    void hovered(qint64 row, qint64 column);   ///< −1, −1 when the pointer leaves the matrix
    void clicked(qint64 row, qint64 column);
    void tileFailed(const Error& error);
    void cameraChanged(int weightsPerPixelSide);
    void viewportChanged(const QRectF& fractions);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    /// Lets go of what was read at full resolution: other pages need the memory more, and it is read again when it is drawn.
    void hideEvent(QHideEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildPlot();
    void applyTheme();
    void connectTiles(MatrixTiles* tiles);
    /// Has what is missing of the matrix brought, and shows it then.
    void bringSketch(const SaliencyPointer& source);
    void updateScale();
    void updateMarginals();
    void syncStrips();
    void reportViewport();
    void boundCamera();
    bool weightAt(const QPointF& position, qint64& row, qint64& column) const;
    void queueReplot();

    QCustomPlot* m_plot = nullptr;
    MatrixPlottable* m_plottable = nullptr;
    MatrixTiles* m_tiles = nullptr;
    QTimer m_tilesShown;   ///< runs while tiles are there that were not drawn yet
    MatrixTiles* m_otherTiles = nullptr;
    MarginalStrip* m_top = nullptr;
    MarginalStrip* m_side = nullptr;
    LegendBar* m_legend = nullptr;
    QHBoxLayout* m_legendLine = nullptr;
    SaliencyPointer m_source;
    std::size_t m_matrix = 0;
    SaliencyPointer m_other;
    std::uint64_t m_kept = 0, m_keptOther = 0;
    unsigned m_marginalsWish = 0;   ///< newest one asked for: an answer to an earlier one is of no use
    MatrixQuantity m_quantity = MatrixQuantity::Score;
    ColourMap m_map = ColourMap::Viridis;
    ColourScale m_scale;
    std::optional<ValueRange> m_sharedRange;
    double m_sharedFactor = 1;
    QRectF m_reported;
    QPoint m_pressed;
    bool m_fitted = true;
};

}  // namespace tacq::ui
