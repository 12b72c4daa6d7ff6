// Export: formats and their sizes, sources from the workspace, and the page driven as a person would with the scripted engine.
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QUrl>
#include <cmath>
#include <memory>

#include "models/export/export_formats_model.h"
#include "models/export/exported_files_model.h"
#include "models/quantize/results_model.h"
#include "models/shared/format.h"
#include "models/shared/table_roles.h"
#include "tacq/checkpoint/hf_folder.h"
#include "tacq/store/workspace.h"
#include "widgets/drag_handle.h"
#include "window_fixture.h"

using namespace tacq;
using namespace tacq::ui;

class ExportTest : public QObject, protected WindowFixture {
    Q_OBJECT
private slots:
    void initTestCase() { qt_warnings::install(); }
    void init();
    void cleanup();
    void formatsComeFromTheEngineWithOurWordsWhereWeHaveThem();
    void sizesAreSaidAsFarAsTheyAreKnown();
    void writtenFilesAreATable();
    void denseSizeIsThatOfTheFilesToTheByte();
    void finishedRunsOfTheWorkspaceCanBeExported();
    void exportsShowsProgressVerifiesAndHandsOver();
    void cancelLeavesNothingAndTryAgainWrites();
    void nothingToExportSaysSo();

private:
    void start(const QStringList& engineArguments = {});
    void quantize();
    RunInfo addRun(const Workspace& workspace, const std::string& artifact, const std::string& options, const std::string& state);
};

void ExportTest::init() {
    freshFolder();
}

void ExportTest::cleanup() {
    closeWindow();
}

void ExportTest::start(const QStringList& engineArguments) {
    makeWindow(fakeEngine(engineArguments), chosenTheme());
    showWindow();
}

void ExportTest::quantize() {
    m_window->openPath(Workflow::samplePath());
    QTRY_VERIFY(m_window->project().model() != nullptr);
    m_window->workflow().quantize();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->project().results().empty() && m_window->project().results().back().perplexity, 20000);
    m_window->showPage(QStringLiteral("export"));
}

void ExportTest::formatsComeFromTheEngineWithOurWordsWhereWeHaveThem() {
    const auto fallback = ExportFormats::list({});
    QCOMPARE(fallback.size(), std::size_t{2});
    QCOMPARE(fallback[0].name, QStringLiteral("hf"));
    QCOMPARE(fallback[1].name, QStringLiteral("tacq"));
    QVERIFY(fallback[1].lowBit);
    const auto offered = ExportFormats::list({{QStringLiteral("tacq"), QStringLiteral("packed"), QStringLiteral("theirs"), true, {}, {}},
                                              {QStringLiteral("new"), QStringLiteral("New engine"), QStringLiteral("Does it all."), true, {}, {}},
                                              {QStringLiteral("bare"), {}, {}, false, {}, {}}});
    QCOMPARE(offered.size(), std::size_t{3});
    QCOMPARE(offered[0].title, fallback[1].title);   // our words, the engine's order
    QVERIFY(!offered[0].programs.isEmpty());
    QCOMPARE(offered[1].title, QStringLiteral("New engine"));
    QCOMPARE(offered[1].description, QStringLiteral("Does it all."));
    QCOMPARE(offered[2].title, QStringLiteral("bare"));
}

void ExportTest::sizesAreSaidAsFarAsTheyAreKnown() {
    ExportFormatsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFormats(ExportFormats::list({{QStringLiteral("hf"), {}, {}, false, {}, {}}, {QStringLiteral("tacq"), {}, {}, true, {}, {}},
                                          {QStringLiteral("narrow"), {}, {}, true, {}, {}}, {QStringLiteral("wide"), {}, {}, false, {}, {}}}));
    const auto size = [&](int row) { return model.index(row, ExportFormatsModel::SizeColumn).data().toString(); };
    QCOMPARE(size(0), QStringLiteral("–"));
    ExportSource source;
    source.source = QStringLiteral("somewhere");
    source.packedBytes = 300'000;
    model.setSource(source, {});
    QCOMPARE(size(0), QStringLiteral("known once written"));
    QCOMPARE(size(1), QStringLiteral("300 kB"));
    model.setSource(source, {{QStringLiteral("hf"), 1'050'000}});
    QCOMPARE(size(0), QStringLiteral("1.05 MB"));
    QCOMPARE(size(2), QStringLiteral("known once written"));
    QCOMPARE(size(3), QStringLiteral("≈ 1.05 MB"));
    QCOMPARE(model.index(1, ExportFormatsModel::SizeColumn).data(kExportRole).toULongLong(), 300'000ull);
    QCOMPARE(model.rowOf(QStringLiteral("wide")), 3);
    QCOMPARE(model.rowOf(QStringLiteral("none")), -1);
}

void ExportTest::writtenFilesAreATable() {
    ExportedFilesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFiles({QJsonObject{{QStringLiteral("path"), QStringLiteral("a.bin")}, {QStringLiteral("bytes"), 1500}, {QStringLiteral("sha256"), QStringLiteral("0123456789abcdef")}},
                    QJsonObject{{QStringLiteral("path"), QStringLiteral("b")}, {QStringLiteral("bytes"), 2}, {QStringLiteral("sha256"), QString()}}});
    QCOMPARE(model.totalBytes(), 1502ull);
    QCOMPARE(model.index(0, ExportedFilesModel::SizeColumn).data().toString(), QStringLiteral("1.50 kB"));
    QCOMPARE(model.index(0, ExportedFilesModel::HashColumn).data().toString(), QStringLiteral("0123456789ab"));
    QCOMPARE(model.index(0, ExportedFilesModel::HashColumn).data(kExportRole).toString(), QStringLiteral("0123456789abcdef"));
}

void ExportTest::denseSizeIsThatOfTheFilesToTheByte() {
    ExportSource source;
    source.source = QStringLiteral("1");
    source.model = Workflow::samplePath();
    const auto said = exportSizes(source);
    QVERIFY(said.ok());
    QVERIFY(!said.value().contains(QStringLiteral("tacq")));   // a run whose artifact is not at hand
    const auto sample = Checkpoint::open(source.model.toStdString());
    QVERIFY(sample.ok());
    HuggingFaceOptions options;
    options.dtype = linearsDtype(sample.value());
    QCOMPARE(options.dtype, std::string("f32"));
    options.metadata = {{"run_key", std::string(64, 'a')}};
    const QString out = m_folder->filePath(QStringLiteral("dense"));
    QVERIFY(writeHuggingFaceFolder(out.toStdString(), sample.value(), options, {}).ok());
    QCOMPARE(said.value().at(QStringLiteral("hf")), static_cast<quint64>(QFileInfo(out + QStringLiteral("/model.safetensors")).size()));
    source.model = m_folder->filePath(QStringLiteral("none"));
    QVERIFY(!exportSizes(source).ok());
}

RunInfo ExportTest::addRun(const Workspace& workspace, const std::string& artifact, const std::string& options, const std::string& state) {
    RunInfo run;
    run.key = artifact;
    run.command = "quantize";
    run.modelName = "small";
    run.taskName = "tinystories";
    run.optionsJson = options;
    run.resultJson = R"({"artifact":")" + artifact + R"(","modelBytes":4321,"grid":{"bits":3}})";
    run.id = workspace.beginRun(run).value();
    run.state = state;
    if (!workspace.finishRun(run).ok()) qCritical("a run cannot be finished");
    return run;
}

void ExportTest::finishedRunsOfTheWorkspaceCanBeExported() {
    const QString folder = m_folder->filePath(QStringLiteral("workspace"));
    const std::string first(64, '1'), second(64, '2'), gone(64, '3');
    qint64 id = 0;
    {
        const auto workspace = Workspace::open(folder.toStdString());
        QVERIFY(workspace.ok());
        for (const std::string& key : {first, second}) {
            const auto lock = workspace.value().lock(key, {});
            QVERIFY(lock.ok() && workspace.value().partialFolder(key).ok() && workspace.value().publish(key, "quantized", "{}").ok());
        }
        addRun(workspace.value(), first, R"({"model":"/m","bits":3})", "done");
        id = addRun(workspace.value(), first, R"({"model":"/m","bits":3})", "done").id;   // the same once more
        RunInfo measuring;
        measuring.command = "perplexity";
        measuring.id = workspace.value().beginRun(measuring).value();
        measuring.state = "done";
        const auto interval = meanInterval(std::log(6.5), 0.02);
        measuring.measurements = {{"meanNll", "Mean NLL", true, "tinystories", "/out", first, std::log(6.5), interval, 100, "tokens", 0},
                                  {"perplexity", "Perplexity", true, "tinystories", "/out", first, 6.5, expInterval(interval), 100, "tokens", 0}};
        QVERIFY(workspace.value().finishRun(measuring).ok());
        addRun(workspace.value(), second, R"({"model":"/m","bits":3,"embeddingBits":8})", "done");
        addRun(workspace.value(), second, "{}", "failed");
        addRun(workspace.value(), gone, "{}", "done");
    }
    const auto sources = finishedRuns(folder);
    QVERIFY(sources.ok());
    QCOMPARE(sources.value().size(), std::size_t{2});
    const ExportSource& eight = sources.value()[0];
    QCOMPARE(eight.packedBytes, 0ull);   // exported with 16-bit embeddings it has another size
    const ExportSource& plain = sources.value()[1];
    QCOMPARE(plain.source, QString::number(id));
    QCOMPARE(plain.packedBytes, 4321ull);
    QCOMPARE(plain.bits, 3);
    QCOMPARE(plain.model, QStringLiteral("/m"));
    QVERIFY(plain.folder.isEmpty());
    QVERIFY(plain.perplexity && plain.perplexity->perplexity == 6.5 && std::fabs(plain.perplexity->standardError - 0.02) < 1e-12);
}

void ExportTest::exportsShowsProgressVerifiesAndHandsOver() {
    start({QStringLiteral("--step"), QStringLiteral("15")});
    quantize();
    auto* table = m_ui->find<QTableView>("exportFormat");
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->currentIndex().row(), 0);
    QCOMPARE(m_ui->text("exportQuality"), QStringLiteral("perplexity 6.50 ± 0.13; the original has 5.50 ± 0.11"));
    QVERIFY(m_ui->text("exportPrograms").contains(QLatin1String("vLLM")));
    table->selectRow(1);
    QCOMPARE(m_ui->text("exportSize"), QStringLiteral("300 kB (%1)").arg(Format::exactBytes(300'000)));
    QVERIFY(m_ui->find<QLineEdit>("exportFolder")->text().endsWith(QLatin1String("stories260K-tacq-3bit-tacq")));
    table->selectRow(0);
    QVERIFY(m_ui->find<QLineEdit>("exportFolder")->text().endsWith(QLatin1String("-hf")));
    table->selectRow(1);

    const QString out = m_folder->filePath(QStringLiteral("exported"));
    m_ui->find<QLineEdit>("exportFolder")->setText(out);
    QVERIFY(!m_ui->visible("exportProgress"));
    QVERIFY(m_ui->click("primaryAction"));
    QCOMPARE(m_window->workflow().activeExport()->request().params.value(QLatin1String("format")).toString(), QStringLiteral("tacq"));
    QTRY_VERIFY(m_ui->visible("exportProgress") && m_ui->find<QProgressBar>("exportProgress")->value() > 100);
    QVERIFY(m_ui->text("exportRate").contains(QLatin1String("left")));
    picture("export-running");
    QVERIFY(!m_ui->enabled("primaryAction"));
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->text("exportVerified").contains(QLatin1String("Verified")), 20000);
    QVERIFY(!m_ui->visible("exportProgress"));
    QCOMPARE(m_ui->find<QTableView>("exportFiles")->model()->rowCount(), 1);
    QVERIFY(m_ui->text("exportOutcome").contains(QLatin1String("1 file")));
    picture("export");
    QVERIFY(m_ui->click("copyExportPath"));
    QCOMPARE(QApplication::clipboard()->text(), QDir::toNativeSeparators(out));
    QVERIFY(m_ui->click("dragExport"));
    QCOMPARE(QApplication::clipboard()->mimeData()->urls(), QList<QUrl>{QUrl::fromLocalFile(out)});
    const std::unique_ptr<QMimeData> dragged(m_ui->find<DragHandle>("dragExport")->mimeData());
    QCOMPARE(dragged->urls(), QList<QUrl>{QUrl::fromLocalFile(out)});

    ResultsModel results(m_window->project(), nullptr);
    QAbstractItemModelTester tester(&results, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(results.flags(results.index(1, 0)) & Qt::ItemIsDragEnabled);
    const std::unique_ptr<QMimeData> row(results.mimeData({results.index(1, 0), results.index(1, 1)}));
    QCOMPARE(row->urls(), QList<QUrl>{QUrl::fromLocalFile(m_window->project().results().back().folder)});
}

void ExportTest::cancelLeavesNothingAndTryAgainWrites() {
    start({QStringLiteral("--step"), QStringLiteral("20")});
    quantize();
    const QString out = m_folder->filePath(QStringLiteral("exported"));
    m_ui->find<QLineEdit>("exportFolder")->setText(out);
    QVERIFY(m_ui->click("primaryAction"));
    EngineJob* job = m_window->workflow().activeExport();
    QTRY_COMPARE(job->state(), JobState::Running);
    QVERIFY(m_ui->click("exportCancel"));
    QTRY_COMPARE(job->state(), JobState::Cancelled);
    QCOMPARE(m_ui->text("exportOutcome"), QStringLiteral("Cancelled."));
    QVERIFY(!QFileInfo::exists(out));
    QVERIFY(!m_ui->visible("exportFiles"));
    QVERIFY(m_ui->click("exportResume"));
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("exportFiles"), 20000);
    QVERIFY(m_ui->text("exportVerified").contains(QLatin1String("Verified")));
}

void ExportTest::nothingToExportSaysSo() {
    start();
    m_window->showPage(QStringLiteral("export"));
    QVERIFY(!m_ui->enabled("primaryAction"));
    picture("export-empty");
    QCOMPARE(m_ui->find<QComboBox>("exportSource")->placeholderText(), QStringLiteral("Quantize first"));
    QCOMPARE(m_ui->text("exportSize"), QStringLiteral("–"));
    QCOMPARE(m_ui->text("exportOutcome"), QStringLiteral("Nothing exported yet."));
}

TACQ_UI_TEST_MAIN(ExportTest)
#include "test_ui_export.moc"
