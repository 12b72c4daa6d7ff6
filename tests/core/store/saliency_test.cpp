#include <algorithm>
#include <numeric>

#include "resident.h"
#include "saliency_fixture.h"
#include "tacq/base/parallel.h"
#include "tacq/budget/mixed.h"
#include "tacq/numerics/selection.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

const SaliencyFixture& fixture() {
    static SaliencyFixture made("saliency");
    static const bool written = (made.write(), true);
    (void)written;
    return made;
}

const SaliencyArtifact& artifact() {
    static const SaliencyArtifact opened = [] {
        SaliencyArtifact made = valueOf(SaliencyArtifact::open(fixture().folder));
        require(made.attachModel());
        return made;
    }();
    return opened;
}

const std::vector<float>& valuesOf(std::size_t matrix, MatrixLayer layer, std::vector<float>& delta) {
    const SaliencyFixture& f = fixture();
    if (layer == MatrixLayer::Gradient) return f.gradient[matrix];
    if (layer == MatrixLayer::Weight) return f.weight[matrix];
    if (layer == MatrixLayer::Score) return f.score[matrix];
    delta.resize(f.weight[matrix].size());
    for (std::size_t i = 0; i < delta.size(); ++i) delta[i] = f.weight[matrix][i] - f.quantized[matrix][i];
    return delta;
}

constexpr MatrixLayer kLayers[] = {MatrixLayer::Gradient, MatrixLayer::Delta, MatrixLayer::Weight, MatrixLayer::Score};

}  // namespace

TEST_CASE("sketchEqualsWhatTheWeightsGive") {
    const SaliencyFixture& f = fixture();
    for (std::size_t m = 0; m < f.score.size(); ++m) {
        const auto histogram = std::make_unique<LogHistogram>();
        histogram->add(f.score[m]);
        CHECK(artifact().histogram(m).counts == histogram->counts);
        CHECK(artifact().histogram(m).sum() == doctest::Approx(histogram->sum()).epsilon(1e-12));
        for (const MatrixLayer layer : kLayers) {
            std::vector<float> scratch;
            Pyramid pyramid;
            pyramid.begin(f.meta.linears[m].rows, f.meta.linears[m].columns);
            pyramid.addRows(0, valuesOf(m, layer, scratch));
            pyramid.finish();
            REQUIRE(artifact().levels(m) == static_cast<int>(pyramid.levels.size()));
            for (int l = 0; l < artifact().levels(m); ++l) {
                const auto view = artifact().level(m, layer, l);
                const auto& expected = pyramid.levels[static_cast<std::size_t>(l)];
                REQUIRE(view.rows == expected.rows);
                CHECK(std::equal(view.maximum.begin(), view.maximum.end(), expected.maximum.begin(), expected.maximum.end()));
                CHECK(std::equal(view.mean.begin(), view.mean.end(), expected.mean.begin(), expected.mean.end()));
            }
        }
    }
}

TEST_CASE("figuresAndMarginalsEqualPlainSums") {
    const SaliencyFixture& f = fixture();
    for (std::size_t m = 0; m < f.score.size(); ++m) {
        double gradientSum = 0, scoreSum = 0, squared = 0, firstOrder = 0;
        for (std::size_t i = 0; i < f.score[m].size(); ++i) {
            const double d = static_cast<double>(f.weight[m][i] - f.quantized[m][i]), g = static_cast<double>(f.gradient[m][i]);
            gradientSum += g;
            scoreSum += static_cast<double>(f.score[m][i]);
            squared += d * d;
            firstOrder += g * std::fabs(d);
        }
        const auto& figures = artifact().meta().figures[m];
        CHECK(figures.gradientSum == doctest::Approx(gradientSum).epsilon(1e-12));
        CHECK(figures.saliencySum == doctest::Approx(scoreSum).epsilon(1e-12));
        CHECK(figures.deltaSquared == doctest::Approx(squared).epsilon(1e-12));
        CHECK(figures.firstOrder == doctest::Approx(firstOrder).epsilon(1e-12));
        CHECK(figures.saliencyMax == static_cast<double>(*std::max_element(f.score[m].begin(), f.score[m].end())));
        const auto columns = static_cast<std::size_t>(f.meta.linears[m].columns), rows = static_cast<std::size_t>(f.meta.linears[m].rows);
        const auto view = artifact().marginals(m, MatrixLayer::Score);
        REQUIRE(view.rowSum.size() == rows);
        REQUIRE(view.columnMaximum.size() == columns);
        for (std::size_t c = 0; c < columns; c += 7) {
            double sum = 0;
            float maximum = 0;
            for (std::size_t r = 0; r < rows; ++r) {
                sum += static_cast<double>(f.score[m][r * columns + c]);
                maximum = std::max(maximum, f.score[m][r * columns + c]);
            }
            REQUIRE(view.columnSum[c] == static_cast<float>(sum));
            REQUIRE(view.columnMaximum[c] == maximum);
        }
        const auto rowSums = artifact().marginals(m, MatrixLayer::Gradient).rowSum;
        CHECK(std::accumulate(rowSums.begin(), rowSums.end(), 0.0) == doctest::Approx(gradientSum).epsilon(1e-5));
        CHECK(artifact().marginals(m, MatrixLayer::Delta).rowSum.empty());
    }
}

TEST_CASE("massPerBinIsTheLossOfItsWeightsAndSumsToTheFigure") {
    const SaliencyFixture& f = fixture();
    for (std::size_t m = 0; m < f.score.size(); m += 4) {
        std::vector<double> plain(LogHistogram::kBins, 0.0);
        for (std::size_t i = 0; i < f.score[m].size(); ++i)
            plain[static_cast<std::size_t>(LogHistogram::binOf(f.score[m][i]))] += std::fabs(static_cast<double>(f.gradient[m][i]) * static_cast<double>(f.weight[m][i] - f.quantized[m][i]));
        const auto mass = artifact().lossMass(m);
        REQUIRE(mass.size() == plain.size());
        for (std::size_t bin = 0; bin < plain.size(); ++bin) REQUIRE(mass[bin] == doctest::Approx(plain[bin]).epsilon(1e-12));
        CHECK(std::accumulate(mass.begin(), mass.end(), 0.0) == doctest::Approx(artifact().meta().figures[m].firstOrder).epsilon(1e-12));
    }
}

TEST_CASE("theLossOfASliderPositionLiesWithinOneBinOfTheExactOne") {
    const SaliencyFixture& f = fixture();
    const std::uint64_t k = f.weights() / 50;
    const CountAnswer answer = artifact().counts(k);
    double followed = 0, exact = 0, bins = 0;
    for (std::size_t m = 0; m < f.score.size(); ++m) {
        const auto mass = artifact().lossMass(m);
        followed += LossCurve(artifact().histogram(m).counts, mass).at(answer.kept[m]);
        bins += mass[static_cast<std::size_t>(LogHistogram::binOf(answer.threshold))];
        for (std::size_t i = 0; i < f.score[m].size(); ++i)
            if (!answer.keeps(f.score[m][i], static_cast<std::uint32_t>(m), static_cast<std::uint32_t>(i)))
                exact += std::fabs(static_cast<double>(f.gradient[m][i]) * static_cast<double>(f.weight[m][i] - f.quantized[m][i]));
    }
    CHECK(std::fabs(followed - exact) <= bins);
    CHECK(followed == doctest::Approx(exact).epsilon(1e-3));
}

TEST_CASE("countsFromTheSketchEqualTheExactSelectionForEveryBudgetTheTailReaches") {
    const SaliencyFixture& f = fixture();
    REQUIRE(artifact().exactUpTo() >= f.weights() / 20);
    std::vector<std::uint64_t> budgets{0, 1, 2, artifact().exactUpTo()};
    for (std::uint64_t k = 3; k <= f.weights() / 20; k = k * 17 / 10) budgets.push_back(k);
    for (const std::uint64_t k : budgets) {
        const Selection selection = valueOf(selectKept(Method::Tacq, k, 0, f.model, f.artifacts / "gradient" / "gradient.safetensors", f.artifacts / "simulation", {}));
        const CountAnswer answer = artifact().counts(k);
        REQUIRE(answer.exact);
        CHECK(answer.total == k);
        CHECK(answer.threshold == selection.threshold);
        for (std::size_t m = 0; m < f.score.size(); ++m) {
            REQUIRE(answer.kept[m] == selection.matrices[m].position.size());
            // Strongest first: the kept weights are the first kept[m] of the tail.
            const auto tail = artifact().tail(m).position.first(static_cast<std::size_t>(answer.kept[m]));
            std::vector<std::uint32_t> positions(tail.begin(), tail.end());
            std::sort(positions.begin(), positions.end());
            REQUIRE(positions == selection.matrices[m].position);
        }
    }
}

TEST_CASE("aSketchByAnotherScoreKeepsWhatThatMethodsSelectionKeeps") {
    SaliencyFixture f("scores");
    f.meta.seed = 7;
    for (const Method method : scoringMethods()) {
        CAPTURE(methodName(method));
        f.meta.method = method;
        f.write();
        const SaliencyArtifact opened = valueOf(SaliencyArtifact::open(f.folder));
        CHECK(opened.meta().method == method);
        const std::uint64_t k = f.weights() / 100;
        const Selection selection = valueOf(selectKept(method, k, 7, f.model, f.artifacts / "gradient" / "gradient.safetensors", f.artifacts / "simulation", {}));
        const CountAnswer answer = opened.counts(k);
        REQUIRE(answer.exact);
        CHECK(answer.total == k);
        CHECK(answer.threshold == selection.threshold);
        for (std::size_t m = 0; m < f.score.size(); ++m) {
            const auto tail = opened.tail(m).position.first(static_cast<std::size_t>(answer.kept[m]));
            std::vector<std::uint32_t> positions(tail.begin(), tail.end());
            std::sort(positions.begin(), positions.end());
            REQUIRE(positions == selection.matrices[m].position);
        }
    }
    // Single weights show the same score: by its definition, in the middle of a matrix.
    SaliencyArtifact opened = valueOf(SaliencyArtifact::open(f.folder));   // QAL, the last one
    require(opened.attachModel());
    const std::size_t m = 5;
    const auto columns = static_cast<std::size_t>(f.meta.linears[m].columns);
    std::vector<float> rows(2 * columns);
    require(opened.readRows(m, MatrixLayer::Score, 9, 11, rows));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t at = 9 * columns + i;
        REQUIRE(rows[i] == std::fabs(f.gradient[m][at] * (f.weight[m][at] - f.quantized[m][at])));
    }
    f.meta.method = Method::Random;
    f.write();
    SaliencyArtifact drawn = valueOf(SaliencyArtifact::open(f.folder));
    require(drawn.attachModel());
    require(drawn.readRows(m, MatrixLayer::Score, 9, 11, rows));
    std::vector<float> expected(rows.size());
    score(Method::Random, {}, {}, {}, 7, static_cast<std::uint32_t>(m), 9 * columns, expected);
    CHECK(rows == expected);
}

TEST_CASE("metaOfBeforeThereWereOtherScoresIsTacqsAndAnUnknownScoreIsRefusedByName") {
    SaliencyFixture f("score-meta");
    std::string text = saliencyMetaToJson(f.meta);
    const std::string written = "\"method\": \"tacq\"";
    const std::size_t at = text.find(written);
    REQUIRE(at != std::string::npos);
    std::string other = text;
    other.replace(at, written.size(), "\"method\": \"later\"");
    const auto refused = saliencyMetaFromJson(other, "meta.json");
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::UnsupportedFormat);
    CHECK(refused.error().message.find("later") != std::string::npos);
    other.replace(other.find("later"), 5, "gptq");
    CHECK(saliencyMetaFromJson(other, "meta.json").error().code == ErrorCode::UnsupportedFormat);
    text.replace(at, written.size(), "\"unused\": 1");
    CHECK(valueOf(saliencyMetaFromJson(text, "meta.json")).method == Method::Tacq);
}

TEST_CASE("readRowsGivesEachLayerToTheBit") {
    const SaliencyFixture& f = fixture();
    for (std::size_t m = 0; m < f.score.size(); m += 3)
        for (const MatrixLayer layer : kLayers) {
            std::vector<float> scratch;
            const auto& expected = valuesOf(m, layer, scratch);
            const auto columns = static_cast<std::size_t>(f.meta.linears[m].columns);
            std::vector<float> rows(3 * columns);
            require(artifact().readRows(m, layer, 5, 8, rows));
            CHECK(std::equal(rows.begin(), rows.end(), expected.begin() + static_cast<std::ptrdiff_t>(5 * columns)));
        }
    std::vector<float> wrong(3);
    CHECK(artifact().readRows(0, MatrixLayer::Score, 0, 1, wrong).error().code == ErrorCode::InvalidArgument);
    CHECK(artifact().readRows(0, MatrixLayer::Score, -1, 0, wrong).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("aMatrixReadToItsEndLeavesNothingOfItsGradientInMemory") {
    const auto& linears = artifact().meta().linears;
    const auto largest = std::max_element(linears.begin(), linears.end(), [](const auto& a, const auto& b) { return a.elements() < b.elements(); });
    const auto m = static_cast<std::size_t>(largest - linears.begin());
    const auto columns = static_cast<std::size_t>(largest->columns);
    const auto read = [&](MatrixLayer layer, std::int64_t begin, std::int64_t end) {
        std::vector<float> rows(static_cast<std::size_t>(end - begin) * columns);
        require(artifact().readRows(m, layer, begin, end, rows));
    };
    for (const MatrixLayer layer : {MatrixLayer::Gradient, MatrixLayer::Score}) {
        read(layer, 0, largest->rows - 1);
        const std::size_t held = residentBytesOf("/gradient.safetensors");
        read(layer, largest->rows - 2, largest->rows);
        const std::size_t left = residentBytesOf("/gradient.safetensors"), pages = static_cast<std::size_t>(largest->elements()) * sizeof(float) - 2 * 4096;
        CHECK(left + pages <= held);
    }
}

TEST_CASE("sketchesDoNotDependOnThreads") {
    SaliencyFixture single("single");
    setThreadCount(1);
    single.write();
    setThreadCount(3);
    const fs::path other = single.artifacts / "other";
    fs::create_directories(other);
    require(writeSaliencySketch(other, single.meta, single.model, single.artifacts / "gradient" / "gradient.safetensors", single.artifacts / "simulation", {}));
    setThreadCount(0);
    int files = 0;
    for (const auto& entry : fs::directory_iterator(other)) {
        ++files;
        CHECK(valueOf(readText(entry.path())) == valueOf(readText(single.folder / entry.path().filename())));
    }
    CHECK(files == 71);  // 35 matrices, 35 tails, histograms
}

TEST_CASE("planSaysWhatTheModelHolds") {
    const GridOptions grid{2, 32, Symmetry::Asymmetric, ScaleType::F32};
    const PackedPlan plan = artifact().plan(grid, EmbeddingBits::Eight, "f16");
    REQUIRE(plan.linears.size() == 35);
    CHECK(plan.linears[3].grid.bits == 2);
    CHECK(plan.linears[3].kept == 0);
    CHECK(plan.dense.size() == fixture().meta.dense.size());
    CHECK(plan.metadata.at("base_sha256").size() == 64);
    CHECK(makeLedger(plan).ok());
}

TEST_CASE("metaSurvivesItsOwnText") {
    SaliencyMeta meta = fixture().meta;
    meta.taskName = "own \"tasks\" – 中文";
    meta.calibrationMeanNll = std::nan("");
    meta.grid = {4, 64, Symmetry::Symmetric, ScaleType::F32};
    const std::string text = saliencyMetaToJson(meta);
    const SaliencyMeta back = valueOf(saliencyMetaFromJson(text, "meta.json"));
    CHECK(saliencyMetaToJson(back) == text);
    CHECK(back.seed == meta.seed);
    CHECK(back.linears[5].kind == meta.linears[5].kind);
    CHECK(back.figures[5].firstOrder == meta.figures[5].firstOrder);
    CHECK(back.dense[0].type == meta.dense[0].type);
    CHECK(std::isnan(back.calibrationMeanNll));
    CHECK(saliencyMetaFromJson("{", "x").error().code == ErrorCode::InvalidFile);
    CHECK(saliencyMetaFromJson("{}", "x").error().code == ErrorCode::InvalidFile);
    std::string newer = text;
    newer.replace(newer.find("\"sketchVersion\": 2"), 18, "\"sketchVersion\": 3");
    CHECK(saliencyMetaFromJson(newer, "x").error().code == ErrorCode::UnsupportedFormat);
}

TEST_CASE("aMissingOrDifferentModelIsNoticedButSketchesStillShow") {
    SaliencyFixture moved("moved");
    moved.meta.modelPath = (moved.scratch.path / "nowhere").string();
    moved.write();
    SaliencyArtifact opened = valueOf(SaliencyArtifact::open(moved.folder));
    CHECK(!opened.attachModel().ok());
    CHECK(opened.counts(100).total == 100);
    std::vector<float> row(static_cast<std::size_t>(moved.meta.linears[0].columns));
    CHECK(opened.readRows(0, MatrixLayer::Gradient, 0, 1, row).ok());
    CHECK(opened.readRows(0, MatrixLayer::Weight, 0, 1, row).error().code == ErrorCode::NotFound);
    fs::remove_all(moved.artifacts / "simulation");
    fs::remove_all(moved.artifacts / "gradient");
    SaliencyArtifact bare = valueOf(SaliencyArtifact::open(moved.folder));
    CHECK(bare.readRows(0, MatrixLayer::Gradient, 0, 1, row).error().code == ErrorCode::NotFound);
    // The same geometry with one other weight.
    const fs::path changed = moved.scratch.path / "changed";
    fs::copy(SaliencyFixture::samplePath(), changed, fs::copy_options::recursive);
    const auto file = valueOf(SafetensorsFile::open(changed / "model.safetensors"));
    const auto offset = file.find(moved.meta.linears[7].name)->offset;
    {
        const float large = 77;
        fs::permissions(changed / "model.safetensors", fs::perms::owner_write | fs::perms::owner_read);
        std::fstream out(changed / "model.safetensors", std::ios::in | std::ios::out | std::ios::binary);
        out.seekp(static_cast<std::streamoff>(offset));
        out.write(reinterpret_cast<const char*>(&large), 4);
    }
    moved.meta.modelPath = changed.string();
    require(writeTextAtomic(moved.folder / "meta.json", saliencyMetaToJson(moved.meta)));
    SaliencyArtifact differs = valueOf(SaliencyArtifact::open(moved.folder));
    const auto attached = differs.attachModel();
    REQUIRE(!attached.ok());
    CHECK(attached.error().code == ErrorCode::InvalidFile);
    CHECK(attached.error().message.find(moved.meta.linears[7].name) != std::string::npos);
}

TEST_CASE("matricesMayComeLater") {
    const fs::path folder = fixture().folder.parent_path() / "partial";
    fs::remove_all(folder);
    fs::copy(fixture().folder, folder);
    const fs::path away = folder / "away";
    fs::rename(folder / SaliencyArtifact::matrixFile(1), away);
    CHECK_FALSE(SaliencyArtifact::open(folder).ok());
    const SaliencyArtifact partial = valueOf(SaliencyArtifact::openPartial(folder));
    CHECK(partial.hasMatrix(0));
    REQUIRE_FALSE(partial.hasMatrix(1));
    CHECK_FALSE(partial.hasMatrix(99'999));
    const auto missing = partial.level(1, MatrixLayer::Score, 0), right = artifact().level(1, MatrixLayer::Score, 0);
    CHECK(missing.rows == right.rows);
    CHECK(missing.maximum.empty());
    CHECK(missing.mean.empty());
    CHECK(partial.marginals(1, MatrixLayer::Score).rowSum.empty());
    CHECK(partial.counts(50).kept == artifact().counts(50).kept);
    CHECK(partial.mapMatrix(1).error().code == ErrorCode::NotFound);
    // Another matrix's file under this name is refused, and nothing of it is shown.
    fs::copy_file(folder / SaliencyArtifact::tailFile(1), folder / SaliencyArtifact::matrixFile(1));
    CHECK(partial.mapMatrix(1).error().code == ErrorCode::InvalidFile);
    CHECK_FALSE(partial.hasMatrix(1));
    fs::remove(folder / SaliencyArtifact::matrixFile(1));
    fs::rename(away, folder / SaliencyArtifact::matrixFile(1));
    REQUIRE(partial.mapMatrix(1).ok());
    REQUIRE(partial.mapMatrix(1).ok());
    CHECK(partial.hasMatrix(1));
    const auto there = partial.level(1, MatrixLayer::Score, 0);
    CHECK(std::equal(there.maximum.begin(), there.maximum.end(), right.maximum.begin(), right.maximum.end()));
    CHECK(std::equal(there.mean.begin(), there.mean.end(), right.mean.begin(), right.mean.end()));
    const auto sums = partial.marginals(1, MatrixLayer::Score).rowSum, rightSums = artifact().marginals(1, MatrixLayer::Score).rowSum;
    CHECK(std::equal(sums.begin(), sums.end(), rightSums.begin(), rightSums.end()));
}

TEST_CASE("valuesThatAreNotFiniteAreRefusedByName") {
    SaliencyFixture bad("nan");
    const fs::path file = bad.artifacts / "gradient" / "gradient.safetensors";
    const std::string name = bad.meta.linears[4].name;
    const auto offset = valueOf(SafetensorsFile::open(file)).find(name)->offset;
    {
        const float nan = std::nanf("");
        std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
        out.seekp(static_cast<std::streamoff>(offset) + 40);
        out.write(reinterpret_cast<const char*>(&nan), 4);
    }
    const auto written = writeSaliencySketch(bad.folder, bad.meta, bad.model, file, bad.artifacts / "simulation", {});
    REQUIRE(!written.ok());
    CHECK(written.error().code == ErrorCode::NonFinite);
    CHECK(written.error().context == name);
}

TEST_CASE("damagedSketchFilesAreRefusedNeverRead") {
    const fs::path from = fixture().folder;
    const Scratch scratch("damaged-sketch");
    const auto fresh = [&] {
        fs::remove_all(scratch.path / "s");
        fs::copy(from, scratch.path / "s");
        return scratch.path / "s";
    };
    std::mt19937 random(23);
    int refused = 0;
    for (const char* name : {"histograms.safetensors", "matrix-0003.safetensors", "tail-0003.safetensors", "meta.json"}) {
        const fs::path folder = fresh();
        const std::string whole = valueOf(readText(folder / name));
        const auto tryWith = [&](const std::string& text) {
            require(writeTextAtomic(folder / name, text));
            const auto opened = SaliencyArtifact::open(folder);
            if (!opened.ok()) {
                ++refused;
                CHECK_MESSAGE((opened.error().code == ErrorCode::InvalidFile || opened.error().code == ErrorCode::UnsupportedFormat), formatError(opened.error()));
                return;
            }
            // A flipped pixel or sum cannot be seen without the hash; whatever opened must be safe to use.
            for (const std::uint64_t k : {1u, 500u, 5000u}) CHECK(opened.value().counts(k).total <= k);
        };
        for (const std::size_t length : {std::size_t{0}, std::size_t{7}, whole.size() / 2, whole.size() - 1}) tryWith(whole.substr(0, length));
        tryWith(whole + "x");
        for (int i = 0; i < 40; ++i) {
            std::string flipped = whole;
            flipped[random() % (i < 20 ? std::min<std::size_t>(300, whole.size()) : whole.size())] ^= static_cast<char>(1 << random() % 8);
            tryWith(flipped);
        }
        fs::remove(folder / name);
        CHECK(!SaliencyArtifact::open(folder).ok());
    }
    CHECK(refused > 60);
}
