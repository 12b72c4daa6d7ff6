#pragma once
#include <QFrame>

class QLabel;
class QPushButton;

namespace tacq::ui {

/// What a lesson says now, with Back, Next and Skip. Stands above the jobs; never in front of anything.
class LessonBar : public QFrame {
    Q_OBJECT
public:
    explicit LessonBar(QWidget* parent = nullptr);

    enum class Mode {
        Working,   ///< Next waits for what the step does
        Ready,
        Last,      ///< ready, and there is no further step
        Away,      ///< the person went elsewhere: Next leads back
        Stopped    ///< what the step did failed or was cancelled: Next does it again
    };
    struct Content {
        QString title, text;
        int step = 0, steps = 0;   ///< step from 0
        Mode mode = Mode::Ready;
    };
    void setContent(const Content& content);

signals:
    void backWanted();
    void nextWanted();   ///< whatever the button says: forward, back to the lesson, again, the end
    void skipWanted();

private:
    QLabel *m_title, *m_place, *m_text;
    QPushButton *m_back, *m_next, *m_skip;
};

}  // namespace tacq::ui
