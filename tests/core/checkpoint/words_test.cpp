// Checkpoints of GPTQ and compressed-tensors, made here bit by bit as FORMATS 2 and 3 word them.
#include <doctest/doctest.h>

#include <random>

#include "opening.h"
#include "tacq/base/half.h"
#include "tiny_model.h"

using namespace tacq;
using test::openError;
namespace fs = std::filesystem;

namespace {

const std::string kQuery = "model.layers.0.self_attn.q_proj";

std::string config(const std::string& quantization) {
    return R"({"architectures":["LlamaForCausalLM"],"model_type":"llama","vocab_size":24,"hidden_size":64,"intermediate_size":96,"num_hidden_layers":1,"num_attention_heads":4,)"
           R"("num_key_value_heads":2,"max_position_embeddings":64,"torch_dtype":"float16","quantization_config":)" +
           quantization + "}";
}

/// A matrix in codes, one by one.
struct Matrix {
    std::size_t rows = 0, columns = 0, groupColumns = 0;
    unsigned bits = 4;
    std::vector<unsigned> codes, zeros;   ///< [rows, columns], [rows, groups]
    std::vector<float> scales;            ///< [rows, groups]
    std::vector<std::int32_t> groupOf;    ///< [columns]

    std::size_t groups() const { return (columns + groupColumns - 1) / groupColumns; }
    std::vector<float> values() const {
        std::vector<float> out;
        for (std::size_t r = 0; r < rows; ++r)
            for (std::size_t c = 0; c < columns; ++c) {
                const std::size_t g = r * groups() + static_cast<std::size_t>(groupOf[c]);
                out.push_back(scales[g] * (static_cast<float>(codes[r * columns + c]) - static_cast<float>(zeros[g])));
            }
        return out;
    }
};

Matrix randomMatrix(std::size_t rows, std::size_t columns, std::size_t groupColumns, unsigned bits, bool symmetric, std::mt19937& random) {
    Matrix matrix{rows, columns, groupColumns, bits, {}, {}, {}, {}};
    for (std::size_t i = 0; i < rows * columns; ++i) matrix.codes.push_back(random() % (1u << bits));
    for (std::size_t i = 0; i < rows * matrix.groups(); ++i) {
        matrix.zeros.push_back(symmetric ? 1u << (bits - 1) : random() % (1u << bits));
        matrix.scales.push_back(halfToFloat(floatToHalf(std::normal_distribution<float>(0, 0.02f)(random))));
    }
    for (std::size_t c = 0; c < columns; ++c) matrix.groupOf.push_back(static_cast<std::int32_t>(c / groupColumns));
    return matrix;
}

/// A list of words into which codes are put at bit positions.
struct Words {
    std::vector<std::uint32_t> words;
    void put(std::size_t bit, unsigned bits, unsigned code) {
        for (unsigned b = 0; b < bits; ++b)
            if (code >> b & 1u) words[(bit + b) / 32] |= 1u << ((bit + b) % 32);
    }
};

struct Part {
    std::string dtype;
    std::vector<std::int64_t> shape;
    std::string bytes;
};
using Parts = std::map<std::string, Part>;

template <typename T> std::string bytesOf(const std::vector<T>& values) { return std::string(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)); }
std::int64_t side(std::size_t n) { return static_cast<std::int64_t>(n); }

std::string halves(const std::vector<float>& values) {
    std::vector<std::uint16_t> bits;
    for (const float value : values) bits.push_back(floatToHalf(value));
    return bytesOf(bits);
}

/// Transposed columns of words: word w of stream s lies at [w, s].
std::string downward(const std::vector<Words>& streams, std::size_t words) {
    std::vector<std::uint32_t> out(words * streams.size());
    for (std::size_t s = 0; s < streams.size(); ++s)
        for (std::size_t w = 0; w < words; ++w) out[w * streams.size() + s] = streams[s].words[w];
    return bytesOf(out);
}

void addGptq(Parts& parts, const std::string& module, const Matrix& m, unsigned zeroOffset) {
    std::vector<Words> columns(m.rows, Words{std::vector<std::uint32_t>(m.columns * m.bits / 32)});
    for (std::size_t r = 0; r < m.rows; ++r)
        for (std::size_t c = 0; c < m.columns; ++c) columns[r].put(c * m.bits, m.bits, m.codes[r * m.columns + c]);
    std::string zeros;
    std::vector<float> scales;
    for (std::size_t g = 0; g < m.groups(); ++g) {
        Words line{std::vector<std::uint32_t>(m.rows * m.bits / 32)};
        for (std::size_t r = 0; r < m.rows; ++r) {
            line.put(r * m.bits, m.bits, (m.zeros[r * m.groups() + g] - zeroOffset) & ((1u << m.bits) - 1));
            scales.push_back(m.scales[r * m.groups() + g]);
        }
        zeros += bytesOf(line.words);
    }
    parts[module + ".qweight"] = {"I32", {side(m.columns * m.bits / 32), side(m.rows)}, downward(columns, m.columns * m.bits / 32)};
    parts[module + ".qzeros"] = {"I32", {side(m.groups()), side(m.rows * m.bits / 32)}, zeros};
    parts[module + ".scales"] = {"F16", {side(m.groups()), side(m.rows)}, halves(scales)};
    parts[module + ".g_idx"] = {"I32", {side(m.columns)}, bytesOf(m.groupOf)};
}

/// `each`: codes a word, as compressed-tensors padded odd widths for a while; 0: one stream.
void addPackQuantized(Parts& parts, const std::string& module, const Matrix& m, bool symmetric, unsigned each) {
    const auto words = [&](std::size_t codes) { return each > 0 ? (codes + each - 1) / each : (codes * m.bits + 31) / 32; };
    const auto bit = [&](std::size_t i) { return each > 0 ? i / each * 32 + i % each * m.bits : i * m.bits; };
    std::string codes;
    for (std::size_t r = 0; r < m.rows; ++r) {
        Words line{std::vector<std::uint32_t>(words(m.columns))};
        for (std::size_t c = 0; c < m.columns; ++c) line.put(bit(c), m.bits, m.codes[r * m.columns + c]);
        codes += bytesOf(line.words);
    }
    parts[module + ".weight_packed"] = {"I32", {side(m.rows), side(words(m.columns))}, codes};
    parts[module + ".weight_scale"] = {"F16", {side(m.rows), side(m.groups())}, halves(m.scales)};
    parts[module + ".weight_shape"] = {"I64", {2}, bytesOf(std::vector<std::int64_t>{side(m.rows), side(m.columns)})};
    if (symmetric) return;
    std::vector<Words> groups(m.groups(), Words{std::vector<std::uint32_t>(words(m.rows))});
    for (std::size_t g = 0; g < m.groups(); ++g)
        for (std::size_t r = 0; r < m.rows; ++r) groups[g].put(bit(r), m.bits, m.zeros[r * m.groups() + g]);
    parts[module + ".weight_zero_point"] = {"I32", {side(words(m.rows)), side(m.groups())}, downward(groups, words(m.rows))};
}

/// A folder whose linears are the matrices under their modules' names and whose other tensors are random F16.
void writeFolder(const fs::path& folder, const std::string& configText, const Parts& packed) {
    Parts parts = packed;
    for (const auto& [name, tensor] : test::randomTensors(configText, "F16")) {
        const std::string module = name.substr(0, name.size() - std::string(".weight").size());
        if (!parts.contains(module + ".qweight") && !parts.contains(module + ".weight_packed")) parts[name] = {"F16", tensor.shape, test::encode(tensor)};
    }
    std::vector<SafetensorsWriter::Declaration> declared;
    for (const auto& [name, part] : parts) declared.push_back({name, part.dtype, part.shape});
    fs::create_directories(folder);
    test::writeFile(folder / "config.json", configText);
    auto writer = SafetensorsWriter::create(folder / "model.safetensors", declared, {{"format", "pt"}});
    REQUIRE(writer.ok());
    for (const auto& [name, part] : parts) REQUIRE(writer.value().appendTo(name, std::as_bytes(std::span(part.bytes))).ok());
    REQUIRE(writer.value().finish().ok());
}

const std::string kGptq4 = R"({"quant_method":"gptq","bits":4,"group_size":32,"desc_act":false,"sym":true,"checkpoint_format":"gptq"})";
std::string packQuantized(int bits, const std::string& more = "") {
    return R"({"quant_method":"compressed-tensors","format":"pack-quantized","quantization_status":"compressed","ignore":["lm_head"],"config_groups":{"group_0":{"targets":[")" + kQuery +
           R"("],"weights":{"num_bits":)" + std::to_string(bits) + R"(,"type":"int","symmetric":false,"strategy":"group","group_size":32})" + more + "}}}";
}

bool mentions(const Error& error, const std::string& text) { return (error.message + " " + error.context).find(text) != std::string::npos; }

}  // namespace

TEST_CASE("GPTQ's words are read to the bit: every width, both versions, groups in any order") {
    std::mt19937 random(3);
    for (const unsigned bits : {2u, 3u, 4u, 8u})
        for (const bool second : {false, true}) {
            CAPTURE(bits);
            CAPTURE(second);
            const test::TemporaryFolder folder;
            Matrix query = randomMatrix(64, 64, 32, bits, false, random), down = randomMatrix(64, 96, 96, bits, true, random);
            std::shuffle(query.groupOf.begin(), query.groupOf.end(), random);   // activation order
            Parts parts;
            addGptq(parts, kQuery, query, second ? 0 : 1);
            addGptq(parts, "model.layers.0.mlp.down_proj", down, second ? 0 : 1);
            writeFolder(folder / "m", config(R"({"quant_method":"gptq","bits":)" + std::to_string(bits) + R"(,"group_size":32,"desc_act":true,"sym":false,"checkpoint_format":")" +
                                             (second ? "gptq_v2" : "gptq") + "\"}"), parts);
            const auto model = Checkpoint::open(folder / "m");
            REQUIRE_MESSAGE(model.ok(), formatError(model.error()));
            CHECK(model.value().readAll(kQuery + ".weight").value() == query.values());
            CHECK(model.value().readAll("model.layers.0.mlp.down_proj.weight").value() == down.values());
            CHECK(model.value().find(kQuery + ".weight")->type == TensorType::Words);
            CHECK(model.value().find("model.layers.0.self_attn.k_proj.weight")->type == TensorType::F16);
            REQUIRE(model.value().notes().size() == 1);
            CHECK(model.value().notes()[0].code == "codes-read");
            // Some rows alone are what they are among the others.
            std::vector<float> rows(3 * 64);
            REQUIRE(model.value().readRows(kQuery + ".weight", 30, 33, rows).ok());
            const auto all = query.values();
            CHECK(std::equal(rows.begin(), rows.end(), all.begin() + 30 * 64));
        }
}

TEST_CASE("without a list of groups GPTQ's groups follow from group_size") {
    std::mt19937 random(4);
    const test::TemporaryFolder folder;
    const Matrix query = randomMatrix(64, 64, 32, 4, true, random);
    Parts parts;
    addGptq(parts, kQuery, query, 1);
    parts.erase(kQuery + ".g_idx");
    writeFolder(folder / "m", config(kGptq4), parts);
    CHECK(Checkpoint::open(folder / "m").value().readAll(kQuery + ".weight").value() == query.values());
}

TEST_CASE("compressed-tensors' words are read to the bit: every width, odd ones dense and padded") {
    std::mt19937 random(5);
    for (const unsigned bits : {2u, 3u, 4u, 5u, 6u, 7u, 8u})
        for (const bool symmetric : {false, true})
            for (const unsigned each : {0u, 32 / bits}) {
                CAPTURE(bits);
                CAPTURE(symmetric);
                CAPTURE(each);
                const test::TemporaryFolder folder;
                const Matrix query = randomMatrix(64, 64, 32, bits, symmetric, random);
                Parts parts;
                addPackQuantized(parts, kQuery, query, symmetric, each);
                writeFolder(folder / "m", config(packQuantized(static_cast<int>(bits))), parts);
                const auto model = Checkpoint::open(folder / "m");
                REQUIRE_MESSAGE(model.ok(), formatError(model.error()));
                CHECK(model.value().readAll(kQuery + ".weight").value() == query.values());
            }
}

TEST_CASE("a matrix of 8 bits is not taken for padded words of a narrower group") {
    std::mt19937 random(9);
    const test::TemporaryFolder folder;
    const Matrix query = randomMatrix(64, 64, 32, 8, false, random);
    Parts parts;
    addPackQuantized(parts, kQuery, query, false, 0);
    std::string both = packQuantized(7);
    both.insert(both.size() - 2, R"(,"group_1":{"targets":["model.layers.0.mlp.down_proj"],"weights":{"num_bits":8,"type":"int","symmetric":false,"strategy":"group","group_size":32}})");
    writeFolder(folder / "m", config(both), parts);
    const auto model = Checkpoint::open(folder / "m");
    REQUIRE_MESSAGE(model.ok(), formatError(model.error()));
    CHECK(model.value().readAll(kQuery + ".weight").value() == query.values());
}

TEST_CASE("a list of groups that is all -1 is none") {
    std::mt19937 random(10);
    const test::TemporaryFolder folder;
    const Matrix query = randomMatrix(64, 64, 32, 4, true, random);
    Parts parts;
    addPackQuantized(parts, kQuery, query, true, 0);
    parts[kQuery + ".weight_g_idx"] = {"I32", {64}, bytesOf(std::vector<std::int32_t>(64, -1))};
    writeFolder(folder / "m", config(packQuantized(4)), parts);
    const auto model = Checkpoint::open(folder / "m");
    REQUIRE_MESSAGE(model.ok(), formatError(model.error()));
    CHECK(model.value().readAll(kQuery + ".weight").value() == query.values());
}

TEST_CASE("AutoRound's configuration over GPTQ's tensors is read as such") {
    std::mt19937 random(6);
    const test::TemporaryFolder folder;
    const Matrix query = randomMatrix(64, 64, 32, 2, true, random);
    Parts parts;
    addGptq(parts, kQuery, query, 1);
    writeFolder(folder / "m", config(R"({"quant_method":"auto-round","packing_format":"auto_round:auto_gptq","bits":2,"group_size":32,"sym":true,"data_type":"int"})"), parts);
    CHECK(Checkpoint::open(folder / "m").value().readAll(kQuery + ".weight").value() == query.values());
}

TEST_CASE("parts that contradict each other, widths and versions that are none are refused by name") {
    std::mt19937 random(7);
    const test::TemporaryFolder folder;
    Parts good, packed;
    addGptq(good, kQuery, randomMatrix(64, 64, 32, 4, true, random), 1);
    addPackQuantized(packed, kQuery, randomMatrix(64, 64, 32, 3, false, random), false, 0);
    const auto refused = [&](const std::string& configText, Parts parts, ErrorCode code, const std::string& named) {
        CAPTURE(named);
        writeFolder(folder / "m", configText, parts);
        const Error error = openError(folder / "m");
        INFO(formatError(error));
        CHECK(error.code == code);
        CHECK(mentions(error, named));
        CHECK_FALSE(error.hint.empty());
        fs::remove_all(folder / "m");
    };
    const auto changed = [](Parts parts, const std::string& name, auto change) {
        change(parts.at(name));
        return parts;
    };
    const auto resized = [&](Parts parts, const std::string& name, std::vector<std::int64_t> shape, std::size_t bytes) {
        parts.at(name).shape = std::move(shape);
        parts.at(name).bytes.resize(bytes);
        return parts;
    };
    const std::string gptq = config(kGptq4), three = config(packQuantized(3));
    for (const char* part : {".qzeros", ".scales"}) {
        Parts parts = good;
        parts.erase(kQuery + part);
        refused(gptq, parts, ErrorCode::InvalidFile, kQuery + part);
    }
    refused(gptq, changed(good, kQuery + ".qweight", [](Part& part) { part.dtype = "F32"; }), ErrorCode::InvalidFile, "dtype F32");
    refused(gptq, resized(good, kQuery + ".qweight", {7, 64}, 7 * 64 * 4), ErrorCode::InvalidFile, "width");
    refused(gptq, resized(good, kQuery + ".qweight", {8, 63}, 8 * 63 * 4), ErrorCode::InvalidFile, "width");
    refused(gptq, resized(good, kQuery + ".qzeros", {2, 7}, 2 * 7 * 4), ErrorCode::InvalidFile, "qzeros");
    refused(gptq, resized(good, kQuery + ".qzeros", {16}, 64), ErrorCode::InvalidFile, "qzeros");
    refused(gptq, resized(good, kQuery + ".scales", {128}, 256), ErrorCode::InvalidFile, "groups");
    refused(gptq, resized(good, kQuery + ".scales", {0, 64}, 0), ErrorCode::InvalidFile, "groups");
    refused(gptq, resized(good, kQuery + ".g_idx", {63}, 63 * 4), ErrorCode::InvalidFile, "g_idx");
    for (const std::int32_t group : {2, -1})
        refused(gptq, changed(good, kQuery + ".g_idx", [group](Part& part) { part.bytes.replace(4, 4, bytesOf(std::vector{group})); }), ErrorCode::InvalidFile, "group that is not there");
    // config.json says another width, and has no list of exceptions.
    refused(config(R"({"quant_method":"gptq","bits":8,"group_size":32})"), good, ErrorCode::InvalidFile, "width");
    refused(config(R"({"quant_method":"gptq","bits":0})"), good, ErrorCode::InvalidFile, "bits");
    refused(config(R"({"quant_method":"gptq","bits":"four"})"), good, ErrorCode::InvalidFile, "bits");
    refused(config(R"({"quant_method":"gptq","bits":4,"checkpoint_format":"gptq_p"})"), good, ErrorCode::UnsupportedFormat, "gptq_p");
    refused(config(R"({"quant_method":"gptq","bits":4,"pack_dtype":"int64"})"), good, ErrorCode::UnsupportedFormat, "int64");
    refused(config(R"({"quant_method":"auto-round","bits":4,"packing_format":"auto_round:auto_awq"})"), good, ErrorCode::UnsupportedFormat, "auto_awq");
    refused(config(R"({"quant_method":"awq","bits":4})"), good, ErrorCode::UnsupportedFormat, "awq");

    refused(three, resized(packed, kQuery + ".weight_packed", {64, 8}, 64 * 8 * 4), ErrorCode::InvalidFile, "width");
    refused(three, resized(packed, kQuery + ".weight_zero_point", {5, 2}, 5 * 2 * 4), ErrorCode::InvalidFile, "weight_zero_point");
    refused(three, resized(packed, kQuery + ".weight_scale", {64, 65}, 64 * 65 * 2), ErrorCode::InvalidFile, "groups");
    refused(three, resized(packed, kQuery + ".weight_scale", {32, 2}, 32 * 2 * 2), ErrorCode::InvalidFile, "weight_scale");
    refused(three, changed(packed, kQuery + ".weight_shape", [](Part& part) { part.bytes[0] = 63; }), ErrorCode::InvalidFile, "weight_shape");
    refused(config(packQuantized(9)), packed, ErrorCode::InvalidFile, "num_bits");
    refused(config(packQuantized(4)), packed, ErrorCode::InvalidFile, "width");
    refused(config(packQuantized(3, R"(,"input_activations":{"num_bits":8})")), packed, ErrorCode::UnsupportedFormat, "activations");
    refused(config(packQuantized(3, R"(,"format":"nvfp4-pack-quantized")")), packed, ErrorCode::UnsupportedFormat, "nvfp4");
    refused(config(R"({"quant_method":"compressed-tensors","format":"marlin-24","config_groups":{}})"), packed, ErrorCode::UnsupportedFormat, "marlin-24");
    refused(config(R"({"quant_method":"compressed-tensors","format":"pack-quantized","config_groups":{}})"), packed, ErrorCode::InvalidFile, "config_groups");
    refused(config(R"({"quant_method":"compressed-tensors","format":"pack-quantized","config_groups":{"group_0":7}})"), packed, ErrorCode::InvalidFile, "group_0");
}
