#pragma once
#include "models/results_model.h"
#include "pages/page.h"

class QLabel;

namespace tacq::ui {

/// The finished models beside the original: size, bits, perplexity with its standard error.
class QuantizePage : public Page {
    Q_OBJECT
public:
    explicit QuantizePage(PageContext context, QWidget* parent = nullptr);
    Action primaryAction() const override;
    void triggerPrimary() override;

private:
    QWidget* buildSummary();
    QWidget* buildTable();
    void refresh();
    ResultsModel* m_results;
    QLabel *m_headline, *m_words, *m_before, *m_after, *m_sizes;
};

}  // namespace tacq::ui
