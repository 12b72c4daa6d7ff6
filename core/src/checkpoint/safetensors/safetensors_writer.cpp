#include <algorithm>
#include <cstring>

#include "base/json.h"
#include "checkpoint/safetensors/checked_math.h"
#include "checkpoint/safetensors/dtype.h"
#include "tacq/checkpoint/safetensors.h"

namespace tacq {
namespace {

using Declaration = SafetensorsWriter::Declaration;

std::uint64_t declaredBytes(const Declaration& tensor) {
    const Dtype* dtype = findDtype(tensor.dtype);
    std::uint64_t bits = dtype ? dtype->bits : 0;
    for (const std::int64_t size : tensor.shape)
        if (size < 0 || !multiplyChecked(bits, static_cast<std::uint64_t>(size), bits)) return 0;
    return bits / 8;
}

void sortCanonically(std::vector<Declaration>& tensors) {
    // Ranks are looked up once a tensor, not once a comparison: a slider sorts thousands of them at every step.
    std::vector<std::pair<int, std::size_t>> order(tensors.size());
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        const Dtype* dtype = findDtype(tensors[i].dtype);
        order[i] = {dtype ? dtype->rank : -1, i};
    }
    std::stable_sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : tensors[a.second].name < tensors[b.second].name;
    });
    std::vector<Declaration> sorted;
    sorted.reserve(tensors.size());
    for (const auto& [rank, index] : order) sorted.push_back(std::move(tensors[index]));
    tensors = std::move(sorted);
}

/// The length prefix and the JSON, padded to a multiple of 8 and to `least` bytes in all; `tensors` in file order.
std::string headerText(const std::vector<Declaration>& tensors, const std::map<std::string, std::string>& metadata, std::size_t least = 0) {
    // Straight into the ordered map's vector: its own insertion looks for the key from the front each time.
    Json::object_t entries;
    if (!metadata.empty()) entries.Container::emplace_back("__metadata__", metadata);
    std::uint64_t offset = 0;
    for (const Declaration& tensor : tensors) {
        const std::uint64_t end = offset + declaredBytes(tensor);
        entries.Container::emplace_back(tensor.name, Json{{"dtype", tensor.dtype}, {"shape", tensor.shape}, {"data_offsets", {offset, end}}});
        offset = end;
    }
    std::string text = dumpJson(Json(std::move(entries)));
    text.append((8 - text.size() % 8) % 8, ' ');
    if (text.size() + 8 < least) text.append(least - 8 - text.size(), ' ');
    const std::uint64_t length = text.size();
    std::string bytes(8, '\0');
    std::memcpy(bytes.data(), &length, 8);
    return bytes + text;
}

std::size_t quotedLength(const std::string& text) {
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; });
    return plain ? text.size() + 2 : dumpJson(Json(text)).size();
}

std::size_t digits(std::uint64_t value) {
    std::size_t count = 1;
    for (; value >= 10; value /= 10) ++count;
    return count;
}

/// headerText().size() without making the text.
std::uint64_t headerLength(const std::vector<Declaration>& tensors, const std::map<std::string, std::string>& metadata) {
    constexpr std::string_view kFrame = R"(:{"dtype":,"shape":[],"data_offsets":[,]})";
    std::size_t length = 2 + (tensors.empty() ? 0 : tensors.size() - 1);  // braces and commas
    if (!metadata.empty()) length += dumpJson(Json{{"__metadata__", metadata}}).size() - 2 + (tensors.empty() ? 0 : 1);
    std::uint64_t offset = 0;
    for (const Declaration& tensor : tensors) {
        const std::uint64_t end = offset + declaredBytes(tensor);
        length += quotedLength(tensor.name) + kFrame.size() + quotedLength(tensor.dtype) + digits(offset) + digits(end);
        length += tensor.shape.empty() ? 0 : tensor.shape.size() - 1;
        for (const std::int64_t size : tensor.shape) length += digits(static_cast<std::uint64_t>(size));
        offset = end;
    }
    return 8 + (length + 7) / 8 * 8;
}

Error misuse(std::string what, const std::string& context) { return {ErrorCode::Internal, std::move(what), context, "report this defect"}; }

Result<void> checkDeclarations(const std::vector<Declaration>& sorted, const std::string& context) {
    std::vector<std::string> names;
    for (const Declaration& tensor : sorted) {
        const Dtype* dtype = findDtype(tensor.dtype);
        if (!dtype || dtype->bits % 8 != 0) return misuse("dtype " + tensor.dtype + " cannot be written", context + ": " + tensor.name);
        if (tensor.name == "__metadata__") return misuse("a tensor may not be called __metadata__", context);
        if (std::any_of(tensor.shape.begin(), tensor.shape.end(), [](std::int64_t n) { return n < 0; }))
            return misuse("negative size", context + ": " + tensor.name);
        names.push_back(tensor.name);
    }
    std::sort(names.begin(), names.end());
    const auto twice = std::adjacent_find(names.begin(), names.end());
    if (twice != names.end()) return misuse("a tensor is declared twice", context + ": " + *twice);
    return {};
}

}  // namespace

struct SafetensorsWriter::State {
    explicit State(AtomicFile target) : file(std::move(target)) {}
    AtomicFile file;
    std::vector<Declaration> order;
    std::vector<std::uint64_t> start, size, done;  // per tensor, in bytes
    std::map<std::string, std::size_t> index;
    std::map<std::string, std::string> metadata;
    std::size_t headerSize = 0;
    std::size_t current = 0;
    std::string context;

    std::string where(std::size_t tensor) const { return context + ": " + order[tensor].name; }
    Result<void> put(std::size_t tensor, std::span<const std::byte> bytes) {
        if (bytes.size() > size[tensor] - done[tensor]) return misuse("more bytes than declared", where(tensor));
        TACQ_CHECK(file.writeAt(start[tensor] + done[tensor], bytes));
        done[tensor] += bytes.size();
        return {};
    }
};

SafetensorsWriter::SafetensorsWriter() = default;
SafetensorsWriter::SafetensorsWriter(SafetensorsWriter&&) noexcept = default;
SafetensorsWriter::~SafetensorsWriter() = default;

std::uint64_t SafetensorsWriter::headerBytes(std::vector<Declaration> tensors, const std::map<std::string, std::string>& metadata) {
    sortCanonically(tensors);
    return headerLength(tensors, metadata);
}

std::uint64_t SafetensorsWriter::dataBytes(const std::vector<Declaration>& tensors) {
    std::uint64_t bytes = 0;
    for (const Declaration& tensor : tensors) bytes += declaredBytes(tensor);
    return bytes;
}

std::uint64_t SafetensorsWriter::fileBytes(std::vector<Declaration> tensors, const std::map<std::string, std::string>& metadata) {
    const std::uint64_t data = dataBytes(tensors);
    return headerBytes(std::move(tensors), metadata) + data;
}

Result<SafetensorsWriter> SafetensorsWriter::create(const std::filesystem::path& path, std::vector<Declaration> tensors,
                                                    const std::map<std::string, std::string>& metadata, std::uint64_t leastHeader) {
    sortCanonically(tensors);
    TACQ_CHECK(checkDeclarations(tensors, path.string()));
    TACQ_TRY(auto file, AtomicFile::create(path));
    SafetensorsWriter writer;
    writer.m_state = std::make_unique<State>(std::move(file));
    State& state = *writer.m_state;
    state.headerSize = headerText(tensors, metadata, leastHeader).size();
    std::uint64_t position = state.headerSize;
    for (const Declaration& tensor : tensors) {
        state.index.emplace(tensor.name, state.start.size());
        state.start.push_back(position);
        state.size.push_back(declaredBytes(tensor));
        position += state.size.back();
    }
    state.done.assign(state.size.size(), 0);
    state.order = std::move(tensors);
    state.metadata = metadata;
    state.context = path.string();
    return writer;
}

const std::vector<Declaration>& SafetensorsWriter::order() const { return m_state->order; }

Result<void> SafetensorsWriter::append(std::span<const std::byte> bytes) {
    if (bytes.empty()) return {};
    State& state = *m_state;
    while (state.current < state.order.size() && state.done[state.current] == state.size[state.current]) ++state.current;
    if (state.current == state.order.size()) return misuse("more bytes than declared", state.context);
    return state.put(state.current, bytes);
}

Result<void> SafetensorsWriter::appendTo(const std::string& name, std::span<const std::byte> bytes) {
    const auto found = m_state->index.find(name);
    if (found == m_state->index.end()) return misuse("a tensor that was not declared", m_state->context + ": " + name);
    return m_state->put(found->second, bytes);
}

Result<void> SafetensorsWriter::retype(const std::string& name, const std::string& dtype) {
    const auto found = m_state->index.find(name);
    const Dtype* wanted = findDtype(dtype);
    if (found == m_state->index.end() || !wanted || wanted->bits != findDtype(m_state->order[found->second].dtype)->bits)
        return misuse("a tensor cannot be declared as " + dtype, m_state->context + ": " + name);
    m_state->order[found->second].dtype = dtype;
    return {};
}

Result<void> SafetensorsWriter::finish() {
    State& state = *m_state;
    for (std::size_t i = 0; i < state.order.size(); ++i)
        if (state.done[i] != state.size[i]) return misuse("bytes are missing", state.where(i));
    const std::string header = headerText(state.order, state.metadata, state.headerSize);
    if (header.size() != state.headerSize) return misuse("the header outgrew its place", state.context);
    TACQ_CHECK(state.file.writeAt(0, std::as_bytes(std::span(header))));
    return state.file.commit();
}

}  // namespace tacq
