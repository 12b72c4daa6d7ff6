#include "plot/cell_map_view.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/parts.h"
#include "widgets/theme.h"

namespace tacq::ui {
namespace {

constexpr int kLeft = 34, kTop = 20, kTitle = 16;
constexpr double kTallest = 60;

}  // namespace

CellMapView::CellMapView(QWidget* parent) : QWidget(parent) { setFocusPolicy(Qt::StrongFocus); }

void CellMapView::setContent(Content content) {
    m_content = std::move(content);
    if (!isCell(m_row, m_column)) m_row = m_column = -1;
    update();
}

QRectF CellMapView::area() const {
    const int foot = m_content.columnTitle.isEmpty() ? 2 : kTitle;
    const double high = std::min(static_cast<double>(height() - kTop - foot), kTallest * m_content.rows);
    return {static_cast<double>(kLeft), static_cast<double>(kTop), std::max(1.0, width() - kLeft - 2.0), std::max(1.0, high)};
}

QRect CellMapView::cellRect(int row, int column) const {
    const QRectF in = area();
    const auto x = [&](int c) { return static_cast<int>(std::lround(in.left() + in.width() * c / std::max(1, m_content.columns))); };
    const auto y = [&](int r) { return static_cast<int>(std::lround(in.top() + in.height() * r / std::max(1, m_content.rows))); };
    const int gap = in.height() / std::max(1, m_content.rows) >= 6 ? 1 : 0;
    return {x(column), y(row), std::max(1, x(column + 1) - x(column) - gap), std::max(1, y(row + 1) - y(row) - gap)};
}

bool CellMapView::cellAt(const QPoint& position, int& row, int& column) const {
    const QRectF in = area();
    if (m_content.rows == 0 || m_content.columns == 0 || !in.contains(position)) return false;
    row = std::min(m_content.rows - 1, static_cast<int>((position.y() - in.top()) / in.height() * m_content.rows));
    column = std::min(m_content.columns - 1, static_cast<int>((position.x() - in.left()) / in.width() * m_content.columns));
    return isCell(row, column);
}

bool CellMapView::isCell(int row, int column) const {
    return row >= 0 && row < m_content.rows && column >= 0 && column < m_content.columns &&
           !std::isnan(m_content.values[static_cast<std::size_t>(row * m_content.columns + column)]);
}

void CellMapView::moveTo(int row, int column) {
    m_row = row;
    m_column = column;
    const QString text = m_content.toolTip ? m_content.toolTip(row, column) : QString();
    describeChosen(this, text);
    QToolTip::showText(mapToGlobal(cellRect(row, column).bottomRight()), text, this);
    update();
}

void CellMapView::paintEvent(QPaintEvent*) {
    if (m_content.rows == 0 || m_content.columns == 0) return;
    QPainter painter(this);
    const Theme& theme = Theme::of(this);
    painter.setFont(labelFont(this));
    for (int row = 0; row < m_content.rows; ++row)
        for (int column = 0; column < m_content.columns; ++column) {
            const double value = m_content.values[static_cast<std::size_t>(row * m_content.columns + column)];
            if (!std::isnan(value)) painter.fillRect(cellRect(row, column), QColor(m_content.scale.colour(value)));
        }
    if (hasFocus() && m_row >= 0) {
        const QRect cell = cellRect(m_row, m_column);
        painter.setPen(QPen(theme.card, 4));
        painter.drawRect(cell.adjusted(0, 0, -1, -1));
        painter.setPen(QPen(theme.accent, 2));
        painter.drawRect(cell.adjusted(-1, -1, 0, 0));
    }
    painter.setPen(theme.secondary);
    const auto every = [](double size, int wanted) { return std::max(1, static_cast<int>(std::ceil(wanted / std::max(0.5, size)))); };
    const int rowStep = every(area().height() / m_content.rows, 14);
    for (int row = 0; row < m_content.rows; row += rowStep)
        painter.drawText(QRect(0, cellRect(row, 0).center().y() - 8, kLeft - 6, 16), Qt::AlignRight | Qt::AlignVCenter, QString::number(row));
    const int columnStep = m_content.columnNames.isEmpty() ? every(area().width() / m_content.columns, 22) : 1;
    for (int column = 0; column < m_content.columns; column += columnStep) {
        const QRect cell = cellRect(0, column);
        painter.drawText(QRect(cell.center().x() - 30, 0, 60, kTop - 4), Qt::AlignHCenter | Qt::AlignBottom, m_content.columnNames.value(column, QString::number(column)));
    }
    if (!m_content.columnTitle.isEmpty())
        painter.drawText(QRectF(kLeft, area().bottom(), area().width(), kTitle), Qt::AlignHCenter | Qt::AlignVCenter, m_content.columnTitle);
    if (!m_content.rowTitle.isEmpty()) painter.drawText(QRect(0, 0, kLeft + 20, kTop - 4), Qt::AlignLeft | Qt::AlignBottom, m_content.rowTitle);
}

void CellMapView::mousePressEvent(QMouseEvent* event) {
    int row = 0, column = 0;
    if (event->button() != Qt::LeftButton || !cellAt(event->position().toPoint(), row, column)) return;
    m_row = row;
    m_column = column;
    update();
    emit cellClicked(row, column);
}

void CellMapView::mouseDoubleClickEvent(QMouseEvent* event) {
    int row = 0, column = 0;
    if (event->button() == Qt::LeftButton && cellAt(event->position().toPoint(), row, column)) emit cellDoubleClicked(row, column);
}

void CellMapView::keyPressEvent(QKeyEvent* event) {
    int down = 0, right = 0;
    switch (event->key()) {
        case Qt::Key_Left: right = -1; break;
        case Qt::Key_Right: right = 1; break;
        case Qt::Key_Up: down = -1; break;
        case Qt::Key_Down: down = 1; break;
        case Qt::Key_Space:
            if (m_row >= 0) emit cellClicked(m_row, m_column);
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (m_row >= 0) emit cellDoubleClicked(m_row, m_column);
            return;
        default: QWidget::keyPressEvent(event); return;
    }
    // Over what is no cell; the first key of all comes in at the top left.
    int row = m_row < 0 ? 0 : m_row + down, column = m_row < 0 ? 0 : m_column + right;
    while (row >= 0 && row < m_content.rows && column >= 0 && column < m_content.columns && !isCell(row, column)) {
        row += m_row < 0 ? 0 : down;
        column += m_row < 0 ? 1 : right;
    }
    if (isCell(row, column)) moveTo(row, column);
}

bool CellMapView::event(QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) update();
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    int row = 0, column = 0;
    QToolTip::showText(help->globalPos(), m_content.toolTip && cellAt(help->pos(), row, column) ? m_content.toolTip(row, column) : QString(), this);
    return true;
}

}  // namespace tacq::ui
