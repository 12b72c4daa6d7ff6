#include <QDirIterator>
// The whole way with the real engine process on the bundled sample: open, run, cancel, run again, change the grid, drag, quantize, compare, export,
// a killed engine. Every figure shown is held against what the engine wrote.
#include <QApplication>
#include <QJsonDocument>
#include <QLineEdit>
#include <QSettings>
#include <QSlider>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <memory>

#include "models/format.h"
#include "plot/matrix_view.h"
#include "qt_warnings.h"
#include "window_driver.h"

using namespace tacq;
using namespace tacq::ui;

namespace {

constexpr int kPatience = 120'000;

}  // namespace

class RealEngineTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void cleanup() { QCOMPARE(qt_warnings::take(), QStringList()); }
    void opensTheSampleAndShowsThePrompts();
    void runsCancelsAndRunsAgain();
    void theMapHoldsTheArtifactsFigures();
    void anotherGridReusesTheGradients();
    void quantizedFileHasTheSizeThatTheSliderPromised();
    void perplexityComesBeforeAndAfter();
    void exportsAndVerifies();
    void aKilledEngineIsAMessageAndResumeGoesOn();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowDriver> m_ui;
};

void RealEngineTest::initTestCase() {
    qt_warnings::install();
    QLocale::setDefault(QLocale::c());
    m_folder = std::make_unique<QTemporaryDir>();
    const QString program = QStringLiteral(TACQ_BIN "/tacq");
    m_window = std::make_unique<MainWindow>(EngineCommand{program, {QStringLiteral("--threads"), QStringLiteral("1"), QStringLiteral("--dtype"), QStringLiteral("f32"), QStringLiteral("serve")}, m_folder->filePath(QStringLiteral("workspace"))}, ThemeChoice::Light);
    m_ui = std::make_unique<WindowDriver>(WindowDriver{*m_window});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void RealEngineTest::cleanupTestCase() {
    m_ui.reset();
    m_window.reset();
}

void RealEngineTest::opensTheSampleAndShowsThePrompts() {
    QVERIFY(m_ui->click("openSample"));
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->text("previewNote").startsWith(QLatin1String("The first ")), kPatience);
}

void RealEngineTest::runsCancelsAndRunsAgain() {
    QVERIFY(m_ui->click("primaryAction"));
    EngineJob* job = m_window->workflow().activeSaliency();
    QTRY_VERIFY_WITH_TIMEOUT(job->state() == JobState::Running && job->progress().done > 0, kPatience);
    QVERIFY(m_ui->click("runCancel"));
    QTRY_VERIFY_WITH_TIMEOUT(job->isFinished(), kPatience);
    if (job->state() == JobState::Cancelled) QVERIFY(m_ui->click("runResume"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->project().saliency() != nullptr, kPatience);
    QTRY_COMPARE(m_window->currentPage(), QStringLiteral("circuit"));
}

void RealEngineTest::theMapHoldsTheArtifactsFigures() {
    const SaliencyMeta& meta = m_window->project().saliency()->meta();
    QCOMPARE(meta.linears.size(), std::size_t{35});
    const QJsonArray perTensor = m_window->workflow().activeSaliency()->result().value(QLatin1String("perTensor")).toArray();
    QCOMPARE(perTensor.size(), 35);
    for (int i = 0; i < 35; ++i) {
        const QJsonObject tensor = perTensor[i].toObject();
        QCOMPARE(meta.figures[static_cast<std::size_t>(i)].saliencySum, tensor.value(QLatin1String("saliencySum")).toDouble());
        QVERIFY(meta.figures[static_cast<std::size_t>(i)].gradientSum > 0);
    }
    auto* view = m_window->findChild<MatrixView*>(QStringLiteral("matrixView"));
    QTRY_VERIFY(!view->isLoading());
    QVERIFY(!m_ui->visible("banner"));
}

void RealEngineTest::anotherGridReusesTheGradients() {
    QVERIFY(m_ui->click("bits_2"));
    QTRY_VERIFY(m_ui->visible("simulate"));
    QVERIFY(m_ui->click("simulate"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->budget().state().simulated, kPatience);
    bool reused = false;
    for (const QJsonValue& stage : m_window->workflow().activeSaliency()->result().value(QLatin1String("stages")).toArray())
        if (stage.toObject().value(QLatin1String("name")).toString() == QLatin1String("gradient")) reused = stage.toObject().value(QLatin1String("reused")).toBool();
    QVERIFY(reused);
    QVERIFY(m_ui->click("bits_3"));
    QTRY_VERIFY(m_window->budget().state().simulated);
}

void RealEngineTest::quantizedFileHasTheSizeThatTheSliderPromised() {
    auto* slider = m_ui->find<QSlider>("fractionSlider");
    QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(slider->width() / 2, slider->height() / 2));
    QTest::mouseMove(slider, QPoint(slider->width() * 2 / 3, slider->height() / 2));
    QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() * 2 / 3, slider->height() / 2));
    m_window->budget().flush();
    const quint64 kept = m_window->budget().state().counts.total, bytes = m_window->budget().state().ledger.modelBytes;
    QVERIFY(m_ui->click("primaryAction"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->project().results().empty(), kPatience);
    const QuantizedResult& result = m_window->project().results().front();
    QCOMPARE(result.kept, kept);
    QCOMPARE(result.bytes, bytes);
    quint64 onDisk = 0;
    // The kept weights lie in a folder of their own (tacq/outliers.safetensors).
    for (QDirIterator file(result.folder, {QStringLiteral("*.safetensors")}, QDir::Files, QDirIterator::Subdirectories); file.hasNext();)
        onDisk += static_cast<quint64>(QFileInfo(file.next()).size());
    QCOMPARE(onDisk, bytes);
}

void RealEngineTest::perplexityComesBeforeAndAfter() {
    QTRY_VERIFY_WITH_TIMEOUT(m_window->project().results().front().perplexity && m_window->project().basePerplexity(), kPatience);
    const double before = m_window->project().basePerplexity()->perplexity, after = m_window->project().results().front().perplexity->perplexity;
    QVERIFY(before > 1 && after > before && after < 5 * before);
    QVERIFY(m_ui->text("perplexityBefore").contains(QStringLiteral("±")));
    QVERIFY(m_ui->text("perplexityAfter").startsWith(Format::fixed(after, 2)));
}

void RealEngineTest::exportsAndVerifies() {
    m_window->showPage(QStringLiteral("export"));
    const QString out = m_folder->filePath(QStringLiteral("out"));
    m_ui->find<QLineEdit>("exportFolder")->setText(out);
    QVERIFY(m_ui->click("primaryAction"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->workflow().activeExport()->isFinished(), kPatience);
    QCOMPARE(m_window->workflow().activeExport()->state(), JobState::Done);
    QVERIFY(m_ui->text("exportVerified").contains(QLatin1String("Verified")));
    QVERIFY(QFileInfo(out + QStringLiteral("/config.json")).size() > 0);
    m_window->showPage(QStringLiteral("runs"));
    QVERIFY(!m_ui->visible("banner"));
}

void RealEngineTest::aKilledEngineIsAMessageAndResumeGoesOn() {
    m_window->showPage(QStringLiteral("circuit"));
    QVERIFY(m_ui->click("group_32"));
    QTRY_VERIFY(m_ui->visible("simulate"));
    QVERIFY(m_ui->click("simulate"));
    EngineJob* job = m_window->workflow().activeSaliency();
    QTRY_VERIFY_WITH_TIMEOUT(job->state() == JobState::Running, kPatience);
    QCOMPARE(::kill(static_cast<pid_t>(m_window->engine().info().pid), SIGKILL), 0);
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("banner"), kPatience);
    QCOMPARE(m_ui->text("bannerTitle"), QStringLiteral("The engine stopped"));
    QVERIFY(m_ui->click("bannerAction"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->budget().state().simulated, kPatience);
    QVERIFY(!m_ui->visible("banner"));
}

TACQ_UI_TEST_MAIN(RealEngineTest)
#include "test_ui_real_engine.moc"
