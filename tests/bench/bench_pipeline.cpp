// How fast the stages are: seconds, and the share of this machine's own float32 matrix product rate that their necessary arithmetic reaches.
#include <sys/resource.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>

#include "bench_rows.h"
#include "bench_work.h"
#include "busy_cores.h"
#include "tacq/checkpoint/packed_layer.h"
#include "tacq/evaluate/evaluate.h"
#include "tacq/quantize/quantize.h"
#include "tacq/saliency/gradient.h"
#include "tacq/store/saliency_artifact.h"

using namespace tacq;
using namespace tacq::bench;
namespace fs = std::filesystem;

namespace {

// Shares that a stage must reach; a GPTQ pass also searches clips column by column, which no matrix product does for it.
constexpr double kGradientShare = 0.60, kGptqShare = 0.40, kEvaluateShare = 0.60;
constexpr double kSelectWeightsPerSecond = 10e6;  // the official code: 10 s for SmolLM2's 106 million
constexpr double kPeakBytes = 1.2e9;              // resident, mapped files included, as `time -v` counts; for models up to SmolLM2-135M
constexpr double kPeakParameters = 135e6;
constexpr double kOutliers = 0.0035;
// Beside one busy process a core a fair share takes twice as long. The median of as many pairs, each of a run alone and one beside.
constexpr double kBesideBusy = 2.5;
constexpr int kPairs = 5;

struct Options {
    std::string model, task = "tinystories", tokensFile, device = "cpu", dtype = "f32";
    SampleOptions sampling{16, 128, 0, Packing::Auto, "calibration"};
    int bits = 3, threads = 0;
    bool besideBusy = false, json = false;
};

/// A folder of this run's intermediate results, gone at the end.
class Scratch {
public:
    Scratch() : m_path(fs::temp_directory_path() / ("tacq-bench-" + std::to_string(::getpid()))) { fs::create_directories(m_path); }
    ~Scratch() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    fs::path folder(const std::string& name) const {
        fs::create_directories(m_path / name);
        return m_path / name;
    }

private:
    fs::path m_path;
};

class PipelineBench {
public:
    PipelineBench(std::shared_ptr<const Checkpoint> model, Calibration calibration, Compute compute, int bits, double rate)
        : m_model(std::move(model)), m_calibration(std::move(calibration)), m_compute(std::move(compute)), m_rate(rate) {
        m_grid.bits = bits;
    }

    Result<void> run() {
        TACQ_CHECK(timed("gradient", gradientWork(*m_model, m_calibration), kGradientShare, [&]() -> Result<void> {
            const auto figures = accumulateGradients(m_model, m_calibration, {}, m_compute, m_scratch.folder("gradient"), {});
            return figures.ok() ? Result<void>() : Result<void>(figures.error());
        }));
        TACQ_CHECK(timed("simulate", gptqWork(*m_model, m_calibration), kGptqShare, [&] { return pass("simulation", {}); }));
        TACQ_CHECK(timed("sketch", 0, 0, [&] { return sketch(); }));
        Selection selection;
        TACQ_CHECK(timed("select", 0, 0, [&] { return select(selection); }));
        std::vector<std::vector<std::uint32_t>> kept;
        for (auto& matrix : selection.matrices) kept.push_back(std::move(matrix.position));
        TACQ_CHECK(timed("quantize", gptqWork(*m_model, m_calibration), kGptqShare, [&] { return pass("quantized", std::move(kept)); }));
        TACQ_CHECK(timed("evaluate", forwardWork(*m_model, m_calibration), kEvaluateShare, [&]() -> Result<void> {
            const auto result = perplexity(m_model, m_calibration.rows, m_compute, {});
            return result.ok() ? Result<void>() : Result<void>(result.error());
        }));
        finish();
        return {};
    }

    const std::vector<Row>& rows() const { return m_rows; }
    double seconds() const {
        return std::find_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.name == "pipeline"; })->value;
    }
    Machine machine() const {
        return {m_compute.threads, m_rate / 1e9, m_model->displayName(), m_calibration.taskName, static_cast<long>(m_calibration.rows.size()),
                static_cast<long>(m_calibration.tokenCount)};
    }

private:
    double weights() const {
        double sum = 0;
        for (const LinearInfo& linear : m_model->linears()) sum += static_cast<double>(linear.elements());
        return sum;
    }

    /// A product's arithmetic grows with the square of the width, what it costs to start one does not: below a width of 512
    /// the share is limited by that.
    double reachable(double share) const {
        const double width = std::min(1.0, static_cast<double>(m_model->config().hiddenSize) / 512.0);
        return share * width * width;
    }

    /// Rows NAME (seconds) and, where matrix products are the work, NAME-share.
    template <typename Body>
    Result<void> timed(const std::string& name, double work, double share, Body body) {
        const auto start = std::chrono::steady_clock::now();
        TACQ_CHECK(body());
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        const double limit = work > 0 ? work / (reachable(share) * m_rate) : std::max(0.5, weights() / kSelectWeightsPerSecond);
        m_rows.push_back({name, seconds, "s", limit, Better::Lower});
        if (work > 0) m_rows.push_back({name + "-share", work / seconds / m_rate, "ratio", reachable(share), Better::Higher});
        return {};
    }

    Result<void> pass(const std::string& name, std::vector<std::vector<std::uint32_t>> kept) {
        const fs::path folder = m_scratch.folder(name);
        ModelPass pass(PassSpec::uniform(m_model->linears().size(), m_grid));
        for (const auto& positions : kept) pass.spec.kept += positions.size();
        pass.kept = std::move(kept);
        pass.sink = [&](std::int64_t layer, const std::vector<PackedLinear>& linears, const std::vector<QuantizeFigures>&) {
            char file[40];
            std::snprintf(file, sizeof file, "layer-%03lld.safetensors", static_cast<long long>(layer));
            return writePackedLayer(folder / file, linears, {});
        };
        PassSeconds seconds;
        pass.seconds = &seconds;
        TACQ_CHECK(quantizeModel(m_model, m_calibration, pass, m_compute, {}));
        // For whoever looks for what to speed up; not part of the table. The last two are of all threads together.
        std::fprintf(stderr, "%s: load %.2f, forward %.2f, hessian %.2f, factor %.2f, solve %.2f s; clip search %.2f, columns %.2f thread seconds\n", name.c_str(),
                     seconds.load, seconds.forward, seconds.hessian, seconds.factor, seconds.solve, seconds.grid, seconds.columns);
        return {};
    }

    Result<void> sketch() {
        SaliencyMeta meta;
        meta.grid = m_grid;
        const auto linears = m_model->linears();
        meta.linears.assign(linears.begin(), linears.end());
        return writeSaliencySketch(m_scratch.folder("sketch"), meta, *m_model, m_scratch.folder("gradient") / "gradient.safetensors",
                                   m_scratch.folder("simulation"), {});
    }

    Result<void> select(Selection& selection) {
        const auto k = static_cast<std::uint64_t>(std::floor(kOutliers * weights()));
        TACQ_TRY(selection, selectKept(Method::Tacq, k, 0, *m_model, m_scratch.folder("gradient") / "gradient.safetensors", m_scratch.folder("simulation"), {}));
        return {};
    }

    void finish() {
        Row total{"pipeline", 0, "s", 0, Better::Lower};
        for (const Row& row : m_rows)
            if (row.unit == "s") total.value += row.value, total.limit += row.limit;
        m_rows.push_back(total);
        struct rusage usage {};
        ::getrusage(RUSAGE_SELF, &usage);
        const double scale = std::max(1.0, static_cast<double>(m_model->parameters()) / kPeakParameters);
        m_rows.push_back({"peak-rss", static_cast<double>(usage.ru_maxrss) * 1024 / 1e9, "GB", kPeakBytes / 1e9 * scale, Better::Lower});
    }

    std::shared_ptr<const Checkpoint> m_model;
    Calibration m_calibration;
    Compute m_compute;
    GridOptions m_grid;
    double m_rate;
    Scratch m_scratch;
    std::vector<Row> m_rows;
};

/// How many times longer the pipeline takes beside one busy process a core than alone.
Result<std::vector<Row>> besideBusy(const std::function<std::unique_ptr<PipelineBench>()>& fresh) {
    std::vector<double> ratios;
    for (int pair = 0; pair < kPairs; ++pair) {
        const auto alone = fresh(), beside = fresh();
        TACQ_CHECK(alone->run());
        {
            const BusyCores busy;
            TACQ_CHECK(beside->run());
        }
        ratios.push_back(beside->seconds() / alone->seconds());
        std::fprintf(stderr, "alone %.2f s, beside busy cores %.2f s: %.2f times as long\n", alone->seconds(), beside->seconds(), ratios.back());
    }
    std::nth_element(ratios.begin(), ratios.begin() + kPairs / 2, ratios.end());
    return std::vector<Row>{{"beside-busy", ratios[kPairs / 2], "ratio", kBesideBusy, Better::Lower}};
}

Result<void> benchPipeline(const Options& options) {
    const fs::path resources = findResources();
    TACQ_TRY(auto opened, Checkpoint::open(options.model.empty() ? findSample() : fs::path(options.model)));
    const auto model = std::make_shared<const Checkpoint>(std::move(opened));
    ComputeOptions wanted;
    wanted.device = options.device;
    wanted.dtype = options.dtype;
    wanted.threads = options.threads;
    TACQ_TRY(Compute compute, resolveCompute(wanted));
    TACQ_TRY(const Tokenizer tokenizer, Tokenizer::fromCheckpoint(*model));
    const char* data = std::getenv("TACQ_DATA");
    const std::string& task = options.tokensFile.empty() ? options.task : options.tokensFile;
    TACQ_TRY(Calibration calibration, makeCalibration(task, options.sampling, {resources, data ? data : ""}, tokenizer, model->config().contextLength));
    const double rate = measureGemmRate(compute.device, compute.type, compute.device == "cpu" ? 2048 : 8192, 10);
    const auto fresh = [&] { return std::make_unique<PipelineBench>(model, calibration, compute, options.bits, rate); };
    auto bench = fresh();
    TACQ_CHECK(bench->run());
    std::vector<Row> rows = bench->rows();
    if (options.besideBusy) {
        TACQ_TRY(rows, besideBusy(fresh));
    }
    (options.json ? printJson : printTable)(rows, bench->machine());
    return {};
}

}  // namespace

int main(int argc, char** argv) {
    Options options;
    CLI::App app{"Time the pipeline's stages against this machine's own float32 matrix product rate.\nExample: bench_pipeline --samples 16 --tokens 128"};
    app.add_option("--model", options.model, "model (default: the bundled sample)");
    app.add_option("--task", options.task, "calibration task")->capture_default_str();
    app.add_option("--tokens-file", options.tokensFile, "calibration ids (.safetensors with `tokens`) instead of a task");
    app.add_option("--samples", options.sampling.samples, "calibration rows")->capture_default_str()->check(CLI::PositiveNumber);
    app.add_option("--tokens", options.sampling.tokens, "tokens a row")->capture_default_str()->check(CLI::PositiveNumber);
    app.add_option("--bits", options.bits, "bits per weight")->capture_default_str()->check(CLI::Range(2, 8));
    app.add_option("--threads", options.threads, "0: one per core")->capture_default_str();
    app.add_option("--device", options.device, "cpu or cuda[:N]")->capture_default_str();
    app.add_option("--dtype", options.dtype, "f32 or bf16; shares are of this type's rate")->capture_default_str();
    app.add_flag("--beside-busy", options.besideBusy, "instead: five runs alone and five beside one busy process a core, in turns; the median of the ratios");
    app.add_flag("--json", options.json, "one JSON object instead of a table");
    CLI11_PARSE(app, argc, argv);
    const auto done = benchPipeline(options);
    if (done.ok()) return 0;
    std::fprintf(stderr, "%s\n", formatError(done.error()).c_str());
    return exitCode(done.error().code);
}
