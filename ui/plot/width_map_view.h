#pragma once
#include <QWidget>
#include <memory>
#include <vector>

#include "models/budget/budget_model.h"
#include "models/budget/width_painting.h"

namespace tacq::ui {

/// Bits per matrix: a cell each with its number, layers by modules, a lock where the allocator must leave it. Click or drag paints cells, a click on a
/// layer's number or a module's name paints all of it; arrows choose a cell, Space paints it, digits and L paint it with another brush.
class WidthMapView : public QWidget {
    Q_OBJECT
public:
    explicit WidthMapView(BudgetModel& budget, QWidget* parent = nullptr);

    QRect cellRect(std::size_t matrix) const;
    QRect rowLabelRect(int layer) const;
    QRect columnLabelRect(int column) const;
    int selectedMatrix() const { return m_selected; }
    void selectMatrix(int matrix);
    QString toolTipAt(const QPoint& position) const;
    /// From few to many bits, told apart by people who do not see red or green.
    QColor widthColour(int bits) const;
    QSize sizeHint() const override { return {380, 420}; }
    QSize minimumSizeHint() const override { return {240, 160}; }

signals:
    /// `begin`: the first of a drag; the others belong to it until released().
    void touched(const std::vector<std::size_t>& matrices, bool begin);
    void released();
    /// A key asked for this brush on these cells, whatever brush is chosen.
    void keyPainted(const std::vector<std::size_t>& matrices, const WidthBrush& brush);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Layout;
    Layout layout() const;
    void rebuild();
    void describe();
    QString textOf(std::size_t matrix) const;
    int matrixAt(int layer, int column) const;
    int matrixAt(const QPoint& position) const;
    std::vector<std::size_t> labelledAt(const QPoint& position) const;
    bool paintByKey(int key);
    void paintCell(QPainter& painter, const QRect& cell, std::size_t matrix) const;
    void paintLock(QPainter& painter, const QRect& cell, const QColor& ink) const;

    BudgetModel& m_budget;
    std::weak_ptr<const SaliencySource> m_shown;   ///< what m_matrixAt is of
    int m_layers = 0, m_selected = -1;
    std::vector<int> m_matrixAt;     ///< [layers × kLinearKinds]
    std::vector<std::size_t> m_stroke;   ///< painted in this drag
    bool m_dragging = false;
};

}  // namespace tacq::ui
