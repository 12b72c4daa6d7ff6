// The Budget page and what stands behind it: first-order losses, predictions, painted widths, fits, undo, the trade-off plot.
#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QSlider>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <memory>
#include <random>

#include "engine/background_pool.h"
#include "engine/protocol_json.h"
#include "made_saliency.h"
#include "models/budget/budget_presets.h"
#include "models/budget/pareto.h"
#include "models/budget/prediction.h"
#include "models/budget/width_painting.h"
#include "plot/pareto_view.h"
#include "plot/width_map_view.h"
#include "tacq/numerics/interval.h"
#include "widgets/status_line.h"
#include "window_fixture.h"
#include "work/chosen_requests.h"

using namespace tacq;
using namespace tacq::ui;

namespace {

MeasuredRun measured(std::int64_t id, double bits, double loss, std::optional<double> firstOrder, const std::string& options = "{}") {
    MeasuredRun run;
    run.run = id;
    run.bits = bits;
    run.loss = loss;
    run.standardError = 0.01;
    run.firstOrder = firstOrder;
    run.optionsJson = options;
    return run;
}

}  // namespace

class BudgetTest : public QObject, protected WindowFixture {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void firstOrderLossIsTheSumOverTheWeightsNotKept();
    void aSliderDragIsOneUndo();
    void theCommandIsMadeOnceTheSettingsRest();
    void everySettingCanBeTakenBack();
    void overridesShapeTheLedgerAndNeverTheKeptCounts();
    void predictionNeedsTwoMeasuredRunsAndSimulatedWidths();
    void aPredictionStaysAboveWhatWasEverMeasured();
    void aSettingThatWasMeasuredShowsItsMeasurement();
    void theNextBitsCostWhatTheySay();
    void aFractionIsFoundForEveryCount();
    void aFitIsTheLargestThatFits();
    void paintingKeepsFusedGroupsTogether();
    void ggufRulesGiveTheNextWiderWidth();
    void rulesBringOldPaintingIntoLine();
    void theFrontierHoldsWhatNothingBeats();
    void cellsArePaintedByClickDragAndKey();
    void labelsPaintLayersAndModules();
    void switchesAndClearAll();
    void presetsSetEverything();
    void fitChoosesKeptWeightsAtOnce();
    void fitAsksTheEngineForWidths();
    void theGpuEntrySaysWhyItCannotBeChosen();
    void measuredRunsFillThePlot();
    void quantizeTakesEverySettingAlong();
    void bothPagesShowTheSameBudget();

private:
    void openWindow();
    WidthMapView* map() const { return m_window->findChild<WidthMapView*>(QStringLiteral("widthMap")); }
    const std::vector<LinearInfo>& linears() const { return m_window->project().saliency()->meta().linears; }
    int bitsOf(std::size_t matrix) const { return widthOf(m_window->budget().settings().recipe(), linears()[matrix], m_window->budget().settings().grid).bits; }
    void press(std::size_t matrix) { QTest::mouseClick(map(), Qt::LeftButton, {}, map()->cellRect(matrix).center()); }

    SaliencyPointer m_made;
};

void BudgetTest::initTestCase() {
    qt_warnings::install();
    QLocale::setDefault(QLocale::c());
    m_made = std::make_shared<MadeSaliency>(MadeSaliency::geometry(3, 64, 32, 160), sampleDense(), GridOptions{});
}

void BudgetTest::init() { m_folder = std::make_unique<QTemporaryDir>(); }

void BudgetTest::cleanup() {
    closeWindow();
}

void BudgetTest::firstOrderLossIsTheSumOverTheWeightsNotKept() {
    double before = 1e300;
    for (const double fraction : {0.0, 0.0005, 0.0035, 0.02, 0.05}) {
        BudgetSettings settings;
        settings.fraction = fraction;
        const BudgetState state = budgetState(m_made, settings);
        QVERIFY(state.firstOrder && !state.firstOrderEstimated);
        double plain = 0;
        for (std::size_t m = 0; m < m_made->meta().linears.size(); ++m) {
            const LinearInfo& linear = m_made->meta().linears[m];
            std::vector<float> g(elementsOf(linear)), d(g.size()), s(g.size());
            QVERIFY(m_made->readRows(m, MatrixLayer::Gradient, 0, linear.rows, g).ok() && m_made->readRows(m, MatrixLayer::Delta, 0, linear.rows, d).ok() &&
                    m_made->readRows(m, MatrixLayer::Score, 0, linear.rows, s).ok());
            for (std::size_t i = 0; i < g.size(); ++i)
                if (!state.counts.keeps(s[i], static_cast<std::uint32_t>(m), static_cast<std::uint32_t>(i))) plain += std::fabs(static_cast<double>(g[i]) * static_cast<double>(d[i]));
        }
        plain /= static_cast<double>(m_made->meta().samples);
        // Exact at bin edges, linear between them: a bin is 1/32 octave wide.
        QVERIFY2(std::fabs(*state.firstOrder - plain) <= 2e-3 * plain, qPrintable(QStringLiteral("%1 against %2").arg(*state.firstOrder).arg(plain)));
        QVERIFY(*state.firstOrder <= before);
        before = *state.firstOrder;
    }
}

void BudgetTest::aSliderDragIsOneUndo() {
    QUndoStack edits;
    BudgetModel budget;
    budget.setEdits(&edits);
    for (int i = 1; i <= 20; ++i) budget.setFraction(0.001 * i, true);
    budget.endDrag();
    for (int i = 1; i <= 20; ++i) budget.setFraction(0.02 + 0.001 * i, true);
    budget.endDrag();
    budget.setFraction(0.001);   // a key, not a drag
    QCOMPARE(edits.count(), 3);
    edits.undo();
    QCOMPARE(budget.settings().fraction, 0.04);
    edits.undo();
    QCOMPARE(budget.settings().fraction, 0.02);
    edits.undo();
    QCOMPARE(budget.settings().fraction, 0.0035);
    edits.redo();
    QCOMPARE(budget.settings().fraction, 0.02);
}

void BudgetTest::theCommandIsMadeOnceTheSettingsRest() {
    StatusLine line;
    int made = 0;
    for (int step = 0; step < 50; ++step) line.setCommand([&made] { return QStringLiteral("tacq %1").arg(++made); });
    QCOMPARE(made, 0);
    // Copied at once, it is that of now.
    line.findChild<QAbstractButton*>(QStringLiteral("copyCommand"))->click();
    QCOMPARE(made, 1);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("tacq 1"));
    const auto* shown = line.findChild<QWidget*>(QStringLiteral("commandText"));
    QVERIFY(shown->toolTip().isEmpty());
    QTRY_COMPARE(shown->toolTip(), QStringLiteral("tacq 2"));
    QCOMPARE(made, 2);
    line.setCommand({});
    QVERIFY(shown->toolTip().isEmpty() && line.command().isEmpty());
    // The request behind it is made anew only where a choice is another.
    Project project;
    BudgetModel budget;
    const ChosenRequests requests(project, budget, [] { return QStringLiteral("/ws"); });
    const auto folder = [&requests] { return requests.quantize().params.value(QLatin1String("out")).toString(); };
    const QString first = folder();
    budget.setFraction(0.01);
    const QString second = folder();
    QVERIFY(first != second);
    budget.setFraction(0.0035);
    QCOMPARE(folder(), first);
    TaskChoice task = project.task();
    task.samples = 3;
    project.setTask(task);
    QVERIFY(folder() != first);
}

void BudgetTest::everySettingCanBeTakenBack() {
    QUndoStack edits;
    BudgetModel budget;
    budget.setEdits(&edits);
    budget.setSource(m_made);
    const BudgetSettings before = budget.settings();
    budget.setBits(4);
    budget.setGroupSize(32);
    budget.setSymmetry(Symmetry::Symmetric);
    budget.setEmbeddings(EmbeddingBits::Eight);
    Recipe recipe;
    recipe.tensors[m_made->meta().linears[0].name].bits = 8;
    budget.setRecipe(recipe, QStringLiteral("paint"));
    budget.setRecipe(recipe, QStringLiteral("paint"));   // nothing new: no edit
    QCOMPARE(edits.count(), 5);
    QVERIFY(!(budget.settings() == before));
    while (edits.canUndo()) edits.undo();
    QVERIFY(budget.settings() == before);
}

void BudgetTest::overridesShapeTheLedgerAndNeverTheKeptCounts() {
    BudgetSettings settings;
    const BudgetState plain = budgetState(m_made, settings);
    Recipe recipe;
    const LinearInfo& first = m_made->meta().linears[0];   // 64 × 64
    recipe.tensors[first.name].bits = 8;
    recipe.tensors[first.name].groupSize = 32;
    settings.overrides = std::make_shared<const Recipe>(recipe);
    const BudgetState mixed = budgetState(m_made, settings);
    QCOMPARE(mixed.counts.kept, plain.counts.kept);
    QVERIFY(mixed.mixed && !plain.mixed && mixed.firstOrderEstimated);
    // 8 bit: 16 words a row instead of 6; groups of 32: two scales and zeros a row instead of one.
    QCOMPARE(mixed.ledger["codes"].bytes - plain.ledger["codes"].bytes, quint64{64 * (16 - 6) * 4});
    QCOMPARE(mixed.ledger["scales"].bytes - plain.ledger["scales"].bytes, quint64{64 * 2});
    QCOMPARE(mixed.ledger["zeros"].bytes - plain.ledger["zeros"].bytes, quint64{64});
    QVERIFY(*mixed.firstOrder < *plain.firstOrder);
    settings.overrides.reset();
    settings.embeddings = EmbeddingBits::Eight;
    QCOMPARE(budgetState(m_made, settings).ledger.embeddingBytes, quint64{512 * 64 + 512 * 2 * 2});
    recipe.tensors["no.such.tensor"].bits = 4;
    settings.overrides = std::make_shared<const Recipe>(recipe);
    QVERIFY(budgetState(m_made, settings).error);
}

void BudgetTest::predictionNeedsTwoMeasuredRunsAndSimulatedWidths() {
    BudgetModel budget;
    budget.setSource(m_made);
    const double here = *budget.state().firstOrder;
    budget.setMeasured({"x", {measured(1, 3, 2.0, here * 0.5)}, {}});
    QVERIFY(!budget.state().predicted);
    budget.setMeasured({"x", {measured(1, 3, 2.0, here * 0.5), measured(2, 4, 3.0, here * 1.5)}, {}});
    QVERIFY(budget.state().predicted && std::fabs(*budget.state().predicted - 2.5) < 1e-9);
    QVERIFY(!budget.state().predictedSpread);
    budget.setMeasured({"x", {measured(1, 3, 2.0, here * 0.5), measured(2, 4, 3.0, here * 1.5), measured(3, 4, 2.5, here), measured(4, 4, 9, std::nullopt)}, {}});
    QCOMPARE(budget.calibratingRuns(), std::size_t{3});
    QVERIFY(budget.state().predictedSpread && *budget.state().predictedSpread > 0);
    budget.setBits(4);
    budget.flush();
    QVERIFY(budget.state().firstOrderEstimated && !budget.state().predicted);
}

void BudgetTest::aPredictionStaysAboveWhatWasEverMeasured() {
    MeasuredRuns runs{"x", {measured(1, 3, 2.0, 0.5), measured(2, 4, 3.0, 1.5), measured(3, 4, 2.9, 0.7)}, {}};
    const auto alone = predictionAt(runs, 0.5);
    QVERIFY(alone && alone->low && *alone->high > alone->loss);
    QCOMPARE(*alone->low, 2.0);
    // The unquantized model is one more point, and a sure one: the interval gets no wider, and below the least run the curve is not flat.
    runs.original = MeasuredRun{};
    runs.original->loss = 1.9;
    const auto anchored = predictionAt(runs, 0.5);
    QVERIFY(anchored && anchored->low);
    QVERIFY(*anchored->high - anchored->loss <= *alone->high - alone->loss);
    QVERIFY2(anchored->loss - (*anchored->high - anchored->loss) < 1.9, "the interval would reach below the unquantized model");
    QCOMPARE(*anchored->low, 1.9);
    QCOMPARE(predictionAt(runs, 0)->loss, 1.9);
    QVERIFY(predictionAt(runs, 0.25)->loss > 1.9 && predictionAt(runs, 0.25)->loss < 2.0);
    // Two runs and the original are three points; one run is none.
    runs.runs.pop_back();
    QVERIFY(predictionAt(runs, 1)->low);
    runs.runs.pop_back();
    QVERIFY(!predictionAt(runs, 1));
}

void BudgetTest::aSettingThatWasMeasuredShowsItsMeasurement() {
    BudgetModel budget;
    budget.setSource(m_made);
    MeasuredRun same = measured(7, budget.state().ledger.totalBits, 2.25, *budget.state().firstOrder);
    same.bytes = budget.state().ledger.modelBytes;
    MeasuredRun otherSize = same;
    otherSize.run = 8;
    otherSize.bytes += 4;
    QVERIFY(!measuredAlike(budget));
    budget.setMeasured({"x", {same, otherSize}, {}});
    QVERIFY(measuredAlike(budget));
    QCOMPARE(measuredAlike(budget)->run, std::int64_t{7});
    budget.setFraction(0.01);
    budget.flush();
    QVERIFY(!measuredAlike(budget));
}

void BudgetTest::theNextBitsCostWhatTheySay() {
    BudgetModel budget;
    budget.setSource(m_made);
    const BudgetNext next = budget.next(0.1);
    const double before = budget.state().ledger.totalBits, lossBefore = *budget.state().firstOrder;
    const std::uint64_t weights = totalElements(m_made->meta());
    budget.setFraction(fractionForKept(budget.state().counts.total + next.kept, weights));
    budget.flush();
    const double after = budget.state().ledger.totalBits;
    QVERIFY(after - before <= 0.1 && after - before > 0.1 - 64.0 / static_cast<double>(weights));
    QVERIFY(std::fabs(after - before - next.bits) < 1e-9);
    QCOMPARE(*next.firstOrder, *budget.state().firstOrder);
    QVERIFY(*next.firstOrder < lossBefore);
}

void BudgetTest::aFractionIsFoundForEveryCount() {
    std::mt19937_64 random(3);
    for (int i = 0; i < 2000; ++i) {
        const std::uint64_t weights = 1 + random() % (std::uint64_t{1} << (1 + i % 36)), kept = random() % (weights + 1);
        QCOMPARE(keptForFraction(fractionForKept(kept, weights), static_cast<std::int64_t>(weights)).value(), kept);
    }
    QCOMPARE(fractionForKept(35, 10000), 0.0035);
}

void BudgetTest::aFitIsTheLargestThatFits() {
    BudgetModel budget;
    budget.setSource(m_made);
    bool room = true;
    BudgetRequest request;
    request.targetBits = budget.state().ledger.totalBits + 0.05;
    const auto answer = budget.fit(request, &room);
    QVERIFY(answer.ok() && !room);
    budget.setFraction(fractionForKept(answer.value().kept, totalElements(m_made->meta())));
    budget.flush();
    QVERIFY(budget.state().ledger.totalBits <= request.targetBits);
    QCOMPARE(budget.state().counts.total, answer.value().kept);
    budget.setFraction(fractionForKept(answer.value().kept + 1, totalElements(m_made->meta())));
    budget.flush();
    QVERIFY(budget.state().ledger.totalBits > request.targetBits);
    request = {};
    request.targetBytes = 1'000'000'000;
    QVERIFY(budget.fit(request, &room).ok() && room);
    request.targetBytes = 10;
    QVERIFY(!budget.fit(request, &room).ok());
}

void BudgetTest::paintingKeepsFusedGroupsTogether() {
    const auto linears = MadeSaliency::geometry(2, 256, 256, 256);
    const std::vector<std::size_t> key{1};   // k of layer 0
    const Recipe alone = painted({}, linears, key, {WidthBrush::Kind::Bits, 8, true}, {});
    QCOMPARE(alone.tensors.size(), std::size_t{1});
    const Recipe fused = painted({}, linears, key, {WidthBrush::Kind::Bits, 8, true}, {true, false});
    QCOMPARE(fused.tensors.size(), std::size_t{3});
    for (const std::size_t m : {0u, 1u, 2u}) QCOMPARE(*fused.tensors.at(linears[m].name).bits, 8);
    const Recipe locked = painted(fused, linears, key, {WidthBrush::Kind::Lock, 0, true}, {});
    QVERIFY(locked.tensors.at(linears[1].name).locked && !locked.tensors.at(linears[0].name).locked);
    QVERIFY(painted(locked, linears, key, {WidthBrush::Kind::Common, 0, true}, {true, false}).empty());
    QVERIFY(painted(painted({}, linears, key, {WidthBrush::Kind::Lock, 0, true}, {}), linears, key, {WidthBrush::Kind::Lock, 0, false}, {}).empty());
}

void BudgetTest::ggufRulesGiveTheNextWiderWidth() {
    const LinearInfo kQuant{"a", 0, LinearKind::Query, 8, 512}, block{"b", 0, LinearKind::Query, 8, 64}, none{"c", 0, LinearKind::Query, 8, 40};
    const WidthRules gguf{false, true};
    QCOMPARE(allowedWidth(kQuant, 3, gguf), 3);
    QCOMPARE(allowedWidth(block, 3, gguf), 4);
    QCOMPARE(allowedWidth(block, 8, gguf), 8);
    QCOMPARE(allowedWidth(none, 2, gguf), 8);
    QCOMPARE(allowedWidth(none, 2, {}), 2);
    const std::vector<LinearInfo> linears{kQuant, block, none};
    QCOMPARE(withoutGgufType(linears), std::size_t{1});
}

void BudgetTest::rulesBringOldPaintingIntoLine() {
    const auto linears = MadeSaliency::geometry(1, 64, 64, 64);   // no K-quant fits 64 columns: 4 and 8 bit are left
    GridOptions common;
    common.bits = 3;
    const std::vector<std::size_t> gate{4};
    const Recipe eight = painted({}, linears, gate, {WidthBrush::Kind::Bits, 8, true}, {});
    const Recipe fused = underRules(eight, linears, common, {true, false});
    QCOMPARE(fused.tensors.size(), std::size_t{2});
    QCOMPARE(*fused.tensors.at(linears[5].name).bits, 8);
    const Recipe both = underRules(eight, linears, common, {true, true});
    for (std::size_t m = 0; m < linears.size(); ++m) QCOMPARE(*both.tensors.at(linears[m].name).bits, m == 4 || m == 5 ? 8 : 4);
    QVERIFY(underRules(both, linears, common, {true, true}) == both);
}

void BudgetTest::theFrontierHoldsWhatNothingBeats() {
    const auto points = Pareto::points({"x", {measured(1, 4, 1.5, {}), measured(2, 2, 3, {}), measured(3, 3, 3.5, {}), measured(4, 3.5, 2, {}, R"({"bits": 3, "outliers": 0.0035, "groupSize": 32, "recipe": {}})")}, {}});
    QCOMPARE(points.size(), std::size_t{4});
    QCOMPARE(points[1].run, 3);
    QVERIFY(points[0].frontier && !points[1].frontier && points[2].frontier && points[3].frontier);
    QCOMPARE(points[0].error, intervalHalfWidth(0.01));
    QCOMPARE(points[2].title, QStringLiteral("groups of 32 · mixed widths · 3 bit + 0.35 %"));
}

void BudgetTest::openWindow() {
    QSettings().clear();
    makeWindow(fakeEngine());
    useMadeSaliency(sampleDense(), GridOptions{});
    showWindow();
    m_window->openPath(Workflow::samplePath());
    QTRY_VERIFY(m_window->project().model() != nullptr);
    m_window->workflow().runSaliency();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->project().saliency() != nullptr, 20000);
    m_window->showPage(QStringLiteral("budget"));
    // The page asks for measured runs when it is shown; what tests put in their place must not be overtaken.
    BackgroundPool::shared().waitForDone();
    QTest::qWait(50);
}

void BudgetTest::cellsArePaintedByClickDragAndKey() {
    openWindow();
    const int common = m_window->budget().settings().grid.bits;
    QVERIFY(m_ui->click("brush_8"));
    press(0);
    QCOMPARE(bitsOf(0), 8);
    QCOMPARE(m_window->edits().count(), 1);
    // A drag over three cells of a row is one edit.
    QVERIFY(m_ui->click("brush_2"));
    QTest::mousePress(map(), Qt::LeftButton, {}, map()->cellRect(7).center());
    for (const std::size_t m : {8u, 9u}) QTest::mouseMove(map(), map()->cellRect(m).center());
    QTest::mouseRelease(map(), Qt::LeftButton, {}, map()->cellRect(9).center());
    for (const std::size_t m : {7u, 8u, 9u}) QCOMPARE(bitsOf(m), 2);
    QCOMPARE(m_window->edits().count(), 2);
    m_window->edits().undo();
    for (const std::size_t m : {7u, 8u, 9u}) QCOMPARE(bitsOf(m), common);
    // Keys: arrows from the first cell to its right neighbour and one down, then a digit, a lock, and back.
    map()->selectMatrix(0);
    map()->setFocus();
    QTest::keyClick(map(), Qt::Key_Right);
    QTest::keyClick(map(), Qt::Key_Down);
    QCOMPARE(map()->selectedMatrix(), 8);
    QTest::keyClick(map(), Qt::Key_4);
    QCOMPARE(bitsOf(8), 4);
    QTest::keyClick(map(), Qt::Key_L);
    QVERIFY(widthOf(m_window->budget().settings().recipe(), linears()[8], m_window->budget().settings().grid).locked);
    QVERIFY(map()->toolTipAt(map()->cellRect(8).center()).contains(QLatin1String("locked")));
    QTest::keyClick(map(), Qt::Key_0);
    QCOMPARE(bitsOf(8), common);
    QTest::keyClick(map(), Qt::Key_Space);   // the chosen brush: 2
    QCOMPARE(bitsOf(8), 2);
}

void BudgetTest::labelsPaintLayersAndModules() {
    openWindow();
    QVERIFY(m_ui->click("brush_8"));
    QTest::mouseClick(map(), Qt::LeftButton, {}, map()->rowLabelRect(1).center());
    for (std::size_t m = 0; m < linears().size(); ++m) QCOMPARE(bitsOf(m), linears()[m].layer == 1 ? 8 : 3);
    QVERIFY(m_ui->click("clearWidths"));
    QVERIFY(m_window->budget().settings().recipe().empty());
    QTest::mouseClick(map(), Qt::LeftButton, {}, map()->columnLabelRect(6).center());
    for (std::size_t m = 0; m < linears().size(); ++m) QCOMPARE(bitsOf(m), linears()[m].kind == LinearKind::Down ? 8 : 3);
    m_window->edits().undo();
    m_window->edits().undo();
    QCOMPARE(bitsOf(7), 8);
}

void BudgetTest::switchesAndClearAll() {
    openWindow();
    QVERIFY(m_ui->click("vllmSafe"));
    QVERIFY(m_ui->click("brush_8"));
    press(1);
    for (const std::size_t m : {0u, 1u, 2u}) QCOMPARE(bitsOf(m), 8);
    QCOMPARE(bitsOf(3), 3);
    QVERIFY(m_ui->text("widthsNote").startsWith(QLatin1Char('3')));
    // The sample's down projections have 172 columns: no GGUF type takes them.
    QVERIFY(m_ui->click("ggufSafe"));
    QVERIFY(m_ui->text("widthsNote").contains(QLatin1String("no quantized GGUF type")));
    QCOMPARE(bitsOf(6), 8);
    QVERIFY(m_ui->click("clearWidths"));
    QVERIFY(!m_ui->enabled("clearWidths"));
}

void BudgetTest::presetsSetEverything() {
    openWindow();
    for (const BudgetPreset& preset : BudgetPresets::list()) {
        QVERIFY(m_ui->click(qPrintable(QStringLiteral("preset_") + preset.id)));
        QCOMPARE(m_window->budget().settings().fraction, preset.settings.fraction);
        QVERIFY(m_window->budget().settings().grid == preset.settings.grid);
        QCOMPARE(m_ui->text("presetSentence"), preset.sentence);
    }
    QVERIFY(m_ui->click("budget_bits_8"));
    QVERIFY(m_ui->text("presetSentence") != BudgetPresets::list().back().sentence);
}

void BudgetTest::fitChoosesKeptWeightsAtOnce() {
    openWindow();
    m_ui->find<QDoubleSpinBox>("fitNumber")->setValue(4.25);
    QVERIFY(m_ui->click("fit"));
    m_window->budget().flush();
    QVERIFY(m_window->budget().state().ledger.totalBits <= 4.25 && m_window->budget().state().ledger.totalBits > 4.24);
    QVERIFY(m_ui->text("fitAnswer").contains(QLatin1String("weights can be kept")));
    m_window->edits().undo();
    QCOMPARE(m_window->budget().settings().fraction, 0.0035);
    // A size that cannot be: said with the way out, and nothing changed.
    m_ui->find<QComboBox>("fitTarget")->setCurrentIndex(1);
    m_ui->find<QDoubleSpinBox>("fitNumber")->setValue(0.001);
    QVERIFY(m_ui->click("fit"));
    QVERIFY(m_ui->text("fitAnswer").contains(QLatin1String("more than")));
    QCOMPARE(m_window->budget().settings().fraction, 0.0035);
}

void BudgetTest::fitAsksTheEngineForWidths() {
    openWindow();
    QVERIFY(m_ui->click("brush_lock"));
    press(3);
    QVERIFY(m_ui->click("fitHow_widths"));
    QVERIFY(m_ui->click("fit"));
    EngineJob* job = m_window->engine().jobs().last();
    QCOMPARE(job->request().method, QStringLiteral("budget"));
    const QJsonObject params = job->request().params;
    QCOMPARE(params.value(QLatin1String("mixed")).toBool(), true);
    QVERIFY(params.value(QLatin1String("artifact")).toString().startsWith(QLatin1String("made_")));
    QVERIFY(params.value(QLatin1String("recipe")).toObject().value(QLatin1String("tensors")).toObject().contains(QString::fromStdString(linears()[3].name)));
    const int before = m_window->edits().count();
    QTRY_COMPARE_WITH_TIMEOUT(job->state(), JobState::Done, 20000);
    QCOMPARE(bitsOf(0), 8);
    QCOMPARE(m_window->edits().count(), before + 1);
    QVERIFY(m_ui->text("fitAnswer").contains(QLatin1String("Proved to be the best")));
    QVERIFY(m_ui->text("fitAnswer").contains(QLatin1String("2 tensor")));
    QVERIFY(m_ui->text("fitAnswer").contains(QLatin1String("a note of the engine")));
    // The loss of what is on show stands in the ledger alone; here only what it spares, from the engine's own two figures (0.5 instead of 0.75).
    QVERIFY(m_ui->text("fitAnswer").contains(QStringLiteral("33.3 % less first-order loss than 3 bit everywhere")));
    m_window->budget().flush();
    QCOMPARE(m_window->budget().state().counts.total, quint64{640});
    // Of another budget the answer says nothing.
    QVERIFY(m_ui->visible("fitAnswer"));
    m_window->budget().setFraction(0.02);
    QVERIFY(!m_ui->visible("fitAnswer"));
}

void BudgetTest::theGpuEntrySaysWhyItCannotBeChosen() {
    const EngineInfo hello = engineInfo({{QStringLiteral("gpus"), QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("H100")}, {QStringLiteral("memoryBytes"), 80e9}}}}});
    QCOMPARE(hello.gpus.size(), qsizetype{1});
    QCOMPARE(hello.gpus[0].name, QStringLiteral("H100"));
    QCOMPARE(hello.gpus[0].memoryBytes, qint64{80'000'000'000});
    openWindow();
    auto* target = m_ui->find<QComboBox>("fitTarget");
    auto* items = qobject_cast<QStandardItemModel*>(target->model());
    QVERIFY(!items->item(3)->isEnabled());
    QVERIFY(items->item(3)->toolTip().contains(QLatin1String("no GPU")));
    target->setCurrentIndex(2);
    QTRY_VERIFY(m_ui->text("fitNote").contains(QLatin1String("8.00 GB")));
    QVERIFY(m_ui->click("fit"));   // everything fits: the most that is ranked
    QVERIFY(m_ui->text("fitAnswer").startsWith(QLatin1String("More would fit")));
    m_window->budget().flush();
    QVERIFY(m_window->budget().state().counts.exact);
}

void BudgetTest::measuredRunsFillThePlot() {
    openWindow();
    QVERIFY(m_ui->visible("paretoEmpty"));
    QVERIFY(m_ui->text("predictedLoss").contains(QLatin1String("0 so far")));
    const double here = *m_window->budget().state().firstOrder;
    MeasuredRun original = measured(9, 0, 1.5, {});
    m_window->budget().setMeasured({"x", {measured(1, 3.2, 2.0, here * 0.9), measured(2, 4.2, 1.7, here * 0.3), measured(3, 2.4, 2.8, here * 2)}, original});
    auto* view = m_window->findChild<ParetoView*>(QStringLiteral("pareto"));
    QVERIFY(view->isVisible());
    QCOMPARE(view->points().size(), std::size_t{3});
    QVERIFY2(m_ui->text("predictedLoss").contains(QStringLiteral(" to ")), qPrintable(m_ui->text("predictedLoss")));
    QVERIFY(m_ui->text("nextBits").contains(QLatin1String("predicted loss")));
    // This very budget, measured: with its interval, and by an older run that noted none.
    MeasuredRun same = measured(4, 3.2, 2.25, here);
    same.bytes = m_window->budget().state().ledger.modelBytes;
    m_window->budget().setMeasured({"x", {same}, original});
    QVERIFY2(m_ui->text("predictedLoss").startsWith(QStringLiteral("Measured loss: 2.250 ± 0.020")), qPrintable(m_ui->text("predictedLoss")));
    same.standardError = 0;
    m_window->budget().setMeasured({"x", {same}, original});
    QCOMPARE(m_ui->text("predictedLoss"), QStringLiteral("Measured loss: 2.250, run 4 had these very settings"));
    m_window->budget().setMeasured({"x", {measured(1, 3.2, 2.0, here * 0.9), measured(2, 4.2, 1.7, here * 0.3), measured(3, 2.4, 2.8, here * 2)}, original});
    QTest::qWait(50);
    QWidget* plot = view->childAt(view->pixelOf(1));
    QTest::mouseClick(plot, Qt::LeftButton, {}, plot->mapFrom(view, view->pixelOf(1)));
    QCOMPARE(view->selectedRun(), view->points()[1].run);
    QVERIFY(m_ui->text("paretoChosen").startsWith(QStringLiteral("Run %1").arg(view->points()[1].run)));
    QVERIFY(view->toolTipAt(view->pixelOf(2)).contains(QLatin1String("95 %")));
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(view->selectedRun(), view->points()[2].run);
    if (const QString folder = qEnvironmentVariable("TACQ_PICTURES"); !folder.isEmpty())
        for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
            m_window->chooseTheme(theme);
            QVERIFY(m_ui->click(theme == ThemeChoice::Light ? "brush_8" : "brush_2"));
            for (const std::size_t m : {4u, 8u, 12u}) press(m + (theme == ThemeChoice::Light ? 0u : 7u));
            QTest::keyClick(map(), Qt::Key_L);
            QTest::qWait(100);
            m_window->grab().save(folder + (theme == ThemeChoice::Light ? QStringLiteral("/budget-light.png") : QStringLiteral("/budget-dark.png")));
        }
}

void BudgetTest::quantizeTakesEverySettingAlong() {
    openWindow();
    const QString plain = m_window->workflow().requests().quantize().params.value(QLatin1String("out")).toString();
    QVERIFY(!m_window->workflow().requests().quantize().params.contains(QLatin1String("recipe")));
    QVERIFY(m_ui->click("budget_embeddings_8"));
    QVERIFY(m_ui->click("budget_symmetric"));
    QVERIFY(m_ui->click("brush_lock"));
    press(5);   // a lock shapes nothing
    QVERIFY(!m_window->workflow().requests().quantize().params.contains(QLatin1String("recipe")));
    QVERIFY(m_ui->click("brush_8"));
    press(2);
    const QJsonObject params = m_window->workflow().requests().quantize().params;
    QCOMPARE(params.value(QLatin1String("embeddingBits")).toInt(), 8);
    QCOMPARE(params.value(QLatin1String("symmetric")).toBool(), true);
    const QJsonObject tensors = params.value(QLatin1String("recipe")).toObject().value(QLatin1String("tensors")).toObject();
    QCOMPARE(tensors.keys(), QStringList{QString::fromStdString(linears()[2].name)});
    const QString mixed = params.value(QLatin1String("out")).toString();
    QVERIFY(mixed != plain && mixed.contains(QLatin1String("-sym-emb8-mix")));
    QVERIFY(m_ui->click("primaryAction"));
    QCOMPARE(m_window->currentPage(), QStringLiteral("quantize"));
    QCOMPARE(m_window->workflow().activeQuantize()->request().params, params);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->workflow().activeQuantize()->isFinished(), 20000);
}

void BudgetTest::bothPagesShowTheSameBudget() {
    openWindow();
    auto* slider = m_ui->find<QSlider>("budget_fractionSlider");
    QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(slider->width() / 3, slider->height() / 2));
    for (int i = 0; i < 5; ++i) QTest::mouseMove(slider, QPoint(slider->width() / 3 + 20 * i, slider->height() / 2));
    QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() / 3 + 80, slider->height() / 2));
    m_window->budget().flush();
    QCOMPARE(m_ui->text("budget_totalBits"), m_ui->text("totalBits"));
    QCOMPARE(m_ui->text("budget_modelBytes"), m_ui->text("modelBytes"));
    QCOMPARE(m_ui->text("budget_keptTotal"), m_ui->text("keptTotal"));
    QCOMPARE(m_ui->find<QSlider>("fractionSlider")->value(), slider->value());
    m_window->edits().undo();
    QVERIFY(m_window->edits().count() <= 2);   // the jump of the press, and the drag
}

TACQ_UI_TEST_MAIN(BudgetTest)
#include "test_ui_budget.moc"
