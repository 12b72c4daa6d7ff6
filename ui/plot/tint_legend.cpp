#include "plot/tint_legend.h"

#include <QPainter>
#include <cmath>
#include <vector>

#include "models/shared/format.h"
#include "plot/tick_labels.h"
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
    std::vector<int> centres, widths;
    for (const auto& [value, text] : ticks) {
        centres.push_back(bar.left() + static_cast<int>(scale.fraction(value) * bar.width()));
        widths.push_back(painter.fontMetrics().horizontalAdvance(text));
    }
    const auto places = placeLabels(centres, widths, bar.left(), bar.right());
    for (std::size_t i = 0; i < places.size(); ++i)
        if (places[i]) painter.drawText(*places[i], 25, ticks[i].second);
}

}  // namespace tacq::ui
