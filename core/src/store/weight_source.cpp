#include "store/weight_source.h"

#include <algorithm>

#include "tacq/base/parallel.h"
#include "tacq/checkpoint/quantized_folder.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

Error missing(const std::string& what, const std::string& context) {
    return {ErrorCode::NotFound, what, context, "run the saliency again with the model in place"};
}

}  // namespace

Result<WeightSource> WeightSource::open(std::vector<LinearInfo> linears, const Checkpoint* model, const fs::path& gradientFile,
                                        const fs::path& simulationFolder) {
    WeightSource source;
    source.m_linears = std::move(linears);
    source.m_model = model;
    source.m_simulation = simulationFolder;
    if (gradientFile.empty()) return source;
    TACQ_TRY(source.m_gradient, SafetensorsFile::open(gradientFile));
    for (const LinearInfo& linear : source.m_linears) {
        const SafetensorsEntry* entry = source.m_gradient->find(linear.name);
        if (!entry || entry->dtype != "F32" || entry->shape != std::vector<std::int64_t>{linear.rows, linear.columns})
            return Error{ErrorCode::InvalidFile, "the gradient of \"" + linear.name + "\" is missing or has another shape than the model", gradientFile.string(),
                         "run `tacq workspace verify`, then the saliency again"};
    }
    return source;
}

Result<std::span<const float>> WeightSource::gradientOf(const LinearInfo& linear) const {
    if (!m_gradient) return missing("the gradients of this saliency are not in the workspace any more", linear.name);
    return m_gradient->typed<float>(linear.name, "F32");
}

Result<void> WeightSource::readWeight(const LinearInfo& linear, std::int64_t begin, std::int64_t end, WeightBand& band) const {
    if (!m_model) return missing("the model is not attached, so single weights cannot be shown", linear.name);
    const auto first = static_cast<std::size_t>(begin * linear.columns), count = static_cast<std::size_t>((end - begin) * linear.columns);
    if (const auto mapped = m_model->mappedFloats(linear.name); !mapped.empty()) {
        band.weight = mapped.subspan(first, count);
        return {};
    }
    band.weightStorage.resize(count);
    band.weight = band.weightStorage;
    return m_model->readRows(linear.name, begin, end, band.weightStorage);
}

Result<const PackedLayerFile*> WeightSource::blockOf(std::int64_t layer) const {
    if (m_simulation.empty()) return missing("the simulated weights of this saliency are not in the workspace any more", layerFile({}, layer).string());
    const std::lock_guard guard(m_blocks->mutex);
    auto found = m_blocks->files.find(layer);
    if (found == m_blocks->files.end()) {
        TACQ_TRY(PackedLayerFile file, PackedLayerFile::open(layerFile(m_simulation, layer)));
        found = m_blocks->files.emplace(layer, std::move(file)).first;
    }
    return &found->second;
}

Result<void> WeightSource::readQuantized(const LinearInfo& linear, std::int64_t begin, std::int64_t end, WeightBand& band) const {
    TACQ_TRY(const PackedLayerFile* block, blockOf(linear.layer));
    const std::ptrdiff_t found = block->find(linear.name);
    const auto at = static_cast<std::size_t>(found);
    if (found < 0 || block->rows(at) != linear.rows || block->columns(at) != linear.columns)
        return Error{ErrorCode::InvalidFile, "\"" + linear.name + "\" is missing or has another shape than the model",
                     layerFile(m_simulation, linear.layer).string(), "run `tacq workspace verify`, then the saliency again"};
    TACQ_TRY(const PackedLinear rows, block->readRows(at, begin, end));
    band.quantizedStorage.resize(static_cast<std::size_t>((end - begin) * linear.columns));
    band.quantized = band.quantizedStorage;
    dequantizeRows(rows, 0, rows.rows, band.quantizedStorage);
    return {};
}

Result<void> WeightSource::read(std::size_t matrix, std::int64_t begin, std::int64_t end, WeightParts wanted, WeightBand& band) const {
    const LinearInfo& linear = m_linears[matrix];
    band.gradient = band.weight = band.quantized = {};
    if (wanted.has(WeightPart::Gradient)) {
        TACQ_TRY(const auto gradient, gradientOf(linear));
        band.gradient = gradient.subspan(static_cast<std::size_t>(begin * linear.columns), static_cast<std::size_t>((end - begin) * linear.columns));
    }
    if (wanted.has(WeightPart::Weight)) TACQ_CHECK(readWeight(linear, begin, end, band));
    if (wanted.has(WeightPart::Quantized)) TACQ_CHECK(readQuantized(linear, begin, end, band));
    return {};
}

void WeightSource::release(std::size_t matrix) const {
    if (m_gradient)
        if (const SafetensorsEntry* entry = m_gradient->find(m_linears[matrix].name)) m_gradient->release(*entry);
    if (m_model) m_model->release(m_linears[matrix].name);
    const std::lock_guard guard(m_blocks->mutex);
    const auto block = m_blocks->files.find(m_linears[matrix].layer);
    if (block == m_blocks->files.end()) return;
    if (const std::ptrdiff_t at = block->second.find(m_linears[matrix].name); at >= 0) block->second.release(static_cast<std::size_t>(at));
}

std::int64_t bandRows(const LinearInfo& linear) {
    const std::int64_t rows = (std::int64_t{256} << 10) / std::max<std::int64_t>(linear.columns, 1);
    return std::max<std::int64_t>(8, rows / 8 * 8);
}

Result<void> forEachBand(const LinearInfo& linear,
                         const std::function<Result<void>(std::size_t, std::int64_t, std::int64_t, WeightBand&)>& body) {
    const std::int64_t height = bandRows(linear);
    const auto bands = static_cast<std::size_t>((linear.rows + height - 1) / height);
    std::mutex mutex;
    std::optional<Error> failure;
    parallelFor(bands, 1, [&](std::size_t begin, std::size_t end) {
        WeightBand scratch;
        for (std::size_t band = begin; band < end; ++band) {
            const std::int64_t first = static_cast<std::int64_t>(band) * height;
            if (auto done = body(band, first, std::min(linear.rows, first + height), scratch); !done.ok()) {
                const std::lock_guard guard(mutex);
                if (!failure) failure = done.error();
                return;
            }
        }
    });
    if (failure) return *failure;
    return {};
}

}  // namespace tacq
