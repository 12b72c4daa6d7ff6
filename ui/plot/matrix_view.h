#pragma once
#include <QWidget>

#include "models/colour_map.h"
#include "models/marginals.h"
#include "models/matrix_tiles.h"

class QCustomPlot;
class QHBoxLayout;

namespace tacq::ui {

class LegendBar;
class MarginalStrip;
class MatrixPlottable;

/// One matrix down to single weights: wheel zooms at the pointer, dragging pans, arrows pan, + and − zoom, 0 shows all. Marginals and a legend around it.
class MatrixView : public QWidget {
    Q_OBJECT
public:
    explicit MatrixView(QWidget* parent = nullptr);
    ~MatrixView() override;

    void setMatrix(SaliencyPointer source, std::size_t matrix);
    /// Same matrix of another simulated grid: keeps the camera.
    void setLayer(MatrixLayer layer);
    MatrixLayer layer() const { return m_layer; }
    void setColourMap(ColourMap map);
    void setScaleKind(ScaleKind kind);
    /// The first `kept` of the strongest weights are kept; hatched when the grid they belong to was not simulated.
    void setKept(std::uint64_t kept, bool hatched);
    void showAll();
    /// Moves the camera to a weight (zooming in when single weights are too small to see) and marks it.
    void goTo(std::int64_t row, std::int64_t column);
    void mark(std::int64_t row, std::int64_t column);
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

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildPlot();
    void applyTheme();
    void updateScale();
    void updateMarginals();
    void syncStrips();
    void boundCamera();
    bool weightAt(const QPointF& position, qint64& row, qint64& column) const;
    void queueReplot();

    QCustomPlot* m_plot = nullptr;
    MatrixPlottable* m_plottable = nullptr;
    MatrixTiles* m_tiles = nullptr;
    MarginalStrip* m_top = nullptr;
    MarginalStrip* m_side = nullptr;
    LegendBar* m_legend = nullptr;
    QHBoxLayout* m_legendLine = nullptr;
    SaliencyPointer m_source;
    std::size_t m_matrix = 0;
    MatrixLayer m_layer = MatrixLayer::Score;
    ColourScale m_scale;
    QPoint m_pressed;
    bool m_fitted = true;
};

}  // namespace tacq::ui
