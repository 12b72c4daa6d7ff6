#include <optional>

#include "base/fields.h"
#include "numerics/grid_json.h"
#include "store/sketch_files.h"
#include "tacq/checkpoint/described.h"
#include "tacq/store/saliency_artifact.h"

namespace tacq {
namespace {

constexpr std::size_t kMostLinears = static_cast<std::size_t>(kMostLayers) * 64, kMostDense = std::size_t{1} << 20;
constexpr std::int64_t kMostCount = std::int64_t{1} << 53;
constexpr const char* kAgain = "run `tacq workspace verify`, then the saliency again";

Error damaged(const std::string& what, const std::string& context) { return {ErrorCode::InvalidFile, what, context, kAgain}; }

Fields fieldsOf(const Json& json, const std::string& context) { return {json, FieldErrors{.context = context, .hint = kAgain}}; }

Result<LinearInfo> linearOf(Fields& fields) {
    LinearInfo linear;
    linear.name = fields.text("name");
    linear.layer = fields.integer("layer", std::nullopt, 0);
    const auto kind = linearKindNamed(fields.text("kind"));
    linear.rows = fields.integer("rows", std::nullopt, 1);
    linear.columns = fields.integer("columns", std::nullopt, 1);
    if (!kind) fields.wrong("kind", "the kind of a linear");
    TACQ_CHECK(fields.done());
    linear.kind = *kind;
    TACQ_CHECK(checkDescribed(linear, fields.context()));
    return linear;
}

Result<TensorInfo> denseOf(const Json& json, const std::string& context) {
    Fields fields = fieldsOf(json, context);
    TensorInfo tensor;
    tensor.name = fields.text("name");
    const auto type = tensorTypeNamed(fields.text("type"));
    tensor.bytes = static_cast<std::uint64_t>(fields.integer("bytes", std::nullopt, 0));
    tensor.shape = fields.integers("shape", {});
    if (!type) fields.wrong("type", "the type of a tensor");
    TACQ_CHECK(fields.done());
    TACQ_CHECK(checkDescribed(tensor, context));
    tensor.type = *type;
    return tensor;
}

Json figuresJson(const SaliencyMeta::MatrixFigures& f) {
    return {{"gradientSum", f.gradientSum}, {"saliencySum", f.saliencySum}, {"saliencyMax", f.saliencyMax}, {"deltaSquared", f.deltaSquared}, {"firstOrder", f.firstOrder}};
}

Result<SaliencyMeta::MatrixFigures> figuresOf(Fields& linear) {
    const Json* json = linear.object("figures");
    if (!json) linear.wrong("figures", "an object");
    TACQ_CHECK(linear.done());
    Fields fields = fieldsOf(*json, linear.context());
    const SaliencyMeta::MatrixFigures figures{fields.realOrNan("gradientSum"), fields.realOrNan("saliencySum"), fields.realOrNan("saliencyMax"), fields.realOrNan("deltaSquared"), fields.realOrNan("firstOrder")};
    TACQ_CHECK(fields.done());
    return figures;
}

Result<Method> methodOf(Fields& fields, const std::string& context) {
    // What was made before there was a choice says nothing.
    const std::string method = fields.text("method", std::string(methodName(Method::Tacq)));
    TACQ_CHECK(fields.done());
    const auto known = parseMethod(method);
    if (known.ok() && keepsWeights(known.value())) return known;
    return Error{ErrorCode::UnsupportedFormat, "the saliency is by the score \"" + method + "\", which this program does not know", context, "update this program"};
}

}  // namespace

std::string saliencyMetaToJson(const SaliencyMeta& meta) {
    Json json{{"sketchVersion", kSketchVersion},
              {"modelIdentity", meta.modelIdentity},
              {"modelPath", meta.modelPath},
              {"modelName", meta.modelName},
              {"taskName", meta.taskName},
              {"gradientKey", meta.gradientKey},
              {"simulationKey", meta.simulationKey},
              {"grid", gridJson(meta.grid)},
              {"samples", meta.samples},
              {"tokens", meta.tokens},
              {"seed", meta.seed},
              {"calibrationMeanNll", meta.calibrationMeanNll},
              {"dtype", meta.dtype},
              {"method", std::string(methodName(meta.method))}};
    Json& linears = json["linears"] = Json::array();
    for (std::size_t i = 0; i < meta.linears.size(); ++i) {
        const LinearInfo& linear = meta.linears[i];
        linears.push_back({{"name", linear.name},
                           {"layer", linear.layer},
                           {"kind", std::string(linearKindName(linear.kind))},
                           {"rows", linear.rows},
                           {"columns", linear.columns},
                           {"figures", figuresJson(i < meta.figures.size() ? meta.figures[i] : SaliencyMeta::MatrixFigures{})}});
    }
    Json& dense = json["dense"] = Json::array();
    for (const TensorInfo& tensor : meta.dense)
        dense.push_back({{"name", tensor.name}, {"type", std::string(tensorTypeName(tensor.type))}, {"shape", tensor.shape}, {"bytes", tensor.bytes}});
    return dumpJson(json, 1);
}

Result<SaliencyMeta> saliencyMetaFromJson(const std::string& text, const std::string& context) {
    TACQ_TRY(const Json json, parseJson(text, context));
    Fields fields = fieldsOf(json, context);
    SaliencyMeta meta;
    if (const Json* version = fields.value("sketchVersion"); version && *version != kSketchVersion)
        return Error{ErrorCode::UnsupportedFormat, "the saliency has sketch version " + dumpJson(*version).substr(0, 40) + ", this program reads " + std::to_string(kSketchVersion),
                     context, "update this program, or run the saliency again"};
    (void)fields.integer("sketchVersion", std::nullopt);
    meta.modelIdentity = fields.text("modelIdentity");
    meta.modelPath = fields.text("modelPath");
    meta.modelName = fields.text("modelName");
    meta.taskName = fields.text("taskName");
    meta.gradientKey = fields.text("gradientKey");
    meta.simulationKey = fields.text("simulationKey");
    meta.samples = fields.integer("samples", std::nullopt, 0, kMostCount);
    meta.tokens = fields.integer("tokens", std::nullopt, 0, kMostCount);
    meta.seed = fields.natural("seed");
    meta.calibrationMeanNll = fields.realOrNan("calibrationMeanNll");
    meta.dtype = fields.text("dtype");
    const Json* gridJson = fields.object("grid");
    if (!gridJson) fields.wrong("grid", "an object");
    const Json &linears = fields.list("linears"), &dense = fields.list("dense");
    for (const char* list : {"linears", "dense"})
        if (!fields.has(list)) fields.wrong(list, "a list");
    TACQ_CHECK(fields.done());
    TACQ_TRY(meta.method, methodOf(fields, context));
    const auto grid = gridOf(*gridJson, context);
    if (!grid.ok()) return damaged(grid.error().message, context);
    meta.grid = grid.value();
    if (linears.size() > kMostLinears || dense.size() > kMostDense) return damaged("it lists more tensors than a model can have", context);
    for (const Json& item : linears) {
        Fields described = fieldsOf(item, context);
        TACQ_TRY(LinearInfo linear, linearOf(described));
        TACQ_TRY(const auto figures, figuresOf(described));
        meta.linears.push_back(std::move(linear));
        meta.figures.push_back(figures);
    }
    for (const Json& item : dense) {
        TACQ_TRY(TensorInfo tensor, denseOf(item, context));
        meta.dense.push_back(std::move(tensor));
    }
    return meta;
}

}  // namespace tacq
