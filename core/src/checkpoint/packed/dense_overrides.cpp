#include "tacq/checkpoint/dense_overrides.h"

#include <algorithm>
#include <memory>
#include <unordered_map>

#include "checkpoint/hf/folder_writer.h"
#include "checkpoint/packed/codes8.h"
#include "checkpoint/packed/dense_file.h"
#include "tacq/base/half.h"
#include "tacq/checkpoint/packed_folder.h"

namespace tacq {
namespace {

bool isCodes8(const TensorInfo& tensor) { return tensor.type == TensorType::Q8_0; }

Result<void> check(const TensorInfo& tensor) {
    const bool plain = tensor.type == TensorType::F32 || tensor.type == TensorType::F16 || tensor.type == TensorType::BF16;
    const bool sized = !tensor.shape.empty() && std::all_of(tensor.shape.begin(), tensor.shape.end(), [](std::int64_t n) { return n > 0; });
    if (sized && (plain || (isCodes8(tensor) && tensor.shape.size() == 2))) return {};
    return Error{ErrorCode::InvalidArgument, "a changed tensor cannot be stored as " + std::string(tensorTypeName(tensor.type)) + " in this shape", tensor.name, "use F32, F16, BF16, or Q8_0 for a matrix"};
}

}  // namespace

DenseOverrides DenseOverrides::fromValues(std::vector<DenseTensor> tensors, std::string config) {
    DenseOverrides overrides;
    overrides.config = std::move(config);
    auto held = std::make_shared<std::unordered_map<std::string, DenseTensor>>();
    for (DenseTensor& tensor : tensors) {
        overrides.tensors.push_back({tensor.name, tensor.type, tensor.shape, 0});
        held->emplace(tensor.name, std::move(tensor));
    }
    overrides.values = [held](const std::string& name, std::int64_t begin, std::int64_t end, std::span<float> out) -> Result<void> {
        const auto found = held->find(name);
        const std::size_t columns = end > begin ? out.size() / static_cast<std::size_t>(end - begin) : 0, first = static_cast<std::size_t>(begin) * columns;
        if (found == held->end() || found->second.values.size() < first + out.size()) return Error{ErrorCode::Internal, "values and shape of a changed tensor differ", name, "report this defect"};
        std::copy_n(found->second.values.begin() + static_cast<std::ptrdiff_t>(first), out.size(), out.begin());
        return {};
    };
    return overrides;
}

Result<void> writeDenseOverrides(const std::filesystem::path& file, const DenseOverrides& overrides, const RunContext& context) {
    std::vector<SafetensorsWriter::Declaration> declared;
    for (const TensorInfo& tensor : overrides.tensors) {
        TACQ_CHECK(check(tensor));
        if (!isCodes8(tensor)) declared.push_back({tensor.name, std::string(tensorTypeName(tensor.type)), tensor.shape});
        else for (auto& part : declareCodes8(tensor)) declared.push_back(std::move(part));
    }
    std::map<std::string, std::string> metadata{{"format", kDenseFormat}};
    if (!overrides.config.empty()) metadata[kDenseConfigKey] = overrides.config;
    TACQ_TRY(auto writer, SafetensorsWriter::create(file, std::move(declared), metadata));
    for (const TensorInfo& tensor : overrides.tensors) {
        if (isCodes8(tensor)) TACQ_CHECK(writeCodes8(writer, tensor, overrides.values, context));
        else TACQ_CHECK(writeValues(writer, tensor, std::string(tensorTypeName(tensor.type)), overrides.values, context));
    }
    return writer.finish();
}

void roundToStored(TensorType type, std::int64_t columns, std::span<float> values) {
    if (type == TensorType::Q8_0) return roundTripCodes8(values, columns);
    for (float& value : values) {
        if (type == TensorType::F16) value = halfToFloat(floatToHalf(value));
        if (type == TensorType::BF16) value = bfloatToFloat(floatToBfloat(value));
    }
}

}  // namespace tacq
