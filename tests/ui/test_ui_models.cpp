// Item models under QAbstractItemModelTester, and what the pages reckon with.
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <numeric>
#include <random>

#include "built_program.h"
#include "engine/engine_process.h"
#include "engine/protocol_json.h"
#include "made_saliency.h"
#include "models/budget/budget_model.h"
#include "models/budget/ledger_model.h"
#include "models/export/export_formats_model.h"
#include "models/matrix/top_weights_model.h"
#include "models/model/model_summary_json.h"
#include "models/model/tensor_histogram.h"
#include "models/model/tensor_tree_model.h"
#include "models/quantize/metric_registry.h"
#include "models/quantize/results_model.h"
#include "models/runs/runs_model.h"
#include "models/saliency/overview_model.h"
#include "models/saliency/saliency_catalogue.h"
#include "models/shared/format.h"
#include "models/shared/job_list_model.h"
#include "models/shared/project.h"
#include "models/task/task_list_model.h"
#include "qt_warnings.h"
#include "text/error_text.h"
#include "test_part.h"
#include "text/stage_text.h"

using namespace tacq;
using namespace tacq::ui;

class ModelsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanup() { QCOMPARE(qt_warnings::take(), QStringList()); }
    void itemModelsKeepTheirContract();
    void jobListKeepsItsContractWhileJobsComeAndChange();
    void countsEqualASortOfAllScoresForManyBudgets();
    void overlayPositionsAreExactlyTheKeptOnes();
    void aBurstOfSliderMovesCostsOneRecomputation();
    void ledgerFollowsTheBudgetToTheByte();
    void nearestGridIsShownWhenTheWantedOneIsMissing();
    void figuresComeBackWithTheirText();
    void circuitsAreToldApartByWhatDiffers();
    void mixesAreReadBackFromTheirText();
    void headsShareOutTheRowSums();
    void histogramCountsEveryValue();
    void numbersReadWell();
    void everyErrorCodeHasWords();
    void everyStageHasWords();
    void everyRunKindHasWordsAndASaliencyWhereItMakesOne();
    void aScoreOfTheTestIsInTheListsWithoutAnyOtherEdit();
    void whatAnEngineOffersIsInTheListsWithoutAnyOtherEdit();

private:
    SaliencyPointer m_source;
};

void ModelsTest::initTestCase() {
    qt_warnings::install();
    QLocale::setDefault(QLocale::c());
    m_source = MadeSaliency::small();
}

void ModelsTest::everyStageHasWords() {
    QSet<QString> words;
    for (const Stage stage : allStages()) {
        const QString key = QString::fromLatin1(stageName(stage).data(), static_cast<qsizetype>(stageName(stage).size()));
        const QString text = StageText::stage(stage);
        QVERIFY2(!text.isEmpty() && text != key, qPrintable(key));
        QVERIFY2(!words.contains(text), qPrintable(text));
        words.insert(text);
        QCOMPARE(StageText::stage(key), text);
    }
    QCOMPARE(StageText::stage(QStringLiteral("of another version")), QStringLiteral("of another version"));
}

void ModelsTest::everyRunKindHasWordsAndASaliencyWhereItMakesOne() {
    QSet<QString> words;
    const std::string own(64, 'a'), used(64, 'b');
    for (const RunKind kind : allRunKinds()) {
        RunInfo run;
        run.command = runKindName(kind);
        const QString text = RunsModel::kindText(kind);
        QVERIFY2(!text.isEmpty() && !words.contains(text), run.command.c_str());
        words.insert(text);
        QCOMPARE(RunsModel::commandText(QString::fromStdString(run.command)), text);
        run.optionsJson = R"({"model":"/asked"})";
        run.resultJson = R"({"artifact":")" + own + R"(","saliencyArtifact":")" + used + R"(","model":"/answered"})";
        QCOMPARE(makeRunRecord(run).saliencyKey(), QString::fromStdString(makesSaliency(run.command) ? own : used));
        QCOMPARE(makeRunRecord(run).modelPath(), QStringLiteral("/asked"));
    }
    // A score is asked for by the saliency: its model stands in the answer, and with it the run can be compared.
    RunInfo score;
    score.command = runKindName(RunKind::CircuitScore);
    score.optionsJson = R"({"saliency":"s","method":"qal"})";
    score.resultJson = R"({"artifact":")" + own + R"(","model":"/answered"})";
    QCOMPARE(makeRunRecord(score).modelMark(), QStringLiteral("/answered"));
    QCOMPARE(RunsModel::commandText(QStringLiteral("of another version")), QStringLiteral("of another version"));
}

void ModelsTest::aScoreOfTheTestIsInTheListsWithoutAnyOtherEdit() {
    static constexpr MethodSpec spec{"test-fisher", "Fisher of the test", "|G · G · W|", {WeightPart::Gradient, WeightPart::Weight}, false, true, [](const ScoreData&, std::span<float>) {}};
    const auto added = addMethod(spec);
    QVERIFY(added.ok());
    SaliencyMeta shown = m_source->meta();
    const auto entries = scoresToMake(shown, {});
    QVERIFY(std::any_of(entries.begin(), entries.end(), [&](const SaliencyEntry& entry) { return entry.method == added.value() && entry.title == QStringLiteral("This run by Fisher of the test, |gradient · gradient · W|"); }));
    SaliencyMeta made = shown;
    made.method = added.value();
    QCOMPARE(scoreName(made.method), QStringLiteral("Fisher of the test"));
    QCOMPARE(namesApart(shown, made).second, QStringLiteral("Fisher of the test"));
    QVERIFY(saliencyTitle(made).endsWith(QStringLiteral("by Fisher of the test")));
    QVERIFY(saliencyMark(made) != saliencyMark(shown));
    // Read back from an artifact's description as any other.
    QVERIFY(saliencyMetaFromJson(saliencyMetaToJson(made), "meta").value().method == added.value());
}

void ModelsTest::whatAnEngineOffersIsInTheListsWithoutAnyOtherEdit() {
    // As the engine of test_registries says it.
    const EngineInfo info = engineInfo(QJsonDocument::fromJson(R"({
        "exportFormats": [{"name": "hf", "title": "Hugging Face", "description": "wide"}, {"name": "test-list", "title": "List of the test", "description": "The names", "lowBit": true},
                          {"name": "test-matrix", "title": "Matrix of the test", "description": "No weights", "isModel": false}],
        "metrics": [{"name": "test-longest", "title": "Longest window of the test", "description": "How long", "lowerIsBetter": false}]})").object());
    std::vector<ExportFormatWords> offered;
    for (const EngineFormat& format : info.exportFormats) offered.push_back({format.name, format.title, format.description, format.lowBit, {}, {}, format.isModel});
    ExportFormatsModel formats;
    formats.setFormats(ExportFormats::list(offered));
    QCOMPARE(formats.rowOf(QStringLiteral("test-list")), 1);
    QCOMPARE(formats.index(1, ExportFormatsModel::TitleColumn).data().toString(), QStringLiteral("List of the test"));

    QCOMPARE(formats.index(0, ExportFormatsModel::WeightsColumn).data().toString(), QStringLiteral("16 bit or more"));
    QCOMPARE(formats.index(2, ExportFormatsModel::WeightsColumn).data().toString(), QStringLiteral("no model"));

    std::vector<Metric> theirs;
    for (const EngineMetric& metric : info.metrics) {
        Metric taken;
        taken.name = metric.name;
        taken.title = metric.title;
        taken.lowerIsBetter = metric.lowerIsBetter;
        theirs.push_back(taken);
    }
    const auto measured = MetricRegistry::withTheirs(theirs);
    QCOMPARE(measured.size(), MetricRegistry::known().size() + 1);
    QCOMPARE(measured.back().title, QStringLiteral("Longest window of the test"));
    QCOMPARE(measured.back().method, QStringLiteral("evaluate"));

    // A family: what a model's facts say of it is the engine's word.
    const auto summary = summaryFromInspect(QJsonDocument::fromJson(R"({"path": "/m", "name": "m", "kind": "hf", "architecture": "TestForCausalLM",
        "tensors": [{"name": "model.layers.0.self_attn.q_proj.weight", "shape": [8, 8], "dtype": "F32", "bytes": 256}],
        "linears": [{"name": "model.layers.0.self_attn.q_proj.weight", "layer": 0, "kind": "q", "rows": 8, "columns": 8}]})").object());
    QVERIFY2(summary.ok(), summary.ok() ? "" : formatError(summary.error()).c_str());
    QCOMPARE(summary.value()->architecture, QStringLiteral("TestForCausalLM"));
}

void ModelsTest::itemModelsKeepTheirContract() {
    const auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;
    OverviewModel overview;
    QAbstractItemModelTester overviewTester(&overview, fatal);
    overview.setSource(m_source);
    QCOMPARE(overview.rowCount(), 3);
    QCOMPARE(overview.columnCount(), 7);
    for (const auto quantity : {OverviewQuantity::Gradient, OverviewQuantity::Delta, OverviewQuantity::Saliency}) {
        overview.setQuantity(quantity);
        QVERIFY(overview.index(1, 2).data(OverviewModel::ValueRole).toDouble() > 0);
    }
    QCOMPARE(overview.indexOfMatrix(9), overview.index(1, 2));
    // Strongest layer first: every row's mean is at least the next one's, and a matrix is found where it went.
    overview.setOrder(OverviewOrder::ByValue);
    const auto layerMean = [&](int row) {
        double sum = 0, weights = 0;
        for (int column = 0; column < 7; ++column) {
            const double n = static_cast<double>(m_source->meta().linears[static_cast<std::size_t>(column)].elements());
            sum += overview.index(row, column).data(OverviewModel::ValueRole).toDouble() * n;
            weights += n;
        }
        return sum / weights;
    };
    QVERIFY(layerMean(0) >= layerMean(1) && layerMean(1) >= layerMean(2));
    QCOMPARE(overview.matrixAt(overview.indexOfMatrix(9).row(), 2), 9);
    overview.setOrder(OverviewOrder::ByLayer);
    overview.setQuantity(OverviewQuantity::Kept);
    std::vector<std::uint64_t> kept(21, 0);
    kept[9] = 512;
    overview.setKept(kept);
    QCOMPARE(overview.index(1, 2).data(OverviewModel::ValueRole).toDouble(), 512.0 / (32 * 64));
    // Counts come later than the wish to sort by them.
    overview.setOrder(OverviewOrder::ByValue);
    QCOMPARE(overview.layerOfRow(0), 1);
    kept[15] = 1024;
    overview.setKept(kept);
    QCOMPARE(overview.layerOfRow(0), 2);
    overview.setSource(nullptr);
    QCOMPARE(overview.rowCount(), 0);

    TopWeightsModel top;
    QAbstractItemModelTester topTester(&top, fatal);
    top.setMatrix(m_source, 6);
    top.setKept(5);
    QVERIFY(top.rowCount() > 10);
    QVERIFY(top.index(4, 0).data(TopWeightsModel::KeptRole).toBool());
    QVERIFY(!top.index(5, 0).data(TopWeightsModel::KeptRole).toBool());
    QTRY_VERIFY(!std::isnan(top.factsAt(0)->weight));
    const WeightFacts facts = *top.factsAt(0);
    QVERIFY(std::fabs(std::fabs(facts.gradient * facts.delta * facts.weight) - facts.score) <= 1e-5f * facts.score);
    top.setMatrix(nullptr, 0);

    LedgerModel ledger;
    QAbstractItemModelTester ledgerTester(&ledger, fatal);
    ledger.setLedger(budgetState(m_source, {}).ledger);
    QCOMPARE(ledger.rowCount(), int{LedgerModel::LineCount});
    // A part that only this test knows is a further line as soon as it takes bytes.
    QVERIFY(addPackedPart(tacq::test::kRowGain).ok());
    Ledger further = budgetState(m_source, {}).ledger;
    const auto gains = std::find_if(further.lines.begin(), further.lines.end(), [](const Ledger::Line& line) { return line.name == "rowGains"; });
    QVERIFY(gains != further.lines.end());
    *gains = {"rowGains", 0.25, 64};
    ledger.setLedger(further);
    QCOMPARE(ledger.rowCount(), LedgerModel::LineCount + 1);
    QCOMPARE(ledger.index(LedgerModel::LineCount, LedgerModel::NameColumn).data().toString(), QStringLiteral("gains of the test"));
    QCOMPARE(ledger.lineBytes(LedgerModel::LineCount), quint64{64});
    QCOMPARE(ledger.bits(LedgerModel::LineCount), 0.25);
    QVERIFY(LedgerModel::isQuantized(LedgerModel::LineCount));

    TensorTreeModel tensors;
    QAbstractItemModelTester tensorTester(&tensors, fatal);
    auto summary = std::make_shared<ModelSummary>();
    summary->tensors = m_source->meta().dense;
    summary->linears = m_source->meta().linears;
    for (const LinearInfo& linear : summary->linears) summary->tensors.push_back({linear.name, TensorType::BF16, {linear.rows, linear.columns}, static_cast<std::uint64_t>(linear.elements()) * 2});
    tensors.setModel(summary);
    QCOMPARE(tensors.rowCount(), 4);   // what lies around, three layers
    const QModelIndex around = tensors.index(0, 0), layer = tensors.index(2, 0);
    QCOMPARE(tensors.index(0, TensorTreeModel::ShapeColumn, around).data().toString(), QStringLiteral("512 × 64"));
    QCOMPARE(tensors.rowCount(layer), 7);
    QCOMPARE(tensors.indexOfMatrix(9), tensors.index(2, 0, layer));
    QCOMPARE(tensors.indexOfMatrix(9).data(TensorTreeModel::MatrixRole).toInt(), 9);
    QCOMPARE(tensors.indexOfMatrix(9).parent(), layer);
    quint64 layerBytes = 0;
    for (int i = 7; i < 14; ++i) layerBytes += static_cast<quint64>(summary->linears[static_cast<std::size_t>(i)].elements()) * 2;
    QCOMPARE(tensors.index(2, TensorTreeModel::BytesColumn).data(TensorTreeModel::SortRole).toULongLong(), layerBytes);

    TaskListModel tasks;
    QAbstractItemModelTester taskTester(&tasks, fatal);
    TaskInfo here{"tinystories", "TinyStories", "Stories", "text", "MIT", "perplexity", true, true, {}};
    TaskInfo away{"c4", "C4", "Web text", "text", "ODC-BY", "perplexity", false, false, {"c4.json"}};
    tasks.setTasks({here, away});
    QCOMPARE(tasks.rowOf(QStringLiteral("c4")), 1);
    QVERIFY(!(tasks.flags(tasks.index(1)) & Qt::ItemIsEnabled));
    QVERIFY(tasks.index(1).data(TaskListModel::NoteRole).toString().contains(QLatin1String("c4.json")));
    // Pointed at, it says why it is greyed; one that can be chosen has no such words.
    QVERIFY(tasks.index(1).data(Qt::ToolTipRole).toString().contains(QLatin1String("TACQ_DATA")));
    QVERIFY(!tasks.index(0).data(Qt::ToolTipRole).toString().contains(QLatin1String("TACQ_DATA")));
    QCOMPARE(tasks.missing(), QStringList{tasks.index(1).data().toString()});
    QVERIFY(tasks.missingFiles().contains(QLatin1String("c4.json")));

    Project project;
    ResultsModel results(project, nullptr);
    QAbstractItemModelTester resultsTester(&results, fatal);
    project.setModel(summary);
    QuantizedResult result;
    result.folder = QStringLiteral("f");
    project.addResult(result);
    project.setPerplexity(summary->path, {5.0, std::log(5.0), 0.01, 100, 10});
    project.setPerplexity(QStringLiteral("f"), {6.0, std::log(6.0), 0.01, 100, 10});
    QCOMPARE(results.rowCount(), 2);
    QCOMPARE(results.index(1, ResultsModel::ChangeColumn).data().toString(), QStringLiteral("20.0 %"));
    QCOMPARE(results.index(0, ResultsModel::PerplexityColumn).data().toString(), QStringLiteral("5.00 ± 0.05"));

    RunsModel runs;
    QAbstractItemModelTester runsTester(&runs, fatal);
    RunInfo run;
    run.id = 4;
    run.state = "done";
    runs.setRuns({makeRunRecord(run)});
    QCOMPARE(runs.index(0, 0).data().toString(), QStringLiteral("#4"));
}

void ModelsTest::jobListKeepsItsContractWhileJobsComeAndChange() {
    EngineProcess engine({builtProgram("fake_engine"), {}, {}});
    JobListModel jobs;
    QAbstractItemModelTester tester(&jobs, QAbstractItemModelTester::FailureReportingMode::QtTest);
    connect(&engine, &EngineProcess::jobAdded, &jobs, [&jobs](EngineJob* job) { jobs.add(job); });
    engine.submit({QStringLiteral("saliency"), {}, QStringLiteral("one"), true});
    engine.submit({QStringLiteral("task-show"), {}, QStringLiteral("hidden"), false});
    EngineJob* last = engine.submit({QStringLiteral("quantize"), {}, QStringLiteral("two"), true});
    QCOMPARE(jobs.rowCount(), 2);
    QCOMPARE(jobs.index(0).data().toString(), QStringLiteral("two"));
    QCOMPARE(jobs.countRunning(), 2);
    QTRY_COMPARE(last->state(), JobState::Done);
    QCOMPARE(jobs.countDone(), 2);
    QVERIFY(JobListModel::timeText(*last).startsWith(QLatin1String("done in")));
}

void ModelsTest::countsEqualASortOfAllScoresForManyBudgets() {
    const auto& linears = m_source->meta().linears;
    struct Weight { float score; std::size_t matrix; };
    std::vector<Weight> all;
    for (std::size_t m = 0; m < linears.size(); ++m) {
        std::vector<float> scores(static_cast<std::size_t>(elementsOf(linears[m])));
        QVERIFY(m_source->readRows(m, MatrixLayer::Score, 0, linears[m].rows, scores).ok());
        for (const float score : scores) all.push_back({score, m});
    }
    std::stable_sort(all.begin(), all.end(), [](const Weight& a, const Weight& b) { return a.score > b.score; });
    std::mt19937 random(7);
    for (int i = 0; i < 50; ++i) {
        BudgetSettings settings;
        settings.fraction = std::pow(10.0, std::uniform_real_distribution<double>(-4, -1.31)(random));
        const BudgetState state = budgetState(m_source, settings);
        const auto k = static_cast<std::size_t>(std::floor(settings.fraction * static_cast<double>(all.size())));
        std::vector<std::uint64_t> expected(linears.size(), 0);
        for (std::size_t j = 0; j < k; ++j) ++expected[all[j].matrix];
        QVERIFY(state.counts.exact);
        QCOMPARE(state.counts.total, k);
        QCOMPARE(state.counts.kept, expected);
    }
}

void ModelsTest::overlayPositionsAreExactlyTheKeptOnes() {
    const BudgetState state = budgetState(m_source, {0.01, {}});
    const auto& linears = m_source->meta().linears;
    for (std::size_t m = 0; m < linears.size(); ++m) {
        std::vector<float> scores(static_cast<std::size_t>(elementsOf(linears[m])));
        QVERIFY(m_source->readRows(m, MatrixLayer::Score, 0, linears[m].rows, scores).ok());
        std::vector<std::uint32_t> expected;
        for (std::uint32_t p = 0; p < scores.size(); ++p)
            if (state.counts.keeps(scores[p], static_cast<std::uint32_t>(m), p)) expected.push_back(p);
        const auto kept = m_source->strongest(m).first(static_cast<std::size_t>(state.counts.kept[m]));
        std::vector<std::uint32_t> shown(kept.begin(), kept.end());
        std::sort(shown.begin(), shown.end());
        QCOMPARE(shown, expected);
    }
}

void ModelsTest::aBurstOfSliderMovesCostsOneRecomputation() {
    BudgetModel budget;
    budget.setSource(m_source);
    QSignalSpy changed(&budget, &BudgetModel::changed), moved(&budget, &BudgetModel::settingsChanged);
    for (int i = 1; i <= 20; ++i) budget.setFraction(0.001 * i);
    QCOMPARE(moved.count(), 20);
    QCOMPARE(changed.count(), 0);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(budget.state().counts.total, keptOf(0.02, totalElements(m_source->meta())));
}

void ModelsTest::ledgerFollowsTheBudgetToTheByte() {
    BudgetSettings settings;
    for (const double fraction : {0.0, 0.001, 0.0035, 0.05}) {
        settings.fraction = fraction;
        const BudgetState state = budgetState(m_source, settings);
        PackedPlan plan = m_source->plan(settings.grid, settings.embeddings);
        for (std::size_t i = 0; i < plan.linears.size(); ++i) plan.linears[i].kept = static_cast<std::int64_t>(state.counts.kept[i]);
        const auto files = packedFileSizes(plan);
        QVERIFY(files.ok());
        quint64 bytes = 0;
        for (const PackedFileSize& file : files.value()) bytes += file.bytes;
        QCOMPARE(state.ledger.modelBytes, bytes);
    }
}

void ModelsTest::nearestGridIsShownWhenTheWantedOneIsMissing() {
    GridOptions three, three32, four;
    three32.groupSize = 32;
    four.bits = 4;
    Project project;
    for (const GridOptions& grid : {three, three32, four}) project.addSaliency(std::make_shared<MadeSaliency>(MadeSaliency::geometry(1, 16, 16, 16), std::vector<TensorInfo>{}, grid));
    GridOptions wanted = three;
    wanted.groupSize = 64;
    project.wantGrid(wanted);
    QVERIFY(project.saliency()->meta().grid == three32);
    wanted.bits = 8;
    project.wantGrid(wanted);
    QVERIFY(project.saliency()->meta().grid == four);
    QVERIFY(!budgetState(project.saliency(), {0.01, wanted}).simulated);
}

namespace {

/// A source whose sketch has row and column sums of its score: row r sums to r + 1, column c to 10 · (c + 1).
class SummedSource : public MadeSaliency {
public:
    SummedSource() : MadeSaliency(MadeSaliency::geometry(1, 8, 4, 16), {}, GridOptions{}) {
        for (std::size_t i = 0; i < 16; ++i) {
            m_rows.push_back(static_cast<float>(i + 1));
            m_columns.push_back(static_cast<float>(10 * (i + 1)));
        }
    }
    SaliencyArtifact::MarginalView marginals(std::size_t matrix, MatrixLayer layer) const override {
        if (layer != MatrixLayer::Score) return {};
        const LinearInfo& linear = meta().linears[matrix];
        const auto rows = std::span(m_rows).first(static_cast<std::size_t>(linear.rows)), columns = std::span(m_columns).first(static_cast<std::size_t>(linear.columns));
        return {rows, rows, columns, columns};
    }

private:
    std::vector<float> m_rows, m_columns;
};

}  // namespace

void ModelsTest::figuresComeBackWithTheirText() {
    Project project;
    auto model = std::make_shared<ModelSummary>();
    model->path = QStringLiteral("/m");
    project.setModel(model);
    QuantizedResult made;
    made.folder = QStringLiteral("/r");
    project.addResult(made);
    const TaskChoice stories = project.task();
    project.setPerplexity(model->path, {5, std::log(5.0), 0.1, 100, 10});
    project.setPerplexity(made.folder, {6, std::log(6.0), 0.1, 100, 10});
    project.setMeasure(made.folder, QStringLiteral("klMean"), {0.5, 0, 0, 0, 100, QStringLiteral("tinystories")});
    TaskChoice sums = stories;
    sums.task = QStringLiteral("gsm8k");
    project.setTask(sums);
    QVERIFY(!project.basePerplexity() && !project.result(made.folder)->perplexity && !project.measure(made.folder, QStringLiteral("klMean")));
    project.setPerplexity(made.folder, {9, std::log(9.0), 0.1, 100, 10});
    project.setTask(stories);
    QCOMPARE(project.basePerplexity()->perplexity, 5.0);
    QCOMPARE(project.result(made.folder)->perplexity->perplexity, 6.0);
    QCOMPARE(project.measure(made.folder, QStringLiteral("klMean"))->value, 0.5);
    project.setTask(sums);
    QCOMPARE(project.result(made.folder)->perplexity->perplexity, 9.0);
    QVERIFY(!project.basePerplexity());
    // Made again, it is another model: nothing is known of it, on any text.
    project.addResult(made);
    project.setTask(stories);
    QVERIFY(!project.result(made.folder)->perplexity && !project.measure(made.folder, QStringLiteral("klMean")));
    QCOMPARE(project.basePerplexity()->perplexity, 5.0);
}

void ModelsTest::circuitsAreToldApartByWhatDiffers() {
    SaliencyMeta a, b;
    a.taskName = "gsm8k";
    b.taskName = "tinystories";
    a.samples = 5;
    b.samples = 8;
    QCOMPARE(namesApart(a, b), (std::pair{QStringLiteral("gsm8k"), QStringLiteral("tinystories")}));
    b.taskName = "gsm8k";
    b.samples = 5;
    b.seed = 3;
    QCOMPARE(namesApart(a, b), (std::pair{QStringLiteral("seed 0"), QStringLiteral("seed 3")}));
    b.grid.bits = a.grid.bits + 1;
    QCOMPARE(namesApart(a, b).second, QStringLiteral("%1 bit · seed 3").arg(b.grid.bits));
    QCOMPARE(namesApart(a, a), (std::pair{QStringLiteral("this run"), QStringLiteral("the other")}));
    // Titles may be alike; what they were made from is not.
    b = a;
    b.gradientKey = "another loss";
    QCOMPARE(saliencyTitle(a), saliencyTitle(b));
    QVERIFY(saliencyMark(a) != saliencyMark(b) && !sameSaliency(a, b));

    // Another score of one run is told by the score, in lists too.
    b = a;
    b.method = Method::Magnitude;
    QVERIFY(!sameSaliency(a, b));
    QCOMPARE(namesApart(a, b), (std::pair{QStringLiteral("TaCQ"), QStringLiteral("magnitude")}));
    QCOMPARE(titleBeside(b, a), QStringLiteral("This run by magnitude, |W|"));
    QCOMPARE(titleBeside(a, a), saliencyTitle(a));
    b.gradientKey = "another loss";
    QCOMPARE(titleBeside(b, a), saliencyTitle(a) + QStringLiteral(" · by magnitude"));
    b.taskName = "tinystories";
    QCOMPARE(namesApart(a, b), (std::pair{QStringLiteral("gsm8k · TaCQ"), QStringLiteral("tinystories · magnitude")}));
    SaliencyMeta made = a;
    made.method = Method::Gradient;
    const auto entries = scoresToMake(a, {{titleBeside(made, a), QStringLiteral("key"), nullptr, saliencyMark(made), made.method}});
    QCOMPARE(entries.size(), scoringMethods().size() - 2);
    for (const SaliencyEntry& entry : entries) QVERIFY(entry.method != Method::Tacq && entry.method != Method::Gradient && entry.key.isEmpty() && !entry.source);
}

void ModelsTest::mixesAreReadBackFromTheirText() {
    TaskChoice mix;
    mix.task = QStringLiteral("gsm8k");
    mix.general = QStringLiteral("tinystories");
    mix.share = 35;
    TaskChoice read;
    read.setText(mix.text());
    QCOMPARE(read.task, mix.task);
    QCOMPARE(read.general, mix.general);
    QCOMPARE(read.share, mix.share);
    for (const QString& plain : {QStringLiteral("gsm8k"), QStringLiteral("/home/me/my:notes, 2.txt"), QStringLiteral("gsm8k/cot8")}) {
        read.setText(plain);
        QCOMPARE(read.task, plain);
        QVERIFY(read.general.isEmpty());
    }
}

void ModelsTest::headsShareOutTheRowSums() {
    OverviewModel overview;
    overview.setSource(std::make_shared<SummedSource>());
    QVERIFY(overview.headValues(0).empty());
    overview.setHeads({4, 2});
    // q: 8 rows, 4 heads, 16 weights each: (1 + 2) / 16, …
    QCOMPARE(overview.headValues(0), (std::vector<double>{3.0 / 16, 7.0 / 16, 11.0 / 16, 15.0 / 16}));
    // k: 4 rows, 2 heads; o: by columns.
    QCOMPARE(overview.headValues(1), (std::vector<double>{3.0 / 16, 7.0 / 16}));
    QCOMPARE(overview.headValues(3), (std::vector<double>{30.0 / 16, 70.0 / 16, 110.0 / 16, 150.0 / 16}));
    QVERIFY(overview.headValues(4).empty());
    overview.setQuantity(OverviewQuantity::Delta);
    QVERIFY(overview.headValues(0).empty());
}

void ModelsTest::histogramCountsEveryValue() {
    const TensorHistogram histogram = histogramOf({-2, -1, 0, 0, 0, 1, 2});
    QCOMPARE(histogram.high, 2.0);
    QCOMPARE(histogram.counts[0], std::uint64_t(1));
    QCOMPARE(histogram.counts[TensorHistogram::kBins / 2], std::uint64_t(3));
    QCOMPARE(histogram.counts[TensorHistogram::kBins - 1], std::uint64_t(1));
    QCOMPARE(histogram.mean, 0.0);
    QVERIFY(std::fabs(histogram.deviation - std::sqrt(10.0 / 7)) < 1e-12);
    QCOMPARE(histogramOf({0, 0}).counts[TensorHistogram::kBins / 2], std::uint64_t(2));
    // The sample's first matrix, all of it.
    const QString sample = QStringLiteral("%1/sample/stories260K").arg(qEnvironmentVariable("TACQ_RESOURCES"));
    const auto read = tensorHistogram(sample, QStringLiteral("model.layers.0.self_attn.q_proj.weight"));
    QVERIFY(read.ok());
    QCOMPARE(read.value().values, std::uint64_t(64 * 64));
    QCOMPARE(std::accumulate(read.value().counts.begin(), read.value().counts.end(), std::uint64_t(0)), std::uint64_t(64 * 64));
    QVERIFY(read.value().high > 0.01);
    QCOMPARE(tensorHistogram(sample, QStringLiteral("none")).error().code, ErrorCode::NotFound);
}

void ModelsTest::numbersReadWell() {
    QCOMPARE(Format::bytes(41'300'112), QStringLiteral("41.3 MB"));
    QCOMPARE(Format::bytes(999), QStringLiteral("999 bytes"));
    QCOMPARE(Format::percent(0.0035), QStringLiteral("0.35 %"));
    QCOMPARE(Format::percent(0.0001), QStringLiteral("0.010 %"));
    QCOMPARE(Format::duration(14.2), QStringLiteral("14 s"));
    QCOMPARE(Format::duration(130), QStringLiteral("2 min 10 s"));
    QCOMPARE(Format::duration(3900), QStringLiteral("1 h 5 min"));
    QCOMPARE(Format::significant(0.00031), QStringLiteral("3.10e-4"));
    QCOMPARE(Format::significant(0.0714), QStringLiteral("0.0714"));
    QCOMPARE(Format::shortCount(134'515'008), QStringLiteral("135 M"));
}

void ModelsTest::everyErrorCodeHasWords() {
    QStringList titles;
    for (int i = 0; i <= static_cast<int>(ErrorCode::Internal); ++i) {
        const Error error{static_cast<ErrorCode>(i), "it broke", "file.txt", ""};
        QVERIFY(!ErrorText::nextStep(error).isEmpty());
        QCOMPARE(errorCodeNamed(QString::fromUtf8(errorName(error.code).data())), error.code);
        QVERIFY(ErrorText::clipboardText(error).contains(QLatin1String("file.txt")));
        titles << ErrorText::title(error.code);
    }
    QCOMPARE(titles.removeDuplicates(), 0);
    QCOMPARE(ErrorText::nextStep({ErrorCode::Io, "", "", "buy a disk"}), QStringLiteral("Buy a disk."));
}

TACQ_UI_TEST_MAIN(ModelsTest)
#include "test_ui_models.moc"
