#include "pages/lessons/lessons_page.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QPushButton>
#include <QScrollArea>
#include <QUrl>

#include "models/shared/async.h"
#include "text/error_text.h"
#include "text/language.h"
#include "widgets/card.h"
#include "widgets/parts.h"

namespace tacq::ui {
namespace {

constexpr int kColumns = 2;

QLabel* makeWords(const QString& text, TextRole role, const QString& name, QWidget* parent) {
    QLabel* label = makeLabel(text, role, name, parent);
    label->setWordWrap(true);
    return label;
}

}  // namespace

LessonsPage::LessonsPage(PageContext context, QWidget* parent) : Page(context, parent), m_cards(new QGridLayout), m_holder(new QWidget(this)) {
    auto* headline = makeLabel(tr("Short tours on the bundled sample"), TextRole::Headline, QStringLiteral("lessonsHeadline"), this);
    auto* words = makeWords(tr("A lesson drives the real pages: it runs what it talks about, on a tiny real model, and explains each step in a sentence or two. Skip it at any time; what it made stays."),
                            TextRole::Secondary, QStringLiteral("lessonsIntro"), this);
    m_holder->setObjectName(QStringLiteral("scrolled"));
    m_cards->setSpacing(12);
    for (int column = 0; column < kColumns; ++column) m_cards->setColumnStretch(column, 1);
    auto* inner = new QVBoxLayout(m_holder);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(12);
    inner->addLayout(m_cards);
    inner->addWidget(buildOwn());
    inner->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("lessonsScroll"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_holder);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 24, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(headline);
    layout->addWidget(words);
    layout->addSpacing(8);
    layout->addWidget(scroll, 1);
}

QWidget* LessonsPage::buildOwn() {
    auto* card = new Card(tr("Write your own"), QStringLiteral("ownLessonsCard"), m_holder);
    auto* words = makeWords(tr("A lesson is a text file: steps with a sentence, the page to show, what to frame and what to do. Copy a bundled one into your folder and change its words; README.md beside the bundled ones explains every line."),
                            TextRole::Secondary, QStringLiteral("ownLessonsWords"), card);
    m_folderNote = makeWords({}, TextRole::Small, QStringLiteral("ownLessonsFolder"), card);
    m_folderNote->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* folder = makeButton(tr("Open my folder"), ButtonRole::Normal, QStringLiteral("openLessonFolder"), card);
    folder->setToolTip(tr("Opens the folder for your own lessons, and makes it if it is not there."));
    auto* bundled = makeButton(tr("Open the bundled ones"), ButtonRole::Normal, QStringLiteral("openBundledLessons"), card);
    bundled->setToolTip(tr("Opens the folder of the lessons that came with the program, with README.md."));
    auto* again = makeButton(tr("Read again"), ButtonRole::Normal, QStringLiteral("readLessons"), card);
    again->setToolTip(tr("Reads all lesson files again, after you changed one."));
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {folder, bundled, again}) buttons->addWidget(button);
    buttons->addStretch(1);
    card->body()->addWidget(words);
    card->body()->addWidget(m_folderNote);
    card->body()->addLayout(buttons);
    connect(folder, &QPushButton::clicked, this, &LessonsPage::openFolder);
    connect(bundled, &QPushButton::clicked, this, [] { QDesktopServices::openUrl(QUrl::fromLocalFile(lessonFolders().first())); });
    connect(again, &QPushButton::clicked, this, &LessonsPage::read);
    return card;
}

void LessonsPage::openFolder() {
    if (QDir().mkpath(ownLessonFolder())) QDesktopServices::openUrl(QUrl::fromLocalFile(ownLessonFolder()));
    else emit m_context.workflow.failed({ErrorCode::PermissionDenied, tr("the folder for lessons cannot be made").toStdString(), ownLessonFolder().toStdString(), ""}, nullptr);
}

void LessonsPage::shown() {
    m_folderNote->setText(tr("Your folder: %1").arg(QDir::toNativeSeparators(ownLessonFolder())));
    read();
}

void LessonsPage::read() {
    runAsync(this, [folders = lessonFolders()] { return findLessons(folders); }, [this](std::vector<LessonEntry> entries) { showEntries(entries); });
}

void LessonsPage::showEntries(const std::vector<LessonEntry>& entries) {
    while (QLayoutItem* item = m_cards->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    int place = 0;
    for (const LessonEntry& entry : entries) {
        m_cards->addWidget(entry.lesson.ok() ? makeCard(entry.lesson.value()) : makeBroken(entry), place / kColumns, place % kColumns);
        ++place;
    }
}

QWidget* LessonsPage::makeCard(const Lesson& lesson) {
    const QString language = languageInUse();
    auto* card = new Card(lesson.title.in(language), QStringLiteral("lesson_") + lesson.id, m_holder);
    auto* summary = makeWords(lesson.summary.in(language), TextRole::Plain, QStringLiteral("lessonSummary_") + lesson.id, card);
    const QString steps = tr("%n step(s)", nullptr, static_cast<int>(lesson.steps.size())), minutes = tr("about %n minute(s)", nullptr, lesson.minutes);
    auto* length = makeLabel(QStringLiteral("%1 · %2").arg(minutes, steps), TextRole::Secondary, QStringLiteral("lessonLength_") + lesson.id, card);
    auto* start = makeButton(tr("Start"), ButtonRole::Primary, QStringLiteral("startLesson_") + lesson.id, card);
    start->setAccessibleName(tr("Start: %1").arg(lesson.title.in(language)));
    start->setToolTip(tr("Opens the sample and takes you through, step by step."));
    auto* line = new QHBoxLayout;
    line->addWidget(length);
    line->addStretch(1);
    line->addWidget(start);
    card->body()->addWidget(summary);
    card->body()->addStretch(1);
    card->body()->addLayout(line);
    connect(start, &QPushButton::clicked, this, [this, lesson] { emit lessonWanted(lesson); });
    return card;
}

QWidget* LessonsPage::makeBroken(const LessonEntry& entry) {
    const Error& error = entry.lesson.error();
    const QString id = QFileInfo(entry.file).completeBaseName();
    auto* card = new Card(QFileInfo(entry.file).fileName(), QStringLiteral("brokenLesson_") + id, m_holder);
    auto* title = makeWords(tr("This lesson cannot be read"), TextRole::Warning, QStringLiteral("brokenLessonTitle_") + id, card);
    auto* detail = makeWords(ErrorText::detail(error), TextRole::Plain, QStringLiteral("brokenLessonDetail_") + id, card);
    auto* next = makeWords(ErrorText::nextStep(error), TextRole::Secondary, QStringLiteral("brokenLessonNext_") + id, card);
    for (QLabel* label : {detail, next}) label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    card->body()->addWidget(title);
    card->body()->addWidget(detail);
    card->body()->addWidget(next);
    card->body()->addStretch(1);
    return card;
}

}  // namespace tacq::ui
