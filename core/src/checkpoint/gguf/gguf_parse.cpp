#include <algorithm>
#include <bit>
#include <cstring>
#include <unordered_set>

#include "checkpoint/gguf/ggml_types.h"
#include "checkpoint/safetensors/checked_math.h"
#include "tacq/checkpoint/gguf.h"

namespace tacq {
namespace {

static_assert(std::endian::native == std::endian::little, "GGUF files are little-endian and read in place");

constexpr std::uint64_t kMostElements = 1ull << 30;
constexpr std::uint64_t kMostTensors = 1'000'000;
constexpr std::size_t kLongestName = 63;

/// Numbers of the value types in the file.
enum class Kind : std::uint32_t { U8, I8, U16, I16, U32, I32, F32, Bool, Text, Array, U64, I64, F64 };

std::size_t fixedBytes(Kind kind) {
    switch (kind) {
        case Kind::U8: case Kind::I8: case Kind::Bool: return 1;
        case Kind::U16: case Kind::I16: return 2;
        case Kind::U32: case Kind::I32: case Kind::F32: return 4;
        case Kind::U64: case Kind::I64: case Kind::F64: return 8;
        default: return 0;
    }
}

bool isReal(Kind kind) { return kind == Kind::F32 || kind == Kind::F64; }

/// Takes values off the front of the file. The first thing wrong is kept in `problem`; all later reads then give zeros.
class Cursor {
public:
    explicit Cursor(std::span<const std::byte> bytes) : m_bytes(bytes) {}
    std::string problem;

    std::uint64_t position() const { return m_position; }
    std::uint64_t left() const { return m_bytes.size() - m_position; }
    bool good() const { return problem.empty(); }
    void fail(std::string what) {
        if (problem.empty()) problem = std::move(what);
    }
    template <typename T> T number() {
        T value{};
        if (left() < sizeof(T)) {
            fail("the file ends early (truncated)");
            m_position = m_bytes.size();
            return value;
        }
        std::memcpy(&value, m_bytes.data() + m_position, sizeof(T));
        m_position += sizeof(T);
        return value;
    }
    std::string text() {
        const auto length = number<std::uint64_t>();
        if (length > kMostElements || length > left()) {
            fail("a text is longer than the rest of the file");
            return {};
        }
        std::string value(reinterpret_cast<const char*>(m_bytes.data()) + m_position, static_cast<std::size_t>(length));
        m_position += length;
        return value;
    }
    std::int64_t integer(Kind kind) {
        switch (kind) {
            case Kind::U8: return number<std::uint8_t>();
            case Kind::I8: return number<std::int8_t>();
            case Kind::Bool: return number<std::uint8_t>() != 0 ? 1 : 0;
            case Kind::U16: return number<std::uint16_t>();
            case Kind::I16: return number<std::int16_t>();
            case Kind::U32: return number<std::uint32_t>();
            case Kind::I32: return number<std::int32_t>();
            default: break;
        }
        if (kind == Kind::I64) return number<std::int64_t>();
        const auto value = number<std::uint64_t>();
        if (value > INT64_MAX) fail("a whole number above 2^63 - 1");
        return static_cast<std::int64_t>(value);
    }
    double real(Kind kind) { return kind == Kind::F32 ? static_cast<double>(number<float>()) : number<double>(); }

private:
    std::span<const std::byte> m_bytes;
    std::uint64_t m_position = 0;
};

GgufValue readArray(Cursor& in) {
    const auto kind = static_cast<Kind>(in.number<std::uint32_t>());
    const auto count = in.number<std::uint64_t>();
    const std::uint64_t least = kind == Kind::Text ? 8 : fixedBytes(kind);
    if (kind > Kind::F64 || kind == Kind::Array) in.fail("an array of arrays or of an unknown type");
    else if (count > kMostElements || count > in.left() / least) in.fail("an array is longer than the rest of the file");
    if (!in.good()) return std::int64_t{0};
    const auto size = static_cast<std::size_t>(count);
    if (kind == Kind::Text) {
        std::vector<std::string> texts;
        texts.reserve(size);
        for (std::size_t i = 0; i < size && in.good(); ++i) texts.push_back(in.text());
        return texts;
    }
    if (isReal(kind)) {
        std::vector<double> numbers(size);
        for (double& number : numbers) number = in.real(kind);
        return numbers;
    }
    std::vector<std::int64_t> numbers(size);
    for (std::int64_t& number : numbers) number = in.integer(kind);
    return numbers;
}

GgufValue readValue(Cursor& in) {
    const auto kind = static_cast<Kind>(in.number<std::uint32_t>());
    if (kind > Kind::F64) in.fail("a value of an unknown type");
    if (!in.good()) return std::int64_t{0};
    if (kind == Kind::Text) return in.text();
    if (kind == Kind::Array) return readArray(in);
    if (kind == Kind::Bool) return in.integer(kind) != 0;
    if (isReal(kind)) return in.real(kind);
    return in.integer(kind);
}

void readValues(Cursor& in, std::int64_t count, GgufHeader& header) {
    for (std::int64_t i = 0; i < count && in.good(); ++i) {
        std::string key = in.text();
        if (in.good() && key.empty()) in.fail("an empty key");
        if (!in.good()) return;
        GgufValue value = readValue(in);
        const std::string shown = key.substr(0, 80);
        if (in.good() && !header.values.emplace(std::move(key), std::move(value)).second) in.fail("key \"" + shown + "\" appears twice");
        if (!in.good()) in.problem += " (at key \"" + shown + "\")";
    }
}

/// Bytes of a tensor's data; sets the problem for impossible sizes.
std::uint64_t tensorBytes(Cursor& in, const GgufTensor& tensor) {
    const GgmlType* type = findGgmlType(tensor.type);
    if (!type) {
        in.fail("unknown tensor type " + std::to_string(tensor.type));
        return 0;
    }
    std::uint64_t elements = 1, bytes = 0;
    for (const std::int64_t size : tensor.sizes)
        if (size < 0 || !multiplyChecked(elements, static_cast<std::uint64_t>(size), elements)) in.fail("a negative or overflowing size");
    if (!in.good()) return 0;
    if (static_cast<std::uint64_t>(tensor.sizes.front()) % type->elements != 0) in.fail("rows are not a whole number of blocks");
    if (!multiplyChecked(elements / type->elements, type->bytes, bytes) || elements > INT64_MAX) in.fail("the size in bytes overflows");
    return bytes;
}

GgufTensor readTensor(Cursor& in) {
    GgufTensor tensor;
    tensor.name = in.text();
    if (in.good() && (tensor.name.empty() || tensor.name.size() > kLongestName)) in.fail("a tensor name is empty or longer than 63 bytes");
    const auto dimensions = in.number<std::uint32_t>();
    if (dimensions < 1 || dimensions > 4) in.fail("a tensor has " + std::to_string(dimensions) + " dimensions");
    for (std::uint32_t d = 0; d < dimensions && in.good(); ++d) tensor.sizes.push_back(in.number<std::int64_t>());
    tensor.type = in.number<std::uint32_t>();
    tensor.offset = in.number<std::uint64_t>();
    if (in.good()) tensor.bytes = tensorBytes(in, tensor);
    return tensor;
}

void readTensors(Cursor& in, std::int64_t count, GgufHeader& header) {
    std::unordered_set<std::string> names;
    for (std::int64_t i = 0; i < count && in.good(); ++i) {
        GgufTensor tensor = readTensor(in);
        if (in.good() && !names.insert(tensor.name).second) in.fail("the name appears twice");
        if (!in.good()) in.problem += " (tensor \"" + tensor.name.substr(0, kLongestName) + "\")";
        header.tensors.push_back(std::move(tensor));
    }
}

std::uint64_t readAlignment(Cursor& in, const GgufHeader& header) {
    const auto found = header.values.find("general.alignment");
    if (found == header.values.end()) return 32;
    const auto* value = std::get_if<std::int64_t>(&found->second);
    if (!value || *value < 1 || *value > UINT32_MAX || !std::has_single_bit(static_cast<std::uint64_t>(*value))) {
        in.fail("general.alignment is not a power of two");
        return 32;
    }
    return static_cast<std::uint64_t>(*value);
}

/// Offsets become positions in the file. They must be the running sum of padded sizes: no holes, no overlap.
void placeTensors(Cursor& in, std::uint64_t fileBytes, GgufHeader& header) {
    if (!in.good()) return;
    const std::uint64_t alignment = readAlignment(in, header);
    if (!in.good() || header.tensors.empty()) return;
    const auto padded = [&](std::uint64_t n) { return (n + alignment - 1) / alignment * alignment; };
    const std::uint64_t start = padded(in.position());
    if (start > fileBytes) return in.fail("the file ends before the tensor data (truncated)");
    std::uint64_t next = 0;
    for (GgufTensor& tensor : header.tensors) {
        if (tensor.offset != next) return in.fail("data of tensor \"" + tensor.name + "\" overlaps or leaves a hole");
        if (next > fileBytes - start || tensor.bytes > fileBytes - start - next)
            return in.fail("data of tensor \"" + tensor.name + "\" reaches beyond the end of the file (truncated)");
        tensor.offset = start + next;
        next = padded(next + tensor.bytes);
    }
}

Result<GgufHeader> parseHeader(std::span<const std::byte> bytes, const std::string& context) {
    const auto broken = [&](std::string what) {
        return Error{ErrorCode::InvalidFile, "not a valid GGUF file: " + std::move(what), context, "get an undamaged copy of the file"};
    };
    if (bytes.size() < 4 || std::memcmp(bytes.data(), "GGUF", 4) != 0) return broken("it does not begin with GGUF");
    Cursor in(bytes);
    in.number<std::uint32_t>();
    const auto version = in.number<std::uint32_t>();
    if (in.good() && version != 2 && version != 3) {
        const bool swapped = version != 0 && (version & 0xffff) == 0;
        return Error{ErrorCode::UnsupportedFormat, swapped ? "big-endian GGUF files are not supported" : "GGUF version " + std::to_string(version) + " is not supported",
                     context, "convert the model to a little-endian GGUF of version 3"};
    }
    const auto tensorCount = in.number<std::int64_t>();
    const auto valueCount = in.number<std::int64_t>();
    if (tensorCount < 0 || static_cast<std::uint64_t>(tensorCount) > std::min(kMostTensors, in.left())) in.fail("an impossible number of tensors");
    if (valueCount < 0 || static_cast<std::uint64_t>(valueCount) > in.left()) in.fail("an impossible number of metadata values");
    GgufHeader header;
    readValues(in, valueCount, header);
    readTensors(in, tensorCount, header);
    placeTensors(in, bytes.size(), header);
    if (!in.good()) return broken(in.problem);
    return header;
}

}  // namespace

Result<GgufHeader> GgufHeader::parse(std::span<const std::byte> bytes, const std::string& context) {
    try {
        return parseHeader(bytes, context);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "not enough memory for the file's header", context, "close other programs"};
    }
}

}  // namespace tacq
