#include "model/weight_reader.h"

#include <algorithm>
#include <mutex>
#include <optional>

#include "tacq/base/half.h"
#include "tacq/base/parallel.h"

namespace tacq {
namespace {

constexpr std::int64_t kPieceElements = 1 << 16;  // a thread's float scratch when the destination is bf16: 256 KiB

std::string shapeText(const std::vector<std::int64_t>& shape) {
    std::string text = "[";
    for (std::size_t i = 0; i < shape.size(); ++i) text += (i ? ", " : "") + std::to_string(shape[i]);
    return text + "]";
}

/// Rows [begin, end) into a float32 or bf16 destination.
Result<void> readPiece(const Checkpoint& checkpoint, const std::string& name, std::int64_t begin, std::int64_t end, std::int64_t columns,
                       const torch::Tensor& destination, std::vector<float>& scratch) {
    const auto count = static_cast<std::size_t>((end - begin) * columns);
    if (destination.scalar_type() == torch::kFloat32)
        return checkpoint.readRows(name, begin, end, {destination.data_ptr<float>() + begin * columns, count});
    scratch.resize(count);
    TACQ_CHECK(checkpoint.readRows(name, begin, end, scratch));
    auto* out = reinterpret_cast<std::uint16_t*>(destination.data_ptr<at::BFloat16>()) + begin * columns;
    floatToBfloat(scratch, {out, count});
    return {};
}

}  // namespace

WeightReader::WeightReader(std::shared_ptr<const Checkpoint> checkpoint, torch::Device device, torch::ScalarType type)
    : m_checkpoint(std::move(checkpoint)), m_device(device), m_type(type) {}

Result<torch::Tensor> WeightReader::read(const std::string& name, const std::vector<std::int64_t>& shape) const {
    const TensorInfo* info = m_checkpoint->find(name);
    const std::string file = m_checkpoint->path().filename().string();
    if (!info) return Error{ErrorCode::NotFound, "the checkpoint has no tensor '" + name + "'", file, "check that the download is complete"};
    if (info->shape != shape)
        return Error{ErrorCode::InvalidFile, "tensor '" + name + "' has shape " + shapeText(info->shape) + " where config.json implies " + shapeText(shape),
                     file, "weights and config.json do not belong together"};
    if (m_type == torch::kFloat32 && m_device.is_cpu())
        if (const auto values = m_checkpoint->mappedFloats(name); !values.empty()) return mapped(name, values, shape);
    return converted(name, shape);
}

torch::Tensor WeightReader::mapped(const std::string& name, std::span<const float> values, const std::vector<std::int64_t>& shape) const {
    const auto done = [checkpoint = m_checkpoint, name](void*) { checkpoint->release(name); };
    return torch::from_blob(const_cast<float*>(values.data()), shape, done, torch::kFloat32);
}

Result<torch::Tensor> WeightReader::converted(const std::string& name, const std::vector<std::int64_t>& shape) const {
    const std::int64_t rows = shape.size() > 1 ? shape[0] : 1;
    auto tensor = torch::empty(shape, m_type);
    const std::int64_t columns = tensor.numel() / std::max<std::int64_t>(rows, 1);
    const std::int64_t piece = std::max<std::int64_t>(1, kPieceElements / std::max<std::int64_t>(columns, 1));
    std::mutex mutex;
    std::optional<Error> failure;
    parallelFor(static_cast<std::size_t>(rows), static_cast<std::size_t>(piece), [&](std::size_t begin, std::size_t end) {
        std::vector<float> scratch;
        for (auto row = static_cast<std::int64_t>(begin); row < static_cast<std::int64_t>(end); row += piece) {
            const auto last = std::min(row + piece, static_cast<std::int64_t>(end));
            const auto read = readPiece(*m_checkpoint, name, row, last, columns, tensor, scratch);
            if (read.ok()) continue;
            const std::lock_guard lock(mutex);
            failure = read.error();
            return;
        }
    });
    m_checkpoint->release(name);
    if (failure) return *failure;
    return m_device.is_cpu() ? tensor : tensor.to(m_device);
}

}  // namespace tacq
