#include "saliency/gradient_sums.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <map>

#include "tacq/checkpoint/safetensors.h"

namespace tacq {
namespace fs = std::filesystem;
using torch::Tensor;

namespace {

constexpr const char* kRowLoss = "rows.nll";
constexpr const char* kFingerprint = "tacq.fingerprint";
constexpr const char* kBegunLayer = "begun_layer";
/// Elements of one weight-gradient slice: small enough to stay in the last-level cache until it has been added up.
constexpr std::int64_t kSliceElements = 1 << 20;

template <typename T>
std::span<const std::byte> bytesOf(const T* data, std::size_t count) {
    return std::as_bytes(std::span(data, count));
}

bool restoreTensor(const SafetensorsFile& file, const LinearInfo& linear, Tensor& sum) {
    const SafetensorsEntry* entry = file.find(linear.name);
    if (!entry || entry->dtype != "F32" || entry->shape != std::vector<std::int64_t>{linear.rows, linear.columns}) return false;
    Tensor host = at::empty({linear.rows, linear.columns}, torch::kFloat32);
    std::memcpy(host.mutable_data_ptr<float>(), file.bytes(*entry).data(), entry->bytes);
    file.release(*entry);
    sum.copy_(host);
    return true;
}

}  // namespace

GradientSums::GradientSums(std::span<const LinearInfo> linears, torch::Device device) : m_linears(linears), m_device(device) {
    for (const LinearInfo& linear : linears) {
        try {
            m_sums.push_back(at::zeros({linear.rows, linear.columns}, at::TensorOptions(torch::kFloat32).device(device)));
        } catch (const c10::OutOfMemoryError&) {
            if (device.is_cpu()) throw;
            m_sums.push_back(at::zeros({linear.rows, linear.columns}, torch::kFloat32));
        }
    }
}

Tensor GradientSums::slice(std::int64_t rows, std::int64_t columns, torch::ScalarType type) {
    if (!m_scratch.defined() || m_scratch.numel() < rows * columns || m_scratch.scalar_type() != type)
        m_scratch = at::empty({rows * columns}, at::TensorOptions(type).device(m_device));
    return m_scratch.narrow(0, 0, rows * columns).view({rows, columns});
}

void GradientSums::add(std::size_t index, const Tensor& dy, const Tensor& input) {
    Tensor& sum = m_sums[index];
    const std::int64_t rows = sum.size(0), columns = sum.size(1);
    const std::int64_t slices = std::max<std::int64_t>(1, rows * columns / kSliceElements);
    const std::int64_t step = (rows + slices - 1) / slices;
    for (std::int64_t begin = 0; begin < rows; begin += step) {
        const std::int64_t count = std::min(step, rows - begin);
        Tensor product = slice(count, columns, dy.scalar_type());
        at::mm_out(product, dy.narrow(1, begin, count).t(), input);
        sum.narrow(0, begin, count).add_(product.abs_().to(sum.device()));
    }
}

std::vector<double> GradientSums::totals() const {
    std::vector<double> totals;
    for (const Tensor& sum : m_sums) totals.push_back(sum.sum(torch::kFloat64).item<double>());
    return totals;
}

Result<void> GradientSums::save(const fs::path& file, const std::string& fingerprint) const {
    std::vector<SafetensorsWriter::Declaration> declarations;
    std::map<std::string, const Tensor*> byName;
    for (std::size_t i = 0; i < m_sums.size(); ++i) {
        declarations.push_back({m_linears[i].name, "F32", {m_linears[i].rows, m_linears[i].columns}});
        byName[m_linears[i].name] = &m_sums[i];
    }
    declarations.push_back({kRowLoss, "F64", {static_cast<std::int64_t>(rowNll.size())}});
    std::map<std::string, std::string> metadata{{kFingerprint, fingerprint}};
    if (begunLayer >= 0) metadata[kBegunLayer] = std::to_string(begunLayer);
    TACQ_TRY(auto writer, SafetensorsWriter::create(file, std::move(declarations), metadata));
    for (const auto& declaration : writer.order()) {
        if (declaration.name == kRowLoss) {
            TACQ_CHECK(writer.append(bytesOf(rowNll.data(), rowNll.size())));
            continue;
        }
        const Tensor host = byName.at(declaration.name)->to(torch::kCPU).contiguous();
        TACQ_CHECK(writer.append(bytesOf(host.const_data_ptr<float>(), static_cast<std::size_t>(host.numel()))));
    }
    return writer.finish();
}

bool GradientSums::restore(const fs::path& file, const std::string& fingerprint, std::size_t rows) {
    std::error_code ec;
    if (!fs::exists(file, ec)) return false;
    const auto opened = SafetensorsFile::open(file);
    if (!opened.ok()) return false;
    const SafetensorsFile& partial = opened.value();
    const auto found = partial.metadata().find(kFingerprint);
    const SafetensorsEntry* loss = partial.find(kRowLoss);
    if (found == partial.metadata().end() || found->second != fingerprint || !loss || loss->dtype != "F64" || loss->bytes > rows * sizeof(double))
        return false;
    for (std::size_t i = 0; i < m_sums.size(); ++i) {
        if (restoreTensor(partial, m_linears[i], m_sums[i])) continue;
        for (std::size_t j = 0; j <= i; ++j) m_sums[j].zero_();
        return false;
    }
    if (const auto begun = partial.metadata().find(kBegunLayer); begun != partial.metadata().end()) begunLayer = std::atoll(begun->second.c_str());
    rowNll.resize(loss->bytes / sizeof(double));
    std::memcpy(rowNll.data(), partial.bytes(*loss).data(), loss->bytes);
    return true;
}

}  // namespace tacq
