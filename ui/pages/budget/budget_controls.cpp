#include "pages/budget/budget_controls.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "models/shared/forecast.h"
#include "models/shared/format.h"
#include "models/shared/machine_probe.h"
#include "widgets/decimal_box.h"
#include "widgets/log_slider.h"
#include "widgets/parts.h"
#include "widgets/segmented.h"
#include "widgets/tick.h"

namespace tacq::ui {

QString prefixed(const QString& prefix, const char* name) { return prefix.isEmpty() ? QLatin1String(name) : prefix + QLatin1Char('_') + QLatin1String(name); }

FractionControl::FractionControl(PageContext context, const QString& prefix, QWidget* parent)
    : QWidget(parent), m_context(context), m_slider(new LogSlider(kLeastFraction, kMostFraction, this)), m_percent(new DecimalBox(this)) {
    setObjectName(prefixed(prefix, "fractionControl"));
    auto* caption = makeLabel(tr("Kept in 16 bit"), TextRole::Secondary, prefixed(prefix, "fractionLabel"), this);
    const QString tip = tr("Share of the quantizable weights that stay in 16 bit: those with the highest saliency. Exactly that many are kept.");
    caption->setToolTip(tip);
    m_percent->setObjectName(prefixed(prefix, "fractionPercent"));
    m_percent->setAccessibleName(tr("Kept in 16 bit, percent"));
    m_percent->setToolTip(tip);
    m_percent->setDecimals(4);
    m_percent->setRange(0, 100);
    m_percent->setSuffix(tr(" %"));
    m_percent->setKeyboardTracking(false);
    m_percent->setAlignment(Qt::AlignRight);
    m_percent->setFixedWidth(104);
    // The slider ends where counts stop being exact, the number field goes on.
    m_slider->setObjectName(prefixed(prefix, "fractionSlider"));
    m_slider->setAccessibleName(tr("Kept in 16 bit"));
    m_slider->setToolTip(tip);
    m_kept = makeLabel({}, TextRole::Strong, prefixed(prefix, "keptTotal"), this);
    auto* line = new QHBoxLayout;
    line->addWidget(caption);
    line->addStretch(1);
    line->addWidget(m_percent);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(line);
    layout->addWidget(m_slider);
    layout->addWidget(m_kept);
    setTabOrder(m_percent, m_slider);
    connect(m_slider, &LogSlider::fractionMoved, this, [this](double fraction) { m_context.budget.setFraction(fraction, m_slider->isSliderDown()); });
    connect(m_slider, &QSlider::sliderReleased, &m_context.budget, &BudgetModel::endDrag);
    connect(m_percent, qOverload<double>(&QDoubleSpinBox::valueChanged), this, [this](double percent) { m_context.budget.setFraction(percent / 100); });
    connect(&context.budget, &BudgetModel::settingsChanged, this, &FractionControl::showSettings);
    connect(&context.budget, &BudgetModel::changed, this, &FractionControl::showState);
    showSettings();
    showState();
}

void FractionControl::showSettings() {
    const double fraction = m_context.budget.settings().fraction;
    m_slider->setFraction(fraction);
    const QSignalBlocker quiet(m_percent);
    m_percent->setValue(fraction * 100);
}

void FractionControl::showState() {
    if (!m_context.budget.hasState()) return;
    const BudgetState& state = m_context.budget.state();
    const QString about = state.counts.exact ? QString() : QStringLiteral("≈ ");
    m_kept->setText(tr("%1%2 weights").arg(about, Format::count(state.counts.total)));
    m_kept->setToolTip(tr("k = floor(share × %1 quantizable weights).").arg(Format::count(totalElements(m_context.budget.source()->meta()))));
}

GridControl::GridControl(PageContext context, const QString& prefix, bool all, QWidget* parent)
    : QWidget(parent), m_context(context), m_prefix(prefix), m_layout(new QVBoxLayout(this)) {
    setObjectName(prefixed(prefix, "gridControl"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    buildBits();
    buildGroup();
    if (all) buildRest();
    buildSimulate();
    connect(&context.budget, &BudgetModel::settingsChanged, this, &GridControl::showSettings);
    connect(&context.budget, &BudgetModel::changed, this, &GridControl::showSimulate);
    connect(&context.workflow, &Workflow::jobsChanged, this, &GridControl::showSimulate);
    showSettings();
    showSimulate();
}

void GridControl::addLine(const QString& text, const char* name, const QString& tip, QWidget* control) {
    auto* label = makeLabel(text, TextRole::Secondary, prefixed(m_prefix, name), this);
    label->setToolTip(tip);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addStretch(1);
    row->addWidget(control);
    m_layout->addLayout(row);
}

void GridControl::buildBits() {
    m_bits = new Segmented(prefixed(m_prefix, "bits"), tr("Base bits"), this);
    for (const int bits : {2, 3, 4, 8})
        m_bits->addChoice(QString::number(bits), QString::number(bits), bits, tr("All other weights get %1 values to choose from.").arg(1 << bits));
    addLine(tr("Base bits"), "bitsLabel", tr("Bits for every weight that is not kept."), m_bits);
    connect(m_bits, &Segmented::chosen, this, [this](const QVariant& value) { m_context.budget.setBits(value.toInt()); });
}

void GridControl::buildGroup() {
    m_group = new Segmented(prefixed(m_prefix, "group"), tr("Group size"), this);
    m_group->addChoice(QStringLiteral("row"), tr("row"), QVariant::fromValue<qint64>(-1), tr("One scale for a whole row: the smallest file."));
    for (const qint64 group : {128, 64, 32})
        m_group->addChoice(QString::number(group), QString::number(group), group, tr("One scale for every %1 weights of a row: finer, and more bits for scales.").arg(group));
    addLine(tr("Group"), "groupLabel", tr("How many weights of a row share one scale and zero point."), m_group);
    connect(m_group, &Segmented::chosen, this, [this](const QVariant& value) { m_context.budget.setGroupSize(value.toLongLong()); });
}

void GridControl::buildRest() {
    m_embeddings = new Segmented(prefixed(m_prefix, "embeddings"), tr("Bits of the embeddings"), this);
    m_embeddings->addChoice(QStringLiteral("16"), tr("16 bit"), 16, tr("The tables at the model's two ends stay as they are."));
    m_embeddings->addChoice(QStringLiteral("8"), tr("8 bit"), 8, tr("The tables at the model's two ends take half the room, with hardly any loss."));
    addLine(tr("Embeddings"), "embeddingsLabel", tr("The table that turns tokens into vectors, and the one that turns vectors into token scores."), m_embeddings);
    m_symmetric = new Tick(tr("Symmetric grid"), prefixed(m_prefix, "symmetric"), this);
    m_symmetric->setToolTip(tr("The values to choose from lie evenly around zero. Off: each group finds its own middle, which fits most weights better."));
    m_layout->addWidget(m_symmetric);
    connect(m_embeddings, &Segmented::chosen, this, [this](const QVariant& value) { m_context.budget.setEmbeddings(value.toInt() == 8 ? EmbeddingBits::Eight : EmbeddingBits::Source16); });
    connect(m_symmetric, &QAbstractButton::clicked, this, [this](bool on) { m_context.budget.setSymmetry(on ? Symmetry::Symmetric : Symmetry::Asymmetric); });
}

void GridControl::buildSimulate() {
    m_notSimulated = makeLabel({}, TextRole::Warning, prefixed(m_prefix, "notSimulated"), this);
    m_notSimulated->setWordWrap(true);
    m_simulate = makeButton({}, ButtonRole::Normal, prefixed(m_prefix, "simulate"), this);
    m_simulate->setAccessibleName(tr("Simulate this grid"));  // its text changes with the forecast
    m_simulate->setToolTip(tr("Quantizes the model once on this grid, to know exactly which weights it should keep. Gradients are used again."));
    m_layout->addWidget(m_notSimulated);
    m_layout->addWidget(m_simulate);
    connect(m_simulate, &QPushButton::clicked, this, [this] { m_context.workflow.runSaliency(); });
}

void GridControl::showSettings() {
    const BudgetSettings& settings = m_context.budget.settings();
    m_bits->setValue(settings.grid.bits);
    m_group->setValue(QVariant::fromValue<qint64>(settings.grid.groupSize));
    if (!m_embeddings) return;
    m_embeddings->setValue(settings.embeddings == EmbeddingBits::Eight ? 8 : 16);
    m_symmetric->setChecked(settings.grid.symmetry == Symmetry::Symmetric);
}

void GridControl::showSimulate() {
    const bool missing = m_context.budget.hasState() && !m_context.budget.state().simulated;
    m_notSimulated->setVisible(missing);
    m_simulate->setVisible(missing);
    if (!missing) return;
    const GridOptions& nearest = m_context.budget.source()->meta().grid;
    m_notSimulated->setText(nearest.groupSize > 0 ? tr("Not simulated yet. Hatched: kept weights of %1 bit, groups of %2.").arg(nearest.bits).arg(nearest.groupSize)
                                                  : tr("Not simulated yet. Hatched: kept weights of %1 bit, one group per row.").arg(nearest.bits));
    const EngineJob* job = m_context.workflow.activeSaliency();
    const bool running = job && !job->isFinished();
    const double seconds = std::max(1.0, simulateSeconds(m_context.project, m_context.engine));
    m_simulate->setText(running ? tr("Simulating …") : tr("Simulate (≈ %1)").arg(Format::duration(seconds)));
    m_simulate->setEnabled(!running);
}

}  // namespace tacq::ui
