#pragma once
#include "pages/shared/page.h"

class QLabel;

namespace tacq::ui {

class QuantizeQueueCard;
class ResultsCard;
class TensorErrorCard;

/// Makes models and measures them: what got better or worse, the queue, the error of each matrix as it is made, every figure beside the original's.
class QuantizePage : public Page {
    Q_OBJECT
public:
    explicit QuantizePage(PageContext context, QWidget* parent = nullptr);
    StepState railState() const override { return doneIf(!m_context.project.results().empty()); }
    Action primaryAction() const override;
    void triggerPrimary() override;

private:
    QWidget* buildSummary();
    void refresh();
    void showNothingYet(bool running);
    void showResult(const QuantizedResult& result, bool running);
    QString perplexityText(const QString& folder, const QString& otherwise) const;
    QuantizeQueueCard* m_queue;
    ResultsCard* m_results;
    TensorErrorCard* m_errors;
    QLabel *m_headline, *m_words, *m_before, *m_after, *m_sizes;
};

}  // namespace tacq::ui
