#pragma once
#include <utility>
#include <vector>

#include "models/budget/budget_presets.h"
#include "pages/shared/page.h"
#include "widgets/card.h"

class QLabel;
class QPushButton;

namespace tacq::ui {

/// Presets, the share of kept weights, and how the others are stored.
class SettingsCard : public Card {
    Q_OBJECT
public:
    explicit SettingsCard(PageContext context, QWidget* parent = nullptr);

private:
    void buildPresets();
    void showPreset();

    PageContext m_context;
    std::vector<std::pair<BudgetPreset, QPushButton*>> m_presets;
    QLabel* m_sentence = nullptr;
};

}  // namespace tacq::ui
