#pragma once
#include "models/budget/width_painting.h"
#include "pages/shared/page.h"
#include "widgets/card.h"

class QLabel;
class QPushButton;

namespace tacq::ui {

class Segmented;
class Tick;
class WidthMapView;

/// Bits per tensor, painted on the map; what vLLM and GGUF ask of them.
class WidthsCard : public Card {
    Q_OBJECT
public:
    explicit WidthsCard(PageContext context, QWidget* parent = nullptr);
    const WidthRules& rules() const { return m_rules; }

signals:
    void rulesChanged();

private:
    void buildBrush();
    void buildRules();
    void paintCells(const std::vector<std::size_t>& matrices, WidthBrush brush, bool dragging);
    void touched(const std::vector<std::size_t>& matrices, bool begin);
    void applyRules();
    void showNote();

    PageContext m_context;
    WidthRules m_rules;
    WidthBrush m_stroke;
    RecipePointer m_noted;   ///< what the note is about
    int m_bits = 0;
    Segmented* m_brush = nullptr;
    WidthMapView* m_view = nullptr;
    Tick *m_vllm = nullptr, *m_gguf = nullptr;
    QPushButton* m_clear = nullptr;
    QLabel* m_note = nullptr;
};

}  // namespace tacq::ui
