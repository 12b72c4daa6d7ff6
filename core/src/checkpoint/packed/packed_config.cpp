#include <algorithm>

#include "base/fields.h"
#include "checkpoint/packed/packed_grid.h"
#include "checkpoint/packed/packed_reader.h"
#include "tacq/numerics/packed_part.h"

namespace tacq {
namespace {

constexpr JsonLimits kConfigLimits{32, 2'000'000};

Result<Json> quantizationConfig(const std::string& configText, const std::string& context) {
    TACQ_TRY(const Json json, parseJson(configText, context, kConfigLimits));
    const auto found = json.find("quantization_config");
    return found == json.end() || !found->is_object() ? Json::object() : Json(*found);
}

Result<GridOptions> checkedGrid(Fields& fields, const GridOptions& grid) {
    if (fields.problem()) return *fields.problem();
    if (auto valid = validate(grid); !valid.ok())
        return Error{ErrorCode::InvalidFile, "quantization_config: " + valid.error().message, fields.context(), "get an undamaged copy of the checkpoint"};
    return grid;
}

}  // namespace

std::string packedPrefix(const std::string& tensorName) {
    return tensorName.ends_with(".weight") ? tensorName.substr(0, tensorName.size() - 7) : tensorName;
}

Result<std::optional<Json>> packedBaseConfig(const Json& config, const std::string& context) {
    if (const auto type = config.find("model_type"); type == config.end() || *type != kPackedModelType) return std::optional<Json>();
    const auto base = config.find("base_config"), quantization = config.find("quantization_config");
    if (base == config.end() || !base->is_object() || quantization == config.end() || !quantization->is_object())
        return Error{ErrorCode::InvalidFile, "the packed checkpoint's config.json lacks base_config or quantization_config", context, "get an undamaged copy of the checkpoint"};
    Json whole = *base;
    whole["quantization_config"] = *quantization;
    return std::optional(std::move(whole));
}

Result<std::vector<std::string>> packedChanged(const Json& config, const std::string& context) {
    std::vector<std::string> names;
    const auto changed = config.find("changed");
    if (changed == config.end()) return names;
    const auto isText = [](const Json& name) { return name.is_string(); };
    if (!changed->is_array() || !std::all_of(changed->begin(), changed->end(), isText))
        return Error{ErrorCode::InvalidFile, "\"changed\" is not a list of tensor names", context, "get an undamaged copy of the checkpoint"};
    for (const Json& name : *changed) names.push_back(name.get<std::string>());
    return names;
}

Result<bool> isPackedConfig(const std::string& configText, const std::string& context) {
    TACQ_TRY(const Json quantization, quantizationConfig(configText, context));
    Fields fields(quantization, context);
    if (fields.text("quant_method", "") != "tacq") return false;
    const std::int64_t version = fields.integer("version", std::nullopt, 0, INT64_MAX);
    if (fields.problem()) return *fields.problem();
    if (version < 1 || version > kPackedVersion)
        return Error{ErrorCode::UnsupportedFormat, "packed checkpoints of version " + std::to_string(version) + " are not known to this program", context,
                     "update the program, or export again with this one"};
    return true;
}

Result<void> checkFormat(const std::map<std::string, std::string>& metadata, const std::string& context) {
    constexpr const char* kHint = "update the program, or export again with this one";
    const auto found = metadata.find("format"), parts = metadata.find(kPartsKey);
    const std::string format = found == metadata.end() ? "nothing" : found->second;
    if (format == kPackedFormat) return {};
    if (format != kPackedFormatWithParts || parts == metadata.end() || parts->second.empty())
        return Error{ErrorCode::UnsupportedFormat, "packed weights declare format \"" + format.substr(0, 40) + "\" where \"" + kPackedFormat + "\" is expected", context, kHint};
    std::string_view rest = parts->second;
    while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        if (const std::string_view name = rest.substr(0, comma); !findPackedPart(name))
            return Error{ErrorCode::UnsupportedFormat, "packed weights have parts \"" + std::string(name.substr(0, 40)) + "\", which this program does not know", context, kHint};
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return {};
}

Result<void> checkPackedMetadata(const CheckpointData& data) {
    for (const SafetensorsFile& file : data.safetensors) TACQ_CHECK(checkFormat(file.metadata(), data.path.string()));
    return {};
}

Result<std::map<std::string, GridOptions>> readPackedGrids(const std::string& configText, const std::vector<LinearInfo>& linears, const std::string& context) {
    TACQ_TRY(const Json quantization, quantizationConfig(configText, context));
    Fields fields(quantization, context);
    if (!fields.has("bits")) return Error{ErrorCode::InvalidFile, "quantization_config has no bits", context, "get an undamaged copy of the checkpoint"};
    TACQ_TRY(const GridOptions common, checkedGrid(fields, readPackedGrid(fields, GridOptions{})));
    std::map<std::string, GridOptions> grids;
    for (const LinearInfo& linear : linears) grids.emplace(linear.name, common);
    const Json* overrides = fields.object("overrides");
    if (fields.problem()) return *fields.problem();
    if (!overrides) return grids;
    for (const auto& [name, value] : overrides->items()) {
        const auto grid = grids.find(name);
        if (grid == grids.end())
            return Error{ErrorCode::InvalidFile, "quantization_config overrides \"" + name.substr(0, 120) + "\", which is not a quantized tensor", context,
                         "get an undamaged copy of the checkpoint"};
        const Json object = value.is_object() ? Json(value) : Json{{"bits", value}};
        Fields inner(object, context + ": overrides: " + name);
        TACQ_TRY(grid->second, checkedGrid(inner, readPackedGrid(inner, common)));
    }
    return grids;
}

}  // namespace tacq
