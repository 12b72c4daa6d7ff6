#include "pages/quantize/settings_card.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "pages/budget/budget_controls.h"
#include "widgets/parts.h"
#include "widgets/segmented.h"

namespace tacq::ui {

SettingsCard::SettingsCard(PageContext context, QWidget* parent) : Card(tr("Budget"), QStringLiteral("budgetSettings"), parent), m_context(context) {
    buildPresets();
    const QString prefix = QStringLiteral("budget");
    body()->addWidget(new FractionControl(context, prefix, this));
    body()->addWidget(new GridControl(context, prefix, true, this));
    connect(&context.budget, &BudgetModel::settingsChanged, this, &SettingsCard::showPreset);
    showPreset();
}

void SettingsCard::buildPresets() {
    auto* line = new QHBoxLayout;
    line->setSpacing(4);
    for (const BudgetPreset& preset : BudgetPresets::list()) {
        auto* button = makeButton(preset.name, ButtonRole::Normal, QStringLiteral("preset_") + preset.id, this);
        button->setToolTip(preset.sentence);
        button->setProperty("segment", true);
        button->setCheckable(true);
        line->addWidget(button, 1);
        m_presets.emplace_back(preset, button);
        connect(button, &QPushButton::clicked, this, [this, preset] {
            BudgetSettings wanted = preset.settings;
            wanted.embeddings = m_context.budget.settings().embeddings;
            m_context.budget.setSettings(wanted, tr("preset %1").arg(preset.name));
            showPreset();   // a click on the preset in force must not let it up
        });
    }
    m_sentence = makeLabel({}, TextRole::Small, QStringLiteral("presetSentence"), this);
    m_sentence->setWordWrap(true);
    body()->addLayout(line);
    body()->addWidget(m_sentence);
}

void SettingsCard::showPreset() {
    const BudgetSettings& now = m_context.budget.settings();
    QString sentence = tr("Your own settings. A preset is a starting point; Undo brings yours back.");
    for (const auto& [preset, button] : m_presets) {
        BudgetSettings wanted = preset.settings;
        wanted.embeddings = now.embeddings;
        wanted.grid.scaleType = now.grid.scaleType;
        const bool same = wanted == now;
        button->setChecked(same);
        if (same) sentence = preset.sentence;
    }
    m_sentence->setText(sentence);
}

}  // namespace tacq::ui
