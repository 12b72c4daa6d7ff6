#include "pages/quantize/settings_card.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "models/saliency/saliency_catalogue.h"
#include "pages/budget/budget_controls.h"
#include "widgets/choice.h"
#include "widgets/parts.h"
#include "widgets/segmented.h"

namespace tacq::ui {

SettingsCard::SettingsCard(PageContext context, QWidget* parent) : Card(tr("Budget"), QStringLiteral("budgetSettings"), parent), m_context(context) {
    buildPresets();
    const QString prefix = QStringLiteral("budget");
    body()->addWidget(new FractionControl(context, prefix, this));
    body()->addWidget(new GridControl(context, prefix, true, this));
    buildMethod();
    connect(&context.budget, &BudgetModel::settingsChanged, this, &SettingsCard::showPreset);
    connect(&context.budget, &BudgetModel::settingsChanged, this, &SettingsCard::showMethod);
    showPreset();
    showMethod();
}

void SettingsCard::buildMethod() {
    m_method = new Choice(QStringLiteral("budgetMethod"), tr("What chooses the kept weights"), this);
    m_method->setToolTip(tr("TaCQ's score, or another to compare with: same grid, same size, only the choice of weights differs. The last two keep none."));
    std::vector<Method> all = scoringMethods();
    for (const Method method : methods())
        if (!keepsWeights(method)) all.push_back(method);
    for (const Method method : all) {
        m_method->addItem(keepsWeights(method) ? scoreName(method) : tr("nothing kept: %1").arg(scoreName(method)), QString::fromStdString(std::string(method->name)));
        m_method->setItemData(m_method->count() - 1, scoreFormula(method), Qt::ToolTipRole);
    }
    auto* caption = makeLabel(tr("Weights kept by"), TextRole::Secondary, QStringLiteral("budgetMethodLabel"), this);
    caption->setBuddy(m_method);
    caption->setToolTip(m_method->toolTip());
    auto* line = new QHBoxLayout;
    line->addWidget(caption);
    line->addWidget(m_method, 1);
    m_methodWords = makeLabel({}, TextRole::Small, QStringLiteral("budgetMethodWords"), this);
    m_methodWords->setWordWrap(true);
    body()->addLayout(line);
    body()->addWidget(m_methodWords);
    connect(m_method, &QComboBox::activated, this, [this](int index) {
        if (const auto method = parseMethod(m_method->itemData(index).toString().toStdString()); method.ok()) m_context.budget.setMethod(method.value());
    });
}

void SettingsCard::showMethod() {
    const Method method = m_context.budget.settings().method;
    m_method->setCurrentIndex(m_method->findData(QString::fromStdString(std::string(method->name))));
    m_methodWords->setVisible(method != Method::Tacq);
    m_methodWords->setText(keepsWeights(method) ? tr("By %1, to compare with: as many weights, but others. Maps and counts of single matrices stay those of TaCQ's score.").arg(scoreName(method))
                                                : tr("Keeps no weights: the share above is not used."));
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
