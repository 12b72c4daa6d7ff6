// Where a circuit sits and how two differ: the counts by the slow way, the models' contract, the cards driven as a person would.
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>
#include <QLineEdit>
#include <cmath>
#include <limits>
#include <memory>
#include <map>
#include <tuple>

#include "made_saliency.h"
#include "models/circuit/circuit_anatomy.h"
#include "models/circuit/circuit_shares_model.h"
#include "models/circuit/overlap_model.h"
#include "models/model/tensor_tree_model.h"
#include "models/shared/format.h"
#include "plot/bars_view.h"
#include "plot/cell_map_view.h"
#include "plot/histogram_view.h"
#include "plot/matrix_view.h"
#include "plot/overview_view.h"
#include "qt_warnings.h"
#include "window_driver.h"

using namespace tacq;
using namespace tacq::ui;

class CircuitTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void sharesCountEveryKeptWeightOnce();
    void flowIsOneWhereReadersAndWritersMeetAsByChance();
    void modelsKeepTheirContract();
    void whereItSitsFollowsTheBudgetAndLeadsToTheWeight();
    void twoRunsAreComparedNextToChance();
    void keysReachEveryCellAndBar();
    void theTensorTreeTheMapAndTheHistogramAreInStep();

private:
    void open();
    SaliencyPointer m_three, m_two;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowDriver> m_ui;
};

void CircuitTest::initTestCase() {
    qt_warnings::install();
    GridOptions two;
    two.bits = 2;
    m_three = std::make_shared<MadeSaliency>(MadeSaliency::geometry(3, 64, 32, 172), std::vector<TensorInfo>{}, GridOptions{});
    m_two = std::make_shared<MadeSaliency>(MadeSaliency::geometry(3, 64, 32, 172), std::vector<TensorInfo>{}, two);
}

void CircuitTest::init() {
    QLocale::setDefault(QLocale::c());
    QSettings().clear();
}

void CircuitTest::cleanup() {
    m_ui.reset();
    m_window.reset();
    QCOMPARE(qt_warnings::take(), QStringList());
}

void CircuitTest::open() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>(EngineCommand{QStringLiteral("/bin/false"), {}, m_folder->path()}, ThemeChoice::Light);
    m_ui = std::make_unique<WindowDriver>(WindowDriver{*m_window});
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    auto model = std::make_shared<ModelSummary>();
    model->linears = m_three->meta().linears;
    model->config.heads = 8;
    model->config.keyValueHeads = 4;
    m_window->project().setModel(model);
    m_window->project().addSaliency(m_two);
    m_window->project().addSaliency(m_three);
    m_window->showPage(QStringLiteral("circuit"));
}

void CircuitTest::sharesCountEveryKeptWeightOnce() {
    const CountAnswer counts = m_three->counts(1500);
    const auto kept = keptPositions(*m_three, counts);
    const CircuitAnatomy anatomy = dissect(*m_three, kept, {8, 4});
    QCOMPARE(anatomy.kept, counts.total);
    QCOMPARE(anatomy.layerCount, 3);
    std::uint64_t inLayers = 0, inModules = 0, inHeads = 0, inAttention = 0;
    for (const auto& share : anatomy.layers) inLayers += share.kept;
    for (const auto& share : anatomy.modules) inModules += share.kept;
    for (const auto& share : anatomy.heads) inHeads += share.kept;
    for (const LinearKind kind : {LinearKind::Query, LinearKind::Key, LinearKind::Value, LinearKind::Output}) inAttention += anatomy.modules[static_cast<std::size_t>(kind)].kept;
    QCOMPARE(inLayers, counts.total);
    QCOMPARE(inModules, counts.total);
    QCOMPARE(inHeads, inAttention);
    QCOMPARE(anatomy.heads.size(), std::size_t(3 * (8 + 4 + 4 + 8)));
    // One head by the slow way: rows 8 … 15 of layer 1's q (64 rows, 8 heads), columns 8 … 15 of its o.
    const auto inHead = [&](std::size_t matrix, bool rows) {
        std::uint64_t count = 0;
        for (const std::uint32_t position : kept[matrix]) {
            const std::uint32_t at = rows ? position / 64 : position % 64;
            count += at >= 8 && at < 16;
        }
        return count;
    };
    for (const auto& share : anatomy.heads) {
        if (share.layer != 1 || share.head != 1) continue;
        if (share.kind == static_cast<int>(LinearKind::Query)) QCOMPARE(share.kept, inHead(7, true));
        if (share.kind == static_cast<int>(LinearKind::Output)) QCOMPARE(share.kept, inHead(10, false));
    }
    // The line hit most, by the slow way.
    std::map<std::tuple<std::size_t, bool, std::uint32_t>, std::uint64_t> lines;
    for (std::size_t m = 0; m < kept.size(); ++m)
        for (const std::uint32_t position : kept[m]) {
            const auto columns = static_cast<std::uint32_t>(m_three->meta().linears[m].columns);
            ++lines[{m, true, position / columns}];
            ++lines[{m, false, position % columns}];
        }
    std::uint64_t most = 0;
    for (const auto& [line, count] : lines) most = std::max(most, count);
    QCOMPARE(anatomy.lines.front().kept, most);
    for (std::size_t i = 1; i < anatomy.lines.size(); ++i) QVERIFY(anatomy.lines[i].kept <= anatomy.lines[i - 1].kept);
    QVERIFY(keptPositions(*m_three, m_three->counts(totalElements(m_three->meta()))).empty());
}

void CircuitTest::flowIsOneWhereReadersAndWritersMeetAsByChance() {
    // 64 channels. Layer 0's o keeps row 5 twice; layer 1's q keeps column 5 once and column 6 once: Σ w·r = 2·1, chance 2·2/64.
    std::vector<std::vector<std::uint32_t>> positions(21);
    positions[3] = {5 * 64 + 1, 5 * 64 + 2};
    positions[7] = {5, 6};
    std::vector<std::span<const std::uint32_t>> kept(positions.begin(), positions.end());
    const CircuitAnatomy one = dissect(*m_three, kept, {});
    QCOMPARE(one.flow[0 * 3 + 1], 2.0 * 64 / (2 * 2));
    QVERIFY(std::isnan(one.flow[1 * 3 + 2]));
    QVERIFY(std::isnan(one.flow[1 * 3 + 0]));
    QVERIFY(one.heads.empty());
    // Written evenly: whatever is read, it is as by chance.
    positions[3].clear();
    for (std::uint32_t row = 0; row < 64; ++row) positions[3].push_back(row * 64);
    kept.assign(positions.begin(), positions.end());
    QCOMPARE(dissect(*m_three, kept, {}).flow[1], 1.0);
}

void CircuitTest::modelsKeepTheirContract() {
    CircuitSharesModel shares;
    QAbstractItemModelTester sharesTester(&shares, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto keptA = keptPositions(*m_three, m_three->counts(900)), keptB = keptPositions(*m_two, m_two->counts(900));
    shares.setAnatomy(dissect(*m_three, keptA, {8, 4}), m_three->meta().linears);
    for (const auto by : {CircuitSharesModel::By::Module, CircuitSharesModel::By::Head, CircuitSharesModel::By::Line, CircuitSharesModel::By::Layer}) {
        shares.setBy(by);
        QVERIFY(shares.rowCount() > 0);
        double sum = 0;
        for (int row = 0; row < shares.rowCount(); ++row) {
            QVERIFY(!shares.place(row).isEmpty());
            sum += shares.shareOf(row);
        }
        if (by == CircuitSharesModel::By::Layer || by == CircuitSharesModel::By::Module) QVERIFY(std::fabs(sum - 1) < 1e-9);
    }
    OverlapModel overlap;
    QAbstractItemModelTester overlapTester(&overlap, QAbstractItemModelTester::FailureReportingMode::QtTest);
    overlap.setOverlap(overlapOf(m_three->meta().linears, keptA, keptB).value());
    QCOMPARE(overlap.rowCount(), 21);
    // Sums of a layer, by hand.
    double both = 0;
    std::uint64_t a = 0, b = 0;
    for (int i = 7; i < 14; ++i) {
        const auto& tensor = overlap.overlap().perTensor[static_cast<std::size_t>(i)];
        both += static_cast<double>(tensor.both);
        a += tensor.keptA;
        b += tensor.keptB;
    }
    QCOMPARE(overlap.ofLayer(1).found, both / (static_cast<double>(a + b) - both));
    const auto& gate = overlap.overlap().perTensor[4];
    QCOMPARE(overlap.balance(0, 4), std::log2((static_cast<double>(gate.keptA) + 0.5) / (static_cast<double>(gate.keptB) + 0.5)));
}

void CircuitTest::whereItSitsFollowsTheBudgetAndLeadsToTheWeight() {
    open();
    QVERIFY(m_ui->click("circuitView_anatomy"));
    QVERIFY(m_ui->visible("anatomyCard"));
    auto* table = m_ui->find<QTableView>("anatomyTable");
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QTRY_VERIFY(m_ui->text("anatomyNote").startsWith(QLocale().toString(static_cast<qulonglong>(m_window->budget().state().counts.total))));
    QCOMPARE(m_ui->find<BarsView>("anatomyBars")->bars().size(), std::size_t(3));
    m_window->budget().setFraction(0.02);
    m_window->budget().flush();
    QTRY_VERIFY(m_ui->text("anatomyNote").startsWith(QLocale().toString(static_cast<qulonglong>(m_window->budget().state().counts.total))));
    QVERIFY(m_ui->click("anatomyBy_head"));
    QCOMPARE(table->model()->rowCount(), 3 * 24);
    QVERIFY(m_ui->click("anatomyBy_line"));
    const QModelIndex first = table->model()->index(0, 0);
    const int matrix = first.data(CircuitSharesModel::MatrixRole).toInt();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(first).center());
    QVERIFY(m_ui->visible("matrixCard"));
    QCOMPARE(m_window->project().matrix(), matrix);
    QCOMPARE(m_ui->find<CellMapView>("flowMap")->content().rows, 3);
}

void CircuitTest::twoRunsAreComparedNextToChance() {
    open();
    QVERIFY(m_ui->click("circuitView_comparison"));
    QVERIFY(!m_ui->visible("comparisonResults"));
    QVERIFY(m_ui->text("comparisonWords").contains(QLatin1String("Choose another run")));
    auto* run = m_ui->find<QComboBox>("comparedRun");
    run->setFocus();
    QTest::keyClick(run, Qt::Key_Down);
    QTRY_VERIFY(m_ui->visible("comparisonResults"));
    QTRY_VERIFY(m_ui->text("jaccardIndex").startsWith(QLatin1String("Jaccard index")));
    const auto& counts = m_window->budget().state().counts;
    const auto keptA = keptPositions(*m_three, counts), keptB = keptPositions(*m_two, m_two->counts(counts.total));
    const CircuitOverlap expected = overlapOf(m_three->meta().linears, keptA, keptB).value();
    QCOMPARE(m_ui->text("jaccardIndex"), QStringLiteral("Jaccard index %1").arg(Format::significant(expected.jaccard)));
    QVERIFY(m_ui->text("comparisonWords").contains(Format::significant(expected.expectedJaccard)));
    QCOMPARE(m_ui->find<BarsView>("jaccardLayers")->bars().size(), std::size_t(3));
    auto* map = m_ui->find<CellMapView>("differenceMap");
    QSignalSpy clicked(map, &CellMapView::cellClicked);
    QTest::mouseClick(map, Qt::LeftButton, {}, map->cellRect(2, 4).center());
    if (!clicked.isEmpty()) QCOMPARE(m_window->project().matrix(), 2 * kLinearKinds + 4);
    auto* table = m_ui->find<QTableView>("overlapTable");
    QCOMPARE(table->model()->rowCount(), 21);
    table->sortByColumn(OverlapModel::BothColumn, Qt::DescendingOrder);
    std::uint64_t most = 0;
    for (const auto& tensor : expected.perTensor) most = std::max(most, tensor.both);
    QCOMPARE(table->model()->index(0, OverlapModel::BothColumn).data().toString(), Format::count(most));
}

void CircuitTest::keysReachEveryCellAndBar() {
    CellMapView map;
    map.resize(200, 200);
    CellMapView::Content content;
    content.rows = content.columns = 3;
    content.values.assign(9, 1.0);
    content.values[4] = std::numeric_limits<double>::quiet_NaN();   // no cell in the middle
    content.toolTip = [](int row, int column) { return QStringLiteral("%1/%2").arg(row).arg(column); };
    map.setContent(content);
    QSignalSpy clicked(&map, &CellMapView::cellClicked), opened(&map, &CellMapView::cellDoubleClicked);
    const auto press = [](QWidget* view, std::initializer_list<Qt::Key> keys) {
        for (const Qt::Key key : keys) QTest::keyClick(view, key);
    };
    press(&map, {Qt::Key_Space});
    QVERIFY(clicked.isEmpty());
    press(&map, {Qt::Key_Right, Qt::Key_Down, Qt::Key_Right});
    QCOMPARE(map.current(), QPoint(2, 1));
    QCOMPARE(map.accessibleDescription(), QStringLiteral("1/2"));
    press(&map, {Qt::Key_Right, Qt::Key_Left, Qt::Key_Space, Qt::Key_Return});
    QCOMPARE(clicked, QList<QVariantList>({{1, 0}}));
    QCOMPARE(opened, QList<QVariantList>({{1, 0}}));
    // Where no cell lies straight ahead, the nearest of the next column or row that has one; the first is not in the first row.
    for (const int gap : {0, 1, 2, 5}) content.values[static_cast<std::size_t>(gap)] = std::numeric_limits<double>::quiet_NaN();
    map.setContent(content);
    press(&map, {Qt::Key_Right});
    QCOMPARE(map.current(), QPoint(1, 2));
    CellMapView fresh;
    fresh.resize(200, 200);
    fresh.setContent(content);
    press(&fresh, {Qt::Key_Down});
    QCOMPARE(fresh.current(), QPoint(0, 1));
    content.rows = 1;
    content.values.assign(3, 1.0);
    map.setContent(content);
    QCOMPARE(map.current(), QPoint(-1, -1));
    QVERIFY(map.accessibleDescription().isEmpty());

    BarsView bars;
    bars.resize(300, 100);
    std::vector<BarsView::Bar> all;
    for (int i = 0; i < 60; ++i) all.push_back({QStringLiteral("layer %1").arg(i), QString::number(i), {}, static_cast<double>(i)});
    bars.setBars(all);
    press(&bars, {Qt::Key_Down, Qt::Key_Down});
    QCOMPARE(bars.accessibleDescription(), QStringLiteral("layer 1: 1"));
    const QImage top = bars.grab().toImage();
    press(&bars, {Qt::Key_End});
    QCOMPARE(bars.current(), 59);
    QVERIFY(bars.grab().toImage() != top);   // brought into sight
    press(&bars, {Qt::Key_Down, Qt::Key_Up});
    QCOMPARE(bars.current(), 58);
    bars.setBars({all.begin(), all.begin() + 4});
    QCOMPARE(bars.current(), 3);
    QCOMPARE(bars.accessibleDescription(), QStringLiteral("layer 3: 3"));
}

void CircuitTest::theTensorTreeTheMapAndTheHistogramAreInStep() {
    open();
    m_window->openPath(Workflow::samplePath());
    QTRY_COMPARE(m_window->project().model()->name, QStringLiteral("stories260K"));
    const auto& linears = m_window->project().model()->linears;
    m_window->project().addSaliency(std::make_shared<MadeSaliency>(linears, std::vector<TensorInfo>{}, GridOptions{}));
    m_window->showPage(QStringLiteral("model"));
    auto* tree = m_ui->find<QTreeView>("tensorTree");
    auto* histogram = m_ui->find<HistogramView>("weightHistogram");
    const auto nameShown = [&] { return tree->currentIndex().data(TensorTreeModel::TensorRole).toString().toStdString(); };
    // What is chosen elsewhere is chosen here, opened and with its histogram.
    m_window->project().setMatrix(9);
    QCOMPARE(nameShown(), linears[9].name);
    QVERIFY(tree->isExpanded(tree->currentIndex().parent()));
    QTRY_COMPARE(histogram->histogram().values, static_cast<std::uint64_t>(linears[9].elements()));
    QVERIFY(m_ui->text("histogramFacts").startsWith(QLatin1String("all ")));
    // And the other way round, by keys.
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_Down);
    const int chosen = tree->currentIndex().data(TensorTreeModel::MatrixRole).toInt();
    QVERIFY(chosen >= 0 && chosen != 9);
    QCOMPARE(m_window->project().matrix(), chosen);
    QCOMPARE(m_ui->find<OverviewView>("overview")->selectedMatrix(), chosen);
    QTRY_COMPARE(histogram->histogram().values, static_cast<std::uint64_t>(linears[static_cast<std::size_t>(chosen)].elements()));
    // Filter, then choose a tensor that is no matrix: the chosen matrix stays.
    QTest::keyClicks(m_ui->find<QLineEdit>("tensorFilter"), QStringLiteral("embed"));
    QCOMPARE(tree->model()->rowCount(), 1);
    const QModelIndex embedding = tree->model()->index(0, 0, tree->model()->index(0, 0));
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(embedding).center());
    QVERIFY(m_ui->text("histogramTensor").contains(QLatin1String("embed_tokens")));
    QCOMPARE(m_window->project().matrix(), chosen);
    m_ui->find<QLineEdit>("tensorFilter")->clear();
    m_window->project().setMatrix(3);
    emit tree->activated(tree->currentIndex());
    QCOMPARE(m_window->currentPage(), QStringLiteral("matrix"));
}

TACQ_UI_TEST_MAIN(CircuitTest)
#include "test_ui_circuit.moc"
