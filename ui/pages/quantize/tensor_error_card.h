#pragma once
#include <QPointer>

#include "models/quantize/tensor_errors.h"
#include "pages/shared/page.h"
#include "widgets/card.h"

namespace tacq::ui {

class CellMapView;
class LegendBar;

/// The error of every matrix, layer by module: live while a model is made, then from its result.
class TensorErrorCard : public Card {
    Q_OBJECT
public:
    explicit TensorErrorCard(PageContext context, QWidget* parent = nullptr);
    /// Shown while no pass is running; null: nothing.
    void showResult(const QuantizedResult* result);

private:
    void follow(EngineJob* job);
    void takeProgress();
    void setUp(const GridOptions& grid);
    void refresh();
    PageContext m_context;
    TensorErrors m_errors;
    EngineJob* m_job = nullptr;
    QString m_folder;
    CellMapView* m_map;
    LegendBar* m_legend;
    QLabel *m_words, *m_count;
};

}  // namespace tacq::ui
