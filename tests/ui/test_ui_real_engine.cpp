#include <QDirIterator>
// The whole way with the real engine process on the bundled sample: open, run, cancel, run again, change the grid, drag, quantize, compare, export,
// a killed engine. Every figure shown is held against what the engine wrote.
#include <QAbstractItemView>
#include <QApplication>
#include <QFileDialog>
#include <QJsonDocument>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSlider>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <csignal>
#include <memory>

#include "models/runs/runs_model.h"
#include "models/shared/format.h"
#include "plot/cell_map_view.h"
#include "plot/matrix_view.h"
#include "tacq/store/circuit_overlap.h"
#include "tacq/store/workspace.h"
#include "window_fixture.h"

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
    void anotherScoreIsMadeAndCompared();
    void everyFigureIsTheEngines();
    void theErrorOfEachMatrixIsTheResults();
    void exportsAndVerifies();
    void theRunsAreListedReportedAndDoneAgain();
    void aRunIsOpenedAgain();
    void bothModelsWriteAndTheDivergenceIsMeasured();
    void aKilledEngineIsAMessageAndResumeGoesOn();
    void exportsARunOfTheWorkspace();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowDriver> m_ui;
};

void RealEngineTest::initTestCase() {
    qt_warnings::install();
    QLocale::setDefault(QLocale::c());
    m_folder = std::make_unique<QTemporaryDir>();
    const QString program = builtProgram("tacq");
    m_window = std::make_unique<MainWindow>(EngineCommand{program, serveArguments(), m_folder->filePath(QStringLiteral("workspace"))}, ThemeChoice::Light);
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

void RealEngineTest::anotherScoreIsMadeAndCompared() {
    const auto finished = [this] { return !m_window->isRunning(); };
    QTRY_VERIFY_WITH_TIMEOUT(finished(), kPatience);
    m_window->showPage(QStringLiteral("circuit"));
    QVERIFY(m_ui->click("circuitView_comparison"));
    auto* run = m_ui->find<QComboBox>("comparedRun");
    QTRY_VERIFY(run->findText(QStringLiteral("This run by QAL, |gradient · ΔW|")) > 0);
    QCOMPARE(run->findText(QStringLiteral("This run by TaCQ"), Qt::MatchStartsWith), -1);
    const auto choose = [run](const QString& beginning) {
        run->showPopup();
        const QModelIndex entry = run->model()->index(run->findText(beginning, Qt::MatchStartsWith), 0);
        QTest::mouseClick(run->view()->viewport(), Qt::LeftButton, {}, run->view()->visualRect(entry).center());
    };
    choose(QStringLiteral("This run by QAL"));
    QVERIFY(run->currentText().startsWith(QLatin1String("This run by QAL")));
    QVERIFY(m_ui->text("comparisonWords").contains(QLatin1String("on its way")));
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("comparisonResults") && m_ui->visible("jaccardIndex"), kPatience);
    // Held against the engine's own comparison of the two artifacts.
    const Workspace workspace = Workspace::open(m_folder->filePath(QStringLiteral("workspace")).toStdString()).value();
    const SaliencyMeta& mine = m_window->project().saliency()->meta();
    std::optional<SaliencyArtifact> ours, theirs;
    for (const ArtifactInfo& artifact : workspace.artifacts("saliency")) {
        SaliencyArtifact opened = SaliencyArtifact::open(artifact.folder).value();
        if (opened.meta().simulationKey != mine.simulationKey) continue;
        (opened.meta().method == Method::Qal ? theirs : ours).emplace(std::move(opened));
    }
    QVERIFY(ours && theirs);
    const double share = m_window->budget().settings().fraction;
    const CircuitOverlap expected = compareCircuits(*ours, *theirs, share).value();
    QTRY_COMPARE(m_ui->text("jaccardIndex"), QStringLiteral("Jaccard index %1").arg(Format::significant(expected.jaccard)));
    QCOMPARE(m_ui->text("differenceMapTitle"), QStringLiteral("TaCQ over QAL: kept weights"));
    // It follows the slider like any other.
    m_window->budget().setFraction(2 * share);
    m_window->budget().flush();
    QTRY_COMPARE(m_ui->text("jaccardIndex"), QStringLiteral("Jaccard index %1").arg(Format::significant(compareCircuits(*ours, *theirs, 2 * share).value().jaccard)));
    m_window->budget().setFraction(share);
    m_window->budget().flush();

    // What the score is made of is gone: said in words, and the one before stays.
    const QString gradient = QStringLiteral("%1/artifacts/%2").arg(m_window->workflow().workspace().folder(), QString::fromStdString(mine.gradientKey));
    QVERIFY(QDir().rename(gradient, gradient + QStringLiteral("-away")));
    choose(QStringLiteral("This run by magnitude"));
    QVERIFY(run->currentText().startsWith(QLatin1String("This run by magnitude")));
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("banner"), kPatience);
    QTRY_VERIFY(run->currentText().startsWith(QLatin1String("This run by QAL")));
    QTRY_VERIFY(m_ui->visible("comparisonResults"));
    QVERIFY(QDir().rename(gradient + QStringLiteral("-away"), gradient));
    QVERIFY(m_ui->click("bannerClose"));
    QVERIFY(m_ui->click("circuitView_matrix"));
    m_window->showPage(QStringLiteral("quantize"));
}

void RealEngineTest::everyFigureIsTheEngines() {
    const Project& project = m_window->project();
    const QString folder = project.results().front().folder, base = project.model()->path;
    QTRY_VERIFY_WITH_TIMEOUT(project.measure(folder, QStringLiteral("klMean")) && project.measure(folder, QStringLiteral("guardPerplexity")) && !m_window->isRunning(), kPatience);
    QJsonObject compared;
    for (const EngineJob* job : m_window->engine().jobs())
        if (job->request().method == QLatin1String("compare")) compared = job->result();
    QCOMPARE(project.measure(folder, QStringLiteral("klP99"))->value, compared.value(QLatin1String("klP99")).toDouble());
    QCOMPARE(project.measure(folder, QStringLiteral("top1"))->value, compared.value(QLatin1String("top1Agreement")).toDouble());
    // Both took the same tokens, so the comparison's mean NLL is that of the perplexity.
    QVERIFY(std::fabs(std::log(project.measure(folder, QStringLiteral("perplexity"))->value) - compared.value(QLatin1String("meanNllB")).toDouble()) < 1e-3);
    // The guard is a text this model was not made for: harder for it before and after.
    QVERIFY(project.measure(base, QStringLiteral("guardPerplexity"))->value > project.measure(base, QStringLiteral("perplexity"))->value);
    QVERIFY(project.measure(folder, QStringLiteral("guardPerplexity"))->tokens > 1000);
    QVERIFY(m_ui->text("compareHeadline").contains(QLatin1String("on other text (GSM8K)")));
}

void RealEngineTest::theErrorOfEachMatrixIsTheResults() {
    const auto* map = m_window->findChild<CellMapView*>(QStringLiteral("tensorErrorMap"));
    QVERIFY(map->isVisible());
    const QuantizedResult& result = m_window->project().results().front();
    const SaliencyMeta& meta = m_window->project().saliency()->meta();
    QCOMPARE(result.squaredErrors.size(), std::size_t{35});
    for (std::size_t i = 0; i < meta.linears.size(); ++i) {
        const double shown = map->content().values[static_cast<std::size_t>(meta.linears[i].layer) * kLinearKinds + static_cast<std::size_t>(meta.linears[i].kind)];
        QVERIFY(std::fabs(shown - std::log2(result.squaredErrors[i] / meta.figures[i].deltaSquared)) < 1e-9);
        QVERIFY(result.squaredErrors[i] > 0 && meta.figures[i].deltaSquared > 0);
    }
}

void RealEngineTest::exportsAndVerifies() {
    m_window->showPage(QStringLiteral("export"));
    const QString out = m_folder->filePath(QStringLiteral("out"));
    m_ui->find<QLineEdit>("exportFolder")->setText(out);
    QTRY_VERIFY(m_ui->text("exportSize").contains(QLatin1String("bytes")));
    const QString promised = m_ui->text("exportSize");
    QVERIFY(m_ui->click("primaryAction"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->workflow().activeExport()->isFinished(), kPatience);
    QCOMPARE(m_window->workflow().activeExport()->state(), JobState::Done);
    QVERIFY2(promised.contains(Format::exactBytes(static_cast<quint64>(QFileInfo(out + QStringLiteral("/model.safetensors")).size()))), qPrintable(promised));
    QVERIFY(m_ui->text("exportVerified").contains(QLatin1String("Verified")));
    QVERIFY(QFileInfo(out + QStringLiteral("/config.json")).size() > 0);
    m_window->showPage(QStringLiteral("runs"));
    QVERIFY(!m_ui->visible("banner"));
}

void RealEngineTest::theRunsAreListedReportedAndDoneAgain() {
    m_window->showPage(QStringLiteral("runs"));
    auto* table = m_window->findChild<QTableView*>(QStringLiteral("runsTable"));
    QTRY_VERIFY(table->model()->rowCount() >= 8);   // two saliencies, quantize, four perplexities, compare, export
    const auto rowOf = [table](const QString& what) {
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (table->model()->index(row, RunsModel::CommandColumn).data().toString() == what) return row;
        return -1;
    };
    const QuantizedResult& result = m_window->project().results().front();
    const int quantize = rowOf(QStringLiteral("quantize"));
    QCOMPARE(table->model()->index(quantize, RunsModel::SizeColumn).data(RunsModel::SortRole).toULongLong(), result.bytes);
    // Measured after it was made: the figure has come back to the run.
    QCOMPARE(table->model()->index(quantize, RunsModel::PerplexityColumn).data(RunsModel::SortRole).toDouble(), result.perplexity->perplexity);
    table->selectRow(quantize);
    QVERIFY(m_ui->enabled("runOpen"));
    QVERIFY(m_ui->click("runReport"));
    auto* dialog = m_window->findChild<QFileDialog*>(QStringLiteral("reportDialog"));
    QVERIFY(dialog);
    const QString page = m_folder->filePath(QStringLiteral("run.html"));
    emit dialog->fileSelected(page);
    delete dialog;
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("runReportOpen"), kPatience);
    QFile file(page);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().contains("<!DOCTYPE html>"));

    const int before = table->model()->rowCount();
    table->selectRow(rowOf(QStringLiteral("perplexity")));
    QVERIFY(m_ui->click("runRerun"));
    EngineJob* job = m_window->engine().jobs().last();
    QTRY_VERIFY_WITH_TIMEOUT(job->isFinished(), kPatience);
    QCOMPARE(job->state(), JobState::Done);
    QTRY_COMPARE(table->model()->rowCount(), before + 1);
    QVERIFY(!m_ui->visible("banner"));
}

void RealEngineTest::aRunIsOpenedAgain() {
    const QuantizedResult made = m_window->project().results().front();
    m_window->project().setModel(m_window->project().model());   // forgets what was made, as a new session does
    QVERIFY(m_window->project().results().empty());
    auto* table = m_window->findChild<QTableView*>(QStringLiteral("runsTable"));
    for (int row = 0; row < table->model()->rowCount(); ++row)
        if (table->model()->index(row, RunsModel::CommandColumn).data().toString() == QLatin1String("quantize")) table->selectRow(row);
    QVERIFY(m_ui->click("runOpen"));
    QTRY_COMPARE(m_window->currentPage(), QStringLiteral("quantize"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->project().saliency() != nullptr, kPatience);
    const QuantizedResult& again = m_window->project().results().front();
    QCOMPARE(again.folder, made.folder);
    QCOMPARE(again.kept, made.kept);
    QCOMPARE(again.bytes, made.bytes);
    QCOMPARE(again.bits, made.bits);
    QCOMPARE(again.squaredErrors, made.squaredErrors);
    QCOMPARE(m_window->budget().settings().fraction, made.fraction);
}

void RealEngineTest::bothModelsWriteAndTheDivergenceIsMeasured() {
    m_window->showPage(QStringLiteral("generate"));
    m_ui->find<QSpinBox>("writeLength")->setValue(24);
    QVERIFY(m_ui->click("primaryAction"));
    EngineJob* other = m_window->engine().jobs().last();
    QTRY_VERIFY_WITH_TIMEOUT(other->isFinished(), kPatience);
    QCOMPARE(other->state(), JobState::Done);
    const QJsonArray kl = other->result().value(QLatin1String("kl")).toArray();
    QCOMPARE(kl.size(), other->result().value(QLatin1String("ids")).toArray().size());
    QVERIFY(other->result().value(QLatin1String("klMean")).toDouble() > 0.001);
    QVERIFY(m_window->findChild<QPlainTextEdit*>(QStringLiteral("otherText"))->toPlainText().endsWith(other->result().value(QLatin1String("text")).toString()));
    QVERIFY(m_ui->text("meanDivergence").startsWith(QLatin1String("Mean KL ")));
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

void RealEngineTest::exportsARunOfTheWorkspace() {
    // Another session knows nothing of the result but its run.
    m_window->openPath(Workflow::samplePath());
    QTRY_VERIFY(m_window->project().results().empty());
    m_window->showPage(QStringLiteral("export"));
    auto* source = m_ui->find<QComboBox>("exportSource");
    QTRY_COMPARE(source->count(), 1);
    QVERIFY(source->currentText().startsWith(QLatin1String("run #")));
    const QString out = m_folder->filePath(QStringLiteral("out-of-run"));
    m_ui->find<QLineEdit>("exportFolder")->setText(out);
    QTRY_VERIFY(m_ui->text("exportSize").contains(QLatin1String("bytes")));
    const QString promised = m_ui->text("exportSize");
    QVERIFY(m_ui->click("primaryAction"));
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->text("exportOutcome").contains(QLatin1String("out-of-run")) && m_window->workflow().activeExport()->isFinished(), kPatience);
    QCOMPARE(m_window->workflow().activeExport()->state(), JobState::Done);
    QVERIFY2(promised.contains(Format::exactBytes(static_cast<quint64>(QFileInfo(out + QStringLiteral("/model.safetensors")).size()))), qPrintable(promised));
}

TACQ_UI_TEST_MAIN(RealEngineTest)
#include "test_ui_real_engine.moc"
