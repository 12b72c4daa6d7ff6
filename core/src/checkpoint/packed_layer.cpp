#include "checkpoint/config_fields.h"
#include "checkpoint/packed_layout.h"
#include "checkpoint/packed_reader.h"

namespace tacq {
namespace {

constexpr const char* kLinearsKey = "linears";

Json describe(const PackedLinear& linear) {
    return {{"name", linear.name}, {"rows", linear.rows}, {"columns", linear.columns}, {"bits", linear.grid.bits}, {"group_size", linear.grid.groupSize},
            {"symmetric", linear.grid.symmetry == Symmetry::Symmetric}};
}

Result<PackedLinear> readLinear(const Json& description, const SafetensorsFile& file, const std::string& context) {
    ConfigFields fields(description, context);
    const std::string name = fields.text("name", "");
    const std::int64_t rows = fields.integer("rows", std::nullopt, 1, INT32_MAX - 1), columns = fields.integer("columns", std::nullopt, 1, INT32_MAX);
    GridOptions grid;
    grid.bits = static_cast<int>(fields.integer("bits", std::nullopt, 2, 8));
    grid.groupSize = fields.integer("group_size", std::nullopt, -1, std::int64_t{1} << 24);
    grid.symmetry = fields.flag("symmetric", false) ? Symmetry::Symmetric : Symmetry::Asymmetric;
    if (fields.problem()) return *fields.problem();
    if (auto valid = validate(grid); !valid.ok()) return Error{ErrorCode::InvalidFile, valid.error().message, context + ": " + name, "delete the file; it will be made again"};
    const TensorFinder find = [&](const std::string& part) {
        const SafetensorsEntry* entry = file.find(part);
        return entry ? FoundTensor{entry, file.bytes(*entry)} : FoundTensor{};
    };
    TACQ_TRY(const StoredTensor tensor, findPackedLinear(name, rows, columns, grid, find, context));
    return readPackedRows(tensor, 0, rows);
}

}  // namespace

Result<void> writePackedLayer(const std::filesystem::path& file, const std::vector<PackedLinear>& linears, const std::map<std::string, std::string>& metadata) {
    std::vector<SafetensorsWriter::Declaration> tensors;
    Json descriptions = Json::array();
    for (const PackedLinear& linear : linears) {
        TACQ_CHECK(validate(linear));
        for (auto& part : declareDensePart(linear.shape())) tensors.push_back(std::move(part));
        for (auto& part : declareSparsePart(linear.shape(), linear.valueType == ValueType::F16 ? "F16" : "BF16")) tensors.push_back(std::move(part));
        descriptions.push_back(describe(linear));
    }
    auto all = metadata;
    all["format"] = kPackedFormat;
    all[kLinearsKey] = dumpJson(descriptions);
    TACQ_TRY(auto writer, SafetensorsWriter::create(file, std::move(tensors), all));
    for (const PackedLinear& linear : linears) {
        TACQ_CHECK(writeDensePart(writer, linear));
        TACQ_CHECK(writeSparsePart(writer, linear));
    }
    return writer.finish();
}

Result<std::vector<PackedLinear>> readPackedLayer(const std::filesystem::path& path) {
    TACQ_TRY(const SafetensorsFile file, SafetensorsFile::open(path));
    const auto format = file.metadata().find("format"), described = file.metadata().find(kLinearsKey);
    if (format == file.metadata().end() || format->second != kPackedFormat || described == file.metadata().end())
        return Error{ErrorCode::UnsupportedFormat, "not a file of packed linears that this program knows", path.string(), "delete the file; it will be made again"};
    TACQ_TRY(const Json descriptions, parseJson(described->second, path.string(), {4, 1'000'000}));
    std::vector<PackedLinear> linears;
    for (const Json& description : descriptions) {
        if (!description.is_object()) return Error{ErrorCode::InvalidFile, "a linear's description is not an object", path.string(), "delete the file; it will be made again"};
        TACQ_TRY(auto linear, readLinear(description, file, path.string()));
        linears.push_back(std::move(linear));
    }
    return linears;
}

}  // namespace tacq
