// The matrix page and the export menus, driven as a person would, on two made-up saliencies of the sample's geometry.
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialog>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>
#include <cmath>
#include <memory>

#include "made_saliency.h"
#include "models/matrix/matrix_difference.h"
#include "models/matrix/top_weights_model.h"
#include "models/matrix/weight_grid.h"
#include "models/shared/format.h"
#include "plot/cell_map_view.h"
#include "plot/matrix_view.h"
#include "plot/overview_view.h"
#include "plot/weight_grid_view.h"
#include "qt_warnings.h"
#include "widgets/choice.h"
#include "widgets/export_menu.h"
#include "widgets/slide.h"
#include "widgets/table.h"
#include "window_driver.h"

using namespace tacq;
using namespace tacq::ui;

namespace {

/// By |W| instead of TaCQ's score, at four bits.
class ByMagnitude : public MadeSaliency {
public:
    ByMagnitude() : MadeSaliency(geometry(3, 64, 32, 172), {}, GridOptions{4}), m_meta(MadeSaliency::meta()) { m_meta.method = Method::Magnitude; }
    const SaliencyMeta& meta() const override { return m_meta; }
    SaliencyArtifact::LevelView level(std::size_t matrix, MatrixLayer layer, int level) const override {
        return MadeSaliency::level(matrix, layer == MatrixLayer::Score ? MatrixLayer::Weight : layer, level);
    }

private:
    SaliencyMeta m_meta;
};

}  // namespace

class MatrixTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void doubleClickOrEnterOnTheMapOpensThePage();
    void choicesAndKeysGoThroughTheMatrices();
    void everyLayerIsDrawnAndTheLegendStaysTrueWhileZooming();
    void keptFollowsTheBudget();
    void differencesHaveANeutralZeroAndTwoSides();
    void sideBySideViewsMoveTogetherAndShareOneScale();
    void scoresOfTwoKindsAreNotReadOnOneScale();
    void theTableTheMatrixAndTheFiguresAreLinked();
    void twoRunsAreReadSideBySide();
    void plotsAreSavedAsPicturesAndAsShapes();
    void aPlotBecomesASlide();
    void aWeightIsShownAmongTheValuesOfItsGrid();
    void tablesAreCopiedAndSaved();
    void cellsThatASpreadsheetWouldRunAreText();
    void namesStayReadableInANarrowTable();

private:
    void wheel(QWidget* plot, int clicks) const;
    MatrixView* view(const char* name) const { return m_window->findChild<MatrixView*>(QLatin1String(name)); }
    QImage drawn(const char* plot) const;
    bool settled(const char* name) const {
        view(name)->replotNow();
        return !view(name)->isLoading();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowDriver> m_ui;
    SaliencyPointer m_three, m_two;
};

void MatrixTest::initTestCase() {
    qt_warnings::install();
    const std::vector<TensorInfo> dense{{"model.embed_tokens.weight", TensorType::F32, {512, 64}, 512 * 64 * 4}};
    GridOptions two;
    two.bits = 2;
    m_three = std::make_shared<MadeSaliency>(MadeSaliency::geometry(3, 64, 32, 172), dense, GridOptions{});
    m_two = std::make_shared<MadeSaliency>(MadeSaliency::geometry(3, 64, 32, 172), dense, two);
}

void MatrixTest::init() {
    QLocale::setDefault(QLocale::c());
    QSettings().clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<MainWindow>(EngineCommand{QStringLiteral("/bin/false"), {}, m_folder->path()}, ThemeChoice::Light);
    m_ui = std::make_unique<WindowDriver>(WindowDriver{*m_window});
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    auto model = std::make_shared<ModelSummary>();
    model->name = QStringLiteral("made");
    model->linears = m_three->meta().linears;
    m_window->project().setModel(model);
    m_window->project().addSaliency(m_two);
    m_window->project().addSaliency(m_three);
    QCOMPARE(m_window->project().saliency(), m_three);
    m_window->showPage(QStringLiteral("matrix"));
}

void MatrixTest::cleanup() {
    m_ui.reset();
    m_window.reset();
    QCOMPARE(qt_warnings::take(), QStringList());
}

void MatrixTest::wheel(QWidget* plot, int clicks) const {
    const QPointF middle(plot->width() / 2.0, plot->height() / 2.0);
    for (int i = 0; i < std::abs(clicks); ++i) {
        QWheelEvent event(middle, plot->mapToGlobal(middle), {}, QPoint(0, clicks > 0 ? 120 : -120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(plot, &event);
    }
}

QImage MatrixTest::drawn(const char* plot) const { return m_ui->find(plot)->grab().toImage(); }

void MatrixTest::doubleClickOrEnterOnTheMapOpensThePage() {
    m_window->showPage(QStringLiteral("saliency"));
    auto* map = m_ui->find<OverviewView>("saliencyMap");
    QVERIFY(map->isVisible());
    QTest::mouseClick(map, Qt::LeftButton, {}, map->cellRect(1, 2).center());
    QCOMPARE(m_window->currentPage(), QStringLiteral("saliency"));
    QTest::mouseDClick(map, Qt::LeftButton, {}, map->cellRect(2, 4).center());
    QCOMPARE(m_window->currentPage(), QStringLiteral("matrix"));
    QCOMPARE(m_window->project().matrix(), 2 * kLinearKinds + 4);
    QCOMPARE(view("firstView")->matrix(), std::size_t(2 * kLinearKinds + 4));
    QCOMPARE(m_ui->text("firstShape"), QStringLiteral("172 × 64"));

    m_window->showPage(QStringLiteral("circuit"));
    auto* overview = m_ui->find<OverviewView>("overview");
    QCOMPARE(overview->selectedMatrix(), 2 * kLinearKinds + 4);
    QTest::keyClick(overview, Qt::Key_Right);
    QTest::keyClick(overview, Qt::Key_Return);
    QCOMPARE(m_window->currentPage(), QStringLiteral("matrix"));
    QCOMPARE(view("firstView")->matrix(), std::size_t(2 * kLinearKinds + 5));
}

void MatrixTest::choicesAndKeysGoThroughTheMatrices() {
    m_window->project().setMatrix(0);
    auto* module = m_ui->find<QComboBox>("firstModule");
    QCOMPARE(module->currentText(), QStringLiteral("q"));
    m_window->activateWindow();
    view("firstView")->setFocus();
    QTRY_VERIFY(view("firstView")->hasFocus());
    QTest::keyClick(view("firstView"), Qt::Key_PageDown);
    QCOMPARE(m_window->project().matrix(), kLinearKinds);
    QTest::keyClick(view("firstView"), Qt::Key_BracketRight);
    QCOMPARE(m_window->project().matrix(), kLinearKinds + 1);
    QTest::keyClick(view("firstView"), Qt::Key_PageUp);
    QTest::keyClick(view("firstView"), Qt::Key_PageUp);   // there is no layer before the first
    QCOMPARE(m_window->project().matrix(), 1);
    module->setFocus();
    QTest::keyClick(module, Qt::Key_Down);
    QCOMPARE(module->currentText(), QStringLiteral("v"));
    QCOMPARE(m_window->project().matrix(), 2);
}

void MatrixTest::everyLayerIsDrawnAndTheLegendStaysTrueWhileZooming() {
    m_window->project().setMatrix(4);
    std::vector<QImage> pictures;
    for (const char* layer : {"pageQuantity_saliency", "pageQuantity_gradient", "pageQuantity_delta", "pageQuantity_weight", "pageQuantity_kept"}) {
        QVERIFY(m_ui->click(layer));
        QTRY_VERIFY(settled("firstView"));
        pictures.push_back(drawn("firstPlot"));
        for (std::size_t other = 0; other + 1 < pictures.size(); ++other) QVERIFY2(pictures[other] != pictures.back(), layer);
    }
    QVERIFY(m_ui->click("pageQuantity_gradient"));
    const ColourScale before = view("firstView")->legendScale();
    QVERIFY(before.high > before.low);
    wheel(m_ui->find("firstPlot"), 6);
    QTRY_VERIFY(settled("firstView"));
    QCOMPARE(view("firstView")->legendScale().low, before.low);
    QCOMPARE(view("firstView")->legendScale().high, before.high);
    QVERIFY(view("firstView")->viewport().width() < 0.5);
    const QImage logarithmic = drawn("firstPlot");
    QVERIFY(m_ui->click("pageLogScale"));
    QTRY_VERIFY(settled("firstView"));
    QVERIFY(drawn("firstPlot") != logarithmic);
    QCOMPARE(view("firstView")->legendScale().kind, ScaleKind::Linear);
    m_ui->find<QComboBox>("pageColourMap")->setCurrentIndex(1);
    QCOMPARE(view("firstView")->legendScale().map, ColourMap::Cividis);
    QVERIFY(m_ui->click("pageFit"));
    QCOMPARE(view("firstView")->viewport(), QRectF(0, 0, 1, 1));
}

void MatrixTest::keptFollowsTheBudget() {
    m_window->project().setMatrix(4);
    QVERIFY(m_ui->click("pageQuantity_kept"));
    QTRY_VERIFY(settled("firstView"));
    const QImage few = drawn("firstPlot");
    const QString text = m_ui->text("strongestKept");
    m_window->budget().setFraction(0.04);
    m_window->budget().flush();
    QTRY_VERIFY(settled("firstView"));
    QVERIFY(drawn("firstPlot") != few);
    QVERIFY(m_ui->text("strongestKept") != text);
    // The share per pixel, by hand: three kept weights of a 4 × 4 matrix, two of them under one pixel of 2 × 2 weights.
    const std::vector<std::uint32_t> kept{0, 5, 15};
    const MatrixRaster raster = keptRaster(kept, 4, 4, {0, 4, 0, 4, 2, 2});
    QCOMPARE(raster.values, (std::vector<float>{0.5f, 0, 0, 0.25f}));
    const MatrixRaster near = keptRaster(kept, 4, 4, {0, 1, 0, 2, 4, 2});
    QCOMPARE(near.values, (std::vector<float>{1, 1, 0, 0, 1, 1, 0, 0}));
}

void MatrixTest::differencesHaveANeutralZeroAndTwoSides() {
    m_window->project().setMatrix(4);
    QVERIFY(m_ui->click("pageMode_difference"));
    QCOMPARE(view("firstView")->legendScale().map, ColourMap::Diverging);
    QCOMPARE(m_ui->find<QComboBox>("otherRun")->currentIndex(), 1);
    QTRY_VERIFY(settled("firstView"));
    const ColourScale scale = view("firstView")->legendScale();
    QCOMPARE(scale.map, ColourMap::Diverging);
    QCOMPARE(scale.fraction(0), 0.5);
    QCOMPARE(scale.fraction(scale.high), 1.0);
    QCOMPARE(scale.fraction(-scale.high), 0.0);
    QCOMPARE(scale.valueAt(0.5), 0.0);
    QVERIFY(QColor(scale.colour(0)).saturation() < 12);
    const ColourLookup lookup(scale);
    for (const double value : {-0.9, -0.1, 0.0, 0.1, 0.9}) {
        const QColor direct(scale.colour(value * scale.high)), looked(lookup(static_cast<float>(value * scale.high)));
        QVERIFY(std::abs(direct.red() - looked.red()) <= 6 && std::abs(direct.blue() - looked.blue()) <= 6);
    }
    // Pixel by pixel A − B: nought against itself, of both signs against another.
    MatrixTiles tiles;
    tiles.setSource(m_three);
    const MatrixWindow window{0, 172, 0, 64, 16, 43};
    const auto raster = [&](const SaliencyPointer& source) { return rasterize(*source, tiles, 4, MatrixLayer::Score, window, Pyramid::kFirstLog2); };
    const MatrixRaster none = difference(raster(m_three), 1, raster(m_three), 1), some = difference(raster(m_three), 1, raster(m_two), 1);
    QVERIFY(std::all_of(none.values.begin(), none.values.end(), [](float v) { return v == 0; }));
    QVERIFY(std::any_of(some.values.begin(), some.values.end(), [](float v) { return v > 0; }));
    QVERIFY(std::any_of(some.values.begin(), some.values.end(), [](float v) { return v < 0; }));
    QVERIFY(m_ui->click("pageMode_one"));
    QVERIFY(view("firstView")->legendScale().map != ColourMap::Diverging);
}

void MatrixTest::sideBySideViewsMoveTogetherAndShareOneScale() {
    m_window->project().setMatrix(4);
    QVERIFY(m_ui->click("pageMode_beside"));
    auto* other = m_ui->find<QComboBox>("otherRun");
    other->setFocus();
    QTest::keyClick(other, Qt::Key_Down);
    QTRY_COMPARE(view("secondView")->source(), m_two);
    QVERIFY(m_ui->visible("secondPlot"));
    QCOMPARE(view("secondView")->matrix(), std::size_t(4));
    QCOMPARE(view("firstView")->legendScale().high, view("secondView")->legendScale().high);
    QCOMPARE(view("firstView")->legendScale().low, view("secondView")->legendScale().low);

    wheel(m_ui->find("firstPlot"), 5);
    QVERIFY(view("firstView")->viewport().width() < 0.5);
    const auto close = [](const QRectF& a, const QRectF& b) { return std::fabs(a.left() - b.left()) + std::fabs(a.top() - b.top()) + std::fabs(a.width() - b.width()) < 1e-6; };
    QVERIFY(close(view("firstView")->viewport(), view("secondView")->viewport()));
    view("secondView")->setFocus();
    QTest::keyClick(view("secondView"), Qt::Key_Right);
    QVERIFY(close(view("firstView")->viewport(), view("secondView")->viewport()));
    QVERIFY(m_ui->click("linkCameras"));
    QTest::keyClick(view("secondView"), Qt::Key_0);
    QVERIFY(!close(view("firstView")->viewport(), view("secondView")->viewport()));

    // Another matrix of the same run.
    auto* module = m_ui->find<QComboBox>("secondModule");
    module->setFocus();
    QTest::keyClick(module, Qt::Key_Down);
    QCOMPARE(view("secondView")->matrix(), std::size_t(5));
    QCOMPARE(view("firstView")->matrix(), std::size_t(4));
}

void MatrixTest::scoresOfTwoKindsAreNotReadOnOneScale() {
    m_window->project().addSaliency(std::make_shared<ByMagnitude>());
    QCOMPARE(m_window->project().saliency(), m_three);
    m_window->project().setMatrix(4);
    QVERIFY(m_ui->click("pageMode_beside"));
    auto* other = m_ui->find<QComboBox>("otherRun");
    other->setFocus();
    QTest::keyClick(other, Qt::Key_End);
    QTRY_VERIFY(view("secondView")->source() && view("secondView")->source()->meta().method == Method::Magnitude);
    QVERIFY(view("firstView")->legendScale().high != view("secondView")->legendScale().high);
    QVERIFY(m_ui->click("pageQuantity_gradient"));   // what has one unit keeps one scale
    QCOMPARE(view("firstView")->legendScale().high, view("secondView")->legendScale().high);
    QVERIFY(m_ui->click("pageQuantity_saliency"));
    QVERIFY(m_ui->click("pageMode_difference"));
    QVERIFY(m_ui->text("matrixCaption").contains(QLatin1String("different units")));
    QVERIFY(m_ui->click("pageQuantity_kept"));
    QVERIFY(m_ui->text("matrixCaption").contains(QLatin1String("grey: both")));
}

void MatrixTest::theTableTheMatrixAndTheFiguresAreLinked() {
    m_window->project().setMatrix(4);
    auto* table = m_ui->find<QTableView>("strongestWeights");
    QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(table->model()->index(2, TopWeightsModel::WeightColumn).data().toString() != QStringLiteral("–"));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(2, 0)).center());
    QTRY_COMPARE(m_ui->text("weightRow"), table->model()->index(2, TopWeightsModel::RowColumn).data().toString());
    QCOMPARE(m_ui->text("weightColumn"), table->model()->index(2, TopWeightsModel::ColumnColumn).data().toString());
    QCOMPARE(m_ui->text("weightKept"), QStringLiteral("kept, 16 bit"));
    QCOMPARE(table->model()->index(2, TopWeightsModel::KeptColumn).data().toString(), QStringLiteral("16 bit"));

    // The weight stands in the middle now: a click there finds its row again.
    table->setCurrentIndex({});
    const qint64 row = table->model()->index(2, 0).data().toLongLong(), column = table->model()->index(2, 1).data().toLongLong();
    const QRectF part = view("firstView")->viewport();
    auto* plot = m_ui->find("firstPlot");
    const double inner = plot->width() - 44.0, high = plot->height() - 20.0;
    const QPoint at(static_cast<int>(44 + ((column + 0.5) / 64 - part.left()) / part.width() * inner), static_cast<int>(((row + 0.5) / 172 - part.top()) / part.height() * high));
    QTest::mouseClick(plot, Qt::LeftButton, {}, at);
    QCOMPARE(table->currentIndex().row(), 2);
    // Pointing reads without clicking.
    m_window->project().setMatrix(5);
    QTest::mouseMove(plot, QPoint(plot->width() / 2, plot->height() / 2));
    QTRY_VERIFY(m_ui->text("weightRow") != QStringLiteral("–"));
}

void MatrixTest::twoRunsAreReadSideBySide() {
    m_window->project().setMatrix(4);
    QVERIFY(m_ui->click("pageMode_difference"));
    QVERIFY(m_ui->text("weightTitle1").contains(QLatin1String("3 bit")));
    QVERIFY(m_ui->text("weightTitle2").contains(QLatin1String("2 bit")));
    auto* table = m_ui->find<QTableView>("strongestWeights");
    table->selectRow(0);
    QTRY_VERIFY(m_ui->text("weightScore2") != QStringLiteral("–"));
    const auto position = table->model()->index(0, 0).data(TopWeightsModel::PositionRole).toUInt();
    const WeightFacts other = readWeights(*m_two, 4, std::array{position}).front();
    // Per sample, as the map beside it.
    QCOMPARE(m_ui->text("weightScore2"), Format::significant(static_cast<double>(other.score) / static_cast<double>(m_two->meta().samples), 4));
    QCOMPARE(m_ui->text("weightScoreName"), QStringLiteral("saliency per sample"));
    QVERIFY(m_ui->text("weightScore") != m_ui->text("weightScore2"));
}

void MatrixTest::aWeightIsShownAmongTheValuesOfItsGrid() {
    // By hand: weights from −1 to 3 in 2 bits, zero among the levels: a step of 4/3, the zero point at 1.
    const std::vector<float> row{-1.0f, 0.1f, 3.0f, 1.2f, 10.0f, -10.0f, 0.0f, 5.0f}, none(8, 0.0f);
    const WeightGrid plain = weightGrid(row, none, 3, GridOptions{3, 4, {}, {}}, 2);
    QVERIFY(!plain.simulated);
    QCOMPARE(plain.levels.size(), std::size_t{4});
    for (int i = 0; i < 4; ++i) QVERIFY(std::fabs(plain.levels[static_cast<std::size_t>(i)] - 4.0 / 3 * (i - 1)) < 1e-6);
    QVERIFY(std::fabs(plain.quantized - 4.0 / 3) < 1e-6);
    QVERIFY(std::fabs(plain.delta() - (1.2f - 4.0 / 3)) < 1e-6);
    const WeightGrid symmetric = weightGrid(row, none, 5, GridOptions{3, 4, Symmetry::Symmetric, {}}, 2);
    QCOMPARE(symmetric.levels.size(), std::size_t{4});
    QVERIFY(std::fabs(symmetric.levels[2]) < 1e-9 && std::fabs(symmetric.levels[0] + 2 * 20.0 / 3) < 1e-6);
    // Of the simulated width the values that the group really takes, and the weight's own, whichever is nearest.
    const std::vector<float> delta{0.0f, 0.1f, 0.0f, 0.2f, 0, 0, 0, 0};   // Ŵ: −1, 0, 3, 1
    const WeightGrid simulated = weightGrid(row, delta, 3, GridOptions{3, 4, {}, {}}, 3);
    QVERIFY(simulated.simulated);
    QCOMPARE(simulated.levels.size(), std::size_t{4});
    QVERIFY(std::fabs(simulated.levels[2] - 1) < 1e-6 && std::fabs(simulated.quantized - 1) < 1e-6);
    QVERIFY(weightGrid({}, {}, 0, {}, 3).levels.empty());
    QVERIFY(weightGrid(none, none, 2, GridOptions{3, -1, {}, {}}, 2).levels.size() == 4);   // nothing but zeros

    m_window->project().setMatrix(4);
    QTRY_VERIFY(settled("firstView"));
    auto* drawn = m_window->findChild<WeightGridView*>(QStringLiteral("weightGrid"));
    QVERIFY(drawn && drawn->grid().levels.empty());
    auto* table = m_window->findChild<QTableView*>(QStringLiteral("strongestWeights"));
    table->selectRow(1);
    QTRY_VERIFY(!drawn->grid().levels.empty());
    QCOMPARE(drawn->grid().bits, m_window->project().saliency()->meta().grid.bits);
    QVERIFY(drawn->grid().simulated);
    const WeightGrid here = drawn->grid();
    QVERIFY(drawn->xOf(here.levels.front()) < drawn->xOf(here.levels.back()));
    const QImage three = drawn->grab().toImage();
    WindowDriver ui{*m_window};
    for (const int bits : {2, 4}) {
        QVERIFY(ui.click(("gridBits_" + QByteArray::number(bits)).constData()));
        QCOMPARE(drawn->grid().bits, bits);
        QVERIFY(!drawn->grid().simulated);
        QCOMPARE(drawn->grid().levels.size(), std::size_t{1} << bits);
        QVERIFY(drawn->grab().toImage() != three);
        QVERIFY(ui.text("weightGridWords").contains(QStringLiteral("%1 bits").arg(bits)));
    }
    if (const QString keep = qEnvironmentVariable("TACQ_PICTURES"); !keep.isEmpty()) m_window->grab().save(keep + QStringLiteral("/weight-grid.png"));
}

void MatrixTest::aPlotBecomesASlide() {
    m_window->project().setMatrix(4);
    QTRY_VERIFY(settled("firstView"));
    MatrixView* plot = view("firstView");
    const PlotPainter painter = [plot](QPaintDevice* device) { plot->writeTo(device); };
    const auto ink = [](const QImage& image, const QRect& where) {
        int others = 0;
        const QRgb ground = image.pixel(0, 0);
        for (int y = where.top(); y <= where.bottom(); y += 2)
            for (int x = where.left(); x <= where.right(); x += 2) others += image.pixel(x, y) != ground;
        return others;
    };
    const Slide bare{{}, {}, QSize(1280, 720)};
    Slide told = bare;
    told.title = QStringLiteral("Where the task lives");
    told.axes = QStringLiteral("to the right: input columns; down: output rows; colour: saliency");
    const QImage without = slidePicture(plot, bare, painter), with = slidePicture(plot, told, painter);
    QCOMPARE(without.size(), QSize(1280, 720));
    QCOMPARE(with.size(), QSize(1280, 720));
    // Both texts stand where nothing else does, and the plot between them is drawn large.
    const QRect top(30, 30, 1220, 45), bottom(30, 650, 1220, 40);
    QVERIFY(ink(with, top) > 200 && ink(with, bottom) > 200);
    const QRect middle(340, 200, 600, 320);
    QVERIFY(ink(with, middle) > 600 * 320 / 4 / 2);
    QVERIFY(ink(without, middle) > 600 * 320 / 4 / 2);
    const QString path = m_folder->filePath(QStringLiteral("slide"));
    QVERIFY(saveSlide(plot, told, path + QStringLiteral(".png"), painter) && saveSlide(plot, told, path + QStringLiteral(".pdf"), painter));
    QCOMPARE(QImage(path + QStringLiteral(".png")).size(), QSize(1280, 720));
    QFile pdf(path + QStringLiteral(".pdf"));
    QVERIFY(pdf.open(QIODevice::ReadOnly) && pdf.readAll().startsWith("%PDF-"));
    QVERIFY(!saveSlide(plot, told, m_folder->filePath(QStringLiteral("no/folder.png")), painter));
    if (const QString keep = qEnvironmentVariable("TACQ_PICTURES"); !keep.isEmpty()) QVERIFY(saveSlide(plot, told, keep + QStringLiteral("/slide.png"), painter));

    openSlideDialog(plot, QStringLiteral("up_proj"), painter);
    QPointer<QDialog> dialog = m_window->findChild<QDialog*>(QStringLiteral("slideDialog"));
    QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
    auto* title = dialog->findChild<QLineEdit*>(QStringLiteral("slideTitle"));
    auto* preview = dialog->findChild<QLabel*>(QStringLiteral("slidePreview"));
    QCOMPARE(title->text(), plot->accessibleName().isEmpty() ? QStringLiteral("up_proj") : plot->accessibleName());
    const QImage before = preview->pixmap().toImage();
    title->setText(QStringLiteral("Another title"));
    QVERIFY(!before.isNull() && preview->pixmap().toImage() != before);
    auto* size = dialog->findChild<QComboBox*>(QStringLiteral("slideSize"));
    size->setCurrentIndex(2);
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("slideCopy")), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->image().size(), QSize(1600, 1200));
    if (const QString keep = qEnvironmentVariable("TACQ_PICTURES"); !keep.isEmpty()) dialog->grab().save(keep + QStringLiteral("/slide-dialog.png"));
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("slideSave")), Qt::LeftButton);
    auto* file = dialog->findChild<QFileDialog*>(QStringLiteral("slideFileDialog"));
    QVERIFY(file);
    emit file->fileSelected(path + QStringLiteral("2.png"));
    delete file;
    QCOMPARE(QImage(path + QStringLiteral("2.png")).size(), QSize(1600, 1200));
    QTRY_VERIFY(!dialog);
}

void MatrixTest::plotsAreSavedAsPicturesAndAsShapes() {
    m_window->project().setMatrix(4);
    QTRY_VERIFY(settled("firstView"));
    MatrixView* plot = view("firstView");
    const PlotPainter painter = [plot](QPaintDevice* device) { plot->writeTo(device); };
    const auto bytes = [&](const QString& name) {
        const QString path = m_folder->filePath(name);
        if (!savePlot(plot, path, painter)) return QByteArray();
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QImage png = QImage::fromData(bytes(QStringLiteral("a.png")));
    QCOMPARE(png.size(), plot->size() * 2);
    QSet<QRgb> colours;
    for (int x = 0; x < png.width(); x += 3) colours.insert(png.pixel(x, png.height() / 2));
    QVERIFY(colours.size() > 20);
    const QByteArray svg = bytes(QStringLiteral("a.svg"));
    QVERIFY(svg.startsWith("<svg "));
    QVERIFY(svg.trimmed().endsWith("</svg>"));
    QVERIFY(svg.contains("<text ") && svg.contains("<image ") && svg.contains("<path "));
    QVERIFY(bytes(QStringLiteral("a.pdf")).startsWith("%PDF-"));
    QVERIFY(!savePlot(plot, m_folder->filePath(QStringLiteral("no/folder.svg")), painter));
    if (const QString keep = qEnvironmentVariable("TACQ_PICTURES"); !keep.isEmpty())
        for (const char* name : {"matrix.png", "matrix.svg", "matrix.pdf"}) QVERIFY(savePlot(plot, keep + QLatin1Char('/') + QLatin1String(name), painter));

    // As a person does it: a right click into the matrix, then Copy picture.
    QApplication::clipboard()->clear();
    QWidget* inside = plot->childAt(QPoint(200, 200));
    QVERIFY(inside && inside != plot);
    QContextMenuEvent wish(QContextMenuEvent::Mouse, inside->mapFrom(plot, QPoint(200, 200)), plot->mapToGlobal(QPoint(200, 200)));
    QApplication::sendEvent(inside, &wish);
    auto* menu = plot->findChild<QMenu*>(QStringLiteral("firstViewMenu"));
    QVERIFY(menu && menu->isVisible());
    for (const char* action : {"copyPlot", "savePng", "saveSvg", "savePdf", "saveSlide"}) QVERIFY2(menu->findChild<QAction*>(QLatin1String(action)), action);
    menu->findChild<QAction*>(QStringLiteral("copyPlot"))->trigger();
    menu->close();
    QCOMPARE(QApplication::clipboard()->image().size(), plot->size() * 2);

    // What stands in for a choice is drawn where nothing is chosen.
    Choice choice(QStringLiteral("choice"), QStringLiteral("choice"), nullptr);
    choice.addItem(QStringLiteral("one"));
    choice.setCurrentIndex(-1);
    choice.resize(200, 32);
    const QImage empty = choice.grab().toImage();
    choice.setPlaceholderText(QStringLiteral("Quantize first"));
    QVERIFY(choice.grab().toImage() != empty);

    // The frame of who has the keyboard is the window's, not the picture's.
    CellMapView map;
    CellMapView::Content content;
    content.rows = content.columns = 2;
    content.values.assign(4, 1.0);
    map.setContent(content);
    map.resize(120, 120);
    map.show();
    QVERIFY(QTest::qWaitForWindowExposed(&map));
    const auto saved = [&] {
        const QString path = m_folder->filePath(QStringLiteral("map.png"));
        return savePlot(&map, path) ? QImage(path) : QImage();
    };
    const QImage plain = saved(), unframed = map.grab().toImage();
    map.activateWindow();
    map.setFocus();
    QTest::keyClick(&map, Qt::Key_Right);
    QTRY_VERIFY(map.hasFocus());
    QVERIFY(map.grab().toImage() != unframed);
    QCOMPARE(saved(), plain);
    QVERIFY(map.hasFocus());
}

void MatrixTest::tablesAreCopiedAndSaved() {
    m_window->project().setMatrix(4);
    auto* table = m_ui->find<QTableView>("strongestWeights");
    QTRY_VERIFY(table->model()->index(0, TopWeightsModel::WeightColumn).data().toString() != QStringLiteral("–"));
    table->selectRow(0);
    emit table->customContextMenuRequested(QPoint(20, 20));
    auto* menu = table->findChild<QMenu*>(QStringLiteral("strongestWeightsMenu"));
    QVERIFY(menu);
    menu->findChild<QAction*>(QStringLiteral("copyRow"))->trigger();
    QCOMPARE(QApplication::clipboard()->text().count(QLatin1Char('\n')), 1);
    menu->findChild<QAction*>(QStringLiteral("copyTable"))->trigger();
    QCOMPARE(QApplication::clipboard()->text().count(QLatin1Char('\n')), table->model()->rowCount() + 1);
    menu->close();
    const QString path = m_folder->filePath(QStringLiteral("t.csv"));
    QVERIFY(saveTable(*table->model(), path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    QCOMPARE(lines[0], QStringLiteral("row,column,saliency,kept,W,|gradient|,ΔW"));
    // Exact values, not the rounded ones on show.
    const QStringList cells = lines[1].split(QLatin1Char(','));
    const float score = m_three->strongestScores(4)[0];
    QCOMPARE(cells[TopWeightsModel::ScoreColumn].toFloat(), score);
    QCOMPARE(cells[TopWeightsModel::KeptColumn], QStringLiteral("1"));
}

void MatrixTest::cellsThatASpreadsheetWouldRunAreText() {
    QStandardItemModel model(0, 1);
    const QStringList cells{QStringLiteral("=1+1"), QStringLiteral("+cmd"), QStringLiteral("-x"), QStringLiteral("@SUM(A1)"), QStringLiteral("\t=1"), QStringLiteral("-1.5e-05"), QStringLiteral("+3"), QStringLiteral("plain"), QStringLiteral("a=b")};
    for (const QString& cell : cells) model.appendRow(new QStandardItem(cell));
    QStringList lines = tableText(model, QLatin1Char(',')).split(QLatin1Char('\n'));
    lines.removeFirst();
    const QStringList expected{QStringLiteral("'=1+1"), QStringLiteral("'+cmd"), QStringLiteral("'-x"), QStringLiteral("'@SUM(A1)"), QStringLiteral("'\t=1"), QStringLiteral("-1.5e-05"), QStringLiteral("+3"), QStringLiteral("plain"), QStringLiteral("a=b"), QString()};
    QCOMPARE(lines, expected);
}

void MatrixTest::namesStayReadableInANarrowTable() {
    QStandardItemModel model(0, 4);
    QTableView* table = makeTable(&model, QStringLiteral("narrow"), QStringLiteral("narrow"), nullptr);
    const std::unique_ptr<QTableView> owner(table);
    table->resize(150, 120);
    table->show();
    QVERIFY(QTest::qWaitForWindowExposed(table));
    // Rows come later, as they do; the others' widths are known only then.
    model.appendRow({new QStandardItem(QStringLiteral("layer 12 gate")), new QStandardItem(QStringLiteral("123456789")), new QStandardItem(QStringLiteral("123456789")), new QStandardItem(QStringLiteral("123456789"))});
    emit model.layoutChanged();   // for the header to look at the contents
    const int name = table->fontMetrics().horizontalAdvance(QStringLiteral("layer 12 gate"));
    QTRY_VERIFY(table->columnWidth(0) >= name);
    QVERIFY(table->columnWidth(0) + table->columnWidth(1) + table->columnWidth(2) + table->columnWidth(3) > table->viewport()->width());
    table->resize(700, 120);
    QTRY_COMPARE(table->columnWidth(0) + table->columnWidth(1) + table->columnWidth(2) + table->columnWidth(3), table->viewport()->width());
    table->resize(150, 120);
    QTRY_VERIFY(table->columnWidth(0) >= name && table->columnWidth(0) < 200);
}

TACQ_UI_TEST_MAIN(MatrixTest)
#include "test_ui_matrix.moc"
