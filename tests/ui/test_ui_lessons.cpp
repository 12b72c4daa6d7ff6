// Lessons: the format's rules, figures, the way through with a scripted engine, and both bundled lessons to their ends with the real one.
#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QScrollArea>
#include <QStandardPaths>
#include <QTest>
#include <cmath>
#include <memory>

#include "made_saliency.h"
#include "models/circuit/circuit_anatomy.h"
#include "models/lessons/lesson.h"
#include "models/lessons/lesson_figures.h"
#include "models/shared/format.h"
#include "models/shared/json_lines.h"
#include "pages/circuit/comparison_card.h"
#include "text/language.h"
#include "widgets/spotlight.h"
#include "window/lesson_runner.h"
#include "window_fixture.h"

using namespace tacq;
using namespace tacq::ui;

namespace {

constexpr int kPatience = 120'000;

QString bundled(const char* name) { return lessonFolders().first() + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".json"); }

QByteArray lessonText(const QByteArray& steps) {
    return "{\"format\": \"tacq-lesson\", \"version\": 1,\n\"title\": {\"en\": \"T\", \"de\": \"D\"},\n\"summary\": {\"en\": \"S\"},\n\"steps\": [\n" + steps + "\n]}\n";
}

}  // namespace

class LessonsTest : public QObject, protected WindowFixture {
    Q_OBJECT
private slots:
    void initTestCase() { qt_warnings::install(); }
    void init();
    void cleanup();
    void linesOfJsonValuesAreKnown();
    void mistakesAreNamedWithTheirLine_data();
    void mistakesAreNamedWithTheirLine();
    void textsFallBackToEnglish();
    void everyBundledLessonNamesWhatTheWindowHas();
    void aBrokenFileShowsItsErrorOnThePage();
    void backSkipAndWanderingOff();
    void aStoppedRunCanBeTriedAgain();
    void theFrameFollowsWhatItSurrounds();
    void twoBitsRunsToTheEndAndItsFiguresAreTrue();
    void twoTasksRunsToTheEndAndItsFiguresAreTrue();

private:
    void start(const QString& program, const QStringList& arguments = {});
    void startFake(const QStringList& arguments = {});
    void startReal();
    void begin(const char* lesson);
    LessonRunner& runner() { return m_window->lessons(); }
    /// Is the bar ready for the next click, at this step? The bar, not the runner: it is what the person sees.
    bool ready(std::size_t step) {
        const QString next = m_ui->text("lessonNext");
        return runner().step() == step && m_ui->enabled("lessonNext") && (next == QLatin1String("Next") || next == QLatin1String("Finish"));
    }
    Lesson lesson(const char* name) const { return findOne(bundled(name)); }
    static Lesson findOne(const QString& file);
};

void LessonsTest::init() {
    freshFolder();
    useLanguage(QStringLiteral("en"));
    QDir(ownLessonFolder()).removeRecursively();
}

void LessonsTest::cleanup() {
    m_ui.reset();
    m_window.reset();
    useLanguage(QStringLiteral("en"));
    closeWindow();
}

Lesson LessonsTest::findOne(const QString& file) {
    QFile text(file);
    if (!text.open(QIODevice::ReadOnly)) qCritical("no %s", qPrintable(file));
    const auto read = parseLesson(text.readAll(), file);
    if (!read.ok()) qCritical("%s", formatError(read.error()).c_str());
    return read.ok() ? read.value() : Lesson{};
}

void LessonsTest::start(const QString& program, const QStringList& arguments) {
    makeWindow({program, arguments, m_folder->filePath(QStringLiteral("workspace"))});
    m_window->resize(1440, 900);
    showWindow();
}

void LessonsTest::startFake(const QStringList& arguments) {
    start(builtProgram("fake_engine"), arguments);
    useMadeSaliency();
}

void LessonsTest::startReal() {
    start(builtProgram("tacq"), serveArguments());
}

/// As a person: the Lessons page, then Start on the card.
void LessonsTest::begin(const char* lesson) {
    m_window->showPage(QStringLiteral("lessons"));
    const QByteArray button = QByteArray("startLesson_") + lesson;
    QTRY_VERIFY(m_ui->visible(button.constData()));
    QVERIFY(m_ui->click(button.constData()));
    QVERIFY(m_ui->visible("lessonBar"));
}

void LessonsTest::linesOfJsonValuesAreKnown() {
    const QByteArray text("{\n \"a\": [1,\n  {\"b\": \"x\\\"}\\n\"}],\n\n \"c\": true\n}");
    const JsonLines lines(text);
    QCOMPARE(lines.lineOf(QString()), 1);
    QCOMPARE(lines.lineOf(QStringLiteral("/a")), 2);
    QCOMPARE(lines.lineOf(QStringLiteral("/a/1/b")), 3);
    QCOMPARE(lines.lineOf(QStringLiteral("/a/1/missing/deep")), 3);
    QCOMPARE(lines.lineOf(QStringLiteral("/c")), 5);
    QCOMPARE(JsonLines::lineAt(text, 2), 2);
}

void LessonsTest::mistakesAreNamedWithTheirLine_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("line");
    const auto row = [](const char* name, const QByteArray& text, const char* message, int line) { QTest::newRow(name) << text << QString::fromLatin1(message) << line; };
    row("not json", "{\n\"format\": \"tacq-lesson\",,\n}", "", 2);
    row("a list", "[\n]", "an object in braces", 1);
    row("other format", "{\"version\": 1,\n\"format\": \"x\", \"title\": {\"en\": \"a\"}, \"summary\": {\"en\": \"a\"}, \"steps\": [{\"page\": \"p\", \"text\": {\"en\": \"t\"}}]}", "tacq-lesson", 2);
    row("no steps", "{\"format\": \"tacq-lesson\", \"version\": 1, \"title\": {\"en\": \"a\"}, \"summary\": {\"en\": \"a\"},\n\"steps\": []}", "at least one step", 2);
    row("unknown member", lessonText("{\"page\": \"start\",\n\"paeg\": 1, \"text\": {\"en\": \"t\"}}"), "\"paeg\" is not known here", 6);
    row("no page", lessonText("{\n\"text\": {\"en\": \"t\"}}"), "\"page\" is not a text", 5);
    row("plain text", lessonText("{\"page\": \"start\",\n\n\"text\": \"t\"}"), "texts by language", 7);
    row("unknown action", lessonText("{\"page\": \"start\", \"text\": {\"en\": \"t\"},\n\"do\": [\n{\"action\": \"dance\"}]}"), "\"action\" is none of openSample", 7);
    row("action member", lessonText("{\"page\": \"start\", \"text\": {\"en\": \"t\"},\n\"do\": [{\"action\": \"setBits\", \"bits\": 3,\n\"bit\": 2}]}"), "\"bit\" is not known here; known: action, bits", 7);
    row("bits", lessonText("{\"page\": \"start\", \"text\": {\"en\": \"t\"}, \"do\": [{\"action\": \"setBits\",\n\"bits\": 2.5}]}"), "whole number from 2 to 8", 6);
    row("bits missing", lessonText("{\"page\": \"start\", \"text\": {\"en\": \"t\"}, \"do\": [\n{\"action\": \"setBits\"}]}"), "\"bits\" is missing", 6);
    row("fraction", lessonText("{\"page\": \"start\", \"text\": {\"en\": \"t\"}, \"do\": [{\"action\": \"setFraction\", \"fraction\": 35}]}"), "from 0 to 1", 5);
    row("matrix", lessonText("{\"page\": \"start\", \"text\": {\"en\": \"t\"}, \"do\": [{\"action\": \"openMatrix\", \"layer\": 0, \"kind\": \"z\"}]}"), "none of q, k, v", 5);
    row("wait", lessonText("{\"page\": \"start\", \"text\": {\"en\": \"t\"}, \"wait\": \"forever\"}"), "\"wait\" is none of", 5);
    row("figure", lessonText("{\"page\": \"start\", \"text\": {\n\"en\": \"{two.perplexity}\"}}"), "no figure {two.perplexity}", 6);
    row("language", lessonText("{\"page\": \"start\", \"text\": {\"English\": \"t\"}}"), "not a language", 5);
}

void LessonsTest::mistakesAreNamedWithTheirLine() {
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    QFETCH(int, line);
    const auto read = parseLesson(text, QStringLiteral("mine.json"));
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, ErrorCode::InvalidFile);
    QVERIFY2(QString::fromStdString(read.error().message).contains(message), read.error().message.c_str());
    QCOMPARE(QString::fromStdString(read.error().context), QStringLiteral("mine.json:%1").arg(line));
    QVERIFY(!read.error().hint.empty());
}

void LessonsTest::textsFallBackToEnglish() {
    const auto read = parseLesson(lessonText("{\"page\": \"start\", \"text\": {\"en\": \"t\"}, \"do\": [{\"action\": \"quantize\", \"as\": \"two\"}]},"
                                             "{\"page\": \"start\", \"text\": {\"en\": \"{two.perplexity} of {model}\"}}"), QStringLiteral("a/mine.json"));
    QVERIFY(read.ok());
    QCOMPARE(read.value().id, QStringLiteral("mine"));
    QCOMPARE(read.value().title.in(QStringLiteral("de")), QStringLiteral("D"));
    QCOMPARE(read.value().title.in(QStringLiteral("zh_CN")), QStringLiteral("T"));
    LessonText french;
    french.byLanguage.insert(QStringLiteral("fr"), QStringLiteral("F"));
    QCOMPARE(french.in(QStringLiteral("de")), QStringLiteral("F"));
    QCOMPARE(placeholdersOf(read.value().steps[1].text.in({})), QStringList({QStringLiteral("two.perplexity"), QStringLiteral("model")}));
    useLanguage(QStringLiteral("de"));
    QCOMPARE(languageInUse(), QStringLiteral("de"));
}

void LessonsTest::everyBundledLessonNamesWhatTheWindowHas() {
    startFake();
    const auto entries = findLessons(lessonFolders());
    QVERIFY(entries.size() >= 2);
    for (const LessonEntry& entry : entries) {
        QVERIFY2(entry.lesson.ok(), entry.lesson.ok() ? "" : formatError(entry.lesson.error()).c_str());
        const Lesson& lesson = entry.lesson.value();
        for (const Language& language : shippedLanguages()) {
            QVERIFY2(lesson.title.byLanguage.contains(language.code), qPrintable(lesson.id + language.code));
            for (const LessonStep& step : lesson.steps) {
                QVERIFY2(step.text.byLanguage.contains(language.code), qPrintable(step.text.in({})));
                auto own = placeholdersOf(step.text.byLanguage[language.code]), english = placeholdersOf(step.text.byLanguage[QStringLiteral("en")]);
                std::sort(own.begin(), own.end());
                std::sort(english.begin(), english.end());
                QCOMPARE(own, english);
            }
        }
        for (const LessonStep& step : lesson.steps) {
            const Page* page = m_window->page(step.page);
            QVERIFY2(page, qPrintable(step.page));
            QVERIFY2(step.show.isEmpty() || page->findChild<QWidget*>(step.show), qPrintable(step.show));
            for (const LessonAction& action : step.actions)
                if (action.kind == LessonDo::SelectView) QVERIFY2(m_window->findChild<QAbstractButton*>(action.name + QLatin1Char('_') + action.value), qPrintable(action.name));
        }
    }
}

void LessonsTest::aBrokenFileShowsItsErrorOnThePage() {
    QVERIFY(QDir().mkpath(ownLessonFolder()));
    const QString path = ownLessonFolder() + QStringLiteral("/mine.json");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(lessonText("{\"page\": \"start\",\n\"txet\": {}}"));
    file.close();
    startFake();
    QVERIFY(m_ui->click("startLessons"));
    QCOMPARE(m_window->currentPage(), QStringLiteral("lessons"));
    QTRY_VERIFY(m_ui->visible("brokenLesson_mine"));
    QVERIFY(m_ui->visible("startLesson_two-bits"));
    QVERIFY2(m_ui->text("brokenLessonDetail_mine").contains(QStringLiteral("mine.json:6")), qPrintable(m_ui->text("brokenLessonDetail_mine")));
    QVERIFY(m_ui->text("brokenLessonDetail_mine").contains(QStringLiteral("\"txet\" is not known here")));
    QVERIFY(!m_ui->text("brokenLessonNext_mine").isEmpty());
    // Mended, it can be taken.
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(lessonText("{\"page\": \"runs\", \"text\": {\"en\": \"All there is: {weights} weights.\"}}"));
    file.close();
    QVERIFY(m_ui->click("readLessons"));
    QTRY_VERIFY(m_ui->visible("startLesson_mine"));
    auto* scroll = m_ui->find<QScrollArea>("lessonsScroll");
    scroll->ensureWidgetVisible(m_ui->find("startLesson_mine"));
    QVERIFY(m_ui->click("startLesson_mine"));
    QCOMPARE(m_window->currentPage(), QStringLiteral("runs"));
    QCOMPARE(m_ui->text("lessonText"), QStringLiteral("All there is: … weights."));
    QCOMPARE(m_ui->text("lessonNext"), QStringLiteral("Finish"));
    QVERIFY(m_ui->click("lessonNext"));
    QVERIFY(!m_ui->visible("lessonBar"));
}

void LessonsTest::backSkipAndWanderingOff() {
    startFake({QStringLiteral("--step"), QStringLiteral("1")});
    begin("two-bits");
    QVERIFY(!m_ui->enabled("lessonBack"));
    QTRY_VERIFY(m_ui->enabled("lessonNext"));
    QCOMPARE(m_window->currentPage(), QStringLiteral("model"));  // a lesson turns the pages itself
    QVERIFY(m_ui->text("lessonText").contains(QStringLiteral("stories260K")));
    QVERIFY(m_ui->click("lessonNext"));
    QCOMPARE(m_ui->text("lessonPlace"), QStringLiteral("step 2 of %1").arg(runner().lesson().steps.size()));
    QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(ready(2), kPatience);
    QCOMPARE(m_window->currentPage(), QStringLiteral("saliency"));
    QVERIFY(m_ui->click("lessonNext"));
    QTRY_VERIFY_WITH_TIMEOUT(ready(3), kPatience);
    QVERIFY(m_ui->text("lessonText").contains(QStringLiteral("from 5.50 ± 0.11 to 6.50 ± 0.13")));
    const auto jobs = m_window->engine().jobs().size();
    // Elsewhere, with other settings: one button leads back, and the settings come back too.
    m_window->showPage(QStringLiteral("circuit"));
    QTRY_COMPARE(m_ui->text("lessonNext"), QStringLiteral("Back to the lesson"));
    QVERIFY(!m_ui->visible("spotlight"));
    m_window->budget().setBits(8);
    QVERIFY(m_ui->click("lessonNext"));
    QCOMPARE(m_window->currentPage(), QStringLiteral("quantize"));
    QTRY_COMPARE(m_ui->text("lessonNext"), QStringLiteral("Next"));
    QCOMPARE(m_window->budget().settings().grid.bits, 4);
    QVERIFY(m_ui->visible("spotlight"));
    // Back, and forward again: nothing is run twice.
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(ready(2));
    QVERIFY(m_ui->click("lessonNext"));
    QTRY_VERIFY(ready(3));
    int listed = 0;
    for (qsizetype i = jobs; i < m_window->engine().jobs().size(); ++i) listed += m_window->engine().jobs()[i]->request().listed ? 1 : 0;
    QCOMPARE(listed, 0);
    // Another task is elsewhere too.
    TaskChoice other = m_window->project().task();
    other.task = QStringLiteral("gsm8k");
    m_window->project().setTask(other);
    QTRY_COMPARE(m_ui->text("lessonNext"), QStringLiteral("Back to the lesson"));
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QTRY_VERIFY(!m_ui->visible("lessonBar"));
    QVERIFY(!runner().isRunning());
    QVERIFY(!m_ui->visible("spotlight"));
}

void LessonsTest::aStoppedRunCanBeTriedAgain() {
    startFake({QStringLiteral("--step"), QStringLiteral("40")});
    begin("two-tasks");
    for (int i = 0; i < 2; ++i) {
        QTRY_VERIFY(m_ui->enabled("lessonNext"));
        QVERIFY(m_ui->click("lessonNext"));
    }
    QCOMPARE(m_ui->text("lessonNext"), QStringLiteral("working …"));
    QVERIFY(!m_ui->enabled("lessonNext"));
    QVERIFY(!m_ui->find("lessonSkip")->hasFocus());  // a second press of the key must not end the lesson
    EngineJob* job = m_window->workflow().activeSaliency();
    QTRY_COMPARE(job->state(), JobState::Running);
    m_window->engine().cancel(job);
    QTRY_COMPARE(m_ui->text("lessonNext"), QStringLiteral("Try again"));
    QVERIFY(m_ui->click("lessonNext"));
    QTRY_COMPARE_WITH_TIMEOUT(m_ui->text("lessonNext"), QStringLiteral("Next"), kPatience);
}

void LessonsTest::theFrameFollowsWhatItSurrounds() {
    startFake();
    begin("two-bits");
    QTRY_VERIFY(m_ui->visible("spotlight"));
    auto* frame = m_ui->find<Spotlight>("spotlight");
    QWidget* drop = m_ui->find("architectureCard");
    const auto around = [&] { return QRect(drop->mapTo(m_window->centralWidget(), QPoint()), drop->size()).adjusted(-3, -3, 3, 3); };
    QCOMPARE(frame->target(), drop);
    QTRY_COMPARE(frame->geometry(), around());
    m_window->resize(1600, 1000);
    QTRY_COMPARE(frame->geometry(), around());
    QVERIFY(frame->testAttribute(Qt::WA_TransparentForMouseEvents));
    QVERIFY(!frame->mask().contains(frame->rect().center()));
}

void LessonsTest::twoBitsRunsToTheEndAndItsFiguresAreTrue() {
    startReal();
    begin("two-bits");
    QStringList texts;
    for (std::size_t step = 0; step < runner().lesson().steps.size(); ++step) {
        QTRY_VERIFY_WITH_TIMEOUT(ready(step), kPatience);
        texts << m_ui->text("lessonText");
        QVERIFY2(!texts.last().contains(QStringLiteral("…")) && !texts.last().contains(QLatin1Char('{')), qPrintable(texts.last()));
        const QString& show = runner().lesson().steps[step].show;
        QTRY_VERIFY2(show.isEmpty() || m_ui->visible("spotlight"), qPrintable(show));
        if (const QString folder = qEnvironmentVariable("TACQ_PICTURES"); !folder.isEmpty()) {
            QTest::qWait(600);
            m_window->grab().save(QStringLiteral("%1/two-bits-%2.png").arg(folder).arg(step + 1));
        }
        QVERIFY(m_ui->click("lessonNext"));
    }
    QVERIFY(!runner().isRunning());
    const auto& results = m_window->project().results();
    QCOMPARE(results.size(), std::size_t{4});
    const double before = m_window->project().basePerplexity()->perplexity;
    const double four = results[0].perplexity->perplexity, two = results[1].perplexity->perplexity, kept = results[2].perplexity->perplexity;
    // What the words claim: four bits hurt little, two a lot, keeping a few repairs a large part of the damage.
    QVERIFY(before < four && four < 1.2 * before);
    QVERIFY(two > 5 * before);
    QVERIFY(kept < two && two - kept > 0.5 * (two - before) && kept > before);
    QVERIFY(texts[3].contains(Format::perplexity(four, results[0].perplexity->standardError)));
    QVERIFY(texts[4].contains(Format::significant(two / before, 2) + QStringLiteral(" times")));
    QVERIFY(texts[6].contains(Format::count(results[2].kept)));
    QVERIFY(texts[6].contains(Format::bits(results[2].bits)));
    QVERIFY(texts[7].contains(Format::perplexity(kept, results[2].perplexity->standardError)));
    // And at equal size, to one part in a hundred, three bits do better.
    const QuantizedResult& three = results[3];
    QVERIFY(std::fabs(static_cast<double>(three.bytes) / static_cast<double>(results[2].bytes) - 1) < 0.01);
    QVERIFY(three.perplexity->perplexity < kept);
    QVERIFY(texts[8].contains(Format::perplexity(three.perplexity->perplexity, three.perplexity->standardError)) && texts[8].contains(Format::count(three.kept)));
}

void LessonsTest::twoTasksRunsToTheEndAndItsFiguresAreTrue() {
    startReal();
    begin("two-tasks");
    QStringList texts;
    SaliencyPointer stories, sums;
    CircuitOverlap shown;
    for (std::size_t step = 0; step < runner().lesson().steps.size(); ++step) {
        QTRY_VERIFY_WITH_TIMEOUT(ready(step), kPatience);
        texts << m_ui->text("lessonText");
        QVERIFY2(!texts.last().contains(QStringLiteral("…")), qPrintable(texts.last()));
        if (step == 3) stories = m_window->project().saliency();
        if (step == 6) {
            sums = m_window->project().saliency();
            shown = *m_ui->find<ComparisonCard>("comparisonCard")->shownOverlap();
        }
        if (const QString folder = qEnvironmentVariable("TACQ_PICTURES"); !folder.isEmpty()) {
            QTest::qWait(600);
            m_window->grab().save(QStringLiteral("%1/two-tasks-%2.png").arg(folder).arg(step + 1));
        }
        QVERIFY(m_ui->click("lessonNext"));
    }
    QVERIFY(stories && sums);
    QCOMPARE(QString::fromStdString(stories->meta().taskName), QStringLiteral("tinystories"));
    QCOMPARE(QString::fromStdString(sums->meta().taskName), QStringLiteral("gsm8k"));
    // The loss on sums is the higher one, as the text says.
    QVERIFY(sums->meta().calibrationMeanNll > stories->meta().calibrationMeanNll);
    const auto counts = sums->counts(m_window->budget().state().counts.total);
    const auto keptA = keptPositions(*sums, counts), keptB = keptPositions(*stories, stories->counts(counts.total));
    const CircuitOverlap expected = overlapOf(sums->meta().linears, keptA, keptB).value();
    QCOMPARE(shown.both, expected.both);
    QVERIFY(texts[6].contains(Format::significant(expected.jaccard)) && texts[6].contains(Format::significant(expected.expectedJaccard)));
    QVERIFY(texts[6].contains(Format::count(expected.both)));
    QVERIFY(expected.jaccard > expected.expectedJaccard && expected.jaccard < 1);
    // Back from the comparison to the stories' circuit: their saliency is there again.
    begin("two-tasks");
    for (std::size_t step = 0; step < 6; ++step) {
        QTRY_VERIFY_WITH_TIMEOUT(ready(step), kPatience);
        QVERIFY(m_ui->click("lessonNext"));
    }
    for (int i = 0; i < 3; ++i) QVERIFY(m_ui->click("lessonBack"));
    QTRY_VERIFY_WITH_TIMEOUT(ready(3), kPatience);
    QCOMPARE(QString::fromStdString(m_window->project().saliency()->meta().taskName), QStringLiteral("tinystories"));
}

TACQ_UI_TEST_MAIN(LessonsTest)
#include "test_ui_lessons.moc"
