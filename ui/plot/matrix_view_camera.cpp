#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>

#include "plot/marginal_strip.h"
#include "plot/matrix_plottable.h"
#include "plot/matrix_view.h"

// The camera of MatrixView: what part of the matrix is on show, and the mouse and keys that move it.
namespace tacq::ui {
namespace {

constexpr double kSmallestView = 4;     ///< weights
constexpr double kVisibleWeight = 6;    ///< pixels a weight should have after goTo()

}  // namespace

QRectF MatrixView::viewport() const {
    if (!m_source) return {};
    const LinearInfo& linear = m_source->meta().linears[m_matrix];
    const QCPRange x = m_plot->xAxis->range(), y = m_plot->yAxis->range();
    const auto columns = static_cast<double>(linear.columns), rows = static_cast<double>(linear.rows);
    return {x.lower / columns, y.lower / rows, x.size() / columns, y.size() / rows};
}

void MatrixView::setViewport(const QRectF& fractions) {
    if (!m_source || fractions.isEmpty()) return;
    const LinearInfo& linear = m_source->meta().linears[m_matrix];
    const auto columns = static_cast<double>(linear.columns), rows = static_cast<double>(linear.rows);
    {
        const QSignalBlocker quiet(this);
        m_plot->xAxis->setRange(fractions.left() * columns, fractions.right() * columns);
        m_plot->yAxis->setRange(fractions.top() * rows, fractions.bottom() * rows);
    }
    m_reported = viewport();
    queueReplot();
}

void MatrixView::reportViewport() {
    const QRectF now = viewport();
    if (now == m_reported) return;
    m_reported = now;
    emit viewportChanged(now);
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
        const bool still = static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton && (position.toPoint() - m_pressed).manhattanLength() < 4;
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

void MatrixView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    queueReplot();
}

}  // namespace tacq::ui
