#include "pages/budget_card.h"

#include <QDoubleSpinBox>
#include <QPushButton>
#include <algorithm>

#include "models/forecast.h"
#include "models/format.h"
#include "models/machine_probe.h"
#include "widgets/ledger_bar.h"
#include "widgets/log_slider.h"
#include "widgets/parts.h"
#include "widgets/segmented.h"

namespace tacq::ui {
namespace {

// Exact counts reach to the top 5 % of weights: the slider ends there, the number field goes on.
constexpr double kLowest = 1e-4, kHighest = 0.05;

}  // namespace

BudgetCard::BudgetCard(PageContext context, QWidget* parent)
    : Card(tr("Budget"), QStringLiteral("budgetCard"), parent), m_context(context), m_ledger(new LedgerModel(this)) {
    buildFraction();
    buildGrid();
    body()->addWidget(makeLine(this));
    buildLedger();
    body()->addStretch(1);
    connect(&context.budget, &BudgetModel::settingsChanged, this, &BudgetCard::showSettings);
    connect(&context.budget, &BudgetModel::changed, this, &BudgetCard::showState);
    connect(&context.workflow, &Workflow::jobsChanged, this, &BudgetCard::showSimulate);
    showSettings();
    showState();
}

void BudgetCard::buildFraction() {
    auto* caption = makeLabel(tr("Kept in 16 bit"), TextRole::Secondary, QStringLiteral("fractionLabel"), this);
    const QString tip = tr("Share of the quantizable weights that stay in 16 bit: those with the highest saliency. Exactly that many are kept.");
    caption->setToolTip(tip);
    m_percent = new QDoubleSpinBox(this);
    m_percent->setObjectName(QStringLiteral("fractionPercent"));
    m_percent->setAccessibleName(tr("Kept in 16 bit, percent"));
    m_percent->setToolTip(tip);
    m_percent->setDecimals(4);
    m_percent->setRange(0, 100);
    m_percent->setSuffix(tr(" %"));
    m_percent->setKeyboardTracking(false);
    m_percent->setAlignment(Qt::AlignRight);
    m_percent->setFixedWidth(104);
    m_slider = new LogSlider(kLowest, kHighest, this);
    m_slider->setObjectName(QStringLiteral("fractionSlider"));
    m_slider->setAccessibleName(tr("Kept in 16 bit"));
    m_slider->setToolTip(tip);
    m_kept = makeLabel({}, TextRole::Strong, QStringLiteral("keptTotal"), this);
    auto* line = new QHBoxLayout;
    line->addWidget(caption);
    line->addStretch(1);
    line->addWidget(m_percent);
    body()->addLayout(line);
    body()->addWidget(m_slider);
    body()->addWidget(m_kept);
    connect(m_slider, &LogSlider::fractionMoved, &m_context.budget, &BudgetModel::setFraction);
    connect(m_percent, qOverload<double>(&QDoubleSpinBox::valueChanged), this, [this](double percent) { m_context.budget.setFraction(percent / 100); });
}

void BudgetCard::buildGrid() {
    m_bits = new Segmented(QStringLiteral("bits"), tr("Base bits"), this);
    for (const int bits : {2, 3, 4, 8})
        m_bits->addChoice(QString::number(bits), QString::number(bits), bits, tr("All other weights get %1 values to choose from.").arg(1 << bits));
    m_group = new Segmented(QStringLiteral("group"), tr("Group size"), this);
    m_group->addChoice(QStringLiteral("row"), tr("row"), QVariant::fromValue<qint64>(-1), tr("One scale for a whole row: the smallest file."));
    for (const qint64 group : {128, 64, 32})
        m_group->addChoice(QString::number(group), QString::number(group), group, tr("One scale for every %1 weights of a row: finer, and more bits for scales.").arg(group));
    const auto line = [this](const QString& text, const char* name, const QString& tip, QWidget* control) {
        auto* label = makeLabel(text, TextRole::Secondary, QLatin1String(name), this);
        label->setToolTip(tip);
        auto* row = new QHBoxLayout;
        row->addWidget(label);
        row->addStretch(1);
        row->addWidget(control);
        body()->addLayout(row);
    };
    line(tr("Base bits"), "bitsLabel", tr("Bits for every weight that is not kept."), m_bits);
    line(tr("Group"), "groupLabel", tr("How many weights of a row share one scale and zero point."), m_group);
    m_notSimulated = makeLabel({}, TextRole::Warning, QStringLiteral("notSimulated"), this);
    m_notSimulated->setWordWrap(true);
    m_simulate = makeButton({}, ButtonRole::Normal, QStringLiteral("simulate"), this);
    m_simulate->setAccessibleName(tr("Simulate this grid"));  // its text changes with the forecast
    m_simulate->setToolTip(tr("Quantizes the model once on this grid, to know exactly which weights it should keep. Gradients are used again."));
    body()->addWidget(m_notSimulated);
    body()->addWidget(m_simulate);
    connect(m_bits, &Segmented::chosen, this, [this](const QVariant& value) { m_context.budget.setBits(value.toInt()); });
    connect(m_group, &Segmented::chosen, this, [this](const QVariant& value) { m_context.budget.setGroupSize(value.toLongLong()); });
    connect(m_simulate, &QPushButton::clicked, this, [this] { m_context.workflow.runSaliency(); });
}

void BudgetCard::buildLedger() {
    m_total = makeLabel({}, TextRole::Headline, QStringLiteral("totalBits"), this);
    m_total->setToolTip(tr("Bits per quantizable weight: codes, scales, zeros, kept values and their positions."));
    m_size = makeLabel({}, TextRole::Secondary, QStringLiteral("modelBytes"), this);
    auto* line = new QHBoxLayout;
    line->addWidget(m_total);
    line->addStretch(1);
    line->addWidget(m_size);
    auto* bar = new LedgerBar(*m_ledger, this);
    bar->setObjectName(QStringLiteral("ledgerBar"));
    bar->setAccessibleName(tr("Share of each ledger line"));
    auto* table = new LedgerTable(*m_ledger, this);
    table->setObjectName(QStringLiteral("ledgerTable"));
    table->setAccessibleName(tr("Ledger of bits and bytes"));
    body()->addLayout(line);
    body()->addWidget(bar);
    body()->addWidget(table);
}

void BudgetCard::showSettings() {
    const BudgetSettings& settings = m_context.budget.settings();
    m_slider->setFraction(settings.fraction);
    const QSignalBlocker quiet(m_percent);
    m_percent->setValue(settings.fraction * 100);
    m_bits->setValue(settings.grid.bits);
    m_group->setValue(QVariant::fromValue<qint64>(settings.grid.groupSize));
}

void BudgetCard::showState() {
    const BudgetState& state = m_context.budget.state();
    m_ledger->setLedger(state.ledger);
    if (!m_context.budget.hasState()) return;
    const QString about = state.counts.exact ? QString() : QStringLiteral("≈ ");
    m_kept->setText(tr("%1%2 weights").arg(about, Format::count(state.counts.total)));
    m_kept->setToolTip(tr("k = floor(share × %1 quantizable weights).").arg(Format::count(totalElements(m_context.budget.source()->meta()))));
    m_total->setText(tr("%1 bits").arg(Format::bits(state.ledger.totalBits)));
    const QString now = Format::bytes(static_cast<double>(state.ledger.modelBytes));
    const ModelPointer& model = m_context.project.model();
    m_size->setText(model ? tr("%1 of %2").arg(now, Format::bytes(static_cast<double>(model->bytes))) : now);
    m_size->setToolTip(tr("All files of the packed checkpoint together: %1.").arg(Format::exactBytes(state.ledger.modelBytes)));
    showSimulate();
}

void BudgetCard::showSimulate() {
    const bool missing = m_context.budget.hasState() && !m_context.budget.state().simulated;
    m_notSimulated->setVisible(missing);
    m_simulate->setVisible(missing);
    if (!missing) return;
    const GridOptions& nearest = m_context.budget.source()->meta().grid;
    m_notSimulated->setText(nearest.groupSize > 0 ? tr("Not simulated yet. Hatched: kept weights of %1 bit, groups of %2.").arg(nearest.bits).arg(nearest.groupSize)
                                                  : tr("Not simulated yet. Hatched: kept weights of %1 bit, one group per row.").arg(nearest.bits));
    const EngineJob* job = m_context.workflow.activeSaliency();
    const bool running = job && !job->isFinished();
    const double seconds = std::max(1.0, simulateSeconds(m_context.project, forecastRate(m_context.engine)));
    m_simulate->setText(running ? tr("Simulating …") : tr("Simulate (≈ %1)").arg(Format::duration(seconds)));
    m_simulate->setEnabled(!running);
}

}  // namespace tacq::ui
