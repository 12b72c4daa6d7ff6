// Making and measuring models: the queue and its order, the error of each matrix as it is made, every figure beside the original's.
#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <cmath>
#include <memory>

#include "made_saliency.h"
#include "models/quantize/metric_registry.h"
#include "work/quantize_queue_model.h"
#include "models/quantize/results_model.h"
#include "models/quantize/tensor_errors.h"
#include "models/shared/job_results.h"
#include "models/shared/result_words.h"
#include "models/shared/table_roles.h"
#include "plot/cell_map_view.h"
#include "plot/legend_bar.h"
#include "window_fixture.h"

using namespace tacq;
using namespace tacq::ui;

class QuantizeTest : public QObject, protected WindowFixture {
    Q_OBJECT
private slots:
    void initTestCase() { qt_warnings::install(); }
    void init();
    void cleanup();
    void errorsAreAShareOfTheSimulatedPassWhereItIsKnown();
    void metricsSayHowTheyAreAsked();
    void theSentenceSaysWhatIsMeasured();
    void resultsShowEveryMetricOfTheRegistry();
    void figuresOnOtherRowsAreTakenAway();
    void differentSettingsQueueAndTheSameOnceOnly();
    void everyModelIsMeasuredBeforeTheNextIsMade();
    void queuedOnesAreCancelledResumedAndRemoved();
    void matricesFillInWhileTheyAreMade();
    void theGuardIsChosenRememberedAndMeasuredOn();
    void oneFigureIsMeasuredAgain();
    void aMetricThatTheEngineAddsIsAskedFor();
    void anotherScoreOrNoneIsAskedForByName();

private:
    void start(const QStringList& engineArguments = {});
    void openSampleWithSaliency();
    QStringList methods() const;
    QString cell(int row, int column) const { return m_ui->find<QTableView>("resultsTable")->model()->index(row, column).data().toString(); }
    bool idle() const { return !m_window->isRunning(); }
    /// So many models are made, and each has every figure.
    bool measured(std::size_t results) const;
};

void QuantizeTest::init() {
    freshFolder();
}

void QuantizeTest::cleanup() {
    closeWindow();
}

void QuantizeTest::start(const QStringList& engineArguments) {
    makeWindow(fakeEngine(engineArguments));
    useMadeSaliency();
    showWindow();
}

void QuantizeTest::openSampleWithSaliency() {
    m_window->openPath(Workflow::samplePath());
    QTRY_VERIFY(m_window->project().model() != nullptr && !m_window->project().tasks().empty());
    m_window->workflow().runSaliency();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->project().saliency() != nullptr, 20000);
    m_window->showPage(QStringLiteral("quantize"));
}

QStringList QuantizeTest::methods() const {
    QStringList list;
    for (const EngineJob* job : m_window->engine().jobs())
        if (job->request().listed) list << job->request().method;
    return list;
}

bool QuantizeTest::measured(std::size_t results) const {
    const Project& project = m_window->project();
    const auto done = [&](const QuantizedResult& result) { return project.measure(result.folder, QStringLiteral("klMean")) && project.measure(result.folder, QStringLiteral("guardPerplexity")); };
    return idle() && project.results().size() == results && std::all_of(project.results().begin(), project.results().end(), done);
}

void QuantizeTest::errorsAreAShareOfTheSimulatedPassWhereItIsKnown() {
    std::vector<LinearInfo> linears = MadeSaliency::geometry(2, 64, 32, 128);
    TensorErrors errors;
    errors.setModel(linears);
    QCOMPARE(errors.layers(), 2);
    QCOMPARE(errors.known(), 0);
    QVERIFY(!errors.note(QStringLiteral("no such tensor"), 1));
    QVERIFY(errors.note(QString::fromStdString(linears[8].name), 4));
    QVERIFY(errors.note(QString::fromStdString(linears[0].name), 0.5));
    QCOMPARE(errors.known(), 2);
    const auto at = [&](const LinearInfo& linear) { return errors.cells()[static_cast<std::size_t>(linear.layer) * kLinearKinds + static_cast<std::size_t>(linear.kind)]; };
    QCOMPARE(at(linears[8]), 4.0);
    QVERIFY(std::isnan(at(linears[1])));
    QCOMPARE(errors.scale().kind, ScaleKind::Log);
    QCOMPARE(errors.scale().low, 0.4);   // one error alone still needs a range: a tenth of the highest
    QCOMPARE(errors.scale().high, 4.0);
    std::vector<double> simulated(linears.size(), 2.0);
    errors.setReference(simulated);
    QVERIFY(errors.isRelative());
    QCOMPARE(at(linears[8]), 1.0);    // twice: log2 1
    QCOMPARE(at(linears[0]), -2.0);   // a quarter
    QCOMPARE(errors.scale().map, ColourMap::Diverging);
    QCOMPARE(errors.scale().high, 2.0);
    QVERIFY(errors.toolTip(static_cast<int>(linears[8].layer), static_cast<int>(linears[8].kind)).contains(QLatin1String("simulated pass 2")));
    QVERIFY(errors.toolTip(static_cast<int>(linears[1].layer), static_cast<int>(linears[1].kind)).contains(QLatin1String("not done yet")));
    // A reference of another model is none.
    errors.setReference({1, 2, 3});
    QVERIFY(!errors.isRelative());
    errors.setAll(std::vector<double>(linears.size(), 1.0));
    QCOMPARE(errors.known(), 14);
}

void QuantizeTest::metricsSayHowTheyAreAsked() {
    const std::vector<Metric> known = MetricRegistry::known();
    QCOMPARE(known.size(), std::size_t{5});
    const Metric& perplexity = known[0];
    const Metric& kl = known[2];
    QCOMPARE(known[2].jobKey(), known[4].jobKey());          // one comparison gives three figures
    QVERIFY(known[0].jobKey() != known[1].jobKey());         // two texts are two jobs
    QVERIFY(known[0].lowerIsBetter && !known[4].lowerIsBetter);
    const QJsonObject asked = MetricRegistry::params(kl, QStringLiteral("small"), QStringLiteral("big"), QStringLiteral("rows"));
    QCOMPARE(asked.value(QLatin1String("modelA")).toString(), QStringLiteral("big"));
    QCOMPARE(asked.value(QLatin1String("modelB")).toString(), QStringLiteral("small"));
    const auto value = MetricRegistry::read(perplexity, {{"perplexity", std::exp(2.0)}, {"meanNll", 2.0}, {"standardError", 0.1}, {"tokens", 1000}});
    QVERIFY(value && value->tokens == 1000);
    QVERIFY(std::fabs(std::log(value->high) - 2.1959964) < 1e-6 && std::fabs(std::log(value->low) - 1.8040036) < 1e-6);   // 95 %
    const auto unknown = MetricRegistry::read(perplexity, {{"perplexity", std::exp(2.0)}, {"meanNll", 2.0}, {"standardError", 0.0}, {"tokens", 1000}});
    QVERIFY(unknown && unknown->low == 0 && unknown->high == 0);
    QVERIFY(!MetricRegistry::read(kl, {{"klP99", 1.0}}));
    QCOMPARE(MetricRegistry::valueText(known[4], {0.875, 0, 0, 0, 10, {}}), QStringLiteral("87.5 %"));

    Metric theirs;
    theirs.name = QStringLiteral("exact");
    theirs.lowerIsBetter = false;
    Metric again;
    again.name = QStringLiteral("kl");   // known here by its two figures
    const auto all = MetricRegistry::withTheirs({again, theirs});
    QCOMPARE(all.size(), std::size_t{6});
    QCOMPARE(all.back().title, QStringLiteral("exact"));
    const QJsonObject evaluate = MetricRegistry::params(all.back(), QStringLiteral("small"), QStringLiteral("big"), QStringLiteral("rows"));
    QCOMPARE(evaluate, QJsonObject({{"model", "small"}, {"tokensFile", "rows"}, {"metric", "exact"}}));
    Metric comparing = all.back();
    comparing.ofOriginal = false;
    QCOMPARE(MetricRegistry::params(comparing, QStringLiteral("small"), QStringLiteral("big"), QStringLiteral("rows")).value(QLatin1String("against")).toString(), QStringLiteral("big"));
    QCOMPARE(MetricRegistry::lowerIsBetter(QStringLiteral("perplexity:some text")), std::optional<bool>(true));
    QCOMPARE(MetricRegistry::lowerIsBetter(QStringLiteral("kept")), std::optional<bool>());
}

void QuantizeTest::theSentenceSaysWhatIsMeasured() {
    Project project;
    auto model = std::make_shared<ModelSummary>();
    model->path = QStringLiteral("big");
    project.setModel(model);
    QuantizedResult result;
    result.folder = QStringLiteral("small");
    result.bits = 3.114;
    project.addResult(result);
    QCOMPARE(ResultWords::sentence(project, result, QStringLiteral("GSM8K")), QStringLiteral("3.11 bits: not measured yet"));
    project.setMeasure(QStringLiteral("big"), QStringLiteral("perplexity"), {5.52, 0, 0, 0, 100, {}});
    project.setMeasure(QStringLiteral("small"), QStringLiteral("perplexity"), {6.1, 0, 0, 0, 8128, {}});
    QCOMPARE(ResultWords::sentence(project, result, QStringLiteral("GSM8K")), QStringLiteral("3.11 bits: on TinyStories perplexity 5.52 → 6.10"));
    project.setMeasure(QStringLiteral("big"), QStringLiteral("guardPerplexity"), {18, 0, 0, 0, 100, {}});
    project.setMeasure(QStringLiteral("small"), QStringLiteral("guardPerplexity"), {19.5, 0, 0, 0, 2016, {}});
    QCOMPARE(ResultWords::sentence(project, result, QStringLiteral("GSM8K")),
             QStringLiteral("3.11 bits: on TinyStories perplexity 5.52 → 6.10; on other text (GSM8K) 18.00 → 19.50"));
    QCOMPARE(ResultWords::basis(project, result, QStringLiteral("GSM8K")), QStringLiteral("On 8128 tokens of TinyStories and 2016 of GSM8K."));
}

void QuantizeTest::resultsShowEveryMetricOfTheRegistry() {
    Project project;
    ResultsModel results(project, nullptr);
    QAbstractItemModelTester tester(&results, QAbstractItemModelTester::FailureReportingMode::QtTest);
    results.setMetrics(MetricRegistry::known());
    QCOMPARE(results.columnCount(), ResultsModel::FirstMetricColumn + 4);
    auto model = std::make_shared<ModelSummary>();
    model->path = QStringLiteral("big");
    project.setModel(model);
    QuantizedResult result;
    result.folder = QStringLiteral("small");
    project.addResult(result);
    QCOMPARE(results.rowOf(QStringLiteral("small")), 1);
    const int kl = ResultsModel::FirstMetricColumn + 1;
    QVERIFY(results.headerData(kl, Qt::Horizontal, Qt::DisplayRole).toString().contains(QLatin1String("nats")));
    QCOMPARE(results.index(1, kl).data().toString(), QStringLiteral("–"));
    QVERIFY(results.index(0, kl).data().toString().isEmpty());   // the original is what others are compared with
    project.setMeasure(QStringLiteral("small"), QStringLiteral("klMean"), {0.125, 0, 0, 0, 4064, QStringLiteral("tinystories")});
    QCOMPARE(results.index(1, kl).data().toString(), QStringLiteral("0.125"));
    QCOMPARE(results.index(1, kl).data(kExportRole).toDouble(), 0.125);
    QVERIFY(results.index(1, kl).data(Qt::ToolTipRole).toString().contains(QLatin1String("4064 tokens")));
    project.dropMeasures(QStringLiteral("klMean"));
    QCOMPARE(results.index(1, kl).data().toString(), QStringLiteral("–"));
}

void QuantizeTest::figuresOnOtherRowsAreTakenAway() {
    Project project;
    auto model = std::make_shared<ModelSummary>();
    model->path = QStringLiteral("big");
    project.setModel(model);
    project.setMeasure(QStringLiteral("big"), QStringLiteral("perplexity"), {5, 0, 0, 0, 100, {}});
    project.setPerplexity(QStringLiteral("big"), {5, 1.6, 0.1, 100, 1});
    TaskChoice task = project.task();
    task.samples = 7;   // other gradients, the same evaluation text
    project.setTask(task);
    QVERIFY(project.measure(QStringLiteral("big"), QStringLiteral("perplexity")) && project.basePerplexity());
    task.tokens = 64;   // other windows
    project.setTask(task);
    QVERIFY(!project.measure(QStringLiteral("big"), QStringLiteral("perplexity")) && !project.basePerplexity());
}

void QuantizeTest::differentSettingsQueueAndTheSameOnceOnly() {
    start({QStringLiteral("--step"), QStringLiteral("20")});
    openSampleWithSaliency();
    QVERIFY(m_ui->visible("queueEmpty"));
    QVERIFY(m_ui->click("primaryAction"));
    auto* table = m_ui->find<QTableView>("queueTable");
    QCOMPARE(table->model()->rowCount(), 1);
    QVERIFY(!m_ui->enabled("primaryAction"));   // these settings are on their way
    QCOMPARE(m_window->workflow().quantize(), m_window->workflow().activeQuantize());
    QCOMPARE(table->model()->rowCount(), 1);
    m_window->budget().setFraction(0.01);
    QVERIFY(m_ui->enabled("primaryAction"));
    QCOMPARE(m_ui->text("primaryAction"), QStringLiteral("Quantize"));
    QVERIFY(m_ui->click("primaryAction"));
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(1, QuantizeQueueModel::OrderColumn).data().toString(), QStringLiteral("2"));
    QCOMPARE(table->model()->index(1, QuantizeQueueModel::StateColumn).data().toString(), QStringLiteral("waiting"));
    QTRY_VERIFY(table->model()->index(0, QuantizeQueueModel::TimeColumn).data().toString().contains(QLatin1String("left")));
    QVERIFY(table->model()->index(0, QuantizeQueueModel::ProgressColumn).data().toString().endsWith(QLatin1String(" %")));
    QTRY_COMPARE_WITH_TIMEOUT(m_window->project().results().size(), std::size_t{2}, 30000);
    QVERIFY(m_window->project().results()[0].folder != m_window->project().results()[1].folder);
    QTRY_COMPARE(m_ui->text("primaryAction"), QStringLiteral("Export …"));
}

void QuantizeTest::everyModelIsMeasuredBeforeTheNextIsMade() {
    start();
    openSampleWithSaliency();
    QVERIFY(m_ui->click("primaryAction"));
    m_window->budget().setFraction(0.01);
    QVERIFY(m_ui->click("primaryAction"));
    QTRY_VERIFY_WITH_TIMEOUT(measured(2), 30000);
    QCOMPARE(methods(), QStringList({"saliency", "quantize", "perplexity", "perplexity", "perplexity", "perplexity", "compare", "quantize", "perplexity", "perplexity", "compare"}));
    // The newest result is shown: on its own text, on another one, against the original.
    QVERIFY(m_ui->text("compareHeadline").startsWith(QStringLiteral("3.32 bits: on TinyStories perplexity 5.50 → 6.50; on other text (")));
    QVERIFY(m_ui->text("compareHeadline").endsWith(QStringLiteral("18.00 → 19.50")));
    QVERIFY(m_ui->text("compareWords").contains(QLatin1String("4064 tokens of TinyStories")));
    QCOMPARE(cell(0, ResultsModel::FirstMetricColumn), QStringLiteral("18.00 ± 0.54"));
    for (int row : {1, 2}) {
        QCOMPARE(cell(row, ResultsModel::FirstMetricColumn), QStringLiteral("19.50 ± 0.58"));
        QCOMPARE(cell(row, ResultsModel::FirstMetricColumn + 1), QStringLiteral("0.125"));
        QCOMPARE(cell(row, ResultsModel::FirstMetricColumn + 2), QStringLiteral("1.50"));
        QCOMPARE(cell(row, ResultsModel::FirstMetricColumn + 3), QStringLiteral("87.5 %"));
    }
    QVERIFY(!m_ui->visible("banner"));
}

void QuantizeTest::queuedOnesAreCancelledResumedAndRemoved() {
    start({QStringLiteral("--step"), QStringLiteral("15")});
    openSampleWithSaliency();
    QuantizeQueue& queue = m_window->workflow().queue();
    QuantizeQueueModel model(queue, nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const double fraction : {0.0035, 0.01, 0.02}) {
        m_window->budget().setFraction(fraction);
        m_window->workflow().quantize();
    }
    auto* table = m_ui->find<QTableView>("queueTable");
    QCOMPARE(model.rowCount(), 3);
    table->selectRow(2);
    QVERIFY(m_ui->click("queueCancel"));   // it waits: nothing was sent
    QCOMPARE(QuantizeQueue::stateOf(queue.entries()[2]), QuantizeQueue::State::Cancelled);
    QVERIFY(!queue.entries()[2].job);
    table->selectRow(1);
    QVERIFY(m_ui->click("queueRemove"));
    QCOMPARE(model.rowCount(), 2);
    table->selectRow(0);
    QTRY_COMPARE(QuantizeQueue::stateOf(queue.entries()[0]), QuantizeQueue::State::Running);
    QVERIFY(m_ui->click("queueCancel"));
    QTRY_COMPARE(QuantizeQueue::stateOf(queue.entries()[0]), QuantizeQueue::State::Cancelled);
    QVERIFY(m_window->project().results().empty());
    table->selectRow(1);
    QVERIFY(!m_ui->enabled("queueCancel"));
    QVERIFY(m_ui->click("queueResume"));
    QTRY_COMPARE_WITH_TIMEOUT(m_window->project().results().size(), std::size_t{1}, 30000);
    QCOMPARE(m_window->project().results()[0].fraction, 0.02);
    table->selectRow(0);
    QVERIFY(m_ui->click("queueResume"));
    QTRY_COMPARE_WITH_TIMEOUT(m_window->project().results().size(), std::size_t{2}, 30000);
    table->selectRow(0);
    QVERIFY(m_ui->click("queueRemove"));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(m_window->project().results().size(), std::size_t{2});   // the result stays
}

void QuantizeTest::matricesFillInWhileTheyAreMade() {
    start({QStringLiteral("--step"), QStringLiteral("20")});
    openSampleWithSaliency();
    QVERIFY(m_ui->text("tensorErrorWords").startsWith(QLatin1String("Nothing made yet")));
    QVERIFY(m_ui->click("primaryAction"));
    auto* map = m_ui->find<CellMapView>("tensorErrorMap");
    const auto filled = [map] { return std::count_if(map->content().values.begin(), map->content().values.end(), [](double v) { return !std::isnan(v); }); };
    QTRY_VERIFY(filled() >= 3 && filled() < 25);
    QVERIFY(m_window->project().results().empty());
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->project().results().empty(), 30000);
    QTRY_COMPARE(filled(), 35);
    QCOMPARE(m_ui->text("tensorErrorCount"), QStringLiteral("35 of 35 matrices"));
    // Beside the simulated pass of the same grid, the third matrix: 0.3 over its Σ(W − Ŵ)², as a power of two.
    const double simulated = m_window->project().saliency()->meta().figures[2].deltaSquared;
    const LinearInfo& third = m_window->project().model()->linears[2];
    const double shown = map->content().values[static_cast<std::size_t>(third.layer) * kLinearKinds + static_cast<std::size_t>(third.kind)];
    QVERIFY(simulated > 0 ? std::fabs(shown - std::log2(0.1 * 3 / simulated)) < 1e-9 : std::isnan(shown));
    auto* legend = m_ui->find<LegendBar>("tensorErrorLegend");
    QCOMPARE(legend->scale().high, map->content().scale.high);
}

void QuantizeTest::theGuardIsChosenRememberedAndMeasuredOn() {
    start();
    openSampleWithSaliency();
    auto* guard = m_ui->find<QComboBox>("guardTask");
    Measurements& measurements = m_window->workflow().measurements();
    QVERIFY(guard->count() >= 1);
    // The first bundled text that is not the task's own.
    QCOMPARE(measurements.guard(), QStringLiteral("gsm8k"));
    QCOMPARE(guard->currentData().toString(), QStringLiteral("gsm8k"));
    for (int i = 0; i < guard->count(); ++i) QVERIFY(!guard->itemData(i).toString().startsWith(QLatin1String("tinystories")));
    QVERIFY(m_ui->click("primaryAction"));
    QTRY_VERIFY_WITH_TIMEOUT(measured(1), 30000);
    const QString folder = m_window->project().results()[0].folder;
    QVERIFY(m_window->project().measure(folder, QStringLiteral("guardPerplexity")));
    QCOMPARE(m_window->project().measure(folder, QStringLiteral("guardPerplexity"))->text, QStringLiteral("gsm8k"));
    // With another task the old guard may be that task's own text: then there is another default, and the choice comes back later.
    measurements.setGuard(QStringLiteral("gsm8k"));
    TaskChoice other = m_window->project().task();
    other.task = QStringLiteral("gsm8k");
    m_window->project().setTask(other);
    QCOMPARE(measurements.guard(), QStringLiteral("tinystories"));
    measurements.setGuard(QStringLiteral("tinystories"));
    QVERIFY(!m_window->project().measure(folder, QStringLiteral("guardPerplexity")));
}

void QuantizeTest::oneFigureIsMeasuredAgain() {
    start();
    openSampleWithSaliency();
    QVERIFY(m_ui->click("primaryAction"));
    QTRY_VERIFY_WITH_TIMEOUT(measured(1), 30000);
    const qsizetype before = methods().size();
    auto* what = m_ui->find<QComboBox>("measureWhat");
    QCOMPARE(what->count(), 4);   // everything, two perplexities, one comparison
    what->setCurrentIndex(3);
    m_ui->find<QTableView>("resultsTable")->selectRow(1);
    QVERIFY(m_ui->click("measureAgain"));
    QTRY_COMPARE(methods().size(), before + 1);
    QCOMPARE(methods().last(), QStringLiteral("compare"));
    QTRY_VERIFY_WITH_TIMEOUT(idle(), 20000);
    // Everything, of the original: it has no comparison with itself.
    what->setCurrentIndex(0);
    m_ui->find<QTableView>("resultsTable")->selectRow(0);
    QVERIFY(m_ui->click("measureAgain"));
    QTRY_COMPARE(methods().size(), before + 3);
    QCOMPARE(methods().mid(before + 1), QStringList({"perplexity", "perplexity"}));
    QTRY_VERIFY_WITH_TIMEOUT(idle(), 20000);
}

void QuantizeTest::aMetricThatTheEngineAddsIsAskedFor() {
    start({QStringLiteral("--metric"), QStringLiteral("exact"), QStringLiteral("right answers")});
    openSampleWithSaliency();
    QVERIFY(m_ui->click("primaryAction"));
    QTRY_VERIFY_WITH_TIMEOUT(measured(1), 30000);
    QCOMPARE(methods().count(QStringLiteral("evaluate")), 2);
    auto* table = m_ui->find<QTableView>("resultsTable");
    const int last = table->model()->columnCount() - 1;
    QCOMPARE(table->model()->headerData(last, Qt::Horizontal).toString(), QStringLiteral("right answers"));
    QCOMPARE(cell(0, last), QStringLiteral("0.500"));
    QCOMPARE(cell(1, last), QStringLiteral("0.500"));
}

void QuantizeTest::anotherScoreOrNoneIsAskedForByName() {
    start();
    openSampleWithSaliency();
    m_window->showPage(QStringLiteral("budget"));
    auto* choice = m_ui->find<QComboBox>("budgetMethod");
    QVERIFY(choice->isVisible() && !m_ui->visible("budgetMethodWords"));
    QCOMPARE(choice->count(), static_cast<int>(tacq::methods().size()));
    QCOMPARE(choice->currentData().toString(), QStringLiteral("tacq"));
    const auto params = [this] { return m_window->workflow().requests().quantize().params; };
    QVERIFY(!params().contains(QLatin1String("method")));
    const QString usual = params().value(QLatin1String("out")).toString();
    m_window->budget().flush();
    const BudgetState before = m_window->budget().state();
    QVERIFY(before.counts.total > 0 && before.firstOrder);

    choice->setFocus();
    choice->setCurrentIndex(choice->findData(QStringLiteral("qal")));
    emit choice->activated(choice->currentIndex());
    QCOMPARE(params().value(QLatin1String("method")).toString(), QStringLiteral("qal"));
    QVERIFY(params().value(QLatin1String("out")).toString().contains(QLatin1String("-qal-")));
    QVERIFY(m_ui->text("budgetMethodWords").contains(QLatin1String("QAL")));
    m_window->budget().flush();
    QCOMPARE(m_window->budget().state().counts.total, before.counts.total);
    QCOMPARE(m_window->budget().state().ledger.modelBytes, before.ledger.modelBytes);   // as many weights, but others
    QVERIFY(!m_window->budget().state().firstOrder);                                    // which is of TaCQ's choice
    QVERIFY(m_ui->text("predictedLoss").contains(QLatin1String("TaCQ's score only")));
    picture("budget-qal");
    m_window->showPage(QStringLiteral("quantize"));
    QVERIFY(m_ui->click("primaryAction"));
    QTRY_COMPARE_WITH_TIMEOUT(m_window->project().results().size(), std::size_t{1}, 30000);
    QVERIFY2(m_window->project().results()[0].folder.contains(QLatin1String("-qal-")), qPrintable(m_window->project().results()[0].folder));
    m_window->showPage(QStringLiteral("budget"));
    choice->setCurrentIndex(choice->findData(QStringLiteral("gptq")));
    emit choice->activated(choice->currentIndex());
    m_window->budget().flush();
    QCOMPARE(m_window->budget().state().counts.total, quint64{0});
    QVERIFY(m_window->budget().state().ledger.modelBytes < before.ledger.modelBytes);
    QVERIFY(m_ui->text("budgetMethodWords").contains(QLatin1String("Keeps no weights")));
    for (int i = 0; i < 2; ++i) m_ui->find<QAction>("action_undo")->trigger();
    QCOMPARE(choice->currentData().toString(), QStringLiteral("tacq"));
    QVERIFY(!m_ui->visible("budgetMethodWords"));
    QCOMPARE(params().value(QLatin1String("out")).toString(), usual);
}

TACQ_UI_TEST_MAIN(QuantizeTest)
#include "test_ui_quantize.moc"
