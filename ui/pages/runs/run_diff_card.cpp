#include "pages/runs/run_diff_card.h"

#include <QHeaderView>
#include <QTableView>
#include <algorithm>
#include <utility>

#include "widgets/export_menu.h"
#include "widgets/parts.h"
#include "widgets/table.h"
#include "widgets/tick.h"

namespace tacq::ui {
namespace {

constexpr int kWidestColumn = 260, kRowsMeasured = 100;

}  // namespace

RunDiffCard::RunDiffCard(QWidget* parent) : Card(tr("How the chosen runs differ"), QStringLiteral("runDiff"), parent), m_model(new RunDiffModel(this)) {
    m_note = makeLabel({}, TextRole::Secondary, QStringLiteral("runDiffNote"), this);
    titleLine()->insertSpacing(1, 12);
    titleLine()->insertWidget(2, m_note);
    auto* only = new Tick(tr("Only differences"), QStringLiteral("runDiffOnly"), this);
    only->setToolTip(tr("Leaves out the rows in which all chosen runs say the same."));
    only->setChecked(true);
    titleLine()->addWidget(only);
    m_table = makeTable(m_model, QStringLiteral("runDiffTable"), tr("Options and metrics of the chosen runs"), this);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_table->horizontalHeader()->setResizeContentsPrecision(kRowsMeasured);
    offerTableExport(m_table, tr("differences of runs"));
    body()->addWidget(m_table, 1);
    connect(only, &QCheckBox::toggled, this, [this](bool on) {
        m_model->setOnlyDifferences(on);
        fitColumns();
    });
}

void RunDiffCard::setRuns(std::vector<RunRecord> runs) {
    const auto count = static_cast<int>(runs.size());
    m_model->setRuns(std::move(runs));
    m_note->setText(tr("%n run(s)", nullptr, count) + QStringLiteral(" · ") + tr("%n row(s) differ", nullptr, m_model->differences()) + QStringLiteral(" · ") + tr("★ best"));
    fitColumns();
}

void RunDiffCard::fitColumns() {
    // Paths are long and alike; they give way, the whole of them is in the tool tip.
    for (int column = 0; column < m_model->columnCount(); ++column) {
        m_table->resizeColumnToContents(column);
        m_table->setColumnWidth(column, std::min(kWidestColumn, m_table->columnWidth(column)));
    }
}

}  // namespace tacq::ui
