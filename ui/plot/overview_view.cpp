#include "plot/overview_view.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "models/shared/format.h"
#include "widgets/parts.h"
#include "widgets/plain_words.h"
#include "widgets/theme.h"

namespace tacq::ui {

struct OverviewView::Layout {
    int left = 34, top = 22, bars = 0, barWidth = 0;
    double cellWidth = 0, cellHeight = 0;
    int layers = 0;
    QRect cell(int layer, int column) const {
        const int x0 = left + static_cast<int>(std::lround(column * cellWidth)), x1 = left + static_cast<int>(std::lround((column + 1) * cellWidth));
        const int y0 = top + static_cast<int>(std::lround(layer * cellHeight)), y1 = top + static_cast<int>(std::lround((layer + 1) * cellHeight));
        const int gap = cellHeight >= 6 ? 1 : 0;
        return {x0, y0, std::max(1, x1 - x0 - 1), std::max(1, y1 - y0 - gap)};
    }
};

OverviewView::OverviewView(OverviewModel& model, BudgetModel& budget, QWidget* parent) : QWidget(parent), m_model(model), m_budget(budget) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_selected = -1;
        update();
    });
    connect(&model, &QAbstractItemModel::layoutChanged, this, [this] { update(); });
    connect(&model, &QAbstractItemModel::dataChanged, this, [this] { update(); });
    connect(&budget, &BudgetModel::changed, this, [this] { update(); });
}

OverviewView::Layout OverviewView::layout() const {
    Layout at;
    at.layers = m_model.rowCount();
    const int barSpace = width() < 320 ? 56 : 96;
    at.cellWidth = std::max(8.0, static_cast<double>(width() - at.left - barSpace) / kLinearKinds);
    constexpr double kTallest = 84;
    at.cellHeight = at.layers ? std::min(kTallest, static_cast<double>(height() - at.top - 2) / at.layers) : 0;
    at.bars = at.left + static_cast<int>(kLinearKinds * at.cellWidth) + 12;
    at.barWidth = width() - at.bars - 2;
    return at;
}

void OverviewView::setHeadsShown(bool shown) {
    m_headsShown = shown;
    update();
}

QRect OverviewView::cellRect(int layer, int column) const { return layout().cell(layer, column); }

void OverviewView::selectMatrix(int matrix) {
    if (matrix == m_selected) return;
    m_selected = matrix;
    update();
    if (matrix < 0) return;
    const QModelIndex cell = m_model.indexOfMatrix(matrix);
    describeChosen(this, cell.data(OverviewModel::NameRole).toString() + QStringLiteral(": ") + cell.data().toString());
    emit matrixSelected(matrix);
}

bool OverviewView::cellAt(const QPoint& position, int& layer, int& column) const {
    const Layout at = layout();
    if (at.layers == 0 || position.x() < at.left || position.y() < at.top) return false;
    layer = static_cast<int>((position.y() - at.top) / at.cellHeight);
    column = static_cast<int>((position.x() - at.left) / at.cellWidth);
    return m_model.matrixAt(layer, column) >= 0;
}

void OverviewView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Layout at = layout();
    if (at.layers == 0) return;
    painter.setFont(labelFont(this));
    paintCells(painter, at);
    paintLabels(painter, at);
    paintBars(painter, at);
}

void OverviewView::paintCells(QPainter& painter, const Layout& at) const {
    for (int layer = 0; layer < at.layers; ++layer)
        for (int column = 0; column < kLinearKinds; ++column) {
            if (m_model.matrixAt(layer, column) < 0) continue;
            const QRect cell = at.cell(layer, column);
            const auto heads = m_headsShown ? m_model.headValues(m_model.matrixAt(layer, column)) : std::vector<double>();
            if (heads.empty()) {
                const double value = m_model.index(layer, column).data(OverviewModel::ValueRole).toDouble();
                painter.fillRect(cell, QColor(m_model.scale().colour(value)));
                continue;
            }
            const auto edge = [&](std::size_t head) { return cell.left() + static_cast<int>(std::lround(static_cast<double>(head) / static_cast<double>(heads.size()) * cell.width())); };
            for (std::size_t head = 0; head < heads.size(); ++head)
                painter.fillRect(QRect(edge(head), cell.top(), std::max(1, edge(head + 1) - edge(head)), cell.height()), QColor(m_model.scale().colour(heads[head])));
        }
    if (const QModelIndex selected = m_model.indexOfMatrix(m_selected); selected.isValid()) frameCell(painter, at.cell(selected.row(), selected.column()), this);
}

void OverviewView::paintLabels(QPainter& painter, const Layout& at) const {
    const Theme& theme = Theme::of(this);
    painter.setPen(theme.secondary);
    for (int column = 0; column < kLinearKinds; ++column) {
        const QRect cell = at.cell(0, column);
        painter.drawText(QRect(cell.left() - 8, 0, cell.width() + 16, at.top - 4), Qt::AlignHCenter | Qt::AlignBottom,
                         m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    }
    painter.drawText(QRect(at.bars, 0, width() - at.bars, at.top - 4), Qt::AlignLeft | Qt::AlignBottom, tr("kept, %"));
    const int every = at.cellHeight >= 14 && at.layers <= 12 ? 1 : at.cellHeight * 5 >= 14 ? 5 : 10;
    for (int layer = 0; layer < at.layers; ++layer) {
        if (layer % every != 0 && layer != at.layers - 1) continue;
        if (layer == at.layers - 1 && every > 1 && layer % every != 0 && (layer % every) * at.cellHeight < 14) continue;
        const QRect cell = at.cell(layer, 0);
        painter.drawText(QRect(0, cell.center().y() - 8, at.left - 8, 16), Qt::AlignRight | Qt::AlignVCenter, QString::number(m_model.layerOfRow(layer)));
    }
}

void OverviewView::paintBars(QPainter& painter, const Layout& at) const {
    if (!m_budget.hasState()) return;
    double most = 0;
    for (int layer = 0; layer < at.layers; ++layer) most = std::max(most, keptShare(m_budget, m_model.layerOfRow(layer)));
    if (!(most > 0)) return;
    const Theme& theme = Theme::of(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    // Hatched: these are the kept weights of another grid than the chosen one.
    const bool simulated = m_budget.state().simulated;
    const bool figures = at.cellHeight >= 24 && at.barWidth >= 52;
    const int room = figures ? at.barWidth - 40 : at.barWidth;
    for (int layer = 0; layer < at.layers; ++layer) {
        const QRect cell = at.cell(layer, 0);
        const double share = keptShare(m_budget, m_model.layerOfRow(layer));
        const int length = std::max(2, static_cast<int>(std::lround(share / most * room)));
        const int thickness = std::clamp(cell.height() - 4, 2, 14);
        const QRect bar(at.bars, cell.center().y() - thickness / 2, length, thickness);
        painter.setPen(Qt::NoPen);
        painter.setBrush(simulated ? QBrush(theme.kept) : QBrush(theme.kept, Qt::BDiagPattern));
        painter.drawRoundedRect(bar, 2, 2);
        if (!figures) continue;
        painter.setPen(theme.secondary);
        painter.drawText(QRect(bar.right() + 5, cell.center().y() - 8, 44, 16), Qt::AlignLeft | Qt::AlignVCenter, Format::fixed(share * 100, 2));
    }
}

void OverviewView::mousePressEvent(QMouseEvent* event) {
    int layer = 0, column = 0;
    if (event->button() == Qt::LeftButton && cellAt(event->position().toPoint(), layer, column)) selectMatrix(m_model.matrixAt(layer, column));
}

void OverviewView::mouseDoubleClickEvent(QMouseEvent* event) {
    int layer = 0, column = 0;
    if (event->button() != Qt::LeftButton || !cellAt(event->position().toPoint(), layer, column)) return;
    selectMatrix(m_model.matrixAt(layer, column));
    emit matrixOpened(m_selected);
}

void OverviewView::mouseMoveEvent(QMouseEvent* event) {
    int layer = 0, column = 0;
    setCursor(cellAt(event->position().toPoint(), layer, column) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void OverviewView::keyPressEvent(QKeyEvent* event) {
    const QModelIndex now = m_model.indexOfMatrix(m_selected);
    int layer = now.isValid() ? now.row() : 0, column = now.isValid() ? now.column() : 0;
    switch (event->key()) {
        case Qt::Key_Left: --column; break;
        case Qt::Key_Right: ++column; break;
        case Qt::Key_Up: --layer; break;
        case Qt::Key_Down: ++layer; break;
        case Qt::Key_Home: layer = 0; break;
        case Qt::Key_End: layer = m_model.rowCount() - 1; break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (m_selected >= 0) emit matrixOpened(m_selected);
            return;
        default: QWidget::keyPressEvent(event); return;
    }
    if (const int matrix = m_model.matrixAt(layer, column); matrix >= 0) selectMatrix(matrix);
}

QString OverviewView::toolTipAt(const QPoint& position) const {
    int layer = 0, column = 0;
    const Layout at = layout();
    if (cellAt(position, layer, column)) {
        const QModelIndex index = m_model.index(layer, column);
        const int matrix = m_model.matrixAt(layer, column);
        const char* quantity = m_model.quantity() == OverviewQuantity::Gradient ? QT_TR_NOOP("mean |gradient|: %1")
                             : m_model.quantity() == OverviewQuantity::Delta    ? QT_TR_NOOP("root mean square of ΔW: %1")
                             : m_model.quantity() == OverviewQuantity::Kept     ? QT_TR_NOOP("share kept: %1")
                                                                               : QT_TR_NOOP("mean saliency: %1");
        QString text = index.data(OverviewModel::NameRole).toString() + QLatin1Char('\n') + tr(quantity).arg(index.data().toString());
        if (const auto heads = m_headsShown ? m_model.headValues(matrix) : std::vector<double>(); !heads.empty()) {
            const QRect cell = at.cell(layer, column);
            const auto head = std::clamp(static_cast<int>((position.x() - cell.left()) * static_cast<double>(heads.size()) / std::max(1, cell.width())), 0, static_cast<int>(heads.size()) - 1);
            text += QLatin1Char('\n') + tr("head %1: %2").arg(head).arg(Format::significant(heads[static_cast<std::size_t>(head)]));
        }
        if (m_budget.hasState()) text += QLatin1Char('\n') + tr("kept: %1").arg(Format::percent(keptShareOfMatrix(m_budget, static_cast<std::size_t>(matrix))));
        return text;
    }
    if (position.x() >= at.bars && at.layers > 0 && m_budget.hasState()) {
        const int bar = static_cast<int>((position.y() - at.top) / at.cellHeight);
        if (position.y() >= at.top && bar < at.layers) return tr("Layer %1 keeps %2 of its weights in 16 bit.").arg(m_model.layerOfRow(bar)).arg(Format::percent(keptShare(m_budget, m_model.layerOfRow(bar))));
    }
    return {};
}

bool OverviewView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    showToolTip(help->globalPos(), toolTipAt(help->pos()), this);
    return true;
}

}  // namespace tacq::ui
