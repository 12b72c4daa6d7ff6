#include "plot/legend_bar.h"

#include <QPainter>
#include <algorithm>

#include "models/format.h"
#include "widgets/theme.h"

namespace tacq::ui {

LegendBar::LegendBar(QWidget* parent) : QWidget(parent) { setFixedHeight(30); }

void LegendBar::setScale(const ColourScale& scale) {
    m_scale = scale;
    update();
}

void LegendBar::setKeptShown(bool shown) {
    m_keptShown = shown;
    update();
}

void LegendBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = Theme::of(this);
    QFont font = this->font();
    font.setPixelSize(11);
    painter.setFont(font);
    const QString keptText = tr("kept in 16 bit");
    const int keptWidth = m_keptShown ? painter.fontMetrics().horizontalAdvance(keptText) + 28 : 0;
    const QRect bar(0, 2, width() - keptWidth, 8);
    QLinearGradient gradient(bar.left(), 0, bar.right(), 0);
    constexpr int kStops = 32;
    for (int i = 0; i <= kStops; ++i)
        gradient.setColorAt(static_cast<double>(i) / kStops, colours(m_scale.map)[static_cast<std::size_t>(i * 255 / kStops)]);
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawRoundedRect(bar, 2, 2);
    painter.setPen(theme.secondary);
    const int ticks = bar.width() > 260 ? 4 : 2;
    for (int i = 0; i <= ticks; ++i) {
        const double f = static_cast<double>(i) / ticks;
        const QString text = Format::significant(m_scale.valueAt(f), 2);
        const int w = painter.fontMetrics().horizontalAdvance(text);
        const int x = std::clamp(static_cast<int>(bar.left() + f * bar.width()) - w / 2, bar.left(), bar.right() - w);
        painter.drawText(x, 25, text);
    }
    if (!m_keptShown) return;
    const int left = bar.right() + 14;
    painter.setBrush(theme.kept);
    painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(QRect(left, 2, 9, 9), 2, 2);
    painter.setPen(theme.secondary);
    painter.drawText(left + 14, 11, keptText);
}

}  // namespace tacq::ui
