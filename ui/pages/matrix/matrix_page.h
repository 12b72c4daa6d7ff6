#pragma once
#include "models/matrix/matrix_raster.h"
#include "pages/shared/page.h"

class QLabel;
class QSplitter;
class QStackedLayout;

namespace tacq::ui {

class Choice;
class MatrixPane;
class SaliencyChoice;
class Segmented;
class Tick;
class WeightPanel;
class WeightProbe;

/// A matrix at full size, down to one weight: its layers, its strongest weights, and beside it (or subtracted from it) another matrix or another run.
class MatrixPage : public Page {
    Q_OBJECT
public:
    explicit MatrixPage(PageContext context, QWidget* parent = nullptr);
    StepState railState() const override { return doneIf(m_context.project.saliency() && wasSeen()); }
    enum class Mode { One, SideBySide, Difference };
    Action primaryAction() const override;
    void triggerPrimary() override;
    void shown() override;

protected:
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* buildControls();
    QWidget* buildScale();
    void connectPanes();
    void showSource();
    void openMatrix(int matrix);
    void setMode(Mode mode);
    void applyMode();
    void applyBudget();
    void applyRange();
    void link(MatrixPane* from, MatrixPane* to);
    void probe(MatrixPane* pane, qint64 row, qint64 column);
    void refreshCaption();
    bool isShowing() const { return m_current && isVisible(); }
    /// The second saliency: of the right view, or what is subtracted.
    SaliencyPointer other() const;
    bool isComparable() const;

    QStackedLayout* m_stack;
    QSplitter* m_panes;
    MatrixPane *m_first, *m_second;
    WeightPanel* m_weight;
    WeightProbe* m_probe;
    Segmented *m_quantity, *m_mode;
    SaliencyChoice* m_other;
    Tick *m_linked, *m_log;
    Choice* m_map;
    QLabel* m_caption;
    Mode m_shownMode = Mode::One;
    CountAnswer m_otherCounts;
    qint64 m_lastRow = -1, m_lastColumn = -1;
    int m_cell = 1;
    bool m_current = false, m_dirty = true;
};

}  // namespace tacq::ui
