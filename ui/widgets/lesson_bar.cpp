#include "widgets/lesson_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

#include "widgets/parts.h"

namespace tacq::ui {
namespace {

constexpr int kTextWidth = 920, kButtonWidth = 132;

}  // namespace

LessonBar::LessonBar(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("lessonBar"));
    setAccessibleName(tr("Lesson"));
    setProperty("lesson", true);
    m_title = makeLabel({}, TextRole::Title, QStringLiteral("lessonTitle"), this);
    m_place = makeLabel({}, TextRole::Secondary, QStringLiteral("lessonPlace"), this);
    m_text = makeLabel({}, TextRole::Plain, QStringLiteral("lessonText"), this);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setMaximumWidth(kTextWidth);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_back = makeButton(tr("Back"), ButtonRole::Normal, QStringLiteral("lessonBack"), this);
    m_back->setToolTip(tr("The step before (Alt+Left)."));
    m_next = makeButton(tr("Next"), ButtonRole::Primary, QStringLiteral("lessonNext"), this);
    m_next->setMinimumWidth(kButtonWidth);
    m_skip = makeButton(tr("Skip"), ButtonRole::Flat, QStringLiteral("lessonSkip"), this);
    m_skip->setToolTip(tr("Ends the lesson; everything stays as it is now (Esc)."));
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_title);
    head->addWidget(m_place);
    head->addStretch(1);
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addLayout(head);
    words->addWidget(m_text, 1);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_skip);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 10, 16, 10);
    layout->setSpacing(24);
    layout->addLayout(words, 1);
    layout->addLayout(buttons);
    // Room for three lines whatever the step says, so that the page above does not jump.
    setFixedHeight(20 + fontMetrics().height() * 4 + 14);
    connect(m_back, &QPushButton::clicked, this, &LessonBar::backWanted);
    connect(m_next, &QPushButton::clicked, this, &LessonBar::nextWanted);
    connect(m_skip, &QPushButton::clicked, this, &LessonBar::skipWanted);
    // Pressing the button, not its signal: a disabled button stays without effect.
    for (const auto& [keys, button] : {std::pair{QKeySequence(Qt::ALT | Qt::Key_Left), m_back}, std::pair{QKeySequence(Qt::ALT | Qt::Key_Right), m_next},
                                       std::pair{QKeySequence(Qt::Key_Escape), m_skip}})
        connect(new QShortcut(keys, this), &QShortcut::activated, button, &QPushButton::click);
    setContent({});
    hide();
}

void LessonBar::setContent(const Content& content) {
    m_title->setText(content.title);
    m_place->setText(tr("step %1 of %2").arg(content.step + 1).arg(content.steps));
    m_text->setText(content.text);
    m_back->setEnabled(content.step > 0);
    // A button that is switched off gives the keyboard to its neighbour, and that is Skip: the bar keeps it meanwhile.
    const bool working = content.mode == Mode::Working;
    if (working && m_next->hasFocus()) setFocus();
    m_next->setEnabled(!working);
    if (!working && hasFocus()) m_next->setFocus();
    const auto say = [this](const QString& text, const QString& toolTip) {
        m_next->setText(text);
        m_next->setAccessibleName(text);
        m_next->setToolTip(toolTip);
    };
    switch (content.mode) {
        case Mode::Working: say(tr("working …"), tr("Next waits until what this step does is done; progress is in the jobs below.")); break;
        case Mode::Ready: say(tr("Next"), tr("The next step (Alt+Right).")); break;
        case Mode::Last: say(tr("Finish"), tr("Ends the lesson (Alt+Right).")); break;
        case Mode::Away: say(tr("Back to the lesson"), tr("Shows this step again, with its settings (Alt+Right).")); break;
        case Mode::Stopped: say(tr("Try again"), tr("What this step does was cancelled or failed: does it again (Alt+Right).")); break;
    }
}

}  // namespace tacq::ui
