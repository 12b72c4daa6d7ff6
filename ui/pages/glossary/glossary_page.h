#pragma once
#include "pages/shared/page.h"

class QLabel;
class QLineEdit;
class QTableView;

namespace tacq::ui {

/// The words of the other pages, explained; a search finds those that somebody came for.
class GlossaryPage : public Page {
    Q_OBJECT
public:
    explicit GlossaryPage(PageContext context, QWidget* parent = nullptr);
    void shown() override;

private:
    QLineEdit* m_search;
    QLabel* m_nothing;
    QTableView* m_table;
};

}  // namespace tacq::ui
