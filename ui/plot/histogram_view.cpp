#include "plot/histogram_view.h"

#include <QHelpEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "models/shared/format.h"
#include "widgets/plain_words.h"
#include "widgets/theme.h"

namespace tacq::ui {

HistogramView::HistogramView(QWidget* parent) : QWidget(parent) {}

void HistogramView::setHistogram(TensorHistogram histogram) {
    m_histogram = std::move(histogram);
    update();
}

QRectF HistogramView::area() const { return QRectF(rect()).adjusted(44, 6, -6, -20); }

void HistogramView::paintEvent(QPaintEvent*) {
    if (m_histogram.counts.empty()) return;
    QPainter painter(this);
    const Theme& theme = Theme::of(this);
    painter.setFont(labelFont(this));
    const QRectF in = area();
    const auto most = static_cast<double>(std::max<std::uint64_t>(1, *std::max_element(m_histogram.counts.begin(), m_histogram.counts.end())));
    const double decades = std::max(1.0, std::ceil(std::log10(most)));
    painter.setPen(theme.hairline);
    for (int decade = 0; decade <= decades; ++decade) {
        const double y = in.bottom() - in.height() * decade / decades;
        painter.setPen(theme.hairline);
        painter.drawLine(QPointF(in.left(), y), QPointF(in.right(), y));
        painter.setPen(theme.secondary);
        if (decade % (decades > 4 ? 2 : 1) == 0) painter.drawText(QRectF(0, y - 8, in.left() - 6, 16), Qt::AlignRight | Qt::AlignVCenter, Format::shortCount(std::pow(10, decade)));
    }
    const double width = in.width() / static_cast<double>(m_histogram.counts.size());
    for (std::size_t i = 0; i < m_histogram.counts.size(); ++i) {
        if (m_histogram.counts[i] == 0) continue;
        const double high = std::max(1.0, in.height() * (std::log10(static_cast<double>(m_histogram.counts[i])) + 0.05) / decades);
        painter.fillRect(QRectF(in.left() + static_cast<double>(i) * width, in.bottom() - high, std::max(1.0, width - 0.6), high), theme.accent);
    }
    painter.setPen(theme.secondary);
    const QRectF foot(in.left(), in.bottom() + 2, in.width(), 16);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, Format::significant(-m_histogram.high));
    painter.drawText(foot, Qt::AlignHCenter | Qt::AlignVCenter, QStringLiteral("0"));
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, Format::significant(m_histogram.high));
}

bool HistogramView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QRectF in = area();
    const auto bins = static_cast<double>(m_histogram.counts.size());
    const double at = (help->pos().x() - in.left()) / in.width() * bins;
    QString text;
    if (at >= 0 && at < bins) {
        const double step = 2 * m_histogram.high / bins, low = -m_histogram.high + std::floor(at) * step;
        text = tr("%1 to %2: %3 weights").arg(Format::significant(low), Format::significant(low + step), Format::count(m_histogram.counts[static_cast<std::size_t>(at)]));
    }
    showToolTip(help->globalPos(), text, this);
    return true;
}

}  // namespace tacq::ui
