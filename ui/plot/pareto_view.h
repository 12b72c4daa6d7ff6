#pragma once
#include <QWidget>
#include <optional>

#include "models/budget/pareto.h"

class QCustomPlot;
class QCPErrorBars;
class QCPGraph;

namespace tacq::ui {

/// Size against measured loss: a point per measured run with its 95 % interval, those on the frontier joined, the original's loss as a line, the present
/// budget as a ring with its predicted interval. Click or arrow keys choose a run.
class ParetoView : public QWidget {
    Q_OBJECT
public:
    struct Present {
        double bits = 0;
        std::optional<double> loss;   ///< predicted; without one only the size is drawn, as a line
        double low = 0, high = 0;     ///< its interval
    };
    explicit ParetoView(QWidget* parent = nullptr);

    void setPoints(std::vector<ParetoPoint> points, std::optional<double> original);
    void setPresent(const Present& present);
    const std::vector<ParetoPoint>& points() const { return m_points; }
    qint64 selectedRun() const { return m_selected; }
    void selectRun(qint64 run);
    /// Where a point lies, in pixels of this widget.
    QPoint pixelOf(std::size_t point) const;
    QString toolTipAt(const QPoint& position) const;
    static QString textOf(const ParetoPoint& point);
    void writeTo(QPaintDevice* device);
    /// No more than it needs: beside texts that wrap, a layout takes a hint for the least.
    QSize sizeHint() const override { return {420, 124}; }
    QSize minimumSizeHint() const override { return {220, 124}; }

signals:
    void runSelected(qint64 run);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void build();
    void applyTheme();
    void refresh();
    void setRanges();
    void queueReplot();
    int pointAt(const QPoint& position) const;

    QCustomPlot* m_plot;
    QCPGraph *m_others = nullptr, *m_frontier = nullptr, *m_originalLine = nullptr, *m_presentRing = nullptr, *m_presentLine = nullptr, *m_chosen = nullptr;
    QCPErrorBars *m_otherBars = nullptr, *m_frontierBars = nullptr, *m_presentBars = nullptr;
    std::vector<ParetoPoint> m_points;
    std::optional<double> m_original;
    Present m_present;
    qint64 m_selected = -1;
};

}  // namespace tacq::ui
