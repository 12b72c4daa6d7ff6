#include "plot/legend_bar.h"

#include <QImage>
#include <QPainter>
#include <cmath>
#include <vector>

#include "models/shared/format.h"
#include "plot/tick_labels.h"
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
    painter.setFont(labelFont(this));
    const QString keptText = tr("kept in 16 bit");
    const int keptWidth = m_keptShown ? painter.fontMetrics().horizontalAdvance(keptText) + 28 : 0;
    const QRect bar(0, 2, width() - keptWidth, 8);
    // A picture, not a gradient: what is exported must be the map itself.
    QImage strip(256, 1, QImage::Format_RGB32);
    for (int i = 0; i < 256; ++i) strip.setPixel(i, 0, colours(m_scale.map)[static_cast<std::size_t>(i)]);
    painter.drawImage(bar, strip);
    painter.setPen(theme.secondary);
    constexpr int kTicks = 4;
    QStringList texts;
    std::vector<int> centres, widths;
    for (int i = 0; i <= kTicks; ++i) {
        const double f = static_cast<double>(i) / kTicks;
        const double value = m_scale.valueAt(f);
        texts << Format::significant(m_powersOfTwo ? std::exp2(value) : value, 2);
        centres.push_back(static_cast<int>(bar.left() + f * bar.width()));
        widths.push_back(painter.fontMetrics().horizontalAdvance(texts.back()));
    }
    const auto places = placeLabels(centres, widths, bar.left(), bar.right());
    for (int i = 0; i <= kTicks; ++i)
        if (places[static_cast<std::size_t>(i)]) painter.drawText(*places[static_cast<std::size_t>(i)], 25, texts[i]);
    if (!m_keptShown) return;
    const int left = bar.right() + 14;
    painter.setBrush(theme.kept);
    painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(QRect(left, 2, 9, 9), 2, 2);
    painter.setPen(theme.secondary);
    painter.drawText(left + 14, 11, keptText);
}

}  // namespace tacq::ui
