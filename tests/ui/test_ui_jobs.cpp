// Jobs as the window shows them: one behind the other, in rows, folded away, and cut off by closing.
#include <QStandardPaths>
#include <QTest>

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
    start();
    const int before = m_ui->find("jobs")->height();
    QVERIFY(m_ui->click("jobsFold"));
    QTRY_VERIFY(m_ui->find("jobs")->height() < before);
    QVERIFY(!m_ui->visible("jobsEmpty"));
    closeWindow();
    start();
    QTRY_VERIFY(m_ui->find("jobs")->height() < before);
    QVERIFY(m_ui->click("jobsFold"));
    QTRY_COMPARE(m_ui->find("jobs")->height(), before);
}

TACQ_UI_TEST_MAIN(JobsTest)
#include "test_ui_jobs.moc"
