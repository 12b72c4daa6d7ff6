#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>

#include "base/json_integer.h"
#include "numerics/grid_json.h"
#include "store/sketch_files.h"
#include "tacq/checkpoint/described.h"
#include "tacq/store/saliency_artifact.h"

namespace tacq {
namespace {

constexpr std::size_t kMostLinears = static_cast<std::size_t>(kMostLayers) * 64, kMostDense = std::size_t{1} << 20;
constexpr std::int64_t kAny = std::numeric_limits<std::int64_t>::max(), kMostCount = std::int64_t{1} << 53;

/// Complains as the JSON library does about a missing member: saliencyMetaFromJson() says whose it is.
std::int64_t integer(const Json& json, const char* key, std::int64_t low, std::int64_t high) {
    const auto value = integerOf(json, key, low, high);
    if (!value) throw std::out_of_range("\"" + std::string(key) + "\" is no whole number from " + std::to_string(low) + " to " + std::to_string(high));
    return *value;
}

// JSON has no NaN: null stands for it.
double number(const Json& json, const char* key) {
    const Json& value = json.at(key);
    return value.is_null() ? std::numeric_limits<double>::quiet_NaN() : value.get<double>();
}

Error damaged(const std::string& what, const std::string& context) {
    return {ErrorCode::InvalidFile, what, context, "run `tacq workspace verify`, then the saliency again"};
}

Result<LinearInfo> linearOf(const Json& json, const std::string& context) {
    LinearInfo linear;
    linear.name = json.at("name").get<std::string>();
    linear.layer = integer(json, "layer", 0, kAny);
    const auto kind = linearKindNamed(json.at("kind").get<std::string>());
    linear.rows = integer(json, "rows", 1, kAny);
    linear.columns = integer(json, "columns", 1, kAny);
    if (!kind) return damaged("the kind of \"" + linear.name + "\" is unknown", context);
    linear.kind = *kind;
    TACQ_CHECK(checkDescribed(linear, context));
    return linear;
}

Result<TensorInfo> denseOf(const Json& json, const std::string& context) {
    TensorInfo tensor;
    tensor.name = json.at("name").get<std::string>();
    const auto type = tensorTypeNamed(json.at("type").get<std::string>());
    tensor.bytes = static_cast<std::uint64_t>(integer(json, "bytes", 0, kAny));
    for (const Json& size : json.at("shape")) tensor.shape.push_back(size.is_number_integer() ? size.get<std::int64_t>() : -1);
    TACQ_CHECK(checkDescribed(tensor, context));
    if (!type) return damaged("the type of \"" + tensor.name + "\" is unknown", context);
    tensor.type = *type;
    return tensor;
}

Json figuresJson(const SaliencyMeta::MatrixFigures& f) {
    return {{"gradientSum", f.gradientSum}, {"saliencySum", f.saliencySum}, {"saliencyMax", f.saliencyMax}, {"deltaSquared", f.deltaSquared}, {"firstOrder", f.firstOrder}};
}

SaliencyMeta::MatrixFigures figuresOf(const Json& json) {
    return {number(json, "gradientSum"), number(json, "saliencySum"), number(json, "saliencyMax"), number(json, "deltaSquared"), number(json, "firstOrder")};
}

Result<SaliencyMeta> metaOf(const Json& json, const std::string& context) {
    SaliencyMeta meta;
    if (const Json& version = json.at("sketchVersion"); version != kSketchVersion)
        return Error{ErrorCode::UnsupportedFormat, "the saliency has sketch version " + dumpJson(version).substr(0, 40) + ", this program reads " + std::to_string(kSketchVersion),
                     context, "update this program, or run the saliency again"};
    meta.modelIdentity = json.at("modelIdentity").get<std::string>();
    meta.modelPath = json.at("modelPath").get<std::string>();
    meta.modelName = json.at("modelName").get<std::string>();
    meta.taskName = json.at("taskName").get<std::string>();
    meta.gradientKey = json.at("gradientKey").get<std::string>();
    meta.simulationKey = json.at("simulationKey").get<std::string>();
    const auto grid = gridOf(json.at("grid"), context);
    if (!grid.ok()) return damaged(grid.error().message, context);
    meta.grid = grid.value();
    meta.samples = integer(json, "samples", 0, kMostCount);
    meta.tokens = integer(json, "tokens", 0, kMostCount);
    if (!json.at("seed").is_number_unsigned()) return damaged("the seed is no whole number", context);
    meta.seed = json.at("seed").get<std::uint64_t>();
    meta.calibrationMeanNll = number(json, "calibrationMeanNll");
    meta.dtype = json.at("dtype").get<std::string>();
    // What was made before there was a choice says nothing.
    const std::string method = json.value("method", std::string(methodName(Method::Tacq)));
    const auto known = parseMethod(method);
    if (!known.ok() || !keepsWeights(known.value()))
        return Error{ErrorCode::UnsupportedFormat, "the saliency is by the score \"" + method + "\", which this program does not know", context, "update this program"};
    meta.method = known.value();
    if (json.at("linears").size() > kMostLinears || json.at("dense").size() > kMostDense) return damaged("it lists more tensors than a model can have", context);
    for (const Json& item : json.at("linears")) {
        TACQ_TRY(LinearInfo linear, linearOf(item, context));
        meta.linears.push_back(std::move(linear));
        meta.figures.push_back(figuresOf(item.at("figures")));
    }
    for (const Json& item : json.at("dense")) {
        TACQ_TRY(TensorInfo tensor, denseOf(item, context));
        meta.dense.push_back(std::move(tensor));
    }
    return meta;
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
    try {
        return metaOf(json, context);
    } catch (const std::exception& e) {
        return damaged(std::string("the saliency's description cannot be read: ") + e.what(), context);
    }
}

}  // namespace tacq
