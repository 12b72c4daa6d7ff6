#pragma once
#include "models/recent_models.h"
#include "pages/page.h"

class QBoxLayout;
class QLabel;

namespace tacq::ui {

/// Two ways in: "Make it smaller" for everyone, a model to explore for whoever wants to see. Drop or open a model, the sample in one click, what was opened before.
class StartPage : public Page {
    Q_OBJECT
public:
    explicit StartPage(PageContext context, QWidget* parent = nullptr);
    Action primaryAction() const override;
    void triggerPrimary() override;
    void shown() override;

private:
    QWidget* buildSmaller();
    QWidget* buildExplore();
    QWidget* buildDrop();
    QWidget* buildRecent();
    QWidget* buildLessons();
    QWidget* recentRow(const RecentModel& model);
    void fillRecent();
    void chooseFolder();
    void chooseFile();
    void open(const QString& path);
    QBoxLayout* m_recent = nullptr;
    QLabel* m_noRecent = nullptr;
};

}  // namespace tacq::ui
