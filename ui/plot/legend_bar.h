#pragma once
#include <QWidget>

#include "models/shared/colour_map.h"

namespace tacq::ui {

/// A colour scale with its numbers: what a colour means, whatever the zoom.
class LegendBar : public QWidget {
    Q_OBJECT
public:
    explicit LegendBar(QWidget* parent = nullptr);
    void setScale(const ColourScale& scale);
    const ColourScale& scale() const { return m_scale; }
    /// Drawn at the right: what the colours cannot say, e.g. that kept weights are vermilion.
    void setKeptShown(bool shown);
    /// The values are logarithms to base two; the numbers shown are what they are of.
    void setPowersOfTwo(bool powers) { m_powersOfTwo = powers; }
    QSize sizeHint() const override { return {220, 30}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ColourScale m_scale;
    bool m_keptShown = false, m_powersOfTwo = false;
};

}  // namespace tacq::ui
