#include "pages/glossary/glossary_page.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>

#include "models/glossary/glossary_model.h"
#include "widgets/card.h"
#include "widgets/export_menu.h"
#include "widgets/parts.h"
#include "widgets/table.h"

namespace tacq::ui {
namespace {

constexpr int kSearchWidth = 260, kTermWidth = 180, kBesideText = 12;

}  // namespace

GlossaryPage::GlossaryPage(PageContext context, QWidget* parent) : Page(context, parent) {
    auto* card = new Card(tr("The words of these pages"), QStringLiteral("glossaryCard"), this);
    m_search = new QLineEdit(card);
    m_search->setObjectName(QStringLiteral("glossarySearch"));
    m_search->setAccessibleName(tr("Search the words"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setToolTip(tr("Shows the words whose name or explanation holds all that you type."));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(kSearchWidth);
    card->titleLine()->addWidget(m_search);
    auto* filter = new GlossaryFilter(this);
    filter->setSourceModel(new GlossaryModel(this));
    m_table = makeTable(filter, QStringLiteral("glossaryTable"), tr("Glossary"), card);
    m_table->setToolTip(tr("A word and what it means here."));
    m_table->setWordWrap(true);
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionResizeMode(GlossaryModel::TermColumn, QHeaderView::Fixed);
    header->setSectionResizeMode(GlossaryModel::MeaningColumn, QHeaderView::Stretch);
    header->resizeSection(GlossaryModel::TermColumn, kTermWidth);
    QHeaderView* rows = m_table->verticalHeader();
    rows->setSectionResizeMode(QHeaderView::ResizeToContents);
    // Queued: the header tells of a width before the lines are broken by it.
    connect(header, &QHeaderView::sectionResized, rows, [rows] { rows->resizeSections(QHeaderView::ResizeToContents); }, Qt::QueuedConnection);
    m_table->verticalHeader()->setMinimumSectionSize(m_table->fontMetrics().lineSpacing() + kBesideText);
    offerTableExport(m_table, tr("glossary"));
    m_nothing = makeLabel(tr("No word here holds that. Try a shorter one."), TextRole::Secondary, QStringLiteral("glossaryNothing"), card);
    m_nothing->hide();
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(m_nothing);
    connect(m_search, &QLineEdit::textChanged, this, [this, filter](const QString& text) {
        filter->setSearch(text);
        m_nothing->setVisible(filter->rowCount() == 0);
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->addWidget(card);
}

void GlossaryPage::shown() { m_search->setFocus(); }

}  // namespace tacq::ui
