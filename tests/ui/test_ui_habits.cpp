// What people do without looking: undo, the next key, going on to another page, opening a dialog again, asking for help.
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QProcess>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTest>
#include <algorithm>

#include "sample_window.h"
#include "text/window_error.h"
#include "widgets/parts.h"

using namespace tacq;
using namespace tacq::ui;

class HabitsTest : public QObject, protected SampleWindow {
    Q_OBJECT
private slots:
    void initTestCase() { qt_warnings::install(); }
    void init() {
        freshFolder();
        m_program = builtProgram("fake_engine");   // a test puts another in its place
    }
    void cleanup() { closeWindow(); }
    void undoInANumberFieldTakesTheSettingBackWithIt();
    void openingAModelCanBeTakenBack();
    void theKeyAfterAStartDoesNotCancelIt();
    void aFailureStaysOnThePageWhereItCameUp();
    void aLostEngineIsToldOnEveryPage();
    void dialogsOpenWhereTheLastOneWasLeft();
    void helpAndVersionNeedNoDisplay();

private:
    void activate() {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    /// Types a number over what stands in the field and enters it.
    void enter(QAbstractSpinBox* box, const QString& text) {
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, text);
        QTest::keyClick(box, Qt::Key_Return);
    }
};

void HabitsTest::undoInANumberFieldTakesTheSettingBackWithIt() {
    start();
    openSample();
    activate();
    m_window->showPage(QStringLiteral("generate"));
    auto* length = m_ui->find<QSpinBox>("writeLength");
    const int before = length->value();
    enter(length, QStringLiteral("17"));
    QCOMPARE(length->value(), 17);
    QTest::keyClick(length, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(length->value(), before);
    QCOMPARE(length->text(), QString::number(before));   // what is shown is what is used
    QTest::keyClick(length, Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(length->value(), 17);
    QCOMPARE(length->text(), QStringLiteral("17"));
    // Typed and not entered, it is the field's own.
    length->selectAll();
    QTest::keyClicks(length, QStringLiteral("99"));
    QTest::keyClick(length, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(length->value(), 17);
    QCOMPARE(m_window->edits().index(), 1);
    auto* temperature = m_ui->find<QDoubleSpinBox>("writeTemperature");
    enter(temperature, QStringLiteral("0.50"));
    QCOMPARE(temperature->value(), 0.5);
    QTest::keyClick(temperature, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(temperature->value(), 0.0);
    QCOMPARE(temperature->cleanText(), temperature->textFromValue(0));
}

void HabitsTest::openingAModelCanBeTakenBack() {
    start();
    openSample();
    const ModelPointer first = m_window->project().model();
    m_window->budget().setBits(2);
    Recipe recipe;
    recipe.tensors[first->linears.front().name].bits = 8;
    m_window->budget().setRecipe(recipe, QStringLiteral("paint"));
    const int edits = m_window->edits().count();
    // The same model under another name stands for another one.
    const QString copy = m_folder->filePath(QStringLiteral("another"));
    QVERIFY(QFile::link(Workflow::samplePath(), copy));
    m_window->openPath(copy);
    QTRY_VERIFY(m_window->project().model() != first);
    QVERIFY(m_window->budget().settings().recipe().empty());
    QCOMPARE(m_window->edits().count(), edits + 1);
    QVERIFY(m_window->edits().undoText().contains(QLatin1String("another")));
    m_window->edits().undo();
    QCOMPARE(m_window->project().model(), first);
    QCOMPARE(m_window->budget().settings().recipe().tensors.size(), std::size_t{1});
    QCOMPARE(m_window->budget().settings().grid.bits, 2);
    m_window->edits().undo();
    m_window->edits().undo();
    QCOMPARE(m_window->budget().settings().grid.bits, BudgetSettings().grid.bits);
    for (int i = 0; i < 3; ++i) m_window->edits().redo();
    QVERIFY(m_window->project().model() != first);
    QVERIFY(m_window->budget().settings().recipe().empty());
}

void HabitsTest::theKeyAfterAStartDoesNotCancelIt() {
    start({QStringLiteral("--step"), QStringLiteral("40")});
    openSample();
    activate();
    const auto startsWith = [this](const char* button) {
        auto* start = m_ui->find<QAbstractButton>(button);
        if (!start || !start->isVisible() || !start->isEnabled()) return false;
        start->setFocus();
        const qsizetype before = m_window->engine().jobs().size();
        QTest::keyClick(start, Qt::Key_Space);
        QTest::qWait(30);   // the page answers, and greys what cannot be pressed now
        if (m_window->engine().jobs().size() == before) return false;
        if (QWidget* focus = QApplication::focusWidget()) QTest::keyClick(focus, Qt::Key_Space);
        QTest::qWait(60);
        const auto& jobs = m_window->engine().jobs();
        return std::none_of(jobs.begin(), jobs.end(), [](const EngineJob* job) { return job->state() == JobState::Cancelling || job->state() == JobState::Cancelled; });
    };
    QVERIFY(startsWith("primaryAction"));   // saliency, from the Task page
    QTRY_VERIFY_WITH_TIMEOUT(m_window->project().saliency() != nullptr, 20000);
    m_window->showPage(QStringLiteral("saliency"));
    QVERIFY(startsWith("runSaliencyAgain"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isRunning(), 20000);
    m_window->showPage(QStringLiteral("circuit"));
    QVERIFY(startsWith("primaryAction"));   // quantize
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isRunning(), 40000);
    m_window->showPage(QStringLiteral("generate"));
    QVERIFY(startsWith("primaryAction"));   // write
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isRunning(), 20000);
    m_window->showPage(QStringLiteral("export"));
    m_ui->find<QLineEdit>("exportFolder")->setText(m_folder->filePath(QStringLiteral("exported")));
    QVERIFY(startsWith("primaryAction"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isRunning(), 20000);
    // Who goes there with Tab may press it.
    EngineJob* job = m_window->workflow().runner().submit({QStringLiteral("probe"), {}, QStringLiteral("a job"), true}, [](EngineJob&) {});
    QTRY_COMPARE(job->state(), JobState::Running);
    QAbstractButton* cancel = nullptr;
    for (auto* one : m_window->findChildren<QAbstractButton*>(QStringLiteral("jobCancel")))
        if (one->isVisible()) cancel = one;
    QVERIFY(cancel && isStopButton(cancel));
    cancel->setFocus(Qt::TabFocusReason);
    QTest::qWait(20);
    QVERIFY(cancel->hasFocus());
}

void HabitsTest::aFailureStaysOnThePageWhereItCameUp() {
    start();
    m_window->openPath(m_folder->filePath(QStringLiteral("no-such-model")));
    QTRY_VERIFY(m_ui->visible("banner"));
    const QString page = m_window->currentPage();
    m_window->showPage(QStringLiteral("runs"));
    QVERIFY(!m_ui->visible("banner"));
    m_window->showPage(page);
    QVERIFY(m_ui->visible("banner"));   // it waits there
    QVERIFY(m_ui->click("bannerClose"));
    m_window->showPage(QStringLiteral("runs"));
    m_window->showPage(page);
    QVERIFY(!m_ui->visible("banner"));
}

void HabitsTest::aLostEngineIsToldOnEveryPage() {
    // Under the name of the engine on this computer: one behind a connection would be reconnected to without a word.
    m_program = m_folder->filePath(QStringLiteral("tacq"));
    QVERIFY(QFile::link(builtProgram("fake_engine"), m_program));
    start({QStringLiteral("--crash"), QStringLiteral("saliency"), m_folder->filePath(QStringLiteral("marker"))});
    openSample();
    QVERIFY(m_ui->click("primaryAction"));
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("banner"), 20000);
    m_window->showPage(QStringLiteral("model"));
    QVERIFY(m_ui->visible("banner"));
    QVERIFY(m_ui->click("bannerAction"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->project().saliency() != nullptr, 20000);
}

void HabitsTest::dialogsOpenWhereTheLastOneWasLeft() {
    const QString models = m_folder->filePath(QStringLiteral("models")), texts = m_folder->filePath(QStringLiteral("texts"));
    QVERIFY(QDir().mkpath(models + QStringLiteral("/one")) && QDir().mkpath(texts));
    const auto leave = [this](const char* dialog, const QString& path) {
        auto* open = m_window->findChild<QFileDialog*>(QLatin1String(dialog));
        if (!open) return QString();
        const QString at = open->directory().absolutePath();
        if (!path.isEmpty()) emit open->fileSelected(path);
        delete open;
        return at;
    };
    start();
    QVERIFY(m_ui->click("openFolder"));
    QCOMPARE(leave("openFolderDialog", models + QStringLiteral("/one")), QDir::homePath());
    // A model's folder is among others; so is a file of the same kind.
    QVERIFY(m_ui->click("openFile"));
    QCOMPARE(leave("openFileDialog", {}), models);
    m_window->showPage(QStringLiteral("export"));
    QVERIFY(m_ui->click("chooseExportFolder"));
    leave("exportFolderDialog", texts);
    closeWindow();
    start();
    QVERIFY(m_ui->click("openFolder"));
    QCOMPARE(leave("openFolderDialog", {}), models);
    m_window->showPage(QStringLiteral("export"));
    QVERIFY(m_ui->click("chooseExportFolder"));
    QCOMPARE(leave("exportFolderDialog", {}), texts);
    // A folder that is gone: the nearest one that is there.
    QVERIFY(QDir(texts).removeRecursively());
    QVERIFY(m_ui->click("chooseExportFolder"));
    QCOMPARE(leave("exportFolderDialog", {}), m_folder->path());
}

void HabitsTest::helpAndVersionNeedNoDisplay() {
    const QString program = builtProgram("tacq-workbench");
    if (!QFile::exists(program)) QSKIP("the window's program is not built here");
    for (const char* option : {"--version", "--help", "-h", "-v"}) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) environment.remove(QLatin1String(name));
        process.setProcessEnvironment(environment);
        process.start(program, {QLatin1String(option)});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        const QString said = QString::fromUtf8(process.readAllStandardOutput());
        QVERIFY2(said.contains(QLatin1String(qstrlen(option) && (option[1] == 'v' || option[2] == 'v') ? "0.1" : "--workspace")), qPrintable(said));
    }
}

TACQ_UI_TEST_MAIN(HabitsTest)
#include "test_ui_habits.moc"
