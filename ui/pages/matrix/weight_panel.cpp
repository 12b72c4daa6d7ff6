#include "pages/matrix/weight_panel.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QTableView>
#include <algorithm>
#include <utility>

#include "models/matrix/weight_grid.h"
#include "models/shared/format.h"
#include "plot/weight_grid_view.h"
#include "widgets/elided_label.h"
#include "widgets/export_menu.h"
#include "widgets/parts.h"
#include "widgets/segmented.h"
#include "widgets/table.h"

namespace tacq::ui {

WeightPanel::WeightPanel(QWidget* parent) : Card(tr("Weight"), QStringLiteral("weightPanel"), parent), m_top(new TopWeightsModel(this)) {
    buildFacts();
    body()->addSpacing(8);
    buildGrid();
    body()->addSpacing(8);
    body()->addWidget(makeLine(this));
    buildTable();
    tell({});
}

void WeightPanel::buildFacts() {
    struct Line {
        const char* name;
        QString text, tip;
    };
    const Line lines[FactCount]{
        {"Row", tr("row"), tr("Which output of the matrix this weight belongs to.")},
        {"Column", tr("column"), tr("Which input of the matrix this weight belongs to.")},
        {"Value", tr("W"), tr("The weight before quantization.")},
        {"Quantized", tr("Ŵ"), tr("What the simulated quantization made of it: W − ΔW.")},
        {"Gradient", tr("|gradient|"), tr("How strongly the task's loss reacts to this weight, summed over the samples: Σ |∂L/∂W|.")},
        {"Delta", tr("ΔW"), tr("What quantization alone would change: weight minus quantized weight.")},
        {"Score", tr("saliency"), tr("|gradient · ΔW · W|: weights with the highest values are kept.")},
        {"Kept", tr("kept?"), tr("Whether the present budget keeps this weight in 16 bit.")}};
    auto* grid = m_facts = new QGridLayout;
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    for (int side : {0, 1}) {
        m_titles[side] = new ElidedLabel(Qt::ElideRight, QStringLiteral("weightTitle%1").arg(side + 1), this);
        m_titles[side]->setProperty("role", "small");
        m_titles[side]->setAlignment(Qt::AlignRight);
        grid->addWidget(m_titles[side], 0, side + 1);
    }
    for (int i = 0; i < FactCount; ++i) {
        const QString name = QStringLiteral("weight") + QLatin1String(lines[i].name);
        auto* caption = m_names[i] = makeLabel(lines[i].text, TextRole::Secondary, name + QLatin1String("Name"), this);
        caption->setToolTip(lines[i].tip);
        grid->addWidget(caption, i + 1, 0);
        for (int side : {0, 1}) {
            m_values[i][side] = makeLabel({}, TextRole::Mono, side == 0 ? name : name + QLatin1Char('2'), this);
            m_values[i][side]->setToolTip(lines[i].tip);
            m_values[i][side]->setAlignment(Qt::AlignRight);
            m_values[i][side]->setTextInteractionFlags(Qt::TextSelectableByMouse);
            grid->addWidget(m_values[i][side], i + 1, side + 1);
        }
    }
    body()->addLayout(grid);
    setTitles({}, {});
}

void WeightPanel::buildGrid() {
    m_bits = new Segmented(QStringLiteral("gridBits"), tr("Width of the grid that is drawn"), this);
    for (const int bits : {2, 3, 4}) m_bits->addChoice(QString::number(bits), tr("%1 bit").arg(bits), bits, tr("The values that the weight could take with %1 bits.").arg(bits));
    m_bits->setValue(3);
    m_grid = new WeightGridView(this);
    m_grid->setObjectName(QStringLiteral("weightGrid"));
    m_grid->setAccessibleName(tr("The weight on its grid"));
    m_grid->setToolTip(tr("Each stroke is a value that weights of this group can take. W moves to Ŵ; the way between is ΔW, and what |gradient| says of it is how much that matters."));
    m_gridWords = makeLabel({}, TextRole::Small, QStringLiteral("weightGridWords"), this);
    m_gridWords->setWordWrap(true);
    auto* line = new QHBoxLayout;
    line->addWidget(makeLabel(tr("On its grid"), TextRole::Strong, QStringLiteral("weightGridTitle"), this));
    line->addStretch(1);
    line->addWidget(m_bits);
    body()->addLayout(line);
    body()->addWidget(m_grid);
    body()->addWidget(m_gridWords);
    offerPlotExport(m_grid, tr("a weight on its grid"));
    connect(m_bits, &Segmented::chosen, this, &WeightPanel::showGrid);
    showGrid();
}

void WeightPanel::setRow(const WeightProbe::Place& place, const WeightProbe::Row& row) {
    const SaliencyMeta& meta = place.source->meta();
    const GridOptions before = std::exchange(m_simulated, meta.grid);
    m_row = row;
    m_column = place.position % static_cast<std::size_t>(meta.linears[place.matrix].columns);
    if (before != m_simulated && m_bits->holds(m_simulated.bits)) m_bits->setValue(m_simulated.bits);
    showGrid();
}

void WeightPanel::showGrid() {
    const WeightGrid grid = weightGrid(m_row.weight, m_row.delta, m_column, m_simulated, m_bits->value().toInt());
    m_grid->setGrid(grid);
    if (grid.levels.empty()) m_gridWords->setText({});
    else if (grid.simulated) m_gridWords->setText(tr("As this run simulated it: GPTQ also lets a weight make up for the errors of others, so the nearest value is not always taken."));
    else m_gridWords->setText(tr("Plain rounding with %1 bits: ΔW would be %2.").arg(grid.bits).arg(Format::significant(grid.delta(), 3)));
}

void WeightPanel::setTitles(const QString& first, const QString& second) {
    m_titles[0]->setText(first);
    m_titles[0]->setToolTip(first);
    m_titles[1]->setText(second);
    m_titles[1]->setToolTip(second);
    m_titles[0]->setVisible(!second.isEmpty());
    m_titles[1]->setVisible(!second.isEmpty());
    for (auto& values : m_values) values[1]->setVisible(!second.isEmpty());
    m_facts->setColumnStretch(2, second.isEmpty() ? 0 : 1);
}

void WeightPanel::buildTable() {
    auto* line = new QHBoxLayout;
    auto* title = makeLabel(tr("Strongest weights"), TextRole::Strong, QStringLiteral("strongestTitle"), this);
    title->setToolTip(tr("The weights of this matrix with the highest saliency. Click one to see where it sits; click a weight in the matrix to find it here."));
    // In a narrow panel the count gives way, not the title.
    m_keptCount = new ElidedLabel(Qt::ElideRight, QStringLiteral("strongestKept"), this);
    setTextRole(m_keptCount, TextRole::Kept);
    m_keptCount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line->addWidget(title);
    line->addWidget(m_keptCount, 1);
    m_table = makeTable(m_top, QStringLiteral("strongestWeights"), tr("Strongest weights of the chosen matrix"), this);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    // The count above says how many are kept, and the map which: without the column the rest fits.
    m_table->setColumnHidden(TopWeightsModel::KeptColumn, true);
    // What counts most comes first; the rest is a scroll away where the panel is narrow.
    m_table->horizontalHeader()->setStretchLastSection(true);
    offerTableExport(m_table, tr("strongest weights"));
    body()->addLayout(line);
    body()->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (const WeightFacts* facts = m_top->factsAt(index.row())) emit weightChosen(*facts);
    });
}

void WeightPanel::tell(const std::vector<Reading>& readings) {
    if (readings.empty()) {
        m_row = {};
        showGrid();
    }
    const QString none = tr("–");
    const auto value = [](float v, double share = 1) { return Format::significant(share * static_cast<double>(v), 4); };
    const bool perSample = std::any_of(readings.begin(), readings.end(), [](const Reading& reading) { return reading.share < 1; });
    m_names[Gradient]->setText(perSample ? tr("|gradient| per sample") : tr("|gradient|"));
    m_names[Score]->setText(perSample ? tr("saliency per sample") : tr("saliency"));
    for (std::size_t side = 0; side < 2; ++side) {
        const bool there = side < readings.size();
        const WeightFacts facts = there ? readings[side].facts : WeightFacts{};
        const double share = there ? readings[side].share : 1;
        const auto set = [&](Fact fact, const QString& text) { m_values[fact][side]->setText(there ? text : none); };
        set(Row, QString::number(facts.row));
        set(Column, QString::number(facts.column));
        set(Weight, value(facts.weight));
        set(Quantized, value(facts.weight - facts.delta));
        set(Gradient, value(facts.gradient, share));
        set(Delta, value(facts.delta));
        set(Score, value(facts.score, share));
        set(Kept, there && readings[side].kept ? tr("kept, 16 bit") : tr("quantized"));
        setTextRole(m_values[Kept][side], there && readings[side].kept ? TextRole::Kept : TextRole::Mono);
    }
}

void WeightPanel::setKeptText(const QString& text) { m_keptCount->setText(text); }

void WeightPanel::selectPosition(std::uint32_t position) {
    const int at = m_top->rowOfPosition(position);
    const QSignalBlocker quiet(m_table->selectionModel());
    m_table->setCurrentIndex({});
    if (at >= 0) {
        m_table->selectRow(at);
        m_table->scrollTo(m_top->index(at, 0));
    }
    m_table->viewport()->update();
}

}  // namespace tacq::ui
