#pragma once
#include <QPointer>

#include "models/budget/width_painting.h"
#include "pages/shared/page.h"
#include "widgets/card.h"

class QDoubleSpinBox;
class QLabel;
class QPushButton;

namespace tacq::ui {

class Choice;
class Segmented;

/// "Fit to": the largest budget within so many bits, so many megabytes or a machine's memory. Either the widths stay and the kept weights follow, at once,
/// or the engine chooses widths too.
class FitCard : public Card {
    Q_OBJECT
public:
    explicit FitCard(PageContext context, QWidget* parent = nullptr);
    void setRules(const WidthRules& rules) { m_rules = rules; }

private:
    enum class Target { Bits, Megabytes, Memory, Gpu };
    void buildTarget();
    void buildHow();
    void showTarget();
    void showGpus();
    void showJob();
    Target target() const;
    double memory() const;   ///< bytes, of the chosen machine or GPU; 0: not known
    BudgetRequest request() const;
    void fit();
    void chooseKept();
    void chooseWidths();
    void takeWidths(const QJsonObject& answer);
    QString sentence(const QJsonObject& answer) const;

    PageContext m_context;
    WidthRules m_rules;
    QPointer<EngineJob> m_job;
    BudgetSettings m_fitted;   ///< what the answer on show is about
    Choice* m_target = nullptr;
    QDoubleSpinBox* m_number = nullptr;
    Segmented* m_how = nullptr;
    QPushButton* m_fit = nullptr;
    QLabel *m_note = nullptr, *m_answer = nullptr;
};

}  // namespace tacq::ui
