#pragma once
// What each command can be asked, with its defaults: the one place that says them. The table of options (command_spec.h) takes its defaults from here,
// the window fills these in, the engine reads them, and history keeps them as JSON.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/budget/ledger.h"
#include "tacq/budget/recipe.h"
#include "tacq/budget/tuning.h"
#include "tacq/checkpoint/packed_folder.h"
#include "tacq/numerics/packed.h"
#include "tacq/numerics/score.h"
#include "tacq/task/task.h"

namespace tacq {

// Every request has
//   toJson()    one JSON object of parameters as runCommand() takes them: what shapes the work most (model, task, samples, tokens, bits, budget) always,
//               the rest where it differs from its default. Empty texts and values that are not set are left out.
//   fromJson()  the inverse, strict as the command line is: InvalidArgument names the option that is missing, unknown, of another type or out of range.
// Global options (workspace, device, threads …) may stand in the JSON and are not part of a request, but for the seed of the samples.

/// Which token sequences a stage runs over: --task, --samples, --tokens, --packing, --loss, --seed.
struct CalibrationRequest {
    std::string task;          ///< a name, a file, or a mix
    SampleOptions sampling;    ///< answerOnly: the gradient's loss too is taken over the answers only
};

/// The calibration in a stored request of any command, as far as it can be read: what is missing or cannot be has its default.
CalibrationRequest storedCalibration(std::string_view method, const std::string& json);
/// `auto`, `windows`, `items`, `joined`; what is none of them is Auto.
std::string_view packingName(Packing packing);
Packing packingNamed(std::string_view name);

/// --embedding-bits and --tensor-dtype: what is not quantized.
struct DenseOptions {
    EmbeddingBits embeddingBits = EmbeddingBits::Source16;
    std::string tensorDtype = "source";  ///< source, f16, bf16, f32
};

/// Gradients and a simulated quantization: `saliency`.
struct SaliencyRequest {
    std::string model;
    CalibrationRequest calibration;
    GridOptions grid;
    std::string toJson() const;
    static Result<SaliencyRequest> fromJson(const std::string& json);
};

/// The whole way to a checkpoint: `quantize`.
struct QuantizeRequest {
    std::string model, out;
    CalibrationRequest calibration;
    GridOptions grid;
    BudgetRequest budget;
    Method method = Method::Tacq;
    DenseOptions dense;
    std::string format = "hf";
    Recipe recipe;
    bool verify = true, force = false;
    std::string steps;         ///< what follows the pass, as parseSteps() (tacq/budget/tuning.h) reads it; empty: nothing
    std::string toJson() const;
    static Result<QuantizeRequest> fromJson(const std::string& json);
};

/// A finished run again, with circuit tuning: `tune`.
struct TuneRequest {
    std::string run, out;
    TuningOptions tuning;
    std::string train = "scales,kept,gains";  ///< takes the place of tuning's own flags
    std::string format;        ///< empty: the run's
    bool verify = true, force = false;
    std::string toJson() const;
    static Result<TuneRequest> fromJson(const std::string& json);
    /// As `--steps` of quantize would say it. InvalidArgument: `train` names something unknown.
    Result<std::string> steps() const;
};

/// Sizes and kept weights of a budget over a saliency: `budget`.
struct SizesRequest {
    std::string artifact;
    BudgetRequest budget;
    std::optional<int> bits;                  ///< this and the next three: as simulated unless given
    std::optional<std::int64_t> groupSize;
    bool symmetric = false;                   ///< true: symmetric whatever was simulated
    std::optional<ScaleType> scaleType;
    DenseOptions dense;
    Recipe recipe;
    bool mixed = false;                       ///< choose a width for every tensor; the four below are about that
    std::vector<int> widths{2, 3, 4, 8};
    bool vllmSafe = false, ggufSafe = false;
    std::string recipeOut;
    std::string toJson() const;
    static Result<SizesRequest> fromJson(const std::string& json);
    /// The simulated grid, with what was asked for in its place.
    GridOptions gridOver(const GridOptions& simulated) const;
};

/// A run's result or a model for other programs: `export`.
struct ExportRequest {
    std::string source, out, format;
    DenseOptions dense;
    bool verify = true, force = false;
    std::uint64_t maxShardSize = 0;           ///< tensor bytes a weight file at most; 0: five gigabytes
    std::string grid;                         ///< of `gguf`: the type of its blocks (`gguf:q4_k`); empty: what holds the model as it is
    bool dryRun = false;                      ///< sizes and what is lost only
    std::string toJson() const;
    static Result<ExportRequest> fromJson(const std::string& json);
};
/// Between formats, without calibration: `convert`. The request is export's, whose source is a model.
struct ConvertRequest : ExportRequest {
    bool lossy = false;                       ///< what does not fit may be rounded to what does
    std::string toJson() const;
    static Result<ConvertRequest> fromJson(const std::string& json);
};

/// The text that models are measured on: a text file in windows, or a file of rows.
struct WindowRequest {
    std::string textFile, tokensFile;
    std::int64_t window = 0, maxWindows = 0;  ///< maxWindows 0: all
    bool addBos = false;
};
struct PerplexityRequest {
    std::string model;
    WindowRequest text;
    std::string toJson() const;
    static Result<PerplexityRequest> fromJson(const std::string& json);
};
struct CompareRequest {
    std::string modelA, modelB;
    WindowRequest text;
    std::string toJson() const;
    static Result<CompareRequest> fromJson(const std::string& json);
};

/// One metric of a model on a text: `evaluate`.
struct EvaluateRequest {
    std::string model, metric = "perplexity";
    std::string against;                      ///< for metrics that compare with the original
    WindowRequest text;
    std::string toJson() const;
    static Result<EvaluateRequest> fromJson(const std::string& json);
};

struct GenerateRequest {
    std::string model, prompt, against;
    std::int64_t maxTokens = 64;
    double temperature = 0;
    bool chat = false;                        ///< the prompt is a message, put into the model's chat template
    std::string toJson() const;
    static Result<GenerateRequest> fromJson(const std::string& json);
};

/// What a task looks like to a model: `task-show`.
struct TaskShowRequest {
    TaskShowRequest() { calibration.sampling.samples = 4; }
    std::string model;
    CalibrationRequest calibration;
    std::int64_t show = 0;                    ///< samples printed; 0: all
    std::string toJson() const;
    static Result<TaskShowRequest> fromJson(const std::string& json);
};

/// The same saliency by another score: `circuit-score`.
struct ScoreRequest {
    std::string saliency;
    Method method = Method::Tacq;
    std::string toJson() const;
    static Result<ScoreRequest> fromJson(const std::string& json);
};

/// How two circuits overlap: `circuit-compare`.
struct OverlapRequest {
    std::string a, b;
    double outliers = BudgetRequest{}.outlierFraction;
    std::string toJson() const;
    static Result<OverlapRequest> fromJson(const std::string& json);
};

/// One page about a run: `report`.
struct ReportRequest {
    std::string run, out;
    bool force = false;
    std::string toJson() const;
    static Result<ReportRequest> fromJson(const std::string& json);
};

/// The same command again: `runs-rerun`.
struct RerunRequest {
    std::string run, out;
    bool force = false;
    std::string toJson() const;
    static Result<RerunRequest> fromJson(const std::string& json);
};

struct ProbeRequest {
    double seconds = 5;
    std::string toJson() const;
    static Result<ProbeRequest> fromJson(const std::string& json);
};

}  // namespace tacq
