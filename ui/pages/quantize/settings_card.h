#pragma once
#include <utility>
#include <vector>

#include "models/budget/budget_presets.h"
#include "pages/shared/page.h"
#include "widgets/card.h"

class QLabel;
class QPushButton;

namespace tacq::ui {

class Choice;

/// Presets, the share of kept weights, how the others are stored, and what chooses those that are kept.
class SettingsCard : public Card {
    Q_OBJECT
public:
    explicit SettingsCard(PageContext context, QWidget* parent = nullptr);

private:
    void buildPresets();
    void buildMethod();
    void showPreset();
    void showMethod();

    PageContext m_context;
    std::vector<std::pair<BudgetPreset, QPushButton*>> m_presets;
    QLabel *m_sentence = nullptr, *m_methodWords = nullptr;
    Choice* m_method = nullptr;
};

}  // namespace tacq::ui
