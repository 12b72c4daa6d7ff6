#pragma once
#include <QColor>
#include <QString>
#include <QWidget>
#include <vector>

namespace tacq::ui {

/// Horizontal bars with names, figures, and a mark each for what to compare with (chance, the mean). Scrolls with the wheel when there are more
/// than fit. Up and down go from bar to bar.
class BarsView : public QWidget {
    Q_OBJECT
public:
    struct Bar {
        QString name, text, toolTip;
        double value = 0;
        double mark = -1;     ///< < 0: none
    };
    explicit BarsView(QWidget* parent = nullptr);
    /// `markText`: what the marks are, for the line under the bars; empty: no marks.
    void setBars(std::vector<Bar> bars, const QString& markText = {});
    const std::vector<Bar>& bars() const { return m_bars; }
    /// The bar that keys are at; −1: none yet.
    int current() const { return m_current; }
    QSize sizeHint() const override { return {320, 260}; }
    QSize minimumSizeHint() const override { return {170, 90}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    int fitting() const;
    double barHeight() const;
    void choose(int bar);
    void paintScroll(QPainter& painter) const;
    std::vector<Bar> m_bars;
    QString m_markText;
    int m_first = 0, m_widestName = 0, m_current = -1;
};

}  // namespace tacq::ui
