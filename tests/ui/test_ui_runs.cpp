// The runs of a workspace: figures read from their JSON, search and order, any number side by side, and what can be done with them.
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QUrl>
#include <cmath>
#include <memory>

#include "made_saliency.h"
#include "models/runs/run_diff_model.h"
#include "models/runs/runs_model.h"
#include "models/shared/fact_table_model.h"
#include "models/shared/table_roles.h"
#include "pages/runs/run_actions.h"
#include "widgets/export_menu.h"
#include "window_fixture.h"

using namespace tacq;
using namespace tacq::ui;

namespace {

RunInfo run(std::int64_t id, const std::string& command, const std::string& options, const std::string& result, std::map<std::string, double> metrics = {}) {
    RunInfo info;
    info.id = id;
    info.key = "key" + std::to_string(id);
    info.command = command;
    info.commandLine = "tacq " + command + " --number " + std::to_string(id);
    info.optionsJson = options;
    info.resultJson = result;
    info.modelName = "stories260K";
    info.taskName = "tinystories";
    info.state = "done";
    info.started = "2026-01-02T03:04:05Z";
    info.finished = "2026-01-02T03:04:35Z";
    info.metrics = std::move(metrics);
    return info;
}

const char* const kQuantizeResult = R"({"kept":640,"modelBytes":300000,"ledger":{"total":3.25},"grid":{"bits":3,"groupSize":32,"symmetric":false},"saliencyArtifact":"made_3_32","artifact":"a1",
"runKey":"k1","perTensor":[{"name":"x","squaredError":0.5},{"name":"y","squaredError":0.25}],"seconds":12.5,"stages":[{"name":"gradient","seconds":4.5,"reused":false},
{"name":"simulate","seconds":0,"reused":true}],"files":[{"path":"model.safetensors","bytes":1000,"sha256":"abc"}]})";

}  // namespace

class RunsTest : public QObject, protected WindowFixture {
    Q_OBJECT
public:
    /// Stands in for the program that shows web pages.
    Q_INVOKABLE void noteUrl(const QUrl& url) { m_shown = url; }

private slots:
    void initTestCase() { qt_warnings::install(); }
    void init();
    void cleanup();
    void figuresComeFromTheRunsJson();
    void intervalsAreThoseOfTheMean();
    void differencesOfAnyNumberOfRuns();
    void runsWithoutAFigureComeLastWhicheverWayRound();
    void everyWordOfTheSearchMustOccur();
    void threeHundredRunsAreListedSearchedAndLaidSideBySide();
    void aFailedRunSaysWhyAndCanBeCopied();
    void aRunIsDoneAgain();
    void reportsAreWrittenForOneAndForSeveral();
    void aQuantizeRunBecomesAResultAgain();
    void twoSalienciesAreCompared();
    void theListFollowsTheWorkspace();
    void figuresAndTextsAreCalledByWords();
    void runsAreNamedTaggedAndFound();
    void runsAreForgottenOnlyWhenAskedTwice();
    void runsOfOneQuantizationStandTogether();
    void theWorkspaceIsCleanedUpOnlyAfterSayingWhatGoes();

private:
    void start(const QStringList& engineArguments = {});
    /// Puts a finished run into the workspace.
    qint64 store(RunInfo info);
    void openSample();
    void choose(const QList<int>& rows);
    QTableView* table() const { return m_ui->find<QTableView>("runsTable"); }
    QUrl m_shown;
};

void RunsTest::init() {
    freshFolder();
}

void RunsTest::cleanup() {
    closeWindow();
}

void RunsTest::start(const QStringList& engineArguments) {
    makeWindow(fakeEngine(engineArguments));
    useMadeSaliency();
    showWindow();
}

void RunsTest::openSample() {
    m_window->openPath(Workflow::samplePath());
    QTRY_VERIFY(m_window->project().model() != nullptr && !m_window->project().tasks().empty());
}

qint64 RunsTest::store(RunInfo info) {
    auto workspace = Workspace::open(m_folder->path().toStdString());
    if (!workspace.ok()) return -1;
    auto id = workspace.value().beginRun(info);
    if (!id.ok()) return -1;
    info.id = id.value();
    if (info.state != "running" && !workspace.value().finishRun(info).ok()) return -1;
    return info.id;
}

void RunsTest::choose(const QList<int>& rows) {
    QTableView* view = table();
    view->clearSelection();
    for (const int row : rows) {
        view->scrollTo(view->model()->index(row, 0));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, row == rows.first() ? Qt::NoModifier : Qt::ControlModifier, view->visualRect(view->model()->index(row, 0)).center());
    }
}

void RunsTest::figuresComeFromTheRunsJson() {
    const RunRecord made = makeRunRecord(run(7, "quantize", R"({"model":"/m","out":"/o","bits":3,"outliers":0.0035})", kQuantizeResult, {{"bitsPerWeight", 3.25}, {"kept", 640}}));
    QCOMPARE(made.bits, 3.25);
    QCOMPARE(made.kept, 640.0);
    QCOMPARE(made.bytes, 300000.0);
    QCOMPARE(made.seconds, 12.5);
    QVERIFY(std::isnan(made.perplexity));
    QCOMPARE(made.saliencyKey(), QStringLiteral("made_3_32"));
    QVERIFY(!made.result.contains(QLatin1String("perTensor")));
    QVERIFY(!made.canOpen());  // its model is not there

    // Measured later, on two texts: that of its own task is shown.
    const RunRecord measured = makeRunRecord(run(8, "quantize", "{}", "{}", {{"perplexity:gsm8k-1.safetensors", 19.5}, {"perplexity:tinystories-2.safetensors", 6.1}}));
    QCOMPARE(measured.perplexity, 6.1);
    QCOMPARE(measured.perplexityText, QStringLiteral("tinystories-2.safetensors"));
    const RunRecord saliency = makeRunRecord(run(9, "saliency", R"({"bits":2})", R"({"artifact":"s"})", {{"calibrationMeanNll", 2.0}}));
    QCOMPARE(saliency.bits, 2.0);
    QVERIFY(std::isnan(saliency.perplexity));   // its loss on its own calibration text is no measurement
    QCOMPARE(saliency.seconds, 30.0);   // from its times
    // Broken JSON is a run without figures, not a crash.
    const RunRecord broken = makeRunRecord(run(10, "quantize", "{", "nonsense"));
    QVERIFY(std::isnan(broken.bits) && broken.saliencyKey().isEmpty());
    QVERIFY(fieldsOf(broken).size() == 4);
}

void RunsTest::intervalsAreThoseOfTheMean() {
    const RunRecord measured = makeRunRecord(run(1, "perplexity", "{}", "{}", {{"perplexity", std::exp(2.0)}, {"meanNll", 2.0}, {"standardError", 0.1}}));
    const auto figures = figuresOf(measured);
    QCOMPARE(figures.size(), std::size_t{2});   // the standard error is no figure of its own
    QCOMPARE(figures[0].name, QStringLiteral("meanNll"));
    QVERIFY(std::fabs(*figures[0].low - 1.8040036) < 1e-6 && std::fabs(*figures[0].high - 2.1959964) < 1e-6);
    QCOMPARE(figures[1].name, QStringLiteral("perplexity"));
    QVERIFY(std::fabs(*figures[1].low - 6.0739) < 1e-3 && std::fabs(*figures[1].high - 8.9889) < 1e-3);
    const auto accuracy = figuresOf(makeRunRecord(run(2, "evaluate", "{}", R"({"metric":"acc","value":0.5,"low":0.4,"high":0.6})")));
    QCOMPARE(accuracy.size(), std::size_t{1});
    QCOMPARE(*accuracy[0].high, 0.6);

    FactTableModel facts;
    QAbstractItemModelTester tester(&facts, QAbstractItemModelTester::FailureReportingMode::QtTest);
    facts.setTable(figureTable(measured));
    QCOMPARE(facts.index(1, 1).data(kExportRole).toDouble(), std::exp(2.0));
    QCOMPARE(facts.index(1, 2).data().toString(), QStringLiteral("6.074 … 8.989"));
    facts.setTable(provenanceTable(makeRunRecord(run(3, "quantize", "{}", kQuantizeResult))));
    const QString all = tableText(facts, QLatin1Char(','));
    QVERIFY(all.contains(QLatin1String("Gradients,4.5,")));
    QVERIFY(all.contains(QLatin1String("from the workspace")));
    QVERIFY(all.contains(QLatin1String("model.safetensors,1000,abc")));
    QVERIFY(all.contains(QLatin1String("runKey,,k1")));
    facts.setTable(optionTable(makeRunRecord(run(4, "quantize", R"({"bits":3,"force":true,"task":"c4"})", "{}"))));
    QCOMPARE(facts.rowCount(), 3);
    QCOMPARE(facts.index(1, 1).data().toString(), QStringLiteral("yes"));
}

void RunsTest::differencesOfAnyNumberOfRuns() {
    RunDiffModel diff;
    QAbstractItemModelTester tester(&diff, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(diff.columnCount(), 0);
    diff.setRuns({makeRunRecord(run(1, "quantize", R"({"bits":3,"outliers":0.0035,"symmetric":true})", R"({"modelBytes":300000})", {{"perplexity:text", 6.5}})),
                  makeRunRecord(run(2, "quantize", R"({"bits":2,"outliers":0.0035})", R"({"modelBytes":200000})", {{"perplexity:text", 9.25}})),
                  makeRunRecord(run(3, "quantize", R"({"bits":3,"outliers":0.0035})", R"({"modelBytes":310000})", {{"perplexity:text", 6.125}}))});
    QCOMPARE(diff.columnCount(), 5);
    const auto rowOf = [&](const QString& name) {
        for (int row = 0; row < diff.rowCount(); ++row)
            if (diff.index(row, RunDiffModel::NameColumn).data(kExportRole).toString() == name) return row;
        return -1;
    };
    // bits, symmetric, perplexity, modelBytes; outliers are the same everywhere.
    QCOMPARE(diff.rowCount(), 4);
    QCOMPARE(diff.differences(), 4);
    QCOMPARE(rowOf(QStringLiteral("outliers")), -1);
    QCOMPARE(diff.index(rowOf(QStringLiteral("symmetric")), 2).data().toString(), QStringLiteral("yes"));
    QCOMPARE(diff.index(rowOf(QStringLiteral("symmetric")), 3).data().toString(), QStringLiteral("–"));
    const int perplexity = rowOf(QStringLiteral("perplexity:text"));
    QCOMPARE(diff.index(perplexity, RunDiffModel::NameColumn).data().toString(), QStringLiteral("perplexity · text"));
    QCOMPARE(diff.index(perplexity, 4).data().toString(), QStringLiteral("★ 6.1250"));
    QVERIFY(diff.index(perplexity, 4).data(RunDiffModel::BestRole).toBool());
    QVERIFY(!diff.index(perplexity, 2).data(RunDiffModel::BestRole).toBool());
    QCOMPARE(diff.index(perplexity, 4).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight, static_cast<int>(Qt::AlignRight));
    QCOMPARE(diff.index(perplexity, 3).data(kExportRole).toDouble(), 9.25);
    // A size is a choice, not a figure that is better or worse.
    for (int column = 2; column < 5; ++column) QVERIFY(!diff.index(rowOf(QStringLiteral("modelBytes")), column).data(RunDiffModel::BestRole).toBool());
    diff.setOnlyDifferences(false);
    QVERIFY(rowOf(QStringLiteral("outliers")) >= 0);
    QCOMPARE(diff.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("#1 quantize"));
    // Higher is better here.
    diff.setRuns({makeRunRecord(run(1, "compare", "{}", "{}", {{"top1Agreement", 0.5}})), makeRunRecord(run(2, "compare", "{}", "{}", {{"top1Agreement", 0.75}}))});
    QVERIFY(diff.index(rowOf(QStringLiteral("top1Agreement")), 3).data(RunDiffModel::BestRole).toBool());
}

void RunsTest::runsWithoutAFigureComeLastWhicheverWayRound() {
    RunsModel runs;
    RunFilter filter;
    QAbstractItemModelTester tester(&runs, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setSourceModel(&runs);
    runs.setRuns({makeRunRecord(run(1, "export", "{}", "{}")), makeRunRecord(run(2, "perplexity", "{}", "{}", {{"perplexity", 9.0}})),
                  makeRunRecord(run(11, "perplexity", "{}", "{}", {{"perplexity", 10.5}}))});
    const auto ids = [&] {
        QStringList list;
        for (int row = 0; row < filter.rowCount(); ++row) list << filter.index(row, 0).data().toString();
        return list;
    };
    filter.sort(RunsModel::PerplexityColumn, Qt::AscendingOrder);
    QCOMPARE(ids(), QStringList({"#2", "#11", "#1"}));
    filter.sort(RunsModel::PerplexityColumn, Qt::DescendingOrder);
    QCOMPARE(ids(), QStringList({"#11", "#2", "#1"}));
    filter.sort(RunsModel::IdColumn, Qt::DescendingOrder);   // by number, not by letters
    QCOMPARE(ids(), QStringList({"#11", "#2", "#1"}));
    QCOMPARE(runs.index(1, RunsModel::PerplexityColumn).data(kExportRole).toDouble(), 9.0);
    QVERIFY(runs.index(0, RunsModel::PerplexityColumn).data().toString().isEmpty());
}

void RunsTest::everyWordOfTheSearchMustOccur() {
    RunsModel runs;
    RunFilter filter;
    filter.setSourceModel(&runs);
    RunInfo failed = run(1, "quantize", "{}", "{}");
    failed.state = "failed";
    failed.taskName = "gsm8k";
    runs.setRuns({makeRunRecord(failed), makeRunRecord(run(2, "quantize", "{}", "{}")), makeRunRecord(run(3, "saliency", "{}", "{}"))});
    filter.setSearch(QStringLiteral("QUANT"));
    QCOMPARE(filter.rowCount(), 2);
    filter.setSearch(QStringLiteral("quant failed"));
    QCOMPARE(filter.rowCount(), 1);
    filter.setSearch(QStringLiteral("gsm8k saliency"));
    QCOMPARE(filter.rowCount(), 0);
    filter.setSearch(QStringLiteral("--number 3"));
    QCOMPARE(filter.rowCount(), 1);
    filter.setSearch({});
    QCOMPARE(filter.rowCount(), 3);
}

void RunsTest::threeHundredRunsAreListedSearchedAndLaidSideBySide() {
    for (int i = 1; i <= 300; ++i) {
        const QString options = QStringLiteral(R"({"model":"/nowhere","bits":%1,"outliers":0.0035,"task":"%2"})").arg(2 + i % 3).arg(i % 2 ? QStringLiteral("c4") : QStringLiteral("gsm8k"));
        QVERIFY(store(run(i, i % 4 ? "quantize" : "saliency", options.toStdString(), kQuantizeResult, {{"perplexity:text", 5.0 + i % 7}})) == i);
    }
    start();
    m_window->showPage(QStringLiteral("runs"));
    QTRY_COMPARE(table()->model()->rowCount(), 300);
    QCOMPARE(m_ui->text("runsNote"), QStringLiteral("300 run(s)"));
    QCOMPARE(table()->model()->index(0, 0).data().toString(), QStringLiteral("#300"));
    QVERIFY(!m_ui->enabled("primaryAction"));
    QVERIFY(m_ui->visible("runNoneWords"));
    QTest::keyClicks(m_ui->find<QLineEdit>("runsSearch"), QStringLiteral("saliency"));
    QCOMPARE(table()->model()->rowCount(), 75);
    QCOMPARE(m_ui->text("runsNote"), QStringLiteral("75 of 300 run(s)"));
    m_ui->find<QLineEdit>("runsSearch")->clear();

    choose({0});
    QVERIFY(m_ui->visible("runDetailCard"));
    QCOMPARE(m_ui->text("runDetailCardTitle"), QStringLiteral("Run 300"));
    QVERIFY(m_ui->find<QPlainTextEdit>("runCommand")->toPlainText().contains(QLatin1String("--number 300")));
    QCOMPARE(m_ui->find<QTableView>("runOptions")->model()->rowCount(), 4);
    QVERIFY(!m_ui->visible("runErrorLine"));
    QVERIFY(!m_ui->enabled("runOpen"));   // the model is not there
    QVERIFY(m_ui->click("primaryAction"));
    QVERIFY(QApplication::clipboard()->text().endsWith(QLatin1String("--number 300")));

    // No cap: all of them.
    table()->selectAll();
    QVERIFY(m_ui->visible("runDiff"));
    auto* diff = m_ui->find<QTableView>("runDiffTable");
    QCOMPARE(diff->model()->columnCount(), 302);
    const int different = diff->model()->rowCount();
    QVERIFY(different >= 4);
    auto* only = m_ui->find<QAbstractButton>("runDiffOnly");
    QVERIFY(only->isChecked());
    QTest::mouseClick(only, Qt::LeftButton);
    QVERIFY(diff->model()->rowCount() > different);
    QVERIFY(m_ui->click("runCopy"));
    QCOMPARE(QApplication::clipboard()->text().split(QLatin1Char('\n')).size(), 300);
    const QString csv = m_folder->filePath(QStringLiteral("runs.csv"));
    QVERIFY(saveTable(*table()->model(), csv));
    QFile file(csv);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 301);
}

void RunsTest::aFailedRunSaysWhyAndCanBeCopied() {
    RunInfo failed = run(1, "quantize", "{}", "");
    failed.state = "failed";
    failed.error = "error[out-of-memory]: not enough; use fewer samples";
    store(failed);
    start();
    m_window->showPage(QStringLiteral("runs"));
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    choose({0});
    QVERIFY(m_ui->visible("runErrorLine"));
    QVERIFY(m_ui->click("runErrorCopy"));
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("error[out-of-memory]: not enough; use fewer samples"));
}

void RunsTest::aRunIsDoneAgain() {
    const qint64 id = store(run(1, "perplexity", "{}", "{}"));
    start();
    m_window->showPage(QStringLiteral("runs"));
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    choose({0});
    QVERIFY(m_ui->click("runRerun"));
    EngineJob* job = m_window->engine().jobs().last();
    QCOMPARE(job->request().method, QStringLiteral("runs-rerun"));
    QCOMPARE(job->request().params.value(QLatin1String("run")).toString(), QString::number(id));
    QTRY_COMPARE_WITH_TIMEOUT(job->state(), JobState::Done, 20000);
}

void RunsTest::reportsAreWrittenForOneAndForSeveral() {
    for (int i = 1; i <= 3; ++i) store(run(i, "perplexity", "{}", "{}"));
    start();
    m_window->showPage(QStringLiteral("runs"));
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    QVERIFY(!m_ui->enabled("runReport"));
    choose({2});
    // The Run menu does what the button does.
    m_window->findChild<QAction*>(QStringLiteral("action_report"))->trigger();
    auto* dialog = m_window->findChild<QFileDialog*>(QStringLiteral("reportDialog"));
    QVERIFY(dialog && !dialog->isHidden());
    emit dialog->fileSelected(m_folder->filePath(QStringLiteral("mine.html")));
    delete dialog;
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("runReportOpen"), 20000);
    QVERIFY(m_ui->text("runReportDone").contains(QLatin1String("mine.html")));
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("mine.html"))));
    QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "noteUrl");
    QVERIFY(m_ui->click("runReportOpen"));
    QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
    QCOMPARE(m_shown, QUrl::fromLocalFile(m_folder->filePath(QStringLiteral("mine.html"))));

    // Several: a page each, and none is written over.
    choose({0, 1, 2});
    QVERIFY(m_ui->click("runReport"));
    dialog = m_window->findChild<QFileDialog*>(QStringLiteral("reportDialog"));
    QVERIFY(dialog);
    QCOMPARE(dialog->fileMode(), QFileDialog::Directory);
    QFile taken(m_folder->filePath(QStringLiteral("run-2.html")));
    QVERIFY(taken.open(QIODevice::WriteOnly) && taken.write("mine") == 4);
    taken.close();
    emit dialog->fileSelected(m_folder->path());
    delete dialog;
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_folder->filePath(QStringLiteral("run-1.html"))), 20000);
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("run-3.html"))));
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("run-2-2.html"))));
    QVERIFY(taken.open(QIODevice::ReadOnly));
    QCOMPARE(taken.readAll(), QByteArray("mine"));
}

void RunsTest::aQuantizeRunBecomesAResultAgain() {
    const QString out = m_folder->filePath(QStringLiteral("models/made"));
    QVERIFY(QDir().mkpath(out));
    const QString options = QStringLiteral(R"({"model":"%1","out":"%2","bits":3,"groupSize":32,"outliers":0.01,"task":"tinystories","samples":16,"tokens":64,"seed":5})").arg(Workflow::samplePath(), out);
    store(run(1, "quantize", options.toStdString(), kQuantizeResult));
    start();
    m_window->showPage(QStringLiteral("runs"));
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    choose({0});
    QVERIFY(!m_window->project().model());
    QVERIFY(m_ui->click("runOpen"));
    QTRY_COMPARE(m_window->currentPage(), QStringLiteral("quantize"));
    QCOMPARE(m_window->project().results().size(), std::size_t{1});
    const QuantizedResult& result = m_window->project().results().front();
    QCOMPARE(result.folder, out);
    QCOMPARE(result.bits, 3.25);
    QCOMPARE(result.kept, quint64{640});
    QCOMPARE(result.squaredErrors, std::vector<double>({0.5, 0.25}));
    QCOMPARE(m_window->project().task().samples, 16);
    QCOMPARE(m_window->project().task().seed, quint64{5});
    QCOMPARE(m_window->budget().settings().fraction, 0.01);
    QCOMPARE(m_window->budget().settings().grid.groupSize, std::int64_t{32});
    QTRY_VERIFY(m_window->project().saliency() != nullptr);
    QCOMPARE(m_window->project().saliency()->meta().grid.groupSize, std::int64_t{32});
    QVERIFY(!m_ui->visible("banner"));
    // Task and settings come back as one edit.
    QCOMPARE(m_window->edits().count(), 1);
    m_window->edits().undo();
    QCOMPARE(m_window->project().task(), TaskChoice());
    QCOMPARE(m_window->budget().settings().grid.groupSize, BudgetSettings().grid.groupSize);
    QCOMPARE(m_window->budget().settings().fraction, BudgetSettings().fraction);
    m_window->edits().redo();
    QCOMPARE(m_window->project().task().samples, 16);
    QCOMPARE(m_window->budget().settings().fraction, 0.01);
}

void RunsTest::twoSalienciesAreCompared() {
    const auto saliency = [](int bits) {
        const QString options = QStringLiteral(R"({"model":"%1","bits":%2,"task":"tinystories","samples":32,"tokens":128})").arg(Workflow::samplePath()).arg(bits);
        return run(bits, "saliency", options.toStdString(), QStringLiteral(R"({"artifact":"made_%1_-1","grid":{"bits":%1,"groupSize":-1}})").arg(bits).toStdString());
    };
    store(saliency(3));
    store(saliency(2));
    store(saliency(2));
    start();
    openSample();
    m_window->showPage(QStringLiteral("runs"));
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    choose({0, 1});   // both of the same saliency: nothing to compare
    QVERIFY(!m_ui->enabled("runCompare"));
    choose({0, 2});
    QVERIFY(m_ui->click("runCompare"));
    QTRY_COMPARE(m_window->currentPage(), QStringLiteral("circuit"));
    QTRY_VERIFY(m_window->project().saliency() != nullptr);
    QCOMPARE(m_window->project().saliency()->meta().grid.bits, 2);
    QTRY_VERIFY_WITH_TIMEOUT(m_ui->visible("jaccardIndex") && m_ui->text("jaccardIndex").startsWith(QLatin1String("Jaccard index ")), 20000);
    QVERIFY(!m_ui->visible("banner"));
}

void RunsTest::theListFollowsTheWorkspace() {
    start();
    m_window->showPage(QStringLiteral("runs"));
    QCOMPARE(table()->model()->rowCount(), 0);
    openSample();
    store(run(1, "saliency", "{}", "{}"));
    // A job that ends makes the page look again; what was chosen stays chosen.
    m_window->workflow().runSaliency();
    m_window->showPage(QStringLiteral("runs"));
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    choose({0});
    store(run(2, "saliency", "{}", "{}"));
    QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 2, 20000);
    QCOMPARE(table()->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(table()->selectionModel()->selectedRows().first().data().toString(), QStringLiteral("#1"));
}

void RunsTest::figuresAndTextsAreCalledByWords() {
    const std::string text = "tinystories-0123456789ab.safetensors";
    RunInfo info = run(1, "quantize", R"({"bits":3})", "{}", {{"kept", 640}, {"bitsPerWeight", 3.25}});
    info.taskName = text;
    info.measurements = {{"perplexity", "Perplexity", true, text, "/models/x", info.key, 6.5, std::nullopt, 10, "tokens", 2}, {"novel", "Novel figure", true, "/data/long/own.txt", "/models/x", info.key, 2, std::nullopt, 10, "tokens", 3}};
    const RunRecord record = makeRunRecord(info);
    FactTableModel facts;
    facts.setTable(figureTable(record));
    QStringList names, on;
    for (int row = 0; row < facts.rowCount(); ++row) names << facts.index(row, 0).data().toString(), on << facts.index(row, 3).data().toString();
    QCOMPARE(names, QStringList({QStringLiteral("bits per weight"), QStringLiteral("weights kept"), QStringLiteral("Novel figure"), QStringLiteral("perplexity")}));
    QCOMPARE(on, QStringList({QString(), QString(), QStringLiteral("own.txt"), QStringLiteral("tinystories, evaluation text")}));
    QCOMPARE(facts.index(3, 0).data(kExportRole).toString(), QStringLiteral("perplexity"));   // tables that are saved keep the keys
    RunsModel runs;
    runs.setRuns({record});
    QCOMPARE(runs.index(0, RunsModel::TaskColumn).data().toString(), QStringLiteral("tinystories, evaluation text"));
    QVERIFY(runs.index(0, RunsModel::PerplexityColumn).data(Qt::ToolTipRole).toString().endsWith(QLatin1String("tinystories, evaluation text")));
    RunDiffModel diff;
    diff.setRuns({record, makeRunRecord(run(2, "quantize", "{}", "{}"))});
    for (int row = 0; row < diff.rowCount(); ++row) QVERIFY2(!diff.index(row, RunDiffModel::NameColumn).data().toString().contains(QLatin1String("0123456789ab")), qPrintable(diff.index(row, 1).data().toString()));
}

void RunsTest::runsAreNamedTaggedAndFound() {
    for (int i = 1; i <= 3; ++i) store(run(i, "perplexity", "{}", "{}"));
    start();
    m_window->showPage(QStringLiteral("runs"));
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    choose({1});
    auto *name = m_ui->find<QLineEdit>("runName"), *tags = m_ui->find<QLineEdit>("runTags");
    auto* note = m_ui->find<QPlainTextEdit>("runNote");
    const auto asked = [this] {
        QList<QJsonObject> list;
        for (const EngineJob* job : m_window->engine().jobs())
            if (job->request().method == QLatin1String("runs-label")) list << job->request().params;
        return list;
    };
    name->setFocus();
    QTest::keyClicks(name, QStringLiteral("best so far"));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(asked().size(), 1);
    QCOMPARE(asked().last().value(QLatin1String("run")).toString(), QStringLiteral("2"));
    QCOMPARE(asked().last().value(QLatin1String("name")).toString(), QStringLiteral("best so far"));
    tags->setFocus();
    QTest::keyClicks(tags, QStringLiteral("paper, 3 bit"));
    // Choosing another run keeps what was typed for this one.
    note->setFocus();
    QCOMPARE(asked().last().value(QLatin1String("tags")).toString(), QStringLiteral("paper,3 bit"));
    note->insertPlainText(QStringLiteral("for the talk"));
    choose({0});
    QCOMPARE(asked().size(), 3);
    QCOMPARE(asked().last().value(QLatin1String("run")).toString(), QStringLiteral("2"));
    QCOMPARE(asked().last().value(QLatin1String("name")).toString(), QStringLiteral("best so far"));
    QCOMPARE(asked().last().value(QLatin1String("note")).toString(), QStringLiteral("for the talk"));
    QVERIFY(name->text().isEmpty() && note->toPlainText().isEmpty());
    // Undo is an edit of the run that it was made on.
    m_ui->find<QAction>("action_undo")->trigger();
    QCOMPARE(asked().last().value(QLatin1String("run")).toString(), QStringLiteral("2"));
    QCOMPARE(asked().last().value(QLatin1String("note")).toString(), QString());

    // As the engine writes it.
    { auto workspace = Workspace::open(m_folder->path().toStdString()); QVERIFY(workspace.ok() && workspace.value().labelRun(2, {"best so far", "for the talk", {"paper", "3 bit"}}).ok()); }
    m_window->showPage(QStringLiteral("start"));
    m_window->showPage(QStringLiteral("runs"));
    QTRY_COMPARE(table()->model()->index(1, RunsModel::NameColumn).data().toString(), QStringLiteral("best so far  #paper  #3 bit"));
    QVERIFY(table()->model()->index(1, RunsModel::NameColumn).data(Qt::ToolTipRole).toString().contains(QLatin1String("for the talk")));
    choose({1});
    QCOMPARE(name->text(), QStringLiteral("best so far"));
    QCOMPARE(tags->text(), QStringLiteral("paper, 3 bit"));
    picture("runs-named");
    // A longer name than the field takes, from another program, is not cut by looking at it.
    const auto requests = asked().size();
    { auto workspace = Workspace::open(m_folder->path().toStdString()); QVERIFY(workspace.ok() && workspace.value().labelRun(1, {std::string(150, 'n'), "", {}}).ok()); }
    m_window->showPage(QStringLiteral("start"));
    m_window->showPage(QStringLiteral("runs"));
    QTRY_VERIFY(table()->model()->index(2, RunsModel::NameColumn).data().toString().startsWith(QLatin1String("nnn")));
    choose({2});
    name->setFocus();
    note->setFocus();
    choose({1});
    QCOMPARE(asked().size(), requests);
    for (const char* words : {"#paper", "best far", "talk"}) {
        m_ui->find<QLineEdit>("runsSearch")->setText(QLatin1String(words));
        QCOMPARE(table()->model()->rowCount(), 1);
    }
}

void RunsTest::runsAreForgottenOnlyWhenAskedTwice() {
    for (int i = 1; i <= 3; ++i) store(run(i, "perplexity", "{}", "{}"));
    RunInfo working = run(4, "quantize", "{}", "{}");
    working.state = "running";
    auto holder = Workspace::open(m_folder->path().toStdString());   // its process is at work
    QVERIFY(holder.ok() && holder.value().beginRun(working).ok());
    start();
    m_window->showPage(QStringLiteral("runs"));
    QTRY_COMPARE(table()->model()->rowCount(), 4);
    QVERIFY(!m_ui->enabled("runForget"));
    choose({0, 1});
    QVERIFY(!m_ui->enabled("runForget"));   // one of them is at work
    choose({1, 2});
    const auto asked = [this] {
        QList<QJsonArray> list;
        for (const EngineJob* job : m_window->engine().jobs())
            if (job->request().method == QLatin1String("runs-delete")) list << job->request().params.value(QLatin1String("runs")).toArray();
        return list;
    };
    QVERIFY(m_ui->click("runForget"));
    QVERIFY(m_ui->visible("runForgetLine"));
    QVERIFY(m_ui->find("runForgetKeep")->hasFocus());
    QVERIFY(m_ui->text("runForgetWords").contains(QLatin1String("2")));
    picture("runs-forget");
    QTest::keyClick(m_ui->find("runForgetKeep"), Qt::Key_Space);
    QVERIFY(!m_ui->visible("runForgetLine"));
    QVERIFY(asked().isEmpty());
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Delete);
    QVERIFY(m_ui->visible("runForgetLine"));
    choose({3});   // another choice is another question
    QVERIFY(!m_ui->visible("runForgetLine"));
    choose({1, 2});
    QVERIFY(m_ui->click("runForget"));
    QVERIFY(m_ui->click("runForgetSure"));
    QCOMPARE(asked(), QList<QJsonArray>{QJsonArray({QStringLiteral("3"), QStringLiteral("2")})});
}

void RunsTest::runsOfOneQuantizationStandTogether() {
    RunsModel runs;
    RunFilter filter;
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setSourceModel(&runs);
    const auto made = [](int id, int bits, int seed, const char* task) {
        return makeRunRecord(run(id, "quantize", QStringLiteral(R"({"bits":%1,"outliers":0.0035,"seed":%2,"task":"%3"})").arg(bits).arg(seed).arg(QLatin1String(task)).toStdString(), "{}"));
    };
    runs.setRuns({made(6, 3, 1, "c4"), makeRunRecord(run(5, "perplexity", "{}", "{}")), made(4, 2, 0, "c4"), made(3, 3, 0, "gsm8k"), made(2, 2, 5, "gsm8k")});
    const auto ids = [&] {
        QStringList list;
        for (int row = 0; row < filter.rowCount(); ++row) list << filter.index(row, 0).data().toString();
        return list.join(QLatin1Char(' '));
    };
    filter.sort(RunsModel::IdColumn, Qt::DescendingOrder);
    QCOMPARE(ids(), QStringLiteral("#6 #5 #4 #3 #2"));
    filter.setGrouped(true);
    QCOMPARE(ids(), QStringLiteral("#4 #2 #6 #3 #5"));
    filter.sort(RunsModel::IdColumn, Qt::AscendingOrder);
    QCOMPARE(ids(), QStringLiteral("#2 #4 #3 #6 #5"));
    const auto group = [&](int row) { return filter.index(row, RunsModel::QuantizationColumn).data().toString(); };
    QVERIFY2(group(0).startsWith(QLatin1String("2 bit")), qPrintable(group(0)));
    QVERIFY(group(1).isEmpty() && !group(2).isEmpty() && group(3).isEmpty());
    QVERIFY(!filter.index(1, RunsModel::QuantizationColumn).data(kExportRole).toString().isEmpty());   // a table that is saved names it on every row
    filter.setGrouped(false);
    QCOMPARE(ids(), QStringLiteral("#2 #3 #4 #5 #6"));

    for (int i = 1; i <= 4; ++i) store(run(i, "quantize", QStringLiteral(R"({"bits":%1,"outliers":0.0035})").arg(2 + i % 2).toStdString(), kQuantizeResult));
    start();
    m_window->showPage(QStringLiteral("runs"));
    QTRY_COMPARE(table()->model()->rowCount(), 4);
    QVERIFY(table()->isColumnHidden(RunsModel::QuantizationColumn));
    QVERIFY(m_ui->click("runsGrouped"));
    QVERIFY(!table()->isColumnHidden(RunsModel::QuantizationColumn));
    QCOMPARE(table()->model()->index(0, 0).data().toString(), QStringLiteral("#4"));
    QCOMPARE(table()->model()->index(1, 0).data().toString(), QStringLiteral("#2"));
    picture("runs-grouped");
}

void RunsTest::theWorkspaceIsCleanedUpOnlyAfterSayingWhatGoes() {
    store(run(1, "perplexity", "{}", "{}"));
    start();
    m_window->showPage(QStringLiteral("runs"));
    QTRY_COMPARE(table()->model()->rowCount(), 1);
    QVERIFY(!m_ui->visible("cleanupLine"));
    QVERIFY(m_ui->click("runsCleanup"));
    const auto asked = [this](bool dry) {
        int count = 0;
        for (const EngineJob* job : m_window->engine().jobs()) count += job->request().method == QLatin1String("workspace-gc") && job->request().params.value(QLatin1String("dryRun")).toBool() == dry;
        return count;
    };
    QTRY_VERIFY2(m_ui->text("cleanupWords").contains(QLatin1String("4 artifact(s), 250 MB")), qPrintable(m_ui->text("cleanupWords")));
    QVERIFY(m_ui->text("cleanupWords").contains(QLatin1String("3.00 GB")));
    QCOMPARE(m_ui->text("cleanupFree"), QStringLiteral("Free 250 MB"));
    picture("runs-cleanup");
    m_ui->find<QSpinBox>("cleanupDays")->setValue(400);
    QTRY_VERIFY(m_ui->text("cleanupWords").contains(QLatin1String("nothing to clean up")));
    QVERIFY(!m_ui->enabled("cleanupFree"));
    m_ui->find<QSpinBox>("cleanupDays")->setValue(7);
    QTRY_VERIFY(m_ui->enabled("cleanupFree"));
    QCOMPARE(asked(false), 0);
    QVERIFY(m_ui->click("cleanupFree"));
    QTRY_VERIFY(m_ui->text("cleanupWords").contains(QLatin1String("Freed: 4 artifact(s), 250 MB")));
    QCOMPARE(asked(false), 1);
    QCOMPARE(m_window->engine().jobs().last()->request().params.value(QLatin1String("olderThanDays")).toInt(), 7);
    QVERIFY(!m_ui->enabled("cleanupFree"));
    QVERIFY(m_ui->click("cleanupClose"));
    QVERIFY(!m_ui->visible("cleanupLine"));
}

TACQ_UI_TEST_MAIN(RunsTest)
#include "test_ui_runs.moc"
