#include "plot/tint_legend.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "models/shared/format.h"
#include "widgets/theme.h"
#include "widgets/tinted_text.h"

namespace tacq::ui {

TintLegend::TintLegend(QWidget* parent) : QWidget(parent) {
    setFixedHeight(30);
    setMinimumWidth(160);
    setAccessibleName(tr("Colours of the KL divergence, in nats"));
}

void TintLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = Theme::of(this);
    const TintScale scale = divergenceTint(theme);
    painter.setFont(labelFont(this));
    const QRect bar(0, 2, width() - 1, 9);
    for (int x = 0; x < bar.width(); ++x) {
        painter.setPen(scale.background(scale.low * std::pow(scale.high / scale.low, static_cast<double>(x) / bar.width())));
        painter.drawLine(bar.left() + x, bar.top(), bar.left() + x, bar.bottom());
    }
    // The lowest tint is the card itself: without a line the bar would seem to begin later.
    painter.setPen(theme.hairline);
    painter.drawRect(bar);
    painter.setPen(theme.secondary);
    const std::pair<double, QString> ticks[]{{scale.low, tr("≤ %1").arg(Format::significant(scale.low, 1))}, {0.1, Format::significant(0.1, 1)},
                                             {1.0, Format::significant(1, 1)}, {scale.high, tr("≥ %1 nats").arg(Format::significant(scale.high, 1))}};
    for (const auto& [value, text] : ticks) {
        const int w = painter.fontMetrics().horizontalAdvance(text);
        const int x = bar.left() + static_cast<int>(scale.fraction(value) * bar.width()) - w / 2;
        painter.drawText(std::clamp(x, bar.left(), std::max(bar.left(), bar.right() - w)), 25, text);
    }
}

}  // namespace tacq::ui
