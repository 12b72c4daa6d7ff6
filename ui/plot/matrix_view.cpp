#include "plot/matrix_view.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <utility>

#include "models/async.h"
#include "plot/legend_bar.h"
#include "plot/marginal_strip.h"
#include "plot/matrix_plottable.h"
#include "widgets/theme.h"

namespace tacq::ui {
namespace {

constexpr int kLeftMargin = 44, kBottomMargin = 20;
constexpr double kSmallestView = 4;     ///< weights
constexpr double kVisibleWeight = 6;    ///< pixels a weight should have after goTo()

}  // namespace

MatrixView::MatrixView(QWidget* parent) : QWidget(parent), m_tiles(new MatrixTiles(this)) {
    setFocusPolicy(Qt::StrongFocus);
    buildPlot();
    m_top = new MarginalStrip(Qt::Horizontal, this);
    m_top->setObjectName(QStringLiteral("columnMarginal"));
    m_top->setToolTip(tr("Mean of the layer on show over each column: tall bars are inputs that matter."));
    m_top->setInsets(kLeftMargin, 0);
    m_side = new MarginalStrip(Qt::Vertical, this);
    m_side->setObjectName(QStringLiteral("rowMarginal"));
    m_side->setToolTip(tr("Mean of the layer on show over each row: long bars are outputs that matter."));
    m_side->setInsets(0, kBottomMargin);
    m_legend = new LegendBar(this);
    m_legend->setObjectName(QStringLiteral("matrixLegend"));
    m_legend->setToolTip(tr("What the colours mean. Each pixel shows the largest value of the weights under it, so outliers never vanish."));
    m_legend->setKeptShown(true);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(3);
    grid->setVerticalSpacing(3);
    grid->addWidget(m_top, 0, 0);
    grid->addWidget(m_plot, 1, 0);
    grid->addWidget(m_side, 1, 1);
    m_legendLine = new QHBoxLayout;
    m_legendLine->setSpacing(10);
    m_legendLine->addWidget(m_legend, 1);
    grid->addLayout(m_legendLine, 2, 0, 1, 2);
    grid->setRowStretch(1, 1);
    grid->setColumnStretch(0, 1);
    connect(m_tiles, &MatrixTiles::ready, this, [this] {
        m_plottable->invalidate();
        queueReplot();
    });
    connect(m_tiles, &MatrixTiles::failed, this, &MatrixView::tileFailed);
    applyTheme();
}

MatrixView::~MatrixView() = default;

void MatrixView::addBesideLegend(QWidget* widget) { m_legendLine->addWidget(widget); }

void MatrixView::buildPlot() {
    m_plot = new QCustomPlot(this);
    m_plot->setObjectName(QStringLiteral("matrixPlot"));
    m_plot->setAccessibleName(tr("Matrix, one pixel per group of weights"));
    m_plot->setMinimumSize(160, 120);
    m_plot->setFocusProxy(this);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->setNoAntialiasingOnDrag(true);
    QCPAxisRect* rect = m_plot->axisRect();
    rect->setAutoMargins(QCP::msNone);
    rect->setMargins(QMargins(kLeftMargin, 0, 0, kBottomMargin));
    rect->setRangeZoomFactor(0.8);
    m_plot->yAxis->setRangeReversed(true);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->grid()->setVisible(false);
        axis->setTickLength(0, 3);
        axis->setSubTicks(false);
        axis->setTickLabelPadding(4);
    }
    // Owned by the plot.
    m_plottable = new MatrixPlottable(m_plot->xAxis, m_plot->yAxis, *m_tiles);
    m_plot->installEventFilter(this);
    m_plot->setMouseTracking(true);
    const auto moved = [this] {
        boundCamera();
        syncStrips();
    };
    connect(m_plot->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, moved);
    connect(m_plot->yAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, moved);
    connect(m_plot, &QCustomPlot::afterReplot, this, [this] { emit cameraChanged(1 << m_plottable->cellLog2Shown()); });
}

void MatrixView::setMatrix(SaliencyPointer source, std::size_t matrix) {
    const bool sameShape = m_source && source && matrix == m_matrix && m_source->meta().linears.size() == source->meta().linears.size();
    m_source = std::move(source);
    m_matrix = matrix;
    m_tiles->setSource(m_source);
    m_plottable->setMatrix(m_source, m_matrix);
    updateScale();
    updateMarginals();
    if (!sameShape || m_fitted) showAll();
    queueReplot();
}

void MatrixView::setLayer(MatrixLayer layer) {
    m_layer = layer;
    m_plottable->setLayerShown(layer);
    updateScale();
    updateMarginals();
    queueReplot();
}

void MatrixView::setColourMap(ColourMap map) {
    m_scale.map = map;
    updateScale();
    queueReplot();
}

void MatrixView::setScaleKind(ScaleKind kind) {
    m_scale.kind = kind;
    updateScale();
    queueReplot();
}

void MatrixView::updateScale() {
    if (m_source) {
        const ValueRange range = matrixRange(*m_source, m_matrix, m_layer);
        m_scale.low = m_scale.kind == ScaleKind::Log ? range.low : 0;
        m_scale.high = range.high;
    }
    m_plottable->setScale(m_scale);
    m_legend->setScale(m_scale);
}

void MatrixView::updateMarginals() {
    if (!m_source) return;
    runAsync(this, [source = m_source, matrix = m_matrix, layer = m_layer] { return std::pair{source, computeMarginals(*source, matrix, layer)}; },
             [this, matrix = m_matrix, layer = m_layer](auto computed) {
                 if (computed.first != m_source || matrix != m_matrix || layer != m_layer) return;
                 m_top->setValues(std::move(computed.second.columns), computed.second.weightsPerBin);
                 m_side->setValues(std::move(computed.second.rows), computed.second.weightsPerBin);
             });
}

void MatrixView::setKept(std::uint64_t kept, bool hatched) {
    m_plottable->setKept(kept, hatched ? MatrixPlottable::Overlay::Hatched : MatrixPlottable::Overlay::Solid);
    queueReplot();
}

void MatrixView::showAll() {
    if (!m_source) return;
    const LinearInfo& linear = m_source->meta().linears[m_matrix];
    m_fitted = true;
    m_plot->xAxis->setRange(0, static_cast<double>(linear.columns));
    m_plot->yAxis->setRange(0, static_cast<double>(linear.rows));
    m_fitted = true;
    queueReplot();
}

void MatrixView::boundCamera() {
    if (!m_source) return;
    const LinearInfo& linear = m_source->meta().linears[m_matrix];
    const auto bound = [](QCPAxis* axis, double extent) {
        QCPRange range = axis->range();
        const double size = std::clamp(range.size(), std::min(kSmallestView, extent), extent);
        const double lower = std::clamp(range.center() - size / 2, 0.0, extent - size);
        const QSignalBlocker quiet(axis);
        axis->setRange(lower, lower + size);
        return size >= extent;
    };
    const bool wide = bound(m_plot->xAxis, static_cast<double>(linear.columns));
    const bool high = bound(m_plot->yAxis, static_cast<double>(linear.rows));
    m_fitted = wide && high;
}

void MatrixView::syncStrips() {
    m_top->setRange(m_plot->xAxis->range().lower, m_plot->xAxis->range().upper);
    m_side->setRange(m_plot->yAxis->range().lower, m_plot->yAxis->range().upper);
}

void MatrixView::mark(std::int64_t row, std::int64_t column) {
    m_plottable->setMarked(row, column);
    queueReplot();
}

void MatrixView::goTo(std::int64_t row, std::int64_t column) {
    const QRect rect = m_plot->axisRect()->rect();
    const auto center = [](QCPAxis* axis, double at, int pixels) {
        const double size = std::min(axis->range().size(), pixels / kVisibleWeight);
        axis->setRange(at + 0.5 - size / 2, at + 0.5 + size / 2);
    };
    center(m_plot->xAxis, static_cast<double>(column), rect.width());
    center(m_plot->yAxis, static_cast<double>(row), rect.height());
    mark(row, column);
}

void MatrixView::zoom(double factor) {
    m_plot->xAxis->scaleRange(factor);
    m_plot->yAxis->scaleRange(factor);
    queueReplot();
}

void MatrixView::pan(double columns, double rows) {
    m_plot->xAxis->moveRange(columns);
    m_plot->yAxis->moveRange(rows);
    queueReplot();
}

void MatrixView::queueReplot() { m_plot->replot(QCustomPlot::rpQueuedReplot); }
void MatrixView::replotNow() { m_plot->replot(QCustomPlot::rpImmediateRefresh); }
bool MatrixView::isLoading() const { return m_tiles->isLoading(); }

bool MatrixView::weightAt(const QPointF& position, qint64& row, qint64& column) const {
    row = column = -1;
    if (!m_source || !m_plot->axisRect()->rect().contains(position.toPoint())) return false;
    const LinearInfo& linear = m_source->meta().linears[m_matrix];
    row = static_cast<qint64>(std::floor(m_plot->yAxis->pixelToCoord(position.y())));
    column = static_cast<qint64>(std::floor(m_plot->xAxis->pixelToCoord(position.x())));
    if (row >= 0 && row < linear.rows && column >= 0 && column < linear.columns) return true;
    row = column = -1;
    return false;
}

bool MatrixView::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_plot) return QWidget::eventFilter(watched, event);
    qint64 row = -1, column = -1;
    if (event->type() == QEvent::MouseMove) {
        weightAt(static_cast<QMouseEvent*>(event)->position(), row, column);
        emit hovered(row, column);
    } else if (event->type() == QEvent::Leave) {
        emit hovered(-1, -1);
    } else if (event->type() == QEvent::MouseButtonPress) {
        m_pressed = static_cast<QMouseEvent*>(event)->position().toPoint();
        setFocus(Qt::MouseFocusReason);
    } else if (event->type() == QEvent::MouseButtonRelease) {
        const QPointF position = static_cast<QMouseEvent*>(event)->position();
        const bool still = (position.toPoint() - m_pressed).manhattanLength() < 4;
        if (still && weightAt(position, row, column)) {
            mark(row, column);
            emit clicked(row, column);
        }
    } else if (event->type() == QEvent::MouseButtonDblClick) {
        showAll();
    }
    return QWidget::eventFilter(watched, event);
}

void MatrixView::keyPressEvent(QKeyEvent* event) {
    const double columns = m_plot->xAxis->range().size() / 8, rows = m_plot->yAxis->range().size() / 8;
    switch (event->key()) {
        case Qt::Key_Left: pan(-columns, 0); break;
        case Qt::Key_Right: pan(columns, 0); break;
        case Qt::Key_Up: pan(0, -rows); break;
        case Qt::Key_Down: pan(0, rows); break;
        case Qt::Key_Plus:
        case Qt::Key_Equal: zoom(0.8); break;
        case Qt::Key_Minus: zoom(1.25); break;
        case Qt::Key_0:
        case Qt::Key_Home: showAll(); break;
        default: QWidget::keyPressEvent(event);
    }
}

void MatrixView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_legend) applyTheme();
}

void MatrixView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    queueReplot();
}

void MatrixView::applyTheme() {
    const Theme& theme = Theme::of(this);
    QFont font = this->font();
    font.setPixelSize(11);
    m_plot->setBackground(QBrush(theme.card));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabelFont(font);
        axis->setTickLabelColor(theme.secondary);
        axis->setBasePen(QPen(theme.hairline));
        axis->setTickPen(QPen(theme.hairline));
    }
    m_plottable->setKeptColour(theme.kept);
    queueReplot();
}

}  // namespace tacq::ui
