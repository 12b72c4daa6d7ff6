#include "tacq/command/requests.h"

#include <algorithm>
#include <concepts>
#include <type_traits>

#include "command/request_io.h"

namespace tacq {
namespace {

constexpr Words<Packing, 4> kPackings{{{Packing::Auto, "auto"}, {Packing::Windows, "windows"}, {Packing::Items, "items"}, {Packing::Joined, "joined"}}};
constexpr Words<bool, 2> kLosses{{{false, "all"}, {true, "answer"}}};

// Each list below is a request's whole content, in the order in which its JSON has it. `io` reads or writes; `usual` is what nobody has to say.

template <typename Io, typename Calibration>
void list(Io& io, Calibration& calibration, const CalibrationRequest& usual) {
    io.field("task", calibration.task, usual.task, Say::Always);
    io.field("samples", calibration.sampling.samples, usual.sampling.samples, Say::Always);
    io.field("tokens", calibration.sampling.tokens, usual.sampling.tokens, Say::Always);
    io.field("seed", calibration.sampling.seed, usual.sampling.seed, Say::IfOther);
    io.choice("packing", calibration.sampling.packing, usual.sampling.packing, kPackings);
    io.choice("loss", calibration.sampling.answerOnly, usual.sampling.answerOnly, kLosses);
}

template <typename Io, typename Dense>
void listDense(Io& io, Dense& dense) {
    io.embeddings(dense.embeddingBits);
    io.choice("tensorDtype", dense.tensorDtype, DenseOptions{}.tensorDtype, Say::IfOther);
}

/// A flag that says the opposite of a member.
template <typename Io, typename Bool>
void listNot(Io& io, const char* key, Bool& value) {
    bool opposite = !value;
    io.flag(key, opposite);
    if constexpr (!std::is_const_v<Bool>) value = !opposite;
}

template <typename Io, typename Windows>
void listWindows(Io& io, Windows& text) {
    io.field("textFile", text.textFile, "", Say::Always);
    io.field("window", text.window, std::int64_t{0}, Say::IfOther);
    io.field("maxWindows", text.maxWindows, std::int64_t{0}, Say::IfOther);
    io.flag("addBos", text.addBos);
    io.field("tokensFile", text.tokensFile, "", Say::Always);
    io.windows(text);
}

template <typename Io, typename T>
    requires std::same_as<std::remove_const_t<T>, SaliencyRequest>
void list(Io& io, T& request) {
    io.field("model", request.model, "", Say::Always);
    list(io, request.calibration, CalibrationRequest{});
    io.grid(request.grid);
}

template <typename Io, typename T>
    requires std::same_as<std::remove_const_t<T>, QuantizeRequest>
void list(Io& io, T& request) {
    const QuantizeRequest usual;
    io.field("model", request.model, "", Say::Always);
    io.field("out", request.out, "", Say::Always);
    list(io, request.calibration, usual.calibration);
    io.grid(request.grid);
    io.budget(request.budget, Say::Always);
    io.method(request.method, usual.method, Say::IfOther);
    listDense(io, request.dense);
    io.field("format", request.format, usual.format, Say::IfOther);
    io.recipe(request.recipe);
    listNot(io, "noVerify", request.verify);
    io.flag("force", request.force);
    io.field("steps", request.steps, "", Say::IfOther);
}

template <typename Io, typename T>
    requires std::same_as<std::remove_const_t<T>, TuneRequest>
void list(Io& io, T& request) {
    const TuneRequest usual;
    io.run(request.run);
    io.field("out", request.out, "", Say::Always);
    io.field("epochs", request.tuning.epochs, usual.tuning.epochs, Say::Always);
    io.field("train", request.train, usual.train, Say::IfOther);
    io.field("lrScales", request.tuning.scaleRate, usual.tuning.scaleRate, Say::IfOther);
    io.field("lrKept", request.tuning.keptRate, usual.tuning.keptRate, Say::IfOther);
    io.field("lrGains", request.tuning.gainRate, usual.tuning.gainRate, Say::IfOther);
    io.field("holdOut", request.tuning.holdOut, usual.tuning.holdOut, Say::IfOther);
    io.field("batch", request.tuning.batch, usual.tuning.batch, Say::IfOther);
    io.field("patience", request.tuning.patience, usual.tuning.patience, Say::IfOther);
    io.field("format", request.format, usual.format, Say::IfOther);
    listNot(io, "noVerify", request.verify);
    io.flag("force", request.force);
}

template <typename Io, typename T>
    requires std::same_as<std::remove_const_t<T>, SizesRequest>
void list(Io& io, T& request) {
    io.field("artifact", request.artifact, "", Say::Always);
    io.overrides(request);
    io.budget(request.budget, Say::IfOther);
    listDense(io, request.dense);
    io.recipe(request.recipe);
    io.flag("mixed", request.mixed);
    io.widths(request);
    io.flag("vllmSafe", request.vllmSafe);
    io.flag("ggufSafe", request.ggufSafe);
    io.field("recipeOut", request.recipeOut, "", Say::IfOther);
}

template <typename Io, typename T>
    requires std::same_as<std::remove_const_t<T>, ExportRequest> || std::same_as<std::remove_const_t<T>, ConvertRequest>
void list(Io& io, T& request) {
    io.field("source", request.source, "", Say::Always);
    io.field("out", request.out, "", Say::Always);
    io.field("format", request.format, "", Say::Always);
    listDense(io, request.dense);
    listNot(io, "noVerify", request.verify);
    io.flag("force", request.force);
    io.field("maxShardSize", request.maxShardSize, std::uint64_t{0}, Say::IfOther);
    io.field("grid", request.grid, "", Say::IfOther);
    io.flag("dryRun", request.dryRun);
    if constexpr (std::same_as<std::remove_const_t<T>, ConvertRequest>) io.flag("lossy", request.lossy);
}

template <typename Io, typename T>
    requires std::same_as<std::remove_const_t<T>, PerplexityRequest>
void list(Io& io, T& request) {
    io.field("model", request.model, "", Say::Always);
    listWindows(io, request.text);
}

template <typename Io, typename T>
    requires std::same_as<std::remove_const_t<T>, CompareRequest>
void list(Io& io, T& request) {
    io.field("modelA", request.modelA, "", Say::Always);
    io.field("modelB", request.modelB, "", Say::Always);
    listWindows(io, request.text);
}

template <typename Io, typename T>
    requires std::same_as<std::remove_const_t<T>, EvaluateRequest>
void list(Io& io, T& request) {
    io.field("model", request.model, "", Say::Always);
    io.field("metric", request.metric, EvaluateRequest{}.metric, Say::Always);
    io.field("against", request.against, "", Say::IfOther);
    listWindows(io, request.text);
}

template <typename Io, typename T>
    requires std::same_as<std::remove_const_t<T>, GenerateRequest>
void list(Io& io, T& request) {
    const GenerateRequest usual;
    io.field("model", request.model, "", Say::Always);
    io.prompt(request.prompt);
    io.field("maxTokens", request.maxTokens, usual.maxTokens, Say::Always);
    io.field("temperature", request.temperature, usual.temperature, Say::IfOther);
    io.flag("chat", request.chat);
    io.field("against", request.against, "", Say::IfOther);
}

template <typename Io, typename T>
    requires std::same_as<std::remove_const_t<T>, TaskShowRequest>
void list(Io& io, T& request) {
    const TaskShowRequest usual;
    io.field("model", request.model, "", Say::Always);
    list(io, request.calibration, usual.calibration);
    io.choice("split", request.calibration.sampling.split, usual.calibration.sampling.split, Say::IfOther);
    io.field("show", request.show, usual.show, Say::IfOther);
}

template <typename Io, typename T>
    requires std::same_as<std::remove_const_t<T>, ScoreRequest>
void list(Io& io, T& request) {
    io.field("saliency", request.saliency, "", Say::Always);
    io.method(request.method, Method::Tacq, Say::Always);
}

template <typename Io, typename T>
    requires std::same_as<std::remove_const_t<T>, OverlapRequest>
void list(Io& io, T& request) {
    io.field("a", request.a, "", Say::Always);
    io.field("b", request.b, "", Say::Always);
    io.field("outliers", request.outliers, OverlapRequest{}.outliers, Say::IfOther);
}

template <typename Io, typename T>
    requires std::same_as<std::remove_const_t<T>, ReportRequest> || std::same_as<std::remove_const_t<T>, RerunRequest>
void list(Io& io, T& request) {
    io.run(request.run);
    io.field("out", request.out, "", Say::Always);
    io.flag("force", request.force);
}

template <typename Io, typename T>
    requires std::same_as<std::remove_const_t<T>, ProbeRequest>
void list(Io& io, T& request) {
    io.field("seconds", request.seconds, ProbeRequest{}.seconds, Say::Always);
}

template <typename Request>
std::string written(const Request& request) {
    RequestWriter writer;
    list(writer, request);
    return dumpJson(writer.json());
}

template <typename Request>
Result<Request> parsed(const char* method, const std::string& json) {
    TACQ_TRY(Params params, Params::parse(*findCommand(method), json));
    Request request = readRequest<Request>(params);
    TACQ_CHECK(params.finish());
    return request;
}

}  // namespace

template <typename Request>
Request readRequest(Params& params) {
    Request request;
    RequestReader reader(params);
    list(reader, request);
    return request;
}

#define TACQ_REQUEST(Type, method)                                                                  \
    template Type readRequest<Type>(Params&);                                                       \
    std::string Type::toJson() const { return written(*this); }                                     \
    Result<Type> Type::fromJson(const std::string& json) { return parsed<Type>(method, json); }

TACQ_REQUEST(SaliencyRequest, "saliency")
TACQ_REQUEST(QuantizeRequest, "quantize")
TACQ_REQUEST(TuneRequest, "tune")
TACQ_REQUEST(SizesRequest, "budget")
TACQ_REQUEST(ExportRequest, "export")
TACQ_REQUEST(ConvertRequest, "convert")
TACQ_REQUEST(PerplexityRequest, "perplexity")
TACQ_REQUEST(CompareRequest, "compare")
TACQ_REQUEST(EvaluateRequest, "evaluate")
TACQ_REQUEST(GenerateRequest, "generate")
TACQ_REQUEST(TaskShowRequest, "task-show")
TACQ_REQUEST(ScoreRequest, "circuit-score")
TACQ_REQUEST(OverlapRequest, "circuit-compare")
TACQ_REQUEST(ReportRequest, "report")
TACQ_REQUEST(RerunRequest, "runs-rerun")
TACQ_REQUEST(ProbeRequest, "probe")
#undef TACQ_REQUEST

CalibrationRequest storedCalibration(std::string_view method, const std::string& json) {
    CalibrationRequest calibration;
    const CommandSpec* command = findCommand(method);
    if (command == nullptr || command->find("samples") == nullptr) return calibration;
    auto params = Params::parse(*command, json);
    if (!params.ok()) return calibration;
    RequestReader reader(params.value());
    list(reader, calibration, CalibrationRequest{});
    return calibration;
}

std::string_view packingName(Packing packing) {
    for (const auto& [one, word] : kPackings)
        if (one == packing) return word;
    return {};
}

Packing packingNamed(std::string_view name) {
    for (const auto& [one, word] : kPackings)
        if (name == word) return one;
    return Packing::Auto;
}

Result<std::string> TuneRequest::steps() const {
    TuningOptions wanted = tuning;
    std::string sets = train;
    std::replace(sets.begin(), sets.end(), ',', '+');
    auto named = parseSteps(std::string(kTuningStep) + ":train=" + sets);
    if (!named.ok()) return Error{ErrorCode::InvalidArgument, named.error().message, "--train", "name some of scales, kept, gains and biases, between commas"};
    wanted.scales = named.value()->scales;
    wanted.kept = named.value()->kept;
    wanted.gains = named.value()->gains;
    wanted.biases = named.value()->biases;
    return stepsText(wanted);
}

GridOptions SizesRequest::gridOver(const GridOptions& simulated) const {
    GridOptions grid = simulated;
    if (bits) grid.bits = *bits;
    if (groupSize) grid.groupSize = *groupSize;
    if (symmetric) grid.symmetry = Symmetry::Symmetric;
    if (scaleType) grid.scaleType = *scaleType;
    return grid;
}

}  // namespace tacq
