#include "plot/matrix_view.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <algorithm>
#include <cmath>
#include <utility>

#include "models/matrix/matrix_difference.h"
#include "models/shared/async.h"
#include "plot/legend_bar.h"
#include "plot/marginal_strip.h"
#include "plot/matrix_plottable.h"
#include "widgets/theme.h"

namespace tacq::ui {
namespace {

constexpr int kLeftMargin = 44, kBottomMargin = 20;
constexpr int kTilesTogether = 30;   ///< milliseconds

/// Marks rows and columns: whole numbers, in the middle of the weight they are of.
class WeightTicker : public QCPAxisTicker {
public:
    WeightTicker() { setTickOrigin(0.5); }

protected:
    double getTickStep(const QCPRange& range) override { return std::max(1.0, std::round(QCPAxisTicker::getTickStep(range))); }
    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override { return locale.toString(static_cast<qlonglong>(std::floor(tick))); }
};

}  // namespace

MatrixView::MatrixView(QWidget* parent, const QString& prefix) : QWidget(parent), m_tiles(new MatrixTiles(this)) {
    setFocusPolicy(Qt::StrongFocus);
    buildPlot();
    m_plot->setObjectName(prefix + QLatin1String("Plot"));
    m_top = new MarginalStrip(Qt::Horizontal, this);
    m_top->setObjectName(prefix + QLatin1String("ColumnMarginal"));
    m_top->setToolTip(tr("Mean of the layer on show over each column: tall bars are inputs that matter. In a difference: how far apart both means lie."));
    m_top->setInsets(kLeftMargin, 0);
    m_side = new MarginalStrip(Qt::Vertical, this);
    m_side->setObjectName(prefix + QLatin1String("RowMarginal"));
    m_side->setToolTip(tr("Mean of the layer on show over each row: long bars are outputs that matter. In a difference: how far apart both means lie."));
    m_side->setInsets(0, kBottomMargin);
    m_legend = new LegendBar(this);
    m_legend->setObjectName(prefix + QLatin1String("Legend"));
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
    // Tiles come one by one, from other threads: drawn together, they do not draw the whole view for each, while it is being moved perhaps.
    m_tilesShown.setSingleShot(true);
    m_tilesShown.setInterval(kTilesTogether);
    connect(&m_tilesShown, &QTimer::timeout, this, [this] {
        m_plottable->invalidate();
        queueReplot();
    });
    connectTiles(m_tiles);
    applyTheme();
}

void MatrixView::connectTiles(MatrixTiles* tiles) {
    connect(tiles, &MatrixTiles::ready, this, [this] {
        if (!m_tilesShown.isActive()) m_tilesShown.start();
    });
    connect(tiles, &MatrixTiles::failed, this, &MatrixView::tileFailed);
}

MatrixView::~MatrixView() = default;

void MatrixView::addBesideLegend(QWidget* widget) { m_legendLine->addWidget(widget); }

void MatrixView::buildPlot() {
    m_plot = new QCustomPlot(this);
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
        axis->setTicker(QSharedPointer<WeightTicker>::create());
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
        reportViewport();
    };
    connect(m_plot->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, moved);
    connect(m_plot->yAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, moved);
    connect(m_plot, &QCustomPlot::afterReplot, this, [this] { emit cameraChanged(1 << m_plottable->cellLog2Shown()); });
}

void MatrixView::setMatrix(SaliencyPointer source, std::size_t matrix) {
    const bool sameShape = m_source && source && matrix == m_matrix && m_source->meta().linears.size() == source->meta().linears.size();
    m_source = std::move(source);
    m_matrix = matrix;
    m_kept = 0;
    m_tiles->setSource(m_source);
    m_plottable->setMatrix(m_source, m_matrix);
    bringSketch(m_source);
    updateScale();
    updateMarginals();
    if (!sameShape || m_fitted) showAll();
    queueReplot();
}

void MatrixView::bringSketch(const SaliencyPointer& source) {
    if (!source) return;
    // The source may hold on to what is called: it must not hold itself.
    source->want(m_matrix, this, [this, wanted = std::weak_ptr(source), matrix = m_matrix] {
        const SaliencyPointer here = wanted.lock();
        if (matrix != m_matrix || !here || (here != m_source && here != m_other)) return;
        updateScale();
        updateMarginals();
        queueReplot();
    });
}

void MatrixView::setQuantity(MatrixQuantity quantity) {
    if (quantity == m_quantity) return;
    m_quantity = quantity;
    m_plottable->setQuantity(quantity);
    updateScale();
    updateMarginals();
    queueReplot();
}

void MatrixView::setOther(SaliencyPointer other, std::uint64_t keptOther) {
    if (other != m_other) {
        if (!m_otherTiles) {
            m_otherTiles = new MatrixTiles(this);
            connectTiles(m_otherTiles);
        }
        m_otherTiles->setSource(other);
    }
    m_other = std::move(other);
    m_keptOther = keptOther;
    bringSketch(m_other);
    updateScale();
    updateMarginals();
    queueReplot();
}

void MatrixView::setSharedRange(const std::optional<ValueRange>& range, double factor) {
    m_sharedRange = range;
    m_sharedFactor = factor;
    updateScale();
    queueReplot();
}

void MatrixView::setColourMap(ColourMap map) {
    m_map = map;
    updateScale();
    queueReplot();
}

void MatrixView::setScaleKind(ScaleKind kind) {
    m_scale.kind = kind;
    updateScale();
    queueReplot();
}

void MatrixView::updateScale() {
    if (!m_source) return;
    const bool log = m_scale.kind == ScaleKind::Log;
    double unit = 1;
    ValueRange range;
    if (m_other) {
        m_plottable->setOther({m_other, m_otherTiles, m_keptOther, perSample(*m_source, m_quantity), perSample(*m_other, m_quantity)});
        range = differenceRange(*m_source, m_kept, *m_other, m_keptOther, m_matrix, m_quantity);
    } else {
        m_plottable->setOther({});
        if (m_sharedRange) unit = m_sharedFactor;
        range = m_sharedRange ? *m_sharedRange : quantityRange(*m_source, m_matrix, m_quantity, m_kept);
    }
    m_scale.map = m_other ? ColourMap::Diverging : m_map;
    m_scale.low = log || m_other ? range.low : 0;
    m_scale.high = range.high;
    m_legend->setScale(m_scale);
    m_legend->setKeptShown(!m_other && m_quantity != MatrixQuantity::Kept);
    ColourScale drawn = m_scale;
    drawn.low /= unit;
    drawn.high /= unit;
    m_plottable->setScale(drawn);
}

void MatrixView::updateMarginals() {
    const unsigned wish = ++m_marginalsWish;
    if (!m_source) return;
    runAsync(this,
             [source = m_source, other = m_other, matrix = m_matrix, quantity = m_quantity, kept = m_kept, keptOther = m_keptOther] {
                 return other ? differenceMarginals(*source, kept, *other, keptOther, matrix, quantity) : quantityMarginals(*source, matrix, quantity, kept);
             },
             [this, wish](auto computed) {
                 if (wish != m_marginalsWish) return;   // something else is on show by now
                 m_top->setValues(std::move(computed.columns), computed.weightsPerBin);
                 m_side->setValues(std::move(computed.rows), computed.weightsPerBin);
             });
}

void MatrixView::setKept(std::uint64_t kept, bool hatched) {
    const bool shown = kept != m_kept && m_quantity == MatrixQuantity::Kept;
    m_kept = kept;
    m_plottable->setKept(kept, hatched ? MatrixPlottable::Overlay::Hatched : MatrixPlottable::Overlay::Solid);
    if (shown) {
        updateScale();
        updateMarginals();
    }
    queueReplot();
}

void MatrixView::queueReplot() {
    // A view that nobody sees would draw at every step of a slider.
    if (isVisible()) m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void MatrixView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    queueReplot();
}

void MatrixView::replotNow() { m_plot->replot(QCustomPlot::rpImmediateRefresh); }
bool MatrixView::isLoading() const { return m_tilesShown.isActive() || m_tiles->isLoading() || (m_otherTiles && m_otherTiles->isLoading()); }
const ColourScale& MatrixView::legendScale() const { return m_legend->scale(); }

void MatrixView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_tiles->setSource(m_source);
    if (m_otherTiles) m_otherTiles->setSource(m_other);
    m_plottable->invalidate();
}

void MatrixView::writeTo(QPaintDevice* device) {
    QCPPainter painter(device);
    // The plot's own buffers are pixels: everything else first, then the plot as lines and text over its place.
    painter.fillRect(rect(), Theme::of(this).card);
    render(&painter, QPoint(), QRegion(rect()) - m_plot->geometry(), QWidget::DrawChildren);
    painter.translate(m_plot->pos());
    m_plot->toPainter(&painter, m_plot->width(), m_plot->height());
}

void MatrixView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) && m_legend) applyTheme();
}

void MatrixView::applyTheme() {
    const Theme& theme = Theme::of(this);
    const QFont font = labelFont(this);
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
