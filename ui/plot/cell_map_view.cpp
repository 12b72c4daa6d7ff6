#include "plot/cell_map_view.h"

#include <QFocusEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/parts.h"
#include "widgets/plain_words.h"
#include "widgets/theme.h"

namespace tacq::ui {
namespace {

constexpr int kLeft = 34, kTop = 20, kTitle = 16;
constexpr double kTallest = 60;

}  // namespace

CellMapView::CellMapView(QWidget* parent) : QWidget(parent) { setFocusPolicy(Qt::StrongFocus); }

void CellMapView::setContent(Content content) {
    m_content = std::move(content);
    const bool stays = isCell(m_row, m_column);
    choose(stays ? m_row : -1, stays ? m_column : -1);
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
    choose(row, column);
    showToolTip(mapToGlobal(cellRect(row, column).bottomRight()), accessibleDescription(), this);
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
    if (hasFocus() && m_row >= 0) frameCell(painter, cellRect(m_row, m_column), this);
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
    choose(row, column);
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
    if (const QPoint to = m_row < 0 ? firstCell() : nextCell(down, right); to.y() >= 0) moveTo(to.y(), to.x());
}

QPoint CellMapView::firstCell() const {
    for (int row = 0; row < m_content.rows; ++row)
        for (int column = 0; column < m_content.columns; ++column)
            if (isCell(row, column)) return {column, row};
    return {-1, -1};
}

QPoint CellMapView::nextCell(int down, int right) const {
    const auto inside = [this](int row, int column) { return row >= 0 && row < m_content.rows && column >= 0 && column < m_content.columns; };
    // Straight ahead, over what is no cell; else the nearest of the next row or column that has one.
    for (int row = m_row + down, column = m_column + right; inside(row, column); row += down, column += right)
        if (isCell(row, column)) return {column, row};
    for (int row = m_row + down, column = m_column + right; inside(row, column); row += down, column += right)
        for (int aside = 1; aside < std::max(m_content.rows, m_content.columns); ++aside)
            for (const int by : {-aside, aside})
                if (isCell(row + (down ? 0 : by), column + (down ? by : 0))) return {column + (down ? by : 0), row + (down ? 0 : by)};
    return {-1, -1};
}

void CellMapView::choose(int row, int column) {
    m_row = row;
    m_column = column;
    describeChosen(this, m_row >= 0 && m_content.toolTip ? m_content.toolTip(row, column) : QString());
    update();
}

void CellMapView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    // Who comes by Tab sees where he is.
    if (m_row >= 0 || event->reason() == Qt::MouseFocusReason) return;
    if (const QPoint first = firstCell(); first.y() >= 0) choose(first.y(), first.x());
}

bool CellMapView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    int row = 0, column = 0;
    showToolTip(help->globalPos(), m_content.toolTip && cellAt(help->pos(), row, column) ? m_content.toolTip(row, column) : QString(), this);
    return true;
}

}  // namespace tacq::ui
