#pragma once
#include <QWidget>

#include "models/budget/budget_model.h"
#include "models/saliency/overview_model.h"

namespace tacq::ui {

/// The whole model at a glance: a cell per matrix, a bar per layer for the share of kept weights. Click or arrow keys choose a matrix.
class OverviewView : public QWidget {
    Q_OBJECT
public:
    OverviewView(OverviewModel& model, BudgetModel& budget, QWidget* parent = nullptr);

    int selectedMatrix() const { return m_selected; }
    void selectMatrix(int matrix);
    /// Splits the cells of attention matrices into their heads, where the model of values has them.
    void setHeadsShown(bool shown);
    QRect cellRect(int layer, int column) const;
    QSize sizeHint() const override { return {380, 420}; }
    QSize minimumSizeHint() const override { return {210, 160}; }

signals:
    void matrixSelected(int matrix);
    void matrixOpened(int matrix);   ///< double click, or Enter

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Layout;
    Layout layout() const;
    bool cellAt(const QPoint& position, int& layer, int& column) const;
    void paintCells(QPainter& painter, const Layout& at) const;
    void paintLabels(QPainter& painter, const Layout& at) const;
    void paintBars(QPainter& painter, const Layout& at) const;
    QString toolTipAt(const QPoint& position) const;

    OverviewModel& m_model;
    BudgetModel& m_budget;
    int m_selected = -1;
    bool m_headsShown = false;
};

}  // namespace tacq::ui
