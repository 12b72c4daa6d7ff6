#pragma once
#include <QHash>
#include <QObject>
#include <QStringList>
#include <deque>

#include "models/lessons/lesson.h"
#include "widgets/lesson_bar.h"

namespace tacq::ui {

class ComparisonCard;
class EngineJob;
class MainWindow;
class Spotlight;

/// Takes a person through a lesson: shows a step's page, does what the step says on the real models and pages, and waits for it. Nothing is done twice:
/// a step whose runs are there (after Back, or on the way back to the lesson) only puts its settings in place again.
class LessonRunner : public QObject {
    Q_OBJECT
public:
    using Mode = LessonBar::Mode;
    LessonRunner(MainWindow& window, LessonBar& bar);

    void start(const Lesson& lesson);
    /// Forward; from elsewhere back to the step; after a failure the step again; from the last step the end.
    void next();
    void back();
    void end();
    bool isRunning() const { return m_running; }
    std::size_t step() const { return m_step; }
    const Lesson& lesson() const { return m_lesson; }
    Mode mode() const;
    /// The step's text with its figures.
    QString text() const;

signals:
    void changed();
    void ended();

private:
    void connectWindow();
    void enter(std::size_t step);
    std::vector<LessonAction> settingsBefore(std::size_t step) const;
    void proceed();
    /// Does an action. False: something else is in the way, ask again when it changed.
    bool begin(const LessonAction& action);
    bool beginQuantize(const LessonAction& action);
    bool beginComparison(const LessonAction& action);
    bool isDone(const LessonAction& action) const;
    bool isMet(LessonWait wait) const;
    bool isAway() const;
    bool isStopped() const;
    bool hasSaliency() const;
    void openMatrix(const LessonAction& action);
    void refresh();
    void placeFrame();
    void setCompact(bool compact);
    ComparisonCard* comparison() const;

    MainWindow& m_window;
    LessonBar& m_bar;
    Spotlight* m_spotlight;
    Lesson m_lesson;
    std::size_t m_step = 0;
    bool m_running = false, m_begun = false, m_failed = false, m_busy = false;
    qsizetype m_jobsBefore = 0;                  ///< jobs submitted before this step: their failures are not ours
    std::deque<LessonAction> m_queue;
    QHash<QString, QString> m_results;           ///< name of a quantized model → folder
    QHash<QString, QString> m_saliencyTitles;    ///< task → saliency that this lesson saw
};

}  // namespace tacq::ui
