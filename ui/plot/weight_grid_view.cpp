#include "plot/weight_grid_view.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "models/shared/format.h"
#include "widgets/parts.h"
#include "widgets/theme.h"

namespace tacq::ui {
namespace {

constexpr int kSide = 12, kAxis = 40, kLevel = 7, kDot = 4, kFont = 11;

}  // namespace

WeightGridView::WeightGridView(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void WeightGridView::setGrid(const WeightGrid& grid) {
    m_grid = grid;
    if (grid.levels.empty()) describeChosen(this, tr("No weight is chosen."));
    else describeChosen(this, tr("%n level(s) from %1 to %2; the weight %3 moves to %4.", nullptr, static_cast<int>(grid.levels.size()))
                                  .arg(Format::significant(grid.levels.front(), 3), Format::significant(grid.levels.back(), 3), Format::significant(grid.weight, 4), Format::significant(grid.quantized, 4)));
    update();
}

double WeightGridView::xOf(double value) const {
    const double low = std::min({m_grid.levels.front(), m_grid.weight, m_grid.quantized}), high = std::max({m_grid.levels.back(), m_grid.weight, m_grid.quantized});
    return high > low ? kSide + (value - low) / (high - low) * (width() - 2 * kSide) : width() / 2.0;
}

void WeightGridView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = Theme::of(this);
    QFont font = this->font();
    font.setPixelSize(kFont);
    painter.setFont(font);
    if (m_grid.levels.empty()) {
        painter.setPen(theme.secondary);
        painter.drawText(rect(), Qt::AlignCenter, tr("Point at a weight in the matrix."));
        return;
    }
    painter.setPen(QPen(theme.hairline, 1));
    painter.drawLine(QPointF(kSide, kAxis), QPointF(width() - kSide, kAxis));
    painter.setPen(QPen(theme.secondary, 1.4));
    for (const double level : m_grid.levels) painter.drawLine(QPointF(xOf(level), kAxis - kLevel), QPointF(xOf(level), kAxis + kLevel));
    painter.setPen(theme.secondary);
    const QRectF below(0, kAxis + kLevel + 2, width(), kFont + 4);
    painter.drawText(below.adjusted(2, 0, 0, 0), Qt::AlignLeft, Format::significant(m_grid.levels.front(), 3));
    painter.drawText(below.adjusted(0, 0, -2, 0), Qt::AlignRight, Format::significant(m_grid.levels.back(), 3));
    // The way it is moved, above the line.
    const QPointF from(xOf(m_grid.weight), kAxis - kLevel - 8), to(xOf(m_grid.quantized), kAxis - kLevel - 8);
    painter.setPen(QPen(theme.text, 1.6));
    painter.drawLine(from, to);
    painter.drawLine(to, QPointF(to.x(), kAxis));
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawEllipse(QPointF(from.x(), kAxis), kDot, kDot);
    painter.setBrush(theme.text);
    painter.drawEllipse(QPointF(to.x(), kAxis), kDot - 1, kDot - 1);
    const auto label = [&](const QString& text, const QColor& colour, double x, Qt::Alignment side) {
        painter.setPen(colour);
        const double wide = painter.fontMetrics().horizontalAdvance(text);
        const double left = std::clamp(side == Qt::AlignRight ? x - wide - 3 : x + 3, 2.0, std::max(2.0, width() - wide - 2));
        painter.drawText(QRectF(left, 2, wide + 2, kFont + 4), Qt::AlignLeft, text);
    };
    const bool toTheRight = to.x() >= from.x();
    label(tr("W"), theme.accent, from.x(), toTheRight ? Qt::AlignRight : Qt::AlignLeft);
    label(tr("Ŵ"), theme.text, to.x(), toTheRight ? Qt::AlignLeft : Qt::AlignRight);
}

}  // namespace tacq::ui
