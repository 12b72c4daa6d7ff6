#pragma once
#include <QStringList>
#include <QWidget>
#include <functional>
#include <vector>

#include "models/shared/colour_map.h"

namespace tacq::ui {

/// A small map of rows × columns, a colour a cell, with names along both sides. NaN: no cell there. Arrow keys go from cell to cell, Space is a click,
/// Enter a double click.
class CellMapView : public QWidget {
    Q_OBJECT
public:
    struct Content {
        int rows = 0, columns = 0;
        std::vector<double> values;          ///< row-major
        QStringList columnNames;             ///< empty: numbered
        QString rowTitle, columnTitle;       ///< what the sides are
        ColourScale scale;
        std::function<QString(int row, int column)> toolTip;
    };
    explicit CellMapView(QWidget* parent = nullptr);
    void setContent(Content content);
    const Content& content() const { return m_content; }
    QRect cellRect(int row, int column) const;
    /// The cell that keys are at; rows < 0: none yet.
    QPoint current() const { return {m_column, m_row}; }
    QSize sizeHint() const override { return {260, 240}; }
    QSize minimumSizeHint() const override { return {120, 110}; }

signals:
    void cellClicked(int row, int column);
    void cellDoubleClicked(int row, int column);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF area() const;
    bool isCell(int row, int column) const;
    bool cellAt(const QPoint& position, int& row, int& column) const;
    QPoint firstCell() const;
    /// From the present cell one step on; y() < 0: there is none.
    QPoint nextCell(int down, int right) const;
    void choose(int row, int column);
    /// Chosen by a key: with its tool tip.
    void moveTo(int row, int column);
    Content m_content;
    int m_row = -1, m_column = -1;
};

}  // namespace tacq::ui
