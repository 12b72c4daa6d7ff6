// The window, driven as a person would, with a scripted engine and a made-up saliency of the sample's geometry.
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QWheelEvent>
#include <algorithm>
#include <memory>

#include "made_saliency.h"
#include "models/shared/command_text.h"
#include "models/shared/format.h"
#include "plot/matrix_view.h"
#include "plot/overview_view.h"
#include "sample_window.h"
#include "widgets/rail.h"

using namespace tacq;
using namespace tacq::ui;

class WindowTest : public QObject, protected SampleWindow {
    Q_OBJECT
private slots:
    void initTestCase() { qt_warnings::install(); }
    void init();
    void cleanup();
    void opensTheSampleRunsCancelsRunsAgainDragsAndExports();
    void sliderUpdatesCountsSizeAndOverlayWhileDragging();
    void aGridThatWasNotSimulatedIsHatchedAndOffersToSimulate();
    void clickingACellOpensThatMatrixAndTheTableIsLinked();
    void wheelAndKeysMoveTheMatrix();
    void engineCrashIsAMessageAndResumeGoesOn();
    void aLostConnectionIsABannerWithReconnect();
    void anEngineThatDiesInAnyJobIsAMessageAndResumeGoesOn_data();
    void anEngineThatDiesInAnyJobIsAMessageAndResumeGoesOn();
    void failureIsABannerThatCanBeCopied();
    void missingModelIsAnErrorWithANextStep();
    void theModelPageSaysWhatIsNotAsItLooks();
    void droppingAModelOpensIt();
    void everyPageIsReachedFromTheRailAndByKeyboard();
    void pagesSayTheirOwnStateOnTheRail();
    void everyInteractiveChildHasANameAndATooltip();
    void remembersItsGeometryAndRecentModels();
    void looksDarkOrLight();
    void theMatrixFollowsAChangeOfTheme();
    void undoTakesBackAnEnteredValue();
    void savedMapsCarryTheirCaptionAndLegend();
    void pagesFillTheWindowAndScrollWhereItIsSmall();
    void everyPageDrawsSomething();

private:
    QColor pixelOf(QWidget* widget, const QPoint& at) const { return QColor(widget->grab().toImage().pixel(at)); }
};

void WindowTest::init() {
    freshFolder();
    m_program = builtProgram("fake_engine");   // some tests put another in its place
}

void WindowTest::cleanup() {
    closeWindow();
}

void WindowTest::opensTheSampleRunsCancelsRunsAgainDragsAndExports() {
    start({QStringLiteral("--step"), QStringLiteral("20")});
    QVERIFY(!m_window->project().model());
    openSample();
    QTRY_VERIFY(m_window->findChild<QWidget*>(QStringLiteral("taskPreview")) && m_ui->text("previewNote").contains(QLatin1String("first 1 sample")));

    QVERIFY(m_ui->click("primaryAction"));
    EngineJob* job = m_window->workflow().activeSaliency();
    QTRY_COMPARE(job->state(), JobState::Running);
    QTRY_VERIFY(job->progress().done > 2);
    QVERIFY(m_ui->text("runStage").contains(QLatin1String("Gradients")));
    QVERIFY(m_ui->text("runRate").contains(QLatin1String("left")));
    QVERIFY(m_ui->click("runCancel"));
    QTRY_COMPARE(job->state(), JobState::Cancelled);
    QVERIFY(!m_ui->visible("banner"));
    QCOMPARE(m_ui->text("runStage"), QStringLiteral("Cancelled"));
    QVERIFY(!m_window->project().saliency());

    QVERIFY(m_ui->click("runResume"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->project().saliency() != nullptr, 20000);
    QTRY_COMPARE(m_window->currentPage(), QStringLiteral("circuit"));

    auto* slider = m_ui->find<QSlider>("fractionSlider");
    const QString before = m_ui->text("keptTotal");
    QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(slider->width() / 2, slider->height() / 2));
    QTest::mouseMove(slider, QPoint(slider->width() * 3 / 4, slider->height() / 2));
    QTRY_VERIFY(m_ui->text("keptTotal") != before);
    QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() * 3 / 4, slider->height() / 2));

    QVERIFY(m_ui->click("primaryAction"));
    QCOMPARE(m_window->currentPage(), QStringLiteral("quantize"));
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->text("perplexityAfter").startsWith(QStringLiteral("6.50 ± 0.13")), 20000);
    QVERIFY(m_ui->text("perplexityBefore").startsWith(QStringLiteral("5.50 ± 0.11")));

    QVERIFY(m_ui->click("primaryAction"));
    QCOMPARE(m_window->currentPage(), QStringLiteral("export"));
    const QString out = m_folder->filePath(QStringLiteral("exported"));
    m_ui->find<QLineEdit>("exportFolder")->setText(out);
    QVERIFY(m_ui->click("primaryAction"));
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->text("exportVerified").contains(QLatin1String("Verified")), 20000);
    QVERIFY(QFile::exists(out + QStringLiteral("/model.safetensors")));
    QVERIFY(m_ui->text("exportOutcome").contains(QLatin1String("1 file")));
}

void WindowTest::sliderUpdatesCountsSizeAndOverlayWhileDragging() {
    start();
    openSample();
    runSaliency();
    auto* slider = m_ui->find<QSlider>("fractionSlider");
    auto* view = m_window->findChild<MatrixView*>(QStringLiteral("matrixView"));
    view->replotNow();
    QTRY_VERIFY(!view->isLoading());
    view->replotNow();
    const QImage imageBefore = view->grab().toImage();
    QString sizeBefore = m_ui->text("modelBytes"), bitsBefore = m_ui->text("totalBits");
    // Still pressed: everything follows during the drag, not on release.
    QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(slider->width() / 2, slider->height() / 2));
    QTest::mouseMove(slider, QPoint(slider->width() - 10, slider->height() / 2));
    QTRY_VERIFY(m_ui->text("totalBits") != bitsBefore);
    QVERIFY(m_ui->text("modelBytes") != sizeBefore);
    const quint64 weights = totalElements(m_window->project().saliency()->meta());
    const quint64 kept = keptOf(m_window->budget().settings().fraction, weights);
    QCOMPARE(m_ui->text("keptTotal"), Format::count(kept) + QStringLiteral(" weights"));
    view->replotNow();
    QVERIFY(view->grab().toImage() != imageBefore);
    QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() - 10, slider->height() / 2));
    QCOMPARE(m_window->budget().state().counts.total, kept);

    auto* percent = m_ui->find<QDoubleSpinBox>("fractionPercent");
    percent->setValue(1.0);
    QTRY_COMPARE(m_window->budget().state().counts.total, keptOf(0.01, weights));
    QVERIFY(m_ui->text("forecast").contains(QLatin1String("Ready to quantize")));
}

void WindowTest::aGridThatWasNotSimulatedIsHatchedAndOffersToSimulate() {
    start();
    openSample();
    runSaliency();
    QVERIFY(!m_ui->visible("simulate"));
    QVERIFY(m_ui->click("bits_2"));
    QTRY_VERIFY(m_ui->visible("simulate"));
    QCOMPARE(m_ui->text("simulate"), QStringLiteral("Simulate (≈ 3 s)"));
    QVERIFY(!m_window->budget().state().simulated);
    QVERIFY(m_ui->text("notSimulated").contains(QLatin1String("3 bit")));
    QVERIFY(m_ui->click("simulate"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->budget().state().simulated, 20000);
    QVERIFY(!m_ui->visible("simulate"));
    QCOMPARE(m_window->project().saliency()->meta().grid.bits, 2);
    QCOMPARE(m_window->currentPage(), QStringLiteral("circuit"));
    // Back to a grid that is there: no run needed.
    QVERIFY(m_ui->click("bits_3"));
    QTRY_VERIFY(m_window->budget().state().simulated);
    QVERIFY(m_ui->click("group_32"));
    QTRY_VERIFY(m_ui->visible("simulate"));
}

void WindowTest::clickingACellOpensThatMatrixAndTheTableIsLinked() {
    start();
    openSample();
    runSaliency();
    auto* overview = m_window->findChild<OverviewView*>(QStringLiteral("overview"));
    QTest::mouseClick(overview, Qt::LeftButton, {}, overview->cellRect(2, 6).center());
    QVERIFY(m_ui->text("matrixCardTitle").contains(QLatin1String("layers.2.mlp.down_proj")));
    QTest::keyClick(overview, Qt::Key_Left);
    QVERIFY(m_ui->text("matrixCardTitle").contains(QLatin1String("layers.2.mlp.up_proj")));
    QCOMPARE(m_ui->text("matrixShape"), QStringLiteral("172 × 64"));

    auto* table = m_ui->find<QTableView>("topWeights");
    QTRY_VERIFY(table->model()->index(0, 2).data().toString() != QStringLiteral("–"));
    table->selectRow(1);
    QVERIFY(m_ui->text("probe").contains(QLatin1String("saliency")));
    QVERIFY(m_ui->text("probe").contains(QStringLiteral("row ") + table->model()->index(1, 0).data().toString()));
    for (const char* layer : {"matrixLayer_gradient", "matrixLayer_delta", "matrixLayer_weight", "matrixLayer_saliency", "overviewQuantity_gradient", "overviewQuantity_delta"})
        QVERIFY(m_ui->click(layer));
    QVERIFY(m_ui->text("overviewCaption").contains(QStringLiteral("ΔW")));

    // Pointing at a weight reads it.
    auto* plot = m_ui->find("matrixPlot");
    QTest::mouseMove(plot, QPoint(plot->width() / 2, plot->height() / 2));
    QTRY_VERIFY(m_ui->text("probe").startsWith(QLatin1String("row ")));
}

void WindowTest::wheelAndKeysMoveTheMatrix() {
    start();
    openSample();
    runSaliency();
    auto* view = m_window->findChild<MatrixView*>(QStringLiteral("matrixView"));
    auto* plot = m_ui->find("matrixPlot");
    view->replotNow();
    QTRY_VERIFY(!view->isLoading());
    view->replotNow();
    const QImage whole = plot->grab().toImage();
    const QPointF middle(plot->width() / 2.0, plot->height() / 2.0);
    for (int i = 0; i < 4; ++i) {
        QWheelEvent wheel(middle, plot->mapToGlobal(middle), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(plot, &wheel);
    }
    view->replotNow();
    QVERIFY(plot->grab().toImage() != whole);
    const QImage zoomed = plot->grab().toImage();
    QTest::mousePress(plot, Qt::LeftButton, {}, middle.toPoint());
    QTest::mouseMove(plot, middle.toPoint() + QPoint(40, 30));
    QTest::mouseRelease(plot, Qt::LeftButton, {}, middle.toPoint() + QPoint(40, 30));
    view->replotNow();
    QVERIFY(plot->grab().toImage() != zoomed);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Plus);
    QTest::keyClick(view, Qt::Key_Left);
    QTest::keyClick(view, Qt::Key_0);
    view->replotNow();
    QTest::mouseMove(plot, QPoint(1, 1));
    QCOMPARE(plot->grab().toImage(), whole);
}

void WindowTest::engineCrashIsAMessageAndResumeGoesOn() {
    // Under the name of the engine on this computer: one behind a connection would be reconnected to without a word.
    m_program = m_folder->filePath(QStringLiteral("tacq"));
    QVERIFY(QFile::link(builtProgram("fake_engine"), m_program));
    start({QStringLiteral("--crash"), QStringLiteral("saliency"), m_folder->filePath(QStringLiteral("crashed-once"))});
    openSample();
    QVERIFY(m_ui->click("primaryAction"));
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("banner"), 20000);
    QCOMPARE(m_ui->text("bannerTitle"), QStringLiteral("The engine stopped"));
    QVERIFY(m_ui->text("bannerDetail").contains(QLatin1String("says the script")));
    QCOMPARE(m_ui->text("bannerAction"), QStringLiteral("Resume"));
    QVERIFY(m_ui->click("bannerAction"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->project().saliency() != nullptr, 20000);
    QVERIFY(!m_ui->visible("banner"));
}

void WindowTest::aLostConnectionIsABannerWithReconnect() {
    // It breaks twice: the first time the window reconnects by itself.
    start({QStringLiteral("--crash"), QStringLiteral("saliency"), m_folder->filePath(QStringLiteral("later/marker"))});
    openSample();
    QVERIFY(m_ui->click("primaryAction"));
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("banner"), 20000);
    QCOMPARE(m_ui->text("bannerTitle"), QStringLiteral("No connection to the engine"));
    QVERIFY(m_ui->text("bannerDetail").contains(QLatin1String("fake_engine")));
    QVERIFY(m_ui->text("bannerNext").contains(QLatin1String("taken up again")));
    QCOMPARE(m_ui->text("bannerAction"), QStringLiteral("Reconnect"));
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("later")));
    QVERIFY(QFile(m_folder->filePath(QStringLiteral("later/marker"))).open(QIODevice::WriteOnly));
    QVERIFY(m_ui->click("bannerAction"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->project().saliency() != nullptr, 20000);
    QVERIFY(!m_ui->visible("banner"));
}

void WindowTest::anEngineThatDiesInAnyJobIsAMessageAndResumeGoesOn_data() {
    QTest::addColumn<QString>("method");
    for (const char* method : {"quantize", "perplexity", "compare", "export", "report", "runs-rerun", "circuit-score"}) QTest::newRow(method) << QString::fromLatin1(method);
}

void WindowTest::anEngineThatDiesInAnyJobIsAMessageAndResumeGoesOn() {
    QFETCH(QString, method);
    m_program = m_folder->filePath(QStringLiteral("tacq"));   // on this computer: one behind a connection would be reconnected to without a word
    QVERIFY(QFile::link(builtProgram("fake_engine"), m_program));
    start({QStringLiteral("--crash"), method, m_folder->filePath(QStringLiteral("crashed-once"))});
    openSample();
    runSaliency();
    QVERIFY(m_ui->click("primaryAction"));
    const QString out = m_folder->filePath(QStringLiteral("out"));
    SaliencyPointer scored;
    if (method == QLatin1String("circuit-score")) {
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->project().results().empty() && !m_window->isRunning(), 20000);
        m_window->workflow().makeScore(m_window->project().saliency(), Method::Qal, [&scored](const Result<SaliencyPointer>& made) { if (made.ok()) scored = made.value(); });
    }
    if (method == QLatin1String("export") || method == QLatin1String("report") || method == QLatin1String("runs-rerun")) {
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->project().results().empty() && !m_window->isRunning(), 20000);
        if (method == QLatin1String("export")) m_window->workflow().exportModel({m_window->project().results().front().folder, out, QStringLiteral("hf"), true, false});
        else m_window->workflow().runner().submit({method, {{QStringLiteral("run"), QStringLiteral("1")}, {QStringLiteral("out"), out}}, method, true}, [](EngineJob&) {});
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("banner"), 20000);
    QCOMPARE(m_ui->text("bannerTitle"), QStringLiteral("The engine stopped"));
    QCOMPARE(m_ui->text("bannerAction"), QStringLiteral("Resume"));
    QVERIFY(m_window->isVisible());
    QVERIFY(m_ui->click("bannerAction"));
    // Everything that was asked for comes in the end: the model, each figure, the files.
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isRunning() && !m_window->project().results().empty(), 30000);
    const QString folder = m_window->project().results().front().folder;
    for (const char* metric : {"perplexity", "guardPerplexity", "klMean", "top1"}) QTRY_VERIFY2_WITH_TIMEOUT(m_window->project().measure(folder, QLatin1String(metric)), metric, 20000);
    if (method == QLatin1String("export") || method == QLatin1String("report")) QVERIFY(QFile::exists(out));
    if (method == QLatin1String("circuit-score")) QTRY_VERIFY_WITH_TIMEOUT(scored, 20000);
    for (const EngineJob* job : m_window->engine().jobs()) QCOMPARE(job->state(), JobState::Done);
    QVERIFY(!m_ui->visible("banner"));
}

void WindowTest::failureIsABannerThatCanBeCopied() {
    start({QStringLiteral("--fail"), QStringLiteral("saliency"), QStringLiteral("out-of-memory")});
    openSample();
    QVERIFY(m_ui->click("primaryAction"));
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("banner"), 20000);
    QCOMPARE(m_ui->text("bannerTitle"), QStringLiteral("Not enough memory"));
    QCOMPARE(m_ui->text("bannerNext"), QStringLiteral("Write another script."));
    QVERIFY(m_ui->click("bannerCopy"));
    QVERIFY(QApplication::clipboard()->text().contains(QLatin1String("error[out-of-memory]")));
    QVERIFY(m_ui->click("bannerClose"));
    QVERIFY(!m_ui->visible("banner"));
}

void WindowTest::missingModelIsAnErrorWithANextStep() {
    start();
    m_window->openPath(m_folder->filePath(QStringLiteral("no-model")));
    QTRY_VERIFY(m_ui->visible("banner"));
    QCOMPARE(m_ui->text("bannerTitle"), QStringLiteral("Something is missing"));
    QVERIFY(!m_ui->text("bannerNext").isEmpty());
}

void WindowTest::theModelPageSaysWhatIsNotAsItLooks() {
    start();
    openSample();
    QVERIFY(m_ui->click("rail_model"));
    QVERIFY(m_ui->text("modelNotes").isEmpty());
    // The sample with a setting that acts beyond its context only.
    const QString folder = m_folder->filePath(QStringLiteral("noted"));
    QVERIFY(QDir().mkpath(folder));
    for (const QFileInfo& file : QDir(Workflow::samplePath()).entryInfoList(QDir::Files)) QVERIFY(QFile::copy(file.filePath(), folder + QLatin1Char('/') + file.fileName()));
    QFile config(folder + QLatin1String("/config.json"));
    config.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QVERIFY(config.open(QIODevice::ReadWrite));
    const QByteArray changed = config.readAll().replace("\"rope_scaling\": null", "\"rope_scaling\": {\"type\": \"dynamic\", \"factor\": 2.0}");
    QVERIFY(config.resize(0) && config.seek(0) && config.write(changed) == changed.size());
    config.close();
    m_window->openPath(folder);
    QTRY_VERIFY(m_ui->text("modelNotes").contains(QLatin1String("dynamic")));
    QVERIFY(m_ui->visible("modelNotes"));
}

void WindowTest::droppingAModelOpensIt() {
    start();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(Workflow::samplePath())});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
    QTRY_VERIFY(m_window->project().model() != nullptr);
}

void WindowTest::everyPageIsReachedFromTheRailAndByKeyboard() {
    start();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(m_window->currentPage(), QStringLiteral("model"));
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QTRY_COMPARE(m_window->currentPage(), QStringLiteral("start"));
    openSample();
    for (const PageEntry& entry : pageEntries()) {
        if (!entry.create) continue;
        QVERIFY(m_ui->click(("rail_" + entry.id.toLatin1()).constData()));
        QCOMPARE(m_window->currentPage(), entry.id);
    }
    // The jobs strip shows the same as a command.
    QVERIFY(m_window->workflow().runSaliency());
    QTRY_VERIFY(m_ui->visible("jobCopy"));
    QVERIFY(m_ui->click("jobCopy"));
    QVERIFY(QApplication::clipboard()->text().startsWith(QLatin1String("tacq saliency ")));
}

void WindowTest::pagesSayTheirOwnStateOnTheRail() {
    start();
    const auto done = [this] {
        QStringList ids;
        for (const PageEntry& entry : pageEntries()) {
            const auto* button = m_ui->find<RailButton>(("rail_" + entry.id.toLatin1()).constData());
            if (button->stepState() == StepState::Done) ids << entry.id;
            if ((button->stepState() == StepState::None) != (entry.place == RailPlace::Plain)) ids << entry.id + QLatin1String(": no mark, or one too many");
        }
        return ids;
    };
    QCOMPARE(done(), QStringList());
    m_window->showPage(QStringLiteral("budget"));   // looked at before there was anything
    m_window->showPage(QStringLiteral("start"));
    openSample();
    QTRY_COMPARE(done(), QStringList({QStringLiteral("start"), QStringLiteral("model")}));
    runSaliency();
    QStringList now{QStringLiteral("start"), QStringLiteral("model"), QStringLiteral("task"), QStringLiteral("saliency")};
    QCOMPARE(done(), now);
    m_window->showPage(QStringLiteral("matrix"));
    now << QStringLiteral("matrix");
    QCOMPARE(done(), now);
    m_window->showPage(QStringLiteral("generate"));
    now << QStringLiteral("generate");
    QCOMPARE(done(), now);
}

void WindowTest::everyInteractiveChildHasANameAndATooltip() {
    start();
    openSample();
    runSaliency();
    for (QWidget* widget : m_window->findChildren<QWidget*>()) {
        const bool button = qobject_cast<QAbstractButton*>(widget) != nullptr && !widget->objectName().startsWith(QLatin1String("qt_"));
        const bool interactive = button || qobject_cast<QAbstractSlider*>(widget) || qobject_cast<QAbstractSpinBox*>(widget) || qobject_cast<QAbstractItemView*>(widget);
        if (!interactive || widget->inherits("QScrollBar") || widget->inherits("QHeaderView") || widget->inherits("QTableCornerButton") ||
            widget->inherits("QComboBoxListView") || widget->parent()->inherits("QLineEdit") || widget->inherits("QTableCornerButton"))
            continue;
        if (QLatin1String(widget->metaObject()->className()) == QLatin1String("QTableCornerButton")) continue;
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        const QByteArray name = widget->objectName().toUtf8();
        QVERIFY2(!widget->accessibleName().isEmpty(), name.constData());
    }
}

void WindowTest::remembersItsGeometryAndRecentModels() {
    start();
    openSample();
    m_window->resize(1260, 860);
    m_ui.reset();
    m_window.reset();
    start();
    QCOMPARE(m_window->size(), QSize(1260, 860));
    auto* recent = m_ui->find<QAbstractButton>("recentModel");
    QCOMPARE(recent->text(), QStringLiteral("stories260K"));
}

void WindowTest::looksDarkOrLight() {
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        MainWindow window({builtProgram("fake_engine"), {}, m_folder->path()}, choice);
        window.resize(1200, 800);
        window.show();
        const QColor page = window.grab().toImage().pixelColor(210, 640);
        QCOMPARE(page.lightness() < 128, choice == ThemeChoice::Dark);
    }
}

void WindowTest::theMatrixFollowsAChangeOfTheme() {
    start();
    openSample();
    runSaliency();
    auto* plot = m_ui->find<QWidget>("matrixPlot");
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::Light}) {
        m_window->chooseTheme(choice);
        // The corner below the axis labels: background, nothing drawn.
        QTRY_COMPARE(pixelOf(plot, QPoint(2, plot->height() - 2)), Theme::forChoice(choice).card);
    }
}

void WindowTest::undoTakesBackAnEnteredValue() {
    start();
    openSample();
    runSaliency();
    auto* field = m_ui->find<QDoubleSpinBox>("fractionPercent");
    const double before = field->value();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("1"));
    // What is being typed is the field's own to take back …
    QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(field->value(), before);
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("1"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_window->budget().settings().fraction, 0.01);
    // … what was entered is the window's.
    QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_window->budget().settings().fraction * 100, before);
    QTest::keySequence(field, m_ui->find<QAction>("action_redo")->shortcut());
    QCOMPARE(m_window->budget().settings().fraction, 0.01);
}

void WindowTest::savedMapsCarryTheirCaptionAndLegend() {
    start();
    openSample();
    runSaliency();
    auto* sheet = m_ui->find("overviewSheet");
    for (const char* part : {"overviewCaption", "overview", "overviewLegend"}) QVERIFY2(sheet->isAncestorOf(m_ui->find(part)), part);
    emit sheet->customContextMenuRequested(QPoint(20, 20));
    auto* menu = sheet->findChild<QMenu*>(QStringLiteral("overviewSheetMenu"));
    QVERIFY(menu);
    menu->findChild<QAction*>(QStringLiteral("copyPlot"))->trigger();
    menu->close();
    const QImage picture = QApplication::clipboard()->image();
    QCOMPARE(picture.size(), sheet->size() * 2);
    // Many colours where the map is, and where its legend is: neither is an empty place.
    for (const char* part : {"overview", "overviewLegend"}) {
        const QWidget* widget = m_ui->find(part);
        const QRect at(widget->mapTo(sheet, QPoint()) * 2, widget->size() * 2);
        QSet<QRgb> colours;
        for (int x = at.left(); x < at.right(); x += 3)
            for (int y = at.top(); y < at.bottom(); y += 3) colours << picture.pixel(x, y);
        QVERIFY2(colours.size() > 10, part);
    }
}

void WindowTest::pagesFillTheWindowAndScrollWhereItIsSmall() {
    start();
    openSample();
    runSaliency();
    for (const QSize& size : {QSize(1440, 900), QSize(960, 600), QSize(1280, 720)}) {
        m_window->resize(size);
        QCOMPARE(m_window->size(), size);   // no page makes the window larger than a small screen
        for (const PageEntry& entry : pageEntries()) {
            QWidget* page = m_window->page(entry.id);
            if (!page) continue;
            m_window->showPage(entry.id);
            QCoreApplication::processEvents();
            auto* frame = m_window->findChild<QScrollArea*>(QLatin1String("page_") + entry.id + QLatin1String("_frame"));
            QVERIFY(frame);
            QCOMPARE(pixelOf(m_window.get(), frame->mapTo(m_window.get(), QPoint(3, 3))), Theme::light().page);
            // A wrapped text says how high it is once it knows how wide it is.
            QTRY_COMPARE(page->size(), frame->viewport()->size().expandedTo(page->minimumSizeHint()));
            const QSize room = frame->viewport()->size(), need = page->minimumSizeHint();
            QCOMPARE(frame->verticalScrollBar()->maximum(), std::max(0, need.height() - room.height()));
            QCOMPARE(frame->horizontalScrollBar()->maximum(), std::max(0, need.width() - room.width()));
            if (size.width() == 1440) QVERIFY2(frame->verticalScrollBar()->maximum() == 0 && frame->horizontalScrollBar()->maximum() == 0, qPrintable(entry.id));
        }
    }
}

void WindowTest::everyPageDrawsSomething() {
    // TACQ_PICTURES=DIR keeps the pictures, to be looked at; TACQ_THEME=dark for the other theme.
    const QString folder = qEnvironmentVariable("TACQ_PICTURES");
    start();
    if (qEnvironmentVariable("TACQ_THEME") == QLatin1String("dark")) {
        m_window->setProperty(Theme::kDarkProperty, true);
        m_window->setPalette(Theme::darkTheme().palette());
        m_window->setStyleSheet(Theme::darkTheme().styleSheet());
    }
    m_window->resize(1440, 900);
    int number = 0;
    const auto picture = [&](const QString& name) {
        QTest::qWait(300);
        const QPixmap pixmap = m_window->grab();
        QVERIFY(!pixmap.isNull());
        if (!folder.isEmpty()) QVERIFY(pixmap.save(QStringLiteral("%1/%2-%3.png").arg(folder).arg(++number, 2, 10, QLatin1Char('0')).arg(name)));
    };
    picture(QStringLiteral("start"));
    openSample();
    picture(QStringLiteral("task"));
    m_window->showPage(QStringLiteral("model"));
    picture(QStringLiteral("model"));
    m_window->showPage(QStringLiteral("task"));
    runSaliency();
    picture(QStringLiteral("circuit"));
    QVERIFY(m_ui->click("bits_2"));
    picture(QStringLiteral("circuit-not-simulated"));
    QVERIFY(m_ui->click("bits_3"));
    m_window->showPage(QStringLiteral("saliency"));
    picture(QStringLiteral("saliency"));
    m_window->workflow().quantize();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->project().results().empty() && m_window->project().results().back().perplexity, 20000);
    m_window->showPage(QStringLiteral("quantize"));
    picture(QStringLiteral("quantize"));
    m_window->showPage(QStringLiteral("export"));
    picture(QStringLiteral("export"));
}

TACQ_UI_TEST_MAIN(WindowTest)
#include "test_ui_window.moc"
