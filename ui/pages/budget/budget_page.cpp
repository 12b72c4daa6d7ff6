#include "pages/budget/budget_page.h"

#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "pages/budget/fit_card.h"
#include "pages/budget/pareto_card.h"
#include "pages/budget/widths_card.h"
#include "pages/quantize/forecast_card.h"
#include "pages/quantize/settings_card.h"
#include "pages/saliency/no_saliency.h"
#include "widgets/parts.h"

namespace tacq::ui {
namespace {

constexpr int kSettingsWidth = 376;

}  // namespace

BudgetPage::BudgetPage(PageContext context, QWidget* parent) : Page(context, parent), m_stack(new QStackedLayout(this)) {
    m_stack->addWidget(new NoSaliency(context, QStringLiteral("budget"),
                                      tr("Open a model, choose a task and run saliency: then every bit of the smaller model can be spent here, and seen at once."), this));
    m_stack->addWidget(buildContent());
    connect(&context.project, &Project::saliencyChanged, this, &BudgetPage::showSource);
    connect(&context.workflow, &Workflow::jobsChanged, this, &Page::primaryChanged);
    connect(&context.budget, &BudgetModel::changed, this, &Page::primaryChanged);
    showSource();
}

QWidget* BudgetPage::buildContent() {
    auto* content = new QWidget(this);
    content->setObjectName(QStringLiteral("budgetContent"));
    const auto column = [content](const char* name, std::initializer_list<std::pair<QWidget*, int>> cards) {
        auto* holder = new QWidget(content);
        holder->setObjectName(QLatin1String(name));
        auto* layout = new QVBoxLayout(holder);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(12);
        for (const auto& [card, stretch] : cards) layout->addWidget(card, stretch);
        return holder;
    };
    // Made in the order in which Tab goes through them: columns from left to right, each from top to bottom.
    auto* widths = new WidthsCard(m_context, content);
    auto* dials = new SettingsCard(m_context, content);
    auto* fit = new FitCard(m_context, content);
    connect(widths, &WidthsCard::rulesChanged, fit, [widths, fit] { fit->setRules(widths->rules()); });
    // On a low screen the settings scroll; the map and the figures stay.
    auto* scroll = new QScrollArea(content);
    scroll->setObjectName(QStringLiteral("budgetScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);   // it follows the focus of what is in it
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QWidget* settings = column("scrolled", {{dials, 0}, {fit, 0}});
    static_cast<QVBoxLayout*>(settings->layout())->addStretch(1);
    scroll->setWidget(settings);
    // Words are longer in some languages: nothing scrolls sideways.
    scroll->setMinimumWidth(std::max(kSettingsWidth, settings->minimumSizeHint().width() + 14));
    auto* right = column("budgetRight", {{new ForecastCard(m_context, content), 0}, {new ParetoCard(m_context, content), 1}});
    auto* splitter = makeSplitter(Qt::Horizontal, {widths, scroll, right}, {3, 0, 3}, {400, kSettingsWidth, 430}, QStringLiteral("budgetSplitter"), content);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->addWidget(splitter);
    return content;
}

void BudgetPage::showSource() {
    m_stack->setCurrentIndex(m_context.project.saliency() ? 1 : 0);
    emit primaryChanged();
}

void BudgetPage::shown() { m_context.workflow.readMeasured(); }

Page::Action BudgetPage::primaryAction() const {
    if (!m_context.project.saliency()) return {tr("Run saliency"), tr("Finds the weights that this task needs."), m_context.project.model() != nullptr};
    return {tr("Quantize"), tr("Makes the smaller model with this budget, then measures it."), !m_context.workflow.isQueued()};
}

void BudgetPage::triggerPrimary() {
    if (m_context.project.saliency()) {
        m_context.workflow.quantize();
    } else {
        m_context.workflow.runSaliency();
    }
    emit pageWanted(m_context.project.saliency() ? QStringLiteral("quantize") : QStringLiteral("saliency"));
}

}  // namespace tacq::ui
