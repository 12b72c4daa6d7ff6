#pragma once
#include "models/circuit/overlap_model.h"
#include "pages/shared/page.h"
#include "widgets/card.h"

namespace tacq::ui {

class BarsView;
class CellMapView;
class LegendBar;
class SaliencyChoice;

/// How this circuit differs from another one of the same model: Jaccard index per layer next to chance, and which of them keeps more where.
class ComparisonCard : public Card {
    Q_OBJECT
public:
    explicit ComparisonCard(PageContext context, QWidget* parent = nullptr);
    /// Compares with this saliency of the workspace.
    void compareWith(const QString& key);
    const OverlapModel& overlap() const { return *m_overlap; }
    /// What is on show, if it is that of the chosen runs and of the budget as it is; else null.
    const CircuitOverlap* shownOverlap() const;

signals:
    void compared();
    void matrixWanted(int matrix);
    void matrixOpened(int matrix);   ///< a double click

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildPlots();
    void compute();
    void clear();
    void show(CircuitOverlap overlap);
    void refreshPlots();
    int matrixAt(int layer, int kind) const;
    PageContext m_context;
    OverlapModel* m_overlap;
    SaliencyChoice* m_other;
    QLabel *m_index, *m_words, *m_mapTitle;
    QWidget* m_results;
    BarsView* m_layers;
    CellMapView* m_map;
    LegendBar* m_legend;
    std::pair<QString, QString> m_names;   ///< of this circuit and the other, where they differ
    bool m_computing = false, m_stale = true;
};

}  // namespace tacq::ui
