// Jobs as the window shows them: one behind the other, in rows, folded away, and cut off by closing.
#include <QStandardPaths>
#include <QTest>
#include <algorithm>

#include "sample_window.h"

using namespace tacq;
using namespace tacq::ui;

class JobsTest : public QObject, protected SampleWindow {
    Q_OBJECT
private slots:
    void initTestCase() { qt_warnings::install(); }
    void init() { freshFolder(); }
    void cleanup() { closeWindow(); }
    void anotherTasksRunWaitsItsTurn();
    void jobRowsStandUnderEachOther();
    void workCutOffByClosingIsToldOfByTheNextWindow();
    void jobsFoldAway();
    void withoutJobsThePanelIsALine();
    void theRunningJobStandsAboveThoseThatWait();
    void aStoppedJobSaysWhereResumeGoesOn();

private:
    /// From top to bottom, as they are laid out.
    QStringList shownTitles() const {
        QList<QWidget*> rows = m_window->findChildren<QWidget*>(QStringLiteral("jobRow"));
        std::sort(rows.begin(), rows.end(), [](const QWidget* a, const QWidget* b) { return a->y() < b->y(); });
        QStringList titles;
        for (const QWidget* row : rows) titles << row->accessibleName();
        return titles;
    }
};

void JobsTest::anotherTasksRunWaitsItsTurn() {
    start({QStringLiteral("--step"), QStringLiteral("30")});
    openSample();
    QVERIFY(m_ui->click("primaryAction"));
    EngineJob* first = m_window->workflow().activeSaliency();
    QTRY_COMPARE(first->state(), JobState::Running);
    TaskChoice other = m_window->project().task();
    other.task = QStringLiteral("gsm8k");
    other.displayName = QStringLiteral("GSM8K");
    m_window->project().setTask(other);
    // The page speaks of the chosen task only, whatever runs.
    QVERIFY(!m_window->workflow().activeSaliency());
    QCOMPARE(m_ui->text("runStage"), QStringLiteral("Ready to run"));
    QVERIFY(m_ui->text("runDetail").contains(QLatin1String("when the job under way is done")));
    QVERIFY(m_ui->click("primaryAction"));
    EngineJob* second = m_window->workflow().activeSaliency();
    QVERIFY(second && second != first);
    QCOMPARE(second->request().params.value(QLatin1String("task")).toString(), QStringLiteral("gsm8k"));
    m_window->showPage(QStringLiteral("circuit"));
    QVERIFY(m_ui->visible("circuitNoneTitle"));
    QVERIFY(m_ui->text("circuitNoneTitle").contains(QLatin1String("GSM8K is on its way")));
    // Pressed again it is not asked for again.
    QCOMPARE(m_window->workflow().runSaliency(), second);
    QTRY_COMPARE_WITH_TIMEOUT(second->state(), JobState::Done, 20000);
    QCOMPARE(first->state(), JobState::Done);
    QTRY_VERIFY(m_window->project().saliency() != nullptr);
    // The first ended while the second's task was chosen: it shows when the person comes back to it.
    other.task = QStringLiteral("tinystories");
    other.displayName = QStringLiteral("TinyStories");
    m_window->project().setTask(other);
    QCOMPARE(m_window->workflow().activeSaliency(), first);
    QTRY_VERIFY(m_window->project().saliency() != nullptr);
}

void JobsTest::jobRowsStandUnderEachOther() {
    start({QStringLiteral("--step"), QStringLiteral("1")});
    openSample();
    runSaliency();
    QVERIFY(m_ui->click("primaryAction"));
    QTRY_VERIFY(m_window->findChildren<QWidget*>(QStringLiteral("jobRow")).size() >= 3);
    for (const QSize& size : {QSize(1440, 900), QSize(960, 700)}) {
        m_window->resize(size);
        QTest::qWait(50);
        QList<QRect> first;
        for (const QWidget* row : m_window->findChildren<QWidget*>(QStringLiteral("jobRow"))) {
            QList<QRect> parts;
            for (const char* name : {"jobTitle", "jobDetail", "jobProgress", "jobTime", "jobCopy"}) parts << row->findChild<QWidget*>(QLatin1String(name))->geometry();
            for (int i = 0; i < parts.size(); ++i) {
                QVERIFY2(i == 0 || parts[i].left() > parts[i - 1].right(), qPrintable(QString::number(i)));
                QVERIFY2(parts[i].width() > 30 && parts[i].right() < row->width(), qPrintable(QString::number(i)));
                if (!first.isEmpty()) QVERIFY2(parts[i].left() == first[i].left() && parts[i].right() == first[i].right(), qPrintable(QString::number(i)));
            }
            first = parts;
        }
    }
}

void JobsTest::workCutOffByClosingIsToldOfByTheNextWindow() {
    start({QStringLiteral("--step"), QStringLiteral("200")});
    QVERIFY(!m_ui->visible("banner"));
    openSample();
    QVERIFY(m_ui->click("primaryAction"));
    QTRY_COMPARE(m_window->workflow().activeSaliency()->state(), JobState::Running);
    const QString title = m_window->workflow().activeSaliency()->request().title;
    m_ui.reset();
    m_window.reset();
    start();
    QVERIFY(m_ui->visible("banner"));
    QVERIFY(m_ui->text("bannerDetail").contains(title));
    QVERIFY(m_ui->click("bannerAction"));
    QCOMPARE(m_window->currentPage(), QStringLiteral("runs"));
    QVERIFY(!m_ui->visible("banner"));
    // Said once.
    m_ui.reset();
    m_window.reset();
    start();
    QVERIFY(!m_ui->visible("banner"));
}

void JobsTest::jobsFoldAway() {
    const auto startWithAJob = [this] {
        start();
        m_window->workflow().runner().submit({QStringLiteral("probe"), {}, QStringLiteral("a job"), true}, [](EngineJob&) {});
    };
    startWithAJob();
    const int before = m_ui->find("jobs")->height();
    QVERIFY(m_ui->click("jobsFold"));
    QTRY_VERIFY(m_ui->find("jobs")->height() < before);
    closeWindow();
    startWithAJob();
    QTRY_VERIFY(m_ui->find("jobs")->height() < before);
    QVERIFY(m_ui->click("jobsFold"));
    QTRY_COMPARE(m_ui->find("jobs")->height(), before);
}

void JobsTest::withoutJobsThePanelIsALine() {
    start();
    QVERIFY(m_ui->visible("jobsEmpty"));
    QVERIFY(!m_ui->visible("jobsFold"));   // there is nothing to fold
    QTRY_VERIFY2(m_ui->find("jobs")->height() <= 46, qPrintable(QString::number(m_ui->find("jobs")->height())));
    QVERIFY(m_ui->find("jobsEmpty")->geometry().bottom() < m_ui->find("jobs")->height());
    m_window->workflow().runner().submit({QStringLiteral("probe"), {}, QStringLiteral("a job"), true}, [](EngineJob&) {});
    QTRY_VERIFY(m_ui->find("jobs")->height() > 46);
    QVERIFY(!m_ui->visible("jobsEmpty"));
}

void JobsTest::theRunningJobStandsAboveThoseThatWait() {
    start({QStringLiteral("--step"), QStringLiteral("20")});
    QList<EngineJob*> jobs;
    for (const char* title : {"one", "two", "three", "four"}) jobs << m_window->workflow().runner().submit({QStringLiteral("probe"), {}, QLatin1String(title), true}, [](EngineJob&) {});
    QTRY_COMPARE(jobs[0]->state(), JobState::Running);
    QTRY_COMPARE(shownTitles(), QStringList({QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three"), QStringLiteral("four")}));
    // Its row can be seen without scrolling.
    const auto* list = m_ui->find("jobsScroll");
    for (const QWidget* row : m_window->findChildren<QWidget*>(QStringLiteral("jobRow")))
        if (row->accessibleName() == QLatin1String("one")) QVERIFY(list->rect().contains(row->mapTo(list, row->rect().center())));
    QTRY_COMPARE_WITH_TIMEOUT(jobs[1]->state(), JobState::Running, 20000);
    QTRY_COMPARE(shownTitles().first(), QStringLiteral("two"));
    QTRY_COMPARE(shownTitles().last(), QStringLiteral("one"));   // over
}

void JobsTest::aStoppedJobSaysWhereResumeGoesOn() {
    start({QStringLiteral("--step"), QStringLiteral("30")});
    openSample();
    EngineJob* job = m_window->workflow().runSaliency();
    QTRY_VERIFY(job->progress().done >= 3);
    m_window->engine().cancel(job);
    QTRY_COMPARE(job->state(), JobState::Cancelled);
    // The sums of every finished sample are written down when a run is stopped: it goes on right there, and says so.
    const QString where = QStringLiteral("sample %1 of 25").arg(job->progress().done);
    QVERIFY2(JobListModel::detailText(*job).contains(where), qPrintable(JobListModel::detailText(*job)));
    QVERIFY(m_ui->find("runResume")->toolTip().contains(where));
    // Nothing of a measurement is kept.
    EngineJob* measuring = m_window->workflow().runner().submit({QStringLiteral("perplexity"), {{QStringLiteral("model"), QStringLiteral("m")}, {QStringLiteral("tokensFile"), QStringLiteral("t")}}, QStringLiteral("measure"), true}, [](EngineJob&) {});
    QTRY_COMPARE(measuring->state(), JobState::Running);
    m_window->engine().cancel(measuring);
    QTRY_COMPARE(measuring->state(), JobState::Cancelled);
    QVERIFY(JobListModel::detailText(*measuring).contains(QLatin1String("starts it again")));
}

TACQ_UI_TEST_MAIN(JobsTest)
#include "test_ui_jobs.moc"
