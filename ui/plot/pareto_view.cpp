#include "plot/pareto_view.h"

#include <qcustomplot.h>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "models/shared/format.h"
#include "widgets/parts.h"
#include "widgets/plain_words.h"
#include "widgets/theme.h"

namespace tacq::ui {
namespace {

constexpr int kReach = 9;   // pixels around a point that mean it

QCPErrorBars* addBars(QCustomPlot* plot, QCPGraph* graph) {
    auto* bars = new QCPErrorBars(plot->xAxis, plot->yAxis);   // owned by the plot
    bars->setDataPlottable(graph);
    bars->setErrorType(QCPErrorBars::etValueError);
    bars->setWhiskerWidth(5);
    bars->setSymbolGap(5);
    return bars;
}

}  // namespace

ParetoView::ParetoView(QWidget* parent) : QWidget(parent), m_plot(new QCustomPlot(this)) {
    setFocusPolicy(Qt::StrongFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    build();
    applyTheme();
    refresh();
}

void ParetoView::build() {
    m_plot->setFocusPolicy(Qt::NoFocus);
    m_plot->setMinimumSize(120, 90);
    m_plot->setContextMenuPolicy(Qt::NoContextMenu);   // the view's own menu
    m_plot->installEventFilter(this);
    m_plot->setMouseTracking(true);
    m_plot->axisRect()->setMinimumMargins(QMargins(8, 6, 8, 4));
    m_originalLine = m_plot->addGraph();
    m_presentLine = m_plot->addGraph();
    m_frontier = m_plot->addGraph();
    m_others = m_plot->addGraph();
    m_presentRing = m_plot->addGraph();
    m_chosen = m_plot->addGraph();
    for (QCPGraph* graph : {m_others, m_presentRing, m_chosen}) graph->setLineStyle(QCPGraph::lsNone);
    m_otherBars = addBars(m_plot, m_others);
    m_frontierBars = addBars(m_plot, m_frontier);
    m_presentBars = addBars(m_plot, m_presentRing);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setSubTicks(false);
        axis->setTickLength(0, 3);
        axis->setTickLabelPadding(4);
        axis->setLabelPadding(2);
    }
}

void ParetoView::applyTheme() {
    const Theme& theme = Theme::of(this);
    const QFont font = labelFont(this);
    m_plot->setBackground(QBrush(theme.card));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(hasFocus() ? QPen(theme.accent, 2) : QPen(theme.hairline));
        axis->setTickPen(QPen(theme.hairline));
        axis->setTickLabelColor(theme.secondary);
        axis->setLabelColor(theme.secondary);
        axis->setTickLabelFont(font);
        axis->setLabelFont(font);
        axis->grid()->setPen(QPen(theme.hairline, 1));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    const QPen line(theme.accent, 1.5);
    m_frontier->setPen(line);
    m_frontier->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(theme.accent), QBrush(theme.accent), 8));
    m_others->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(theme.faint), QBrush(theme.faint), 7));
    m_presentRing->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.kept, 2), QBrush(theme.card), 11));
    m_chosen->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(theme.text, 1.6), Qt::NoBrush, 15));
    m_originalLine->setPen(QPen(theme.secondary, 1, Qt::DashLine));
    m_presentLine->setPen(QPen(theme.kept, 1, Qt::DotLine));
    m_frontierBars->setPen(QPen(theme.accent, 1));
    m_otherBars->setPen(QPen(theme.faint, 1));
    m_presentBars->setPen(QPen(theme.kept, 1));
    queueReplot();
}

/// A hidden plot would be drawn all the same.
void ParetoView::queueReplot() {
    if (isVisible()) m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ParetoView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void ParetoView::setPoints(std::vector<ParetoPoint> points, std::optional<double> original) {
    m_points = std::move(points);
    m_original = original;
    const bool there = std::any_of(m_points.begin(), m_points.end(), [this](const ParetoPoint& point) { return point.run == m_selected; });
    if (!there) m_selected = -1;
    refresh();
}

void ParetoView::setPresent(const Present& present) {
    m_present = present;
    if (isVisible()) refresh();
}

void ParetoView::selectRun(qint64 run) {
    if (run == m_selected) return;
    m_selected = run;
    refresh();
    if (run < 0) return;
    const auto chosen = std::find_if(m_points.begin(), m_points.end(), [run](const ParetoPoint& point) { return point.run == run; });
    if (chosen != m_points.end()) describeChosen(this, textOf(*chosen));
    emit runSelected(run);
}

void ParetoView::setRanges() {
    double left = m_present.bits > 0 ? m_present.bits : 3, right = left, low = 1e300, high = -1e300;
    const auto take = [&](double loss) {
        low = std::min(low, loss);
        high = std::max(high, loss);
    };
    for (const ParetoPoint& point : m_points) {
        left = std::min(left, point.bits);
        right = std::max(right, point.bits);
        take(point.loss - point.error);
        take(point.loss + point.error);
    }
    if (m_original) take(*m_original);
    if (m_present.loss) {
        take(m_present.low);
        take(m_present.high);
    }
    if (low > high) {
        low = 0;
        high = 1;
    }
    const double across = std::max(0.5, right - left) * 0.12, up = std::max(0.02, high - low) * 0.12;
    m_plot->xAxis->setRange(left - across, right + across);
    m_plot->yAxis->setRange(low - up, high + up);
}

void ParetoView::refresh() {
    m_plot->xAxis->setLabel(tr("bits per weight"));
    m_plot->yAxis->setLabel(tr("nats per token"));
    m_plot->setLocale(locale());
    setRanges();
    const auto fill = [this](QCPGraph* graph, QCPErrorBars* bars, bool frontier) {
        QVector<double> x, y, error;
        for (const ParetoPoint& point : m_points) {
            if (point.frontier != frontier) continue;
            x << point.bits;
            y << point.loss;
            error << point.error;
        }
        graph->setData(x, y, true);
        bars->setData(error);
    };
    fill(m_frontier, m_frontierBars, true);
    fill(m_others, m_otherBars, false);
    const QCPRange across = m_plot->xAxis->range(), up = m_plot->yAxis->range();
    m_originalLine->setData(m_original ? QVector<double>{across.lower, across.upper} : QVector<double>(), m_original ? QVector<double>{*m_original, *m_original} : QVector<double>());
    const bool sized = m_present.bits > 0;
    m_presentLine->setData(sized ? QVector<double>{m_present.bits, m_present.bits + 1e-9} : QVector<double>(), sized ? QVector<double>{up.lower, up.upper} : QVector<double>());
    const bool placed = sized && m_present.loss;
    m_presentRing->setData(placed ? QVector<double>{m_present.bits} : QVector<double>(), placed ? QVector<double>{*m_present.loss} : QVector<double>());
    if (placed) m_presentBars->setData(QVector<double>{*m_present.loss - m_present.low}, QVector<double>{m_present.high - *m_present.loss});
    else m_presentBars->setData(QVector<double>());
    const auto chosen = std::find_if(m_points.begin(), m_points.end(), [this](const ParetoPoint& point) { return point.run == m_selected; });
    const bool marked = chosen != m_points.end();
    m_chosen->setData(marked ? QVector<double>{chosen->bits} : QVector<double>(), marked ? QVector<double>{chosen->loss} : QVector<double>());
    queueReplot();
}

QPoint ParetoView::pixelOf(std::size_t point) const {
    const ParetoPoint& at = m_points.at(point);
    return m_plot->mapTo(this, QPoint(static_cast<int>(std::lround(m_plot->xAxis->coordToPixel(at.bits))), static_cast<int>(std::lround(m_plot->yAxis->coordToPixel(at.loss)))));
}

int ParetoView::pointAt(const QPoint& position) const {
    int nearest = -1, distance = kReach * kReach + 1;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const QPoint away = pixelOf(i) - position;
        if (const int squared = QPoint::dotProduct(away, away); squared < distance) {
            distance = squared;
            nearest = static_cast<int>(i);
        }
    }
    return nearest;
}

QString ParetoView::toolTipAt(const QPoint& position) const {
    const int at = pointAt(position);
    if (at < 0) return m_present.loss ? tr("Ring: the present budget, with the loss that measured runs predict. Dashed: the original.") : tr("Dotted: the size of the present budget. Dashed: the original.");
    return textOf(m_points[static_cast<std::size_t>(at)]);
}

QString ParetoView::textOf(const ParetoPoint& point) {
    QString loss = point.error > 0 ? tr("loss %1 ± %2 (95 %)").arg(Format::fixed(point.loss, 3), Format::fixed(point.error, 3)) : tr("loss %1").arg(Format::fixed(point.loss, 3));
    return tr("Run %1: %2").arg(point.run).arg(point.title) + QLatin1Char('\n') + tr("%1 bits per weight, %2").arg(Format::bits(point.bits), loss);
}

bool ParetoView::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_plot) return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonPress) {
        const auto* press = static_cast<QMouseEvent*>(event);
        setFocus(Qt::MouseFocusReason);
        if (const int at = pointAt(m_plot->mapTo(this, press->position().toPoint())); press->button() == Qt::LeftButton && at >= 0) selectRun(m_points[static_cast<std::size_t>(at)].run);
    } else if (event->type() == QEvent::MouseMove) {
        m_plot->setCursor(pointAt(m_plot->mapTo(this, static_cast<QMouseEvent*>(event)->position().toPoint())) >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    } else if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        showToolTip(help->globalPos(), toolTipAt(m_plot->mapTo(this, help->pos())), this);
        return true;
    }
    return false;
}

void ParetoView::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Left || event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0 || m_points.empty()) return QWidget::keyPressEvent(event);
    const auto now = std::find_if(m_points.begin(), m_points.end(), [this](const ParetoPoint& point) { return point.run == m_selected; });
    const auto last = static_cast<int>(m_points.size()) - 1;
    const int next = now == m_points.end() ? 0 : std::clamp(static_cast<int>(now - m_points.begin()) + step, 0, last);
    selectRun(m_points[static_cast<std::size_t>(next)].run);
}

void ParetoView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) applyTheme();
}

void ParetoView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    applyTheme();
}

void ParetoView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    applyTheme();
}

void ParetoView::writeTo(QPaintDevice* device) {
    QCPPainter painter(device);
    painter.fillRect(rect(), Theme::of(this).card);
    m_plot->toPainter(&painter, m_plot->width(), m_plot->height());
}

}  // namespace tacq::ui
