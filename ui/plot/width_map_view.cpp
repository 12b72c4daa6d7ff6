#include "plot/width_map_view.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "models/shared/colour_map.h"
#include "models/shared/format.h"
#include "widgets/parts.h"
#include "widgets/plain_words.h"
#include "widgets/theme.h"

namespace tacq::ui {
namespace {

constexpr int kLeft = 34, kTop = 22;
constexpr double kTallest = 84, kNumberFrom = 11;

}  // namespace

struct WidthMapView::Layout {
    double cellWidth = 0, cellHeight = 0;
    QRect cell(int layer, int column) const {
        const int x0 = kLeft + static_cast<int>(std::lround(column * cellWidth)), x1 = kLeft + static_cast<int>(std::lround((column + 1) * cellWidth));
        const int y0 = kTop + static_cast<int>(std::lround(layer * cellHeight)), y1 = kTop + static_cast<int>(std::lround((layer + 1) * cellHeight));
        const int gap = cellHeight >= 14 ? 2 : cellHeight >= 6 ? 1 : 0;
        return {x0, y0, std::max(1, x1 - x0 - 2), std::max(1, y1 - y0 - gap)};
    }
};

WidthMapView::WidthMapView(BudgetModel& budget, QWidget* parent) : QWidget(parent), m_budget(budget) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&budget, &BudgetModel::changed, this, &WidthMapView::rebuild);
    connect(&budget, &BudgetModel::settingsChanged, this, [this] {
        update();
        if (hasFocus()) describe();
    });
    rebuild();
}

void WidthMapView::rebuild() {
    update();
    const SaliencyPointer& source = m_budget.source();
    if (!m_shown.owner_before(source) && !source.owner_before(m_shown)) return;
    m_shown = source;
    m_layers = static_cast<int>(layerCount(m_budget));
    m_matrixAt.assign(static_cast<std::size_t>(m_layers * kLinearKinds), -1);
    m_selected = -1;
    if (!m_budget.source()) return;
    const auto& linears = m_budget.source()->meta().linears;
    for (std::size_t i = 0; i < linears.size(); ++i)
        m_matrixAt[static_cast<std::size_t>(linears[i].layer * kLinearKinds + static_cast<int>(linears[i].kind))] = static_cast<int>(i);
}

WidthMapView::Layout WidthMapView::layout() const {
    Layout at;
    at.cellWidth = std::max(8.0, static_cast<double>(width() - kLeft - 2) / kLinearKinds);
    at.cellHeight = m_layers ? std::min(kTallest, static_cast<double>(height() - kTop - 2) / m_layers) : 0;
    return at;
}

int WidthMapView::matrixAt(int layer, int column) const {
    if (layer < 0 || layer >= m_layers || column < 0 || column >= kLinearKinds) return -1;
    return m_matrixAt[static_cast<std::size_t>(layer * kLinearKinds + column)];
}

int WidthMapView::matrixAt(const QPoint& position) const {
    const Layout at = layout();
    if (m_layers == 0 || position.x() < kLeft || position.y() < kTop) return -1;
    return matrixAt(static_cast<int>((position.y() - kTop) / at.cellHeight), static_cast<int>((position.x() - kLeft) / at.cellWidth));
}

std::vector<std::size_t> WidthMapView::labelledAt(const QPoint& position) const {
    const Layout at = layout();
    std::vector<std::size_t> all;
    if (m_layers == 0 || (position.x() < kLeft) == (position.y() < kTop)) return all;
    const bool row = position.x() < kLeft;
    const int line = static_cast<int>(row ? (position.y() - kTop) / at.cellHeight : (position.x() - kLeft) / at.cellWidth);
    for (int other = 0; other < (row ? kLinearKinds : m_layers); ++other)
        if (const int matrix = row ? matrixAt(line, other) : matrixAt(other, line); matrix >= 0) all.push_back(static_cast<std::size_t>(matrix));
    return all;
}

QRect WidthMapView::cellRect(std::size_t matrix) const {
    const auto found = std::find(m_matrixAt.begin(), m_matrixAt.end(), static_cast<int>(matrix));
    if (found == m_matrixAt.end()) return {};
    const auto at = static_cast<int>(found - m_matrixAt.begin());
    return layout().cell(at / kLinearKinds, at % kLinearKinds);
}

QRect WidthMapView::rowLabelRect(int layer) const {
    const QRect cell = layout().cell(layer, 0);
    return {0, cell.top(), kLeft - 6, cell.height()};
}

QRect WidthMapView::columnLabelRect(int column) const {
    const QRect cell = layout().cell(0, column);
    return {cell.left(), 0, cell.width(), kTop - 2};
}

QColor WidthMapView::widthColour(int bits) const {
    // Equal steps of cividis, which differ in lightness for every eye: 2 bit dark, 8 bit bright.
    const double at = (std::clamp(bits, 2, 8) - 2) / 6.0;
    const double bent = std::sqrt(at) * 0.92 + 0.04;   // 2, 3 and 4 are what most tensors take: further apart than 6, 7 and 8
    return QColor(colours(ColourMap::Cividis)[static_cast<std::size_t>(bent * 255)]);
}

void WidthMapView::paintEvent(QPaintEvent*) {
    if (m_layers == 0) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = Theme::of(this);
    painter.setFont(labelFont(this));
    const Layout at = layout();
    for (std::size_t slot = 0; slot < m_matrixAt.size(); ++slot)
        if (m_matrixAt[slot] >= 0) paintCell(painter, at.cell(static_cast<int>(slot) / kLinearKinds, static_cast<int>(slot) % kLinearKinds), static_cast<std::size_t>(m_matrixAt[slot]));
    painter.setPen(theme.secondary);
    for (int column = 0; column < kLinearKinds; ++column) painter.drawText(columnLabelRect(column), Qt::AlignHCenter | Qt::AlignBottom, Format::kind(static_cast<LinearKind>(column)));
    const int every = std::max(1, static_cast<int>(std::ceil(13 / std::max(1.0, at.cellHeight))));
    for (int layer = 0; layer < m_layers; layer += every) painter.drawText(rowLabelRect(layer).adjusted(0, -8, 0, 8), Qt::AlignRight | Qt::AlignVCenter, QString::number(layer));
    if (m_selected >= 0) frameCell(painter, cellRect(static_cast<std::size_t>(m_selected)), this);
}

void WidthMapView::paintCell(QPainter& painter, const QRect& cell, std::size_t matrix) const {
    const Theme& theme = Theme::of(this);
    const TensorWidth width = widthOf(m_budget.settings().recipe(), m_budget.source()->meta().linears[matrix], m_budget.settings().grid);
    // The common width is a tint: what was painted stands out.
    QColor fill = widthColour(width.bits);
    if (!width.own) {
        const QColor& under = theme.card;
        const auto mixed = [](int a, int b) { return (a * 22 + b * 78) / 100; };
        fill = QColor(mixed(fill.red(), under.red()), mixed(fill.green(), under.green()), mixed(fill.blue(), under.blue()));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(cell, 3, 3);
    const QColor ink = qGray(fill.rgb()) > 115 ? QColor(0x1B2330) : QColor(Qt::white);
    painter.setPen(ink);
    if (cell.height() >= kNumberFrom) painter.drawText(cell, Qt::AlignCenter, QString::number(width.bits));
    if (width.locked) paintLock(painter, cell, ink);
}

void WidthMapView::paintLock(QPainter& painter, const QRect& cell, const QColor& ink) const {
    const double size = std::min(9.0, cell.height() - 2.0);
    const QRectF body(cell.right() - size - 2, cell.center().y() + 0.5 - size * 0.1, size * 0.8, size * 0.55);
    painter.setPen(QPen(ink, 1.3));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(QRectF(body.left() + body.width() * 0.2, body.top() - size * 0.4, body.width() * 0.6, size * 0.8), 0, 180 * 16);
    painter.setBrush(ink);
    painter.drawRoundedRect(body, 1, 1);
}

void WidthMapView::selectMatrix(int matrix) {
    if (matrix == m_selected) return;
    m_selected = matrix;
    describe();
    update();
}

void WidthMapView::describe() {
    if (m_selected >= 0) describeChosen(this, textOf(static_cast<std::size_t>(m_selected)));
}

void WidthMapView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    m_stroke = labelledAt(event->position().toPoint());
    if (const int matrix = matrixAt(event->position().toPoint()); matrix >= 0) {
        selectMatrix(matrix);
        m_stroke = {static_cast<std::size_t>(matrix)};
    }
    if (m_stroke.empty()) return;
    m_dragging = true;
    emit touched(m_stroke, true);
}

void WidthMapView::mouseMoveEvent(QMouseEvent* event) {
    const QPoint position = event->position().toPoint();
    const int matrix = matrixAt(position);
    setCursor(matrix >= 0 || !labelledAt(position).empty() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (!m_dragging || matrix < 0 || std::find(m_stroke.begin(), m_stroke.end(), static_cast<std::size_t>(matrix)) != m_stroke.end()) return;
    m_stroke.push_back(static_cast<std::size_t>(matrix));
    emit touched({static_cast<std::size_t>(matrix)}, false);
}

void WidthMapView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !m_dragging) return;
    m_dragging = false;
    m_stroke.clear();
    emit released();
}

bool WidthMapView::paintByKey(int key) {
    if (m_selected < 0) return false;
    const std::vector<std::size_t> chosen{static_cast<std::size_t>(m_selected)};
    switch (key) {
        case Qt::Key_Space:
            emit touched(chosen, true);
            emit released();
            return true;
        case Qt::Key_2: case Qt::Key_3: case Qt::Key_4: case Qt::Key_8:
            emit keyPainted(chosen, {WidthBrush::Kind::Bits, key - Qt::Key_0, true});
            return true;
        case Qt::Key_0: case Qt::Key_Delete: case Qt::Key_Backspace:
            emit keyPainted(chosen, {WidthBrush::Kind::Common, 0, true});
            return true;
        case Qt::Key_L: {
            const bool locked = widthOf(m_budget.settings().recipe(), m_budget.source()->meta().linears[chosen[0]], m_budget.settings().grid).locked;
            emit keyPainted(chosen, {WidthBrush::Kind::Lock, 0, !locked});
            return true;
        }
        default: return false;
    }
}

void WidthMapView::keyPressEvent(QKeyEvent* event) {
    if (m_layers == 0) return QWidget::keyPressEvent(event);
    if (paintByKey(event->key())) return;
    const auto found = std::find(m_matrixAt.begin(), m_matrixAt.end(), m_selected);
    const int at = m_selected >= 0 && found != m_matrixAt.end() ? static_cast<int>(found - m_matrixAt.begin()) : 0;
    int layer = at / kLinearKinds, column = at % kLinearKinds;
    switch (event->key()) {
        case Qt::Key_Left: --column; break;
        case Qt::Key_Right: ++column; break;
        case Qt::Key_Up: --layer; break;
        case Qt::Key_Down: ++layer; break;
        case Qt::Key_Home: layer = 0; break;
        case Qt::Key_End: layer = m_layers - 1; break;
        default: QWidget::keyPressEvent(event); return;
    }
    if (const int matrix = matrixAt(layer, column); matrix >= 0) selectMatrix(matrix);
}

QString WidthMapView::toolTipAt(const QPoint& position) const {
    const int matrix = matrixAt(position);
    if (matrix < 0) {
        if (labelledAt(position).empty()) return {};
        return position.x() < kLeft ? tr("Click to paint the whole layer.") : tr("Click to paint this module in every layer.");
    }
    return textOf(static_cast<std::size_t>(matrix));
}

QString WidthMapView::textOf(std::size_t matrix) const {
    const LinearInfo& linear = m_budget.source()->meta().linears[matrix];
    const TensorWidth width = widthOf(m_budget.settings().recipe(), linear, m_budget.settings().grid);
    QStringList lines{QString::fromStdString(linear.name)};
    lines << (width.own ? tr("%1 bit, painted") : tr("%1 bit, the common width")).arg(width.bits);
    if (width.groupSize != m_budget.settings().grid.groupSize) lines << (width.groupSize > 0 ? tr("groups of %1").arg(width.groupSize) : tr("one group per row"));
    if (width.locked) lines << tr("locked: \"choose widths\" leaves it as it is");
    lines << tr("kept: %1").arg(Format::percent(keptShareOfMatrix(m_budget, matrix)));
    return lines.join(QLatin1Char('\n'));
}

bool WidthMapView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    showToolTip(help->globalPos(), toolTipAt(help->pos()), this);
    return true;
}

}  // namespace tacq::ui
