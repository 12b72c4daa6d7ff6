#include "numerics/grid_json.h"

#include <limits>

namespace tacq {
namespace {

/// Reads members one after another and remembers the first that cannot be read.
class Members {
public:
    Members(const Json& object, bool optional) : m_object(object), m_optional(optional) {}

    template <typename Value, typename Is>
    void read(const char* name, Is is, Value& value) {
        if (m_wrong) return;
        const auto found = m_object.find(name);
        if (found == m_object.end() && m_optional) return;
        if (found == m_object.end() || !is(*found)) m_wrong = name;
        else value = found->template get<Value>();
    }
    const char* wrong() const { return m_wrong; }

private:
    const Json& m_object;
    bool m_optional;
    const char* m_wrong = nullptr;
};

bool isWhole(const Json& json) {
    return json.is_number_integer() && json.get<double>() >= -1 && json.get<double>() <= static_cast<double>(std::numeric_limits<std::int32_t>::max());
}

}  // namespace

std::string gridText(const GridOptions& grid) {
    return "bits=" + std::to_string(grid.bits) + " group=" + std::to_string(grid.groupSize) + (grid.symmetry == Symmetry::Symmetric ? " symmetric" : " asymmetric") +
           (grid.scaleType == ScaleType::F32 ? " f32" : " f16");
}

Json gridJson(const GridOptions& grid) {
    return {{"bits", grid.bits},
            {"groupSize", grid.groupSize},
            {"symmetric", grid.symmetry == Symmetry::Symmetric},
            {"scaleDtype", grid.scaleType == ScaleType::F32 ? "f32" : "f16"}};
}

Result<GridOptions> gridOf(const Json& json, const std::string& context, const std::optional<GridOptions>& defaults) {
    const auto refuse = [&context](const std::string& what) { return Error{ErrorCode::InvalidFile, what, context, ""}; };
    if (!json.is_object()) return refuse("a grid must be a JSON object");
    GridOptions grid = defaults.value_or(GridOptions{});
    bool symmetric = grid.symmetry == Symmetry::Symmetric;
    std::string scale = grid.scaleType == ScaleType::F32 ? "f32" : "f16";
    Members members(json, defaults.has_value());
    members.read("bits", isWhole, grid.bits);
    members.read("groupSize", isWhole, grid.groupSize);
    members.read("symmetric", [](const Json& value) { return value.is_boolean(); }, symmetric);
    members.read("scaleDtype", [](const Json& value) { return value == "f16" || value == "f32"; }, scale);
    if (members.wrong()) return refuse(std::string("the grid's ") + members.wrong() + " is missing or cannot be");
    grid.symmetry = symmetric ? Symmetry::Symmetric : Symmetry::Asymmetric;
    grid.scaleType = scale == "f32" ? ScaleType::F32 : ScaleType::F16;
    if (const auto valid = validate(grid); !valid.ok()) return refuse(valid.error().message);
    return grid;
}

std::string gridToJson(const GridOptions& grid) { return dumpJson(gridJson(grid)); }

Result<GridOptions> gridFromJson(const std::string& text, const std::string& context, const std::optional<GridOptions>& defaults) {
    TACQ_TRY(const Json json, parseJson(text, context));
    return gridOf(json, context, defaults);
}

}  // namespace tacq
