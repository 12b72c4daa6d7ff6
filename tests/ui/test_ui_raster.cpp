// What a matrix view draws: tiles, rasters, overlays, colours, marginals.
#include <QApplication>
#include <QStandardPaths>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <numeric>
#include <random>

#include "made_saliency.h"
#include "models/matrix/kept_overlay.h"
#include "models/matrix/marginals.h"
#include "models/matrix/matrix_difference.h"
#include "models/matrix/matrix_raster.h"
#include "models/shared/colour_map.h"
#include "plot/matrix_plottable.h"
#include "qt_warnings.h"

using namespace tacq;
using namespace tacq::ui;

class RasterTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanup() { QCOMPARE(qt_warnings::take(), QStringList()); }
    void noOutlierVanishesAtAnyZoom();
    void rasterShowsEveryWeightWhenZoomedIn();
    void tilesStayUnderTheirLimit();
    void tilesAskedForTwiceAreKeptOnce();
    void keptOverlayMarksOnlyKeptWeightsWhenNear();
    void keptOverlayFollowsTheNumberOfKeptWeights();
    void colourLookupEqualsTheScale();
    void rangeHoldsEveryMean();
    void aDifferenceHasMarginalsOfBoth();
    void keptByBothIsNotKeptByNeither();

private:
    SaliencyPointer m_source;
};

void RasterTest::initTestCase() {
    qt_warnings::install();
    QLocale::setDefault(QLocale::c());
    m_source = MadeSaliency::small();
}

void RasterTest::noOutlierVanishesAtAnyZoom() {
    const SaliencyPointer big = std::make_shared<MadeSaliency>(std::vector<LinearInfo>{{"w", 0, LinearKind::Down, 700, 900}}, std::vector<TensorInfo>{}, GridOptions{});
    std::vector<float> values(700 * 900);
    QVERIFY(big->readRows(0, MatrixLayer::Score, 0, 700, values).ok());
    MatrixTiles tiles;
    tiles.setSource(big);
    for (const auto& [width, height] : {std::pair{37, 23}, std::pair{90, 70}, std::pair{300, 210}, std::pair{900, 700}}) {
        const MatrixWindow window{0, 700, 0, 900, width, height};
        MatrixRaster raster;
        QTRY_VERIFY((raster = rasterize(*big, tiles, 0, MatrixLayer::Score, window)).complete);
        const float most = *std::max_element(values.begin(), values.end());
        QCOMPARE(*std::max_element(raster.values.begin(), raster.values.end()), most);
        // Each weight's pixel is at least as bright as the weight.
        for (int i = 0; i < 2000; ++i) {
            const int r = i * 37 % 700, c = i * 101 % 900;
            const auto pixel = static_cast<std::size_t>((r * height / 700) * width + c * width / 900);
            QVERIFY(raster.values[pixel] >= values[static_cast<std::size_t>(r * 900 + c)]);
        }
    }
}

void RasterTest::rasterShowsEveryWeightWhenZoomedIn() {
    MatrixTiles tiles;
    tiles.setSource(m_source);
    const MatrixWindow window{10, 14, 20, 26, 60, 40};
    MatrixRaster raster;
    QTRY_VERIFY((raster = rasterize(*m_source, tiles, 0, MatrixLayer::Weight, window)).complete);
    std::vector<float> row(64);
    for (int r = 10; r < 14; ++r) {
        QVERIFY(m_source->readRows(0, MatrixLayer::Weight, r, r + 1, row).ok());
        for (int c = 20; c < 26; ++c) QCOMPARE(raster.values[static_cast<std::size_t>(((r - 10) * 10 + 5) * 60 + (c - 20) * 10 + 5)], std::fabs(row[static_cast<std::size_t>(c)]));
    }
    // Outside the matrix nothing is drawn.
    const MatrixRaster outside = rasterize(*m_source, tiles, 0, MatrixLayer::Weight, {-4, 4, -4, 4, 8, 8});
    QVERIFY(std::isnan(outside.values[0]));
}

void RasterTest::tilesStayUnderTheirLimit() {
    const SaliencyPointer big = std::make_shared<MadeSaliency>(std::vector<LinearInfo>{{"w", 0, LinearKind::Down, 2048, 256}}, std::vector<TensorInfo>{}, GridOptions{});
    constexpr std::size_t kLimit = 200'000;
    MatrixTiles tiles(nullptr, kLimit);
    tiles.setSource(big);
    for (std::int64_t band = 0; band < 32; ++band) tiles.get({0, MatrixLayer::Score, 0, band});
    QTRY_VERIFY(!tiles.isLoading());
    QVERIFY(tiles.bytes() > 0);
    QVERIFY(tiles.bytes() <= kLimit);
}

void RasterTest::tilesAskedForTwiceAreKeptOnce() {
    const SaliencyPointer big = std::make_shared<MadeSaliency>(std::vector<LinearInfo>{{"w", 0, LinearKind::Down, 2048, 256}}, std::vector<TensorInfo>{}, GridOptions{});
    constexpr std::size_t kLimit = 200'000;
    MatrixTiles tiles(nullptr, kLimit);
    // The view is hidden and shown again while tiles are on their way.
    for (int i = 0; i < 3; ++i) {
        tiles.setSource(big);
        for (std::int64_t band = 0; band < 3; ++band) tiles.get({0, MatrixLayer::Score, 0, band});
    }
    QTRY_VERIFY(!tiles.isLoading());
    QTest::qWait(50);   // answers to the first two wishes
    QCOMPARE(tiles.bytes(), std::size_t{3 * 64 * 256 * sizeof(float)});
    for (std::int64_t band = 3; band < 32; ++band) tiles.get({0, MatrixLayer::Score, 0, band});
    QTRY_VERIFY(!tiles.isLoading());
    QVERIFY(tiles.bytes() > 0 && tiles.bytes() <= kLimit);
}

void RasterTest::keptOverlayMarksOnlyKeptWeightsWhenNear() {
    const std::vector<std::uint32_t> kept{0, 5, 12};   // of a matrix with 4 columns: (0,0), (1,1), (3,0)
    KeptOverlay overlay;
    const auto& alpha = overlay.alpha(kept, kept.size(), 4, 4, {0, 4, 0, 4, 12, 12});
    for (int r = 0; r < 4; ++r)
        for (int c = 0; c < 4; ++c) {
            const bool marked = alpha[static_cast<std::size_t>((r * 3 + 1) * 12 + c * 3 + 1)] > 0;
            QCOMPARE(marked, std::find(kept.begin(), kept.end(), static_cast<std::uint32_t>(r * 4 + c)) != kept.end());
        }
    // Ten pixels a weight leave room to see its value, unless two of them are one of the desktop's: a frame as thin as that is not seen.
    const auto middle = [&](int pixels, double scale) { return KeptOverlay().alpha(kept, kept.size(), 4, 4, {0, 4, 0, 4, 4 * pixels, 4 * pixels, scale})[static_cast<std::size_t>(pixels / 2 * 4 * pixels + pixels / 2)]; };
    QCOMPARE(middle(10, 1), std::uint8_t{0});
    QVERIFY(middle(10, 2) > 0);
    QCOMPARE(middle(20, 2), std::uint8_t{0});
}

void RasterTest::keptOverlayFollowsTheNumberOfKeptWeights() {
    constexpr std::uint32_t kRows = 97, kColumns = 61;
    std::vector<std::uint32_t> strongest(kRows * kColumns);
    std::iota(strongest.begin(), strongest.end(), 0u);
    std::mt19937 random(5);
    std::shuffle(strongest.begin(), strongest.end(), random);
    const MatrixWindow all{0, kRows, 0, kColumns, 20, 30}, part{10.3, 70.1, -5.5, 33, 20, 17}, near{10, 14, 20, 25, 60, 50};
    KeptOverlay following;
    for (const std::size_t kept : {10, 900, 300, 300, 5917, 0, 40, 2000})
        for (const MatrixWindow& window : {all, part, near, part}) {
            KeptOverlay fresh;
            QCOMPARE(following.alpha(strongest, kept, kRows, kColumns, window), fresh.alpha(strongest, kept, kRows, kColumns, window));
        }
    // By the definition: some kept weight's middle lies in the pixel.
    const auto& alpha = following.alpha(strongest, 200, kRows, kColumns, part);
    std::vector<bool> expected(alpha.size(), false);
    for (std::size_t i = 0; i < 200; ++i) {
        const double x = (strongest[i] % kColumns + 0.5 - part.left) / part.columnsPerPixel(), y = (strongest[i] / kColumns + 0.5 - part.top) / part.rowsPerPixel();
        if (x >= 0 && x < part.width && y >= 0 && y < part.height) expected[static_cast<std::size_t>(y) * 20 + static_cast<std::size_t>(x)] = true;
    }
    for (std::size_t i = 0; i < alpha.size(); ++i) QCOMPARE(alpha[i] > 0, expected[i]);
    // So many that two threads count: the same as in portions that one thread counts.
    constexpr std::uint32_t kSide = 700;
    std::vector<std::uint32_t> many(kSide * kSide);
    std::iota(many.begin(), many.end(), 0u);
    std::shuffle(many.begin(), many.end(), random);
    const MatrixWindow wide{0, kSide, 0, kSide, 150, 140};
    KeptOverlay leaping, creeping;
    for (const std::size_t kept : {400'000, 250'000, 420'000, 90'000, 310'000}) {
        std::vector<std::uint8_t> slowly;
        for (std::size_t at = 50'000; at < kept; at += 50'000) slowly = creeping.alpha(many, at, kSide, kSide, wide);
        slowly = creeping.alpha(many, kept, kSide, kSide, wide);
        QCOMPARE(leaping.alpha(many, kept, kSide, kSide, wide), slowly);
        creeping = {};
    }
    // Positions of a damaged file are passed over.
    QCOMPARE(KeptOverlay().alpha(std::vector<std::uint32_t>{kRows * kColumns, 0xffffffffu}, 2, kRows, kColumns, all), std::vector<std::uint8_t>(20 * 30, 0));
}

void RasterTest::colourLookupEqualsTheScale() {
    for (const ScaleKind kind : {ScaleKind::Log, ScaleKind::Linear}) {
        ColourScale scale;
        scale.kind = kind;
        scale.low = kind == ScaleKind::Log ? 1e-5 : 0;
        scale.high = 2;
        const ColourLookup lookup(scale);
        const std::vector<float> some{0.0f, std::numeric_limits<float>::quiet_NaN(), 3e-5f, -0.5f, 1.0f, std::numeric_limits<float>::infinity()};
        std::vector<QRgb> pixels(some.size());
        lookup.colour(some, pixels.data());
        for (std::size_t i = 0; i < some.size(); ++i) QCOMPARE(pixels[i], std::isnan(some[i]) ? 0u : lookup(some[i]));
        for (double v = 2e-5; v < 3; v *= 1.37) {
            const auto& all = colours(scale.map);
            const auto step = [&](QRgb colour) { return std::find(all.begin(), all.end(), colour) - all.begin(); };
            QVERIFY(std::abs(step(lookup(static_cast<float>(v))) - step(scale.colour(v))) <= 2);
        }
        QCOMPARE(scale.fraction(scale.valueAt(0.25)), 0.25);
    }
}

void RasterTest::rangeHoldsEveryMean() {
    for (const auto layer : {MatrixLayer::Score, MatrixLayer::Gradient}) {
        const ValueRange range = matrixRange(*m_source, 0, layer);
        const Marginals marginals = computeMarginals(*m_source, 0, layer);
        QCOMPARE(marginals.weightsPerBin, 1);
        QCOMPARE(marginals.rows.size(), std::size_t{64});
        for (const float mean : marginals.rows) QVERIFY(static_cast<double>(mean) >= range.low && static_cast<double>(mean) <= range.high);
    }
}

void RasterTest::aDifferenceHasMarginalsOfBoth() {
    const Marginals alone = quantityMarginals(*m_source, 0, MatrixQuantity::Gradient, 0);
    const Marginals same = differenceMarginals(*m_source, 0, *m_source, 0, 0, MatrixQuantity::Gradient);
    QCOMPARE(same.rows.size(), alone.rows.size());
    QVERIFY(*std::max_element(alone.rows.begin(), alone.rows.end()) > 0);
    QCOMPARE(*std::max_element(same.rows.begin(), same.rows.end()), 0.0f);
    const Marginals kept = differenceMarginals(*m_source, 40, *m_source, 0, 0, MatrixQuantity::Kept), all = quantityMarginals(*m_source, 0, MatrixQuantity::Kept, 40);
    QCOMPARE(kept.columns, all.columns);
}

void RasterTest::keptByBothIsNotKeptByNeither() {
    MatrixRaster a, b;
    const float none = std::numeric_limits<float>::quiet_NaN();
    a.values = {0, 1, 0, 1, none, 0.5f};
    b.values = {0, 0, 1, 1, none, 0.2f};
    ColourScale scale{ColourMap::Diverging, ScaleKind::Linear, 0, 1};
    QCOMPARE(keptByBoth(a, b, scale), (std::vector<std::uint8_t>{0, 0, 0, 255, 0, 51}));
    scale.high = 0.2;
    QCOMPARE(keptByBoth(a, b, scale)[5], std::uint8_t{255});
    // As faint shares as the colours show are seen here too.
    QCOMPARE(keptByBoth(a, b, {ColourMap::Diverging, ScaleKind::Log, 0.002, 1})[5], static_cast<std::uint8_t>(std::lround(255 * std::log(100.0) / std::log(500.0))));
}

TACQ_UI_TEST_MAIN(RasterTest)
#include "test_ui_raster.moc"
