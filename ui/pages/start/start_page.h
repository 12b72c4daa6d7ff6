#pragma once
#include <functional>

#include "models/shared/recent_models.h"
#include "pages/shared/page.h"

class QBoxLayout;
class QLabel;

namespace tacq::ui {

class Card;

/// Two ways in: "Make it smaller" for everyone, a model to explore for whoever wants to see. Drop or open a model, the sample in one click, what was opened before.
class StartPage : public Page {
    Q_OBJECT
public:
    explicit StartPage(PageContext context, QWidget* parent = nullptr);
    StepState railState() const override { return doneIf(m_context.project.model() != nullptr); }
    Action primaryAction() const override;
    void triggerPrimary() override;
    void shown() override;

private:
    /// A line of the lists of what was used before.
    struct RecentEntry {
        QString object, name, path, facts;
        bool there = true;
        std::function<void()> open, forget;   ///< without open: in use now
    };
    QWidget* buildSmaller();
    QWidget* buildExplore();
    QWidget* buildDrop();
    QWidget* buildRecent();
    QWidget* buildLessons();
    QWidget* buildWorkspaces();
    QWidget* recentRow(const RecentEntry& recent);
    RecentEntry modelEntry(const RecentModel& model);
    RecentEntry workspaceEntry(const QString& folder);
    void fillRecent();
    void chooseFolder();
    void chooseFile();
    void open(const QString& path);
    QBoxLayout *m_recent = nullptr, *m_workspaces = nullptr;
    Card* m_workspaceCard = nullptr;
    QLabel* m_noRecent = nullptr;
};

}  // namespace tacq::ui
