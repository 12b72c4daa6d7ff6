#include "checkpoint/gguf/gguf_writer.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <unordered_set>
#include <utility>

#include "checkpoint/gguf/dequantize.h"
#include "checkpoint/gguf/ggml_types.h"

namespace tacq {
namespace {

constexpr std::uint64_t kAlignment = 32;
constexpr std::size_t kLongestName = 63;

std::uint64_t padded(std::uint64_t bytes) { return (bytes + kAlignment - 1) / kAlignment * kAlignment; }

template <typename T> void put(std::string& out, T value) {
    char bytes[sizeof(T)];
    std::memcpy(bytes, &value, sizeof(T));
    out.append(bytes, sizeof(T));
}

/// Everything before the data, padding included.
std::string headerText(const GgufMetadata& metadata, std::span<const GgufDeclaration> tensors) {
    std::string text = "GGUF";
    put<std::uint32_t>(text, 3);
    put<std::int64_t>(text, static_cast<std::int64_t>(tensors.size()));
    put<std::int64_t>(text, metadata.count());
    text += metadata.bytes();
    std::uint64_t offset = 0;
    for (const GgufDeclaration& tensor : tensors) {
        put<std::uint64_t>(text, tensor.name.size());
        text += tensor.name;
        put<std::uint32_t>(text, static_cast<std::uint32_t>(tensor.shape.size()));
        for (auto size = tensor.shape.rbegin(); size != tensor.shape.rend(); ++size) put<std::int64_t>(text, *size);
        put<std::uint32_t>(text, ggmlNumber(tensor.type).value_or(0));
        put<std::uint64_t>(text, offset);
        offset += padded(tensor.bytes());
    }
    text.append(padded(text.size()) - text.size(), '\0');
    return text;
}

Error misuse(std::string what, const std::string& context) { return {ErrorCode::Internal, std::move(what), context, "report this defect"}; }

Result<void> checkDeclarations(std::span<const GgufDeclaration> tensors, const std::string& context) {
    std::unordered_set<std::string_view> names;
    for (const GgufDeclaration& tensor : tensors) {
        const std::string where = context + ": " + tensor.name;
        if (tensor.name.empty() || tensor.name.size() > kLongestName || !names.insert(tensor.name).second) return misuse("a tensor name is empty, double or too long", where);
        if (tensor.shape.empty() || tensor.shape.size() > 4) return misuse("a tensor has " + std::to_string(tensor.shape.size()) + " dimensions", where);
        if (!ggmlNumber(tensor.type)) return misuse("GGUF has no type " + std::string(tensorTypeName(tensor.type)), where);
        if (tensor.shape.back() % static_cast<std::int64_t>(blockLayout(tensor.type).elements) != 0) return misuse("rows are not a whole number of blocks", where);
    }
    return {};
}

}  // namespace

std::optional<std::uint32_t> ggmlNumber(TensorType type) {
    if (blockLayout(type).elements == 0) return std::nullopt;
    for (std::uint32_t id = 0; id < 64; ++id)
        if (tensorTypeOfGgml(id) == type) return id;
    return std::nullopt;
}

std::int64_t ggufFileType(TensorType type) {
    constexpr std::array<std::pair<TensorType, std::int64_t>, 14> kNumbers{{{TensorType::F32, 0}, {TensorType::F16, 1}, {TensorType::Q4_0, 2}, {TensorType::Q4_1, 3},
                                                                            {TensorType::Q8_0, 7}, {TensorType::Q5_0, 8}, {TensorType::Q5_1, 9}, {TensorType::Q2_K, 10},
                                                                            {TensorType::Q3_K, 11}, {TensorType::Q4_K, 14}, {TensorType::Q5_K, 16}, {TensorType::Q6_K, 18},
                                                                            {TensorType::BF16, 32}, {TensorType::Q2_0, 41}}};
    const auto found = std::find_if(kNumbers.begin(), kNumbers.end(), [&](const auto& entry) { return entry.first == type; });
    return found == kNumbers.end() ? 1 : found->second;
}

std::uint64_t GgufDeclaration::bytes() const {
    const BlockLayout layout = blockLayout(type);
    std::uint64_t elements = 1;
    for (const std::int64_t size : shape) elements *= static_cast<std::uint64_t>(size);
    return layout.elements == 0 ? 0 : elements / layout.elements * layout.bytes;
}

std::uint64_t GgufWriter::fileBytes(const GgufMetadata& metadata, std::span<const GgufDeclaration> tensors) {
    std::uint64_t bytes = headerText(metadata, tensors).size();
    for (const GgufDeclaration& tensor : tensors) bytes += padded(tensor.bytes());
    return bytes;
}

GgufWriter::GgufWriter(AtomicFile file, std::filesystem::path path, std::vector<GgufDeclaration> tensors)
    : m_file(std::move(file)), m_path(std::move(path)), m_tensors(std::move(tensors)) {}

Result<GgufWriter> GgufWriter::create(const std::filesystem::path& path, const GgufMetadata& metadata, std::vector<GgufDeclaration> tensors) {
    TACQ_CHECK(checkDeclarations(tensors, path.string()));
    TACQ_TRY(AtomicFile file, AtomicFile::create(path));
    TACQ_CHECK(file.write(headerText(metadata, tensors)));
    return GgufWriter(std::move(file), path, std::move(tensors));
}

Result<void> GgufWriter::append(std::span<const std::byte> bytes) {
    if (bytes.empty()) return {};
    const std::uint64_t whole = m_current < m_tensors.size() ? m_tensors[m_current].bytes() : 0;
    if (bytes.size() > whole - m_done) return misuse("more bytes than declared", m_path.string());
    TACQ_CHECK(m_file.write(bytes));
    m_done += bytes.size();
    if (m_done < whole) return {};
    constexpr std::array<std::byte, kAlignment> kZeros{};
    TACQ_CHECK(m_file.write(std::span(kZeros).first(static_cast<std::size_t>(padded(whole) - whole))));
    ++m_current;
    m_done = 0;
    return {};
}

Result<void> GgufWriter::finish() {
    if (m_current != m_tensors.size()) return misuse("bytes are missing", m_path.string() + ": " + m_tensors[m_current].name);
    return m_file.commit();
}

}  // namespace tacq
