#pragma once
#include <QWidget>

#include "models/saliency/saliency_source.h"

class QHBoxLayout;
class QLabel;

namespace tacq::ui {

class Choice;
class ElidedLabel;
class MatrixView;

/// One matrix of one saliency, with the choice of which: layer, module, and the view.
class MatrixPane : public QWidget {
    Q_OBJECT
public:
    /// `prefix`: `<prefix>Layer`, `<prefix>Module`, `<prefix>View`, …
    MatrixPane(const QString& prefix, QWidget* parent);
    void setSource(SaliencyPointer source);
    const SaliencyPointer& source() const { return m_source; }
    /// Shows a matrix without reporting it as the person's choice.
    void setMatrix(int matrix);
    int matrix() const { return m_matrix; }
    /// The next layer's (or module's) matrix, as Page Down does.
    void step(int layers, int modules);
    /// Kept counts under a fraction of all weights; `hatched`: not of the chosen grid.
    void setKept(const CountAnswer& counts, bool hatched);
    const CountAnswer& counts() const { return m_counts; }
    quint64 kept() const;
    MatrixView* view() const { return m_view; }
    /// Which run it is of, over the choice of layer; empty: not said.
    void setTitle(const QString& title);
    /// In place of the title.
    void setTitleWidget(QWidget* widget);
    QString matrixName() const;

signals:
    void matrixChosen(int matrix);

private:
    void fillChoices();
    void choose();
    int find(std::int64_t layer, LinearKind kind) const;

    SaliencyPointer m_source;
    CountAnswer m_counts;
    int m_matrix = -1;
    QHBoxLayout *m_titleLine, *m_line;
    ElidedLabel* m_title;
    Choice *m_layer, *m_module;
    QLabel* m_shape;
    MatrixView* m_view;
};

}  // namespace tacq::ui
