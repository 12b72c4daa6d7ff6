#include "tacq/checkpoint/packed_layer.h"

#include <algorithm>
#include <utility>

#include "base/fields.h"
#include "base/mapped_guard.h"
#include "checkpoint/packed/packed_grid.h"
#include "checkpoint/packed/packed_layout.h"
#include "checkpoint/packed/packed_reader.h"

namespace tacq {
namespace {

constexpr const char* kLinearsKey = "linears";

Json describe(const PackedLinear& linear) {
    Json description{{"name", linear.name}, {"rows", linear.rows}, {"columns", linear.columns}};
    description.update(packedGridJson(linear.grid));
    return description;
}

Result<StoredTensor> findLinear(const Json& description, const SafetensorsFile& file, const std::string& context) {
    Fields fields(description, context);
    const std::string name = fields.text("name", "");
    const std::int64_t rows = fields.integer("rows", std::nullopt, 1, INT32_MAX - 1), columns = fields.integer("columns", std::nullopt, 1, INT32_MAX);
    const GridOptions grid = readPackedGrid(fields);
    if (fields.problem()) return *fields.problem();
    if (auto valid = validate(grid); !valid.ok()) return Error{ErrorCode::InvalidFile, valid.error().message, context + ": " + name, "delete the file; it will be made again"};
    const TensorFinder find = [&](const std::string& part) {
        const SafetensorsEntry* entry = file.find(part);
        return entry ? FoundTensor{entry, file.bytes(*entry)} : FoundTensor{};
    };
    return findPackedLinear(name, rows, columns, grid, find, context);
}

}  // namespace

Result<void> writePackedLayer(const std::filesystem::path& file, const std::vector<PackedLinear>& linears, const std::map<std::string, std::string>& metadata) {
    std::vector<SafetensorsWriter::Declaration> tensors;
    std::vector<PackedShape> shapes;
    Json descriptions = Json::array();
    for (const PackedLinear& linear : linears) {
        TACQ_CHECK(validate(linear));
        shapes.push_back(linear.shape());
        for (const PartFile part : {PartFile::Weights, PartFile::Outliers})
            for (auto& declared : declareParts(shapes.back(), part, PartTypes::Actual)) tensors.push_back(std::move(declared));
        descriptions.push_back(describe(linear));
    }
    auto all = metadata;
    nameFormat(shapes, all);
    all[kLinearsKey] = dumpJson(descriptions);
    TACQ_TRY(auto writer, SafetensorsWriter::create(file, std::move(tensors), all));
    for (const PackedLinear& linear : linears) {
        for (const PartFile part : {PartFile::Weights, PartFile::Outliers}) TACQ_CHECK(writeParts(writer, linear, part));
    }
    return writer.finish();
}

Result<std::vector<StoredTensor>> packedLayerTensors(const SafetensorsFile& file, const std::string& context) {
    const auto& metadata = file.metadata();
    const auto described = metadata.find(kLinearsKey);
    TACQ_CHECK(checkFormat(metadata, context));
    if (described == metadata.end())
        return Error{ErrorCode::UnsupportedFormat, "not a file of packed linears that this program knows", context, "delete the file; it will be made again"};
    TACQ_TRY(const Json descriptions, parseJson(described->second, context, {4, 1'000'000}));
    std::vector<StoredTensor> linears;
    for (const Json& description : descriptions) {
        if (!description.is_object()) return Error{ErrorCode::InvalidFile, "a linear's description is not an object", context, "delete the file; it will be made again"};
        TACQ_TRY(auto linear, findLinear(description, file, context));
        linears.push_back(std::move(linear));
    }
    return linears;
}

struct PackedLayerFile::State {
    SafetensorsFile file;
    std::vector<StoredTensor> linears;   ///< their bytes lie in the map
};

PackedLayerFile::PackedLayerFile(std::unique_ptr<State> state) : m_state(std::move(state)) {}
PackedLayerFile::PackedLayerFile(PackedLayerFile&&) noexcept = default;
PackedLayerFile& PackedLayerFile::operator=(PackedLayerFile&&) noexcept = default;
PackedLayerFile::~PackedLayerFile() = default;

Result<PackedLayerFile> PackedLayerFile::open(const std::filesystem::path& path) {
    TACQ_TRY(SafetensorsFile file, SafetensorsFile::open(path));
    auto state = std::make_unique<State>(State{std::move(file), {}});
    TACQ_TRY(state->linears, packedLayerTensors(state->file, path.string()));
    return PackedLayerFile(std::move(state));
}

std::size_t PackedLayerFile::size() const { return m_state->linears.size(); }

std::ptrdiff_t PackedLayerFile::find(const std::string& name) const {
    const auto& linears = m_state->linears;
    const auto found = std::find_if(linears.begin(), linears.end(), [&](const StoredTensor& linear) { return linear.info.name == name; });
    return found == linears.end() ? -1 : found - linears.begin();
}

std::int64_t PackedLayerFile::rows(std::size_t linear) const { return m_state->linears.at(linear).rows(); }
std::int64_t PackedLayerFile::columns(std::size_t linear) const { return m_state->linears.at(linear).columns(); }

PackedShape PackedLayerFile::shape(std::size_t linear) const {
    return m_state->linears.at(linear).packed.shape;
}

Result<PackedLinear> PackedLayerFile::readRows(std::size_t linear, std::int64_t begin, std::int64_t end) const {
    const StoredTensor& stored = m_state->linears.at(linear);
    auto rows = readPackedRows(stored, begin, end);
    // Zeros in place of a file that shrank may pass for codes, or fail as damaged ones.
    for (const auto range : stored.ranges()) TACQ_CHECK(checkMapped(range));
    return rows;
}

void PackedLayerFile::release(std::size_t linear) const {
    for (const auto range : m_state->linears.at(linear).ranges()) releaseMapped(range);
}

Result<std::vector<PackedLinear>> readPackedLayer(const std::filesystem::path& path) {
    TACQ_TRY(const PackedLayerFile file, PackedLayerFile::open(path));
    std::vector<PackedLinear> linears;
    for (std::size_t i = 0; i < file.size(); ++i) {
        TACQ_TRY(auto linear, file.readRows(i, 0, file.rows(i)));
        linears.push_back(std::move(linear));
    }
    return linears;
}

}  // namespace tacq
