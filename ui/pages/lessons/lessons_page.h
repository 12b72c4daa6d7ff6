#pragma once
#include "models/lessons/lesson.h"
#include "pages/shared/page.h"

class QGridLayout;
class QLabel;

namespace tacq::ui {

/// Short guided tours: a card for each lesson, bundled or the person's own, and how to write one.
class LessonsPage : public Page {
    Q_OBJECT
public:
    explicit LessonsPage(PageContext context, QWidget* parent = nullptr);
    void shown() override;

signals:
    void lessonWanted(const Lesson& lesson);

private:
    QWidget* buildOwn();
    void read();
    void showEntries(const std::vector<LessonEntry>& entries);
    QWidget* makeCard(const Lesson& lesson);
    QWidget* makeBroken(const LessonEntry& entry);
    void openFolder();

    QGridLayout* m_cards;
    QWidget* m_holder;
    QLabel* m_folderNote = nullptr;
};

}  // namespace tacq::ui
