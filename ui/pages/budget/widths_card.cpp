#include "pages/budget/widths_card.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <algorithm>

#include "plot/width_map_view.h"
#include "widgets/export_menu.h"
#include "widgets/parts.h"
#include "widgets/segmented.h"
#include "widgets/tick.h"

namespace tacq::ui {
namespace {

// Values of the brush buttons besides the widths themselves.
constexpr int kCommon = 0, kLock = -1;

/// A low-bit format that another program than this one loads.
bool writesForOthers(const QList<EngineFormat>& formats) {
    return std::any_of(formats.begin(), formats.end(), [](const EngineFormat& format) { return format.lowBit && format.name != QLatin1String("tacq"); });
}

}  // namespace

WidthsCard::WidthsCard(PageContext context, QWidget* parent) : Card(tr("Widths"), QStringLiteral("widthsCard"), parent), m_context(context) {
    buildBrush();
    m_view = new WidthMapView(context.budget, this);
    m_view->setObjectName(QStringLiteral("widthMap"));
    m_view->setAccessibleName(tr("Map of widths: layers by modules. Arrows choose, Space paints, 2, 3, 4, 8, 0 and L paint with another brush."));
    body()->addWidget(m_view, 1);
    buildRules();
    m_note = makeLabel({}, TextRole::Small, QStringLiteral("widthsNote"), this);
    m_note->setWordWrap(true);
    body()->addWidget(m_note);
    connect(m_view, &WidthMapView::touched, this, &WidthsCard::touched);
    connect(m_view, &WidthMapView::released, &context.budget, &BudgetModel::endDrag);
    connect(m_view, &WidthMapView::keyPainted, this, [this](const std::vector<std::size_t>& matrices, const WidthBrush& brush) { paintCells(matrices, brush, false); });
    offerPlotExport(m_view, tr("widths"));
    connect(&context.budget, &BudgetModel::settingsChanged, this, [this] {
        if (m_noted != m_context.budget.settings().overrides || m_bits != m_context.budget.settings().grid.bits) showNote();
    });
    connect(&context.project, &Project::saliencyChanged, this, &WidthsCard::showNote);
    showNote();
}

void WidthsCard::buildBrush() {
    m_brush = new Segmented(QStringLiteral("brush"), tr("What a click paints"), this);
    m_brush->addChoice(QStringLiteral("common"), tr("base"), kCommon, tr("Gives a tensor the common width back, and takes its lock off."));
    for (const int bits : kPaintWidths) m_brush->addChoice(QString::number(bits), QString::number(bits), bits, tr("Paints tensors with %1 bit.").arg(bits));
    m_brush->addChoice(QStringLiteral("lock"), tr("lock"), kLock, tr("Locks tensors, or unlocks them: \"choose widths too\" leaves locked ones as they are."));
    m_brush->setValue(4);
    m_clear = makeButton(tr("Clear all"), ButtonRole::Flat, QStringLiteral("clearWidths"), this);
    m_clear->setToolTip(tr("Gives every tensor the common width back. Undo brings the painting back."));
    titleLine()->addWidget(m_clear);
    body()->addWidget(m_brush, 0, Qt::AlignLeft);
    connect(m_clear, &QPushButton::clicked, this, [this] { m_context.budget.setRecipe({}, tr("clear all widths")); });
}

void WidthsCard::buildRules() {
    m_vllm = new Tick(tr("vLLM-safe"), QStringLiteral("vllmSafe"), this);
    m_vllm->setToolTip(tr("Engines such as vLLM fuse q, k, v and gate, up into one matrix each: those take one width together."));
    m_gguf = new Tick(tr("GGUF-safe"), QStringLiteral("ggufSafe"), this);
    m_gguf->setToolTip(tr("Only widths that a quantized GGUF type has for rows of this length: 2 to 6 bit need a multiple of 256 columns, 4 and 8 bit one of 32."));
    auto* line = new QHBoxLayout;
    line->setSpacing(14);
    line->addWidget(m_vllm);
    line->addWidget(m_gguf);
    line->addStretch(1);
    body()->addLayout(line);
    auto* note = makeLabel(tr("For exports to come: this program does not write low-bit files for vLLM or llama.cpp yet."), TextRole::Small, QStringLiteral("widthRulesNote"), this);
    note->setWordWrap(true);
    body()->addWidget(note);
    const auto tell = [this, note] { note->setVisible(!writesForOthers(m_context.engine.info().exportFormats)); };
    connect(&m_context.engine, &EngineProcess::stateChanged, note, tell);
    tell();
    connect(m_vllm, &QAbstractButton::toggled, this, [this](bool on) {
        m_rules.vllmSafe = on;
        applyRules();
    });
    connect(m_gguf, &QAbstractButton::toggled, this, [this](bool on) {
        m_rules.ggufSafe = on;
        applyRules();
    });
}

void WidthsCard::applyRules() {
    if (m_context.budget.hasState() && (m_rules.vllmSafe || m_rules.ggufSafe)) {
        const BudgetSettings& settings = m_context.budget.settings();
        m_context.budget.setRecipe(underRules(settings.recipe(), m_context.budget.source()->meta().linears, settings.grid, m_rules), tr("widths brought under the rules"));
    }
    showNote();
    emit rulesChanged();
}

void WidthsCard::touched(const std::vector<std::size_t>& matrices, bool begin) {
    const BudgetSettings& settings = m_context.budget.settings();
    if (begin) {
        const int chosen = m_brush->value().toInt();
        m_stroke = {chosen == kCommon ? WidthBrush::Kind::Common : chosen == kLock ? WidthBrush::Kind::Lock : WidthBrush::Kind::Bits, chosen, true};
        // A stroke locks or unlocks, whichever its first cell needs.
        if (chosen == kLock) m_stroke.lock = !widthOf(settings.recipe(), m_context.budget.source()->meta().linears[matrices.front()], settings.grid).locked;
    }
    paintCells(matrices, m_stroke, true);
}

void WidthsCard::paintCells(const std::vector<std::size_t>& matrices, WidthBrush brush, bool dragging) {
    if (!m_context.budget.hasState()) return;
    m_context.budget.setRecipe(painted(m_context.budget.settings().recipe(), m_context.budget.source()->meta().linears, matrices, brush, m_rules),
                               brush.kind == WidthBrush::Kind::Lock ? tr("locks") : tr("painted widths"), dragging);
}

void WidthsCard::showNote() {
    const BudgetSettings& settings = m_context.budget.settings();
    m_noted = settings.overrides;
    m_bits = settings.grid.bits;
    m_clear->setEnabled(!settings.recipe().empty());
    if (!m_context.budget.hasState()) return m_note->clear();
    const auto& linears = m_context.budget.source()->meta().linears;
    int own = 0, locked = 0;
    for (const LinearInfo& linear : linears) {
        const TensorWidth width = widthOf(settings.recipe(), linear, settings.grid);
        own += width.own ? 1 : 0;
        locked += width.locked ? 1 : 0;
    }
    QStringList parts{own == 0 ? tr("Every tensor has the base width. Click or drag to paint others; a layer's number or a module's name paints all of it.")
                               : tr("%n tensor(s) have a width of their own.", nullptr, own)};
    if (locked > 0) parts << tr("%n locked.", nullptr, locked);
    if (const auto none = static_cast<int>(withoutGgufType(linears)); m_rules.ggufSafe && none > 0)
        parts << tr("%n tensor(s) have rows that no quantized GGUF type takes; they get 8 bit here and stay in 16 bit there.", nullptr, none);
    m_note->setText(parts.join(QLatin1Char(' ')));
}

}  // namespace tacq::ui
