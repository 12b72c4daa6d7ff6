#pragma once
#include "pages/shared/page.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace tacq::ui {

class OverviewCard;

/// The run: what will be done, live progress with rate and time left, Cancel and Resume, and what came out.
class SaliencyPage : public Page {
    Q_OBJECT
public:
    explicit SaliencyPage(PageContext context, QWidget* parent = nullptr);
    StepState railState() const override { return doneIf(m_context.project.saliency() != nullptr); }
    Action primaryAction() const override;
    void triggerPrimary() override;

private:
    QWidget* buildRun();
    QWidget* buildResult();
    QWidget* buildWords();
    void watch();
    void refresh();
    void refreshResult();

    EngineJob* m_watched = nullptr;
    OverviewCard* m_map;
    QLabel *m_stage, *m_detail, *m_rate, *m_settings;
    QProgressBar* m_bar;
    QPushButton *m_cancel, *m_resume, *m_again;
    QLabel *m_samples, *m_loss, *m_grid, *m_weights, *m_strongest;
};

}  // namespace tacq::ui
