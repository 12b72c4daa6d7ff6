#include <doctest/doctest.h>

#include <numbers>

#include "gguf_builder.h"
#include "tacq/checkpoint/gguf.h"

using namespace tacq;
namespace fs = std::filesystem;

namespace {

Result<GgufHeader> parse(const std::string& bytes) { return GgufHeader::parse(test::asBytes(bytes), "test"); }
std::string problem(const std::string& bytes) {
    const auto result = parse(bytes);
    return result.ok() ? "accepted" : result.error().message;
}
bool mentions(const std::string& text, const std::string& part) {
    INFO(text);
    return text.find(part) != std::string::npos;
}

test::GgufBuilder small() {
    test::GgufBuilder gguf;
    gguf.string("general.architecture", "test").u32("n", 7);
    return gguf;
}
const std::string kBlock(18, '\1');

Result<Checkpoint> openGguf(const test::TemporaryFolder& folder, const std::string& bytes) {
    test::writeFile(folder / "m.gguf", bytes);
    return Checkpoint::open(folder / "m.gguf");
}

test::GgufBuilder tinyGguf(const test::Tensors& tensors) {
    test::GgufBuilder gguf;
    test::llamaValues(gguf);
    test::addTensors(gguf, tensors, 4);
    return gguf;
}

}  // namespace

TEST_CASE("values of every type arrive") {
    test::GgufBuilder gguf;
    gguf.number<std::uint8_t>("u8", 0, 200).number<std::int8_t>("i8", 1, -3).number<std::uint16_t>("u16", 2, 60000).number<std::int16_t>("i16", 3, -300);
    gguf.u32("u32", 4000000000u).number<std::int32_t>("i32", 5, -7).f32("f32", 0.5f).flag("bool", true).string("str", "x").number<std::uint64_t>("u64", 10, 1ull << 40);
    gguf.number<std::int64_t>("i64", 11, -(1ll << 40)).number<double>("f64", 12, 0.1).strings("strings", {"a", ""}).numbers<float>("floats", 6, {1, 2}).numbers<std::int32_t>("ints", 5, {-1});
    const auto header = parse(gguf.bytes());
    REQUIRE(header.ok());
    const auto& values = header.value().values;
    CHECK(std::get<std::int64_t>(values.at("u8")) == 200);
    CHECK(std::get<std::int64_t>(values.at("i8")) == -3);
    CHECK(std::get<std::int64_t>(values.at("u32")) == 4000000000ll);
    CHECK(std::get<std::int64_t>(values.at("i64")) == -(1ll << 40));
    CHECK(std::get<double>(values.at("f64")) == 0.1);
    CHECK(std::get<bool>(values.at("bool")));
    CHECK(std::get<std::vector<std::string>>(values.at("strings")).size() == 2);
    CHECK(std::get<std::vector<double>>(values.at("floats"))[1] == 2.0);
    CHECK(std::get<std::vector<std::int64_t>>(values.at("ints"))[0] == -1);
}

TEST_CASE("magic, version and byte order are checked") {
    CHECK(mentions(problem("GGML1234"), "GGUF"));
    CHECK(mentions(problem("GGU"), "GGUF"));
    auto gguf = small();
    gguf.version = 1;
    CHECK(mentions(problem(gguf.bytes()), "version 1"));
    gguf.version = 4;
    CHECK(parse(gguf.bytes()).error().code == ErrorCode::UnsupportedFormat);
    gguf.version = 0x03000000;
    CHECK(mentions(problem(gguf.bytes()), "big-endian"));
    gguf.version = 2;
    CHECK(parse(gguf.bytes()).ok());
}

TEST_CASE("counts and lengths beyond the file are refused before memory is spent") {
    for (const std::int64_t count : {std::int64_t{-1}, std::int64_t{1} << 40, INT64_MAX}) {
        auto gguf = small();
        gguf.tensorCount = count;
        CHECK_FALSE(parse(gguf.bytes()).ok());
        gguf = small();
        gguf.valueCount = count;
        CHECK_FALSE(parse(gguf.bytes()).ok());
    }
    for (const std::uint64_t count : {std::uint64_t{1} << 20, std::uint64_t{1} << 31, UINT64_MAX, UINT64_MAX / 4 + 2}) {
        CHECK(mentions(problem(small().raw("a", 9, test::GgufBuilder::arrayHead(4, count)).bytes()), "array"));
        CHECK(mentions(problem(small().raw("a", 9, test::GgufBuilder::arrayHead(8, count)).bytes()), "array"));
        std::string text;
        test::put(text, count);
        CHECK(mentions(problem(small().raw("a", 8, text).bytes()), "text"));
    }
}

TEST_CASE("keys, types and arrays that the format forbids are refused") {
    CHECK(mentions(problem(small().u32("n", 1).bytes()), "twice"));
    CHECK(mentions(problem(small().u32("", 1).bytes()), "empty key"));
    CHECK(mentions(problem(small().raw("a", 13, "1234").bytes()), "unknown type"));
    CHECK(mentions(problem(small().raw("a", 9, test::GgufBuilder::arrayHead(9, 1)).bytes()), "array of arrays"));
    CHECK(mentions(problem(small().raw("a", 9, test::GgufBuilder::arrayHead(99, 1)).bytes()), "unknown type"));
    CHECK(mentions(problem(small().number<std::uint64_t>("a", 10, UINT64_MAX).bytes()), "2^63"));
}

TEST_CASE("tensor descriptions are checked") {
    const auto with = [&](const std::string& name, std::vector<std::int64_t> sizes, std::uint32_t type) { return problem(small().tensor(name, std::move(sizes), type, kBlock).bytes()); };
    CHECK(with("a", {32}, 2) == "accepted");
    CHECK(mentions(with("a", {33}, 2), "whole number of blocks"));
    CHECK(mentions(with("a", {-32}, 2), "negative"));
    CHECK(mentions(with("a", {1, 1, 1, 1, 1}, 0), "5 dimensions"));
    CHECK(mentions(with("a", {}, 0), "0 dimensions"));
    CHECK(mentions(with("a", {32}, 4), "unknown tensor type 4"));
    CHECK(mentions(with("a", {32}, 999), "999"));
    CHECK(mentions(with("", {32}, 2), "empty"));
    CHECK(mentions(with(std::string(64, 'n'), {32}, 2), "63 bytes"));
    CHECK(with(std::string(63, 'n'), {32}, 2) == "accepted");
    CHECK(mentions(with("a", {INT64_MAX, INT64_MAX}, 0), "overflowing"));
    CHECK(mentions(with("a", {INT64_MAX}, 0), "overflows"));
    CHECK(mentions(with("a", {1 << 20}, 0), "beyond the end"));
    CHECK(mentions(problem(small().tensor("a", {32}, 2, kBlock).tensor("a", {32}, 2, kBlock).bytes()), "twice"));
    CHECK(mentions(problem(small().tensor("a", {32}, 2, kBlock, 32).bytes()), "hole"));
    CHECK(mentions(problem(small().tensor("a", {32}, 2, kBlock).tensor("b", {32}, 2, kBlock, 0).bytes()), "overlap"));
}

TEST_CASE("alignment is a power of two and is obeyed") {
    for (const std::uint32_t bad : {0u, 3u, 48u}) CHECK(mentions(problem(small().u32("general.alignment", bad).bytes()), "power of two"));
    CHECK(mentions(problem(small().string("general.alignment", "32").bytes()), "power of two"));
    auto gguf = small();
    gguf.alignment = 64;
    gguf.u32("general.alignment", 64).tensor("a", {32}, 2, kBlock).tensor("b", {32}, 2, kBlock);
    const auto header = parse(gguf.bytes());
    REQUIRE(header.ok());
    CHECK(header.value().tensors[1].offset == header.value().tensors[0].offset + 64);
}

TEST_CASE("every prefix and every flipped byte of a file is refused or read, never worse") {
    const std::string file = small().strings("s", {"ab", "c"}).tensor("a", {32, 2}, 2, kBlock + kBlock).bytes();
    const std::size_t dataEnd = file.size() - 28;  // 36 bytes of data, padded to 64
    for (std::size_t n = 0; n < dataEnd; ++n) CHECK_FALSE(parse(file.substr(0, n)).ok());
    for (std::size_t i = 0; i < file.size(); ++i)
        for (const unsigned char flip : {1, 16, 128}) {
            std::string damaged = file;
            damaged[i] = static_cast<char>(static_cast<unsigned char>(damaged[i]) ^ flip);
            const auto result = parse(damaged);
            if (result.ok())
                for (const auto& tensor : result.value().tensors) CHECK(tensor.offset + tensor.bytes <= damaged.size());
        }
}

TEST_CASE("a llama file gives the same values as its Hugging Face twin, q and k rows back in order") {
    const test::TemporaryFolder folder;
    const auto tensors = test::randomTensors(test::tinyConfig());
    const auto model = openGguf(folder, tinyGguf(tensors).bytes());
    if (!model.ok()) FAIL(formatError(model.error()));
    CHECK(model.value().kind() == CheckpointKind::Gguf);
    CHECK(model.value().displayName() == model.value().path().stem());   // whatever name a converter wrote
    CHECK(model.value().metadata().at("general.name") == "Tiny");
    CHECK(model.value().config().rmsNormEpsilon == 1e-5);
    CHECK_FALSE(model.value().config().tiedEmbeddings);
    for (const auto& entry : tensors) {
        const std::string& name = entry.first;  // C++20's structured bindings cannot be captured by clang 14
        CAPTURE(name);
        CHECK(model.value().readAll(name).value() == entry.second.values);
    }
    std::vector<float> row(16);
    const std::string query = "model.layers.1.self_attn.q_proj.weight";
    REQUIRE(model.value().readRows(query, 6, 7, row).ok());
    CHECK(std::equal(row.begin(), row.end(), tensors.at(query).values.begin() + 6 * 16));
    CHECK(model.value().mappedFloats(query).empty());
    CHECK(model.value().mappedFloats("model.norm.weight").size() == 16);
    // The config that is rebuilt opens a folder written from it.
    CHECK(parseModelConfig(*model.value().sideFile("config.json").value(), "").value().keyValueHeads == 2);
}

TEST_CASE("attention biases of llama files are put back in order too, qwen2's need not be") {
    const test::TemporaryFolder folder;
    const auto llama = test::randomTensors(test::tinyConfig(R"("attention_bias":true)"));
    const auto model = openGguf(folder, tinyGguf(llama).bytes());
    if (!model.ok()) FAIL(formatError(model.error()));
    for (const char* part : {"q", "k", "v", "o"}) {
        const std::string name = std::string("model.layers.1.self_attn.") + part + "_proj.bias";
        CHECK(model.value().readAll(name).value() == llama.at(name).values);
    }
    std::string config = test::tinyConfig();
    config.replace(config.find("LlamaFor"), 8, "Qwen2For");
    config.replace(config.find("\"llama\""), 7, "\"qwen2\"");
    const auto qwen = test::randomTensors(config);
    test::GgufBuilder gguf;
    test::llamaValues(gguf, "qwen2");
    test::addTensors(gguf, qwen, 0);
    const auto second = openGguf(folder, gguf.bytes());
    if (!second.ok()) FAIL(formatError(second.error()));
    CHECK(second.value().config().attentionBias);
    for (const auto& [name, tensor] : qwen) CHECK(second.value().readAll(name).value() == tensor.values);
}

TEST_CASE("rope_freqs.weight gives the llama3 settings back") {
    const test::TemporaryFolder folder;
    auto gguf = tinyGguf(test::randomTensors(test::tinyConfig()));
    std::string factors;
    for (int i = 0; i < 2; ++i) {
        const double wavelength = 2 * std::numbers::pi * std::pow(10000.0, i / 2.0), context = 256;
        const double t = (context / wavelength - 1) / 3;
        test::put(factors, static_cast<float>(wavelength < context / 4 ? 1 : wavelength > context ? 8 : 1 / ((1 - t) / 8 + t)));
    }
    const auto model = openGguf(folder, gguf.tensor("rope_freqs.weight", {2}, 0, factors).bytes());
    if (!model.ok()) FAIL(formatError(model.error()));
    CHECK(model.value().config().rope.type == RopeType::Llama3);
    CHECK(model.value().config().rope.factor == 8.0);

    auto odd = tinyGguf(test::randomTensors(test::tinyConfig()));
    std::string strange;
    test::put(strange, 3.0f);
    test::put(strange, 0.25f);
    CHECK(openGguf(folder, odd.tensor("rope_freqs.weight", {2}, 0, strange).bytes()).error().code == ErrorCode::UnsupportedModel);
}

TEST_CASE("rotary scaling by key is read, partial and foreign rotary refused") {
    const test::TemporaryFolder folder;
    const auto tensors = test::randomTensors(test::tinyConfig());
    auto linear = tinyGguf(tensors);
    linear.string("llama.rope.scaling.type", "linear").f32("llama.rope.scaling.factor", 4).f32("llama.rope.freq_base", 500000);
    const auto model = openGguf(folder, linear.bytes());
    REQUIRE(model.ok());
    CHECK(model.value().config().rope.type == RopeType::Linear);
    CHECK(model.value().config().rope.factor == 4.0);
    CHECK(model.value().config().rope.theta == 500000.0);
    auto yarn = tinyGguf(tensors);
    yarn.string("llama.rope.scaling.type", "yarn").f32("llama.rope.scaling.factor", 4).u32("llama.rope.scaling.original_context_length", 16);
    CHECK(openGguf(folder, yarn.bytes()).value().config().rope.originalContext == 16);
    CHECK(openGguf(folder, tinyGguf(tensors).u32("llama.rope.dimension_count", 2).bytes()).error().code == ErrorCode::UnsupportedModel);
    CHECK(openGguf(folder, tinyGguf(tensors).string("llama.rope.scaling.type", "longrope").bytes()).error().code == ErrorCode::UnsupportedModel);
}

TEST_CASE("foreign architectures, types and features are refused by name") {
    const test::TemporaryFolder folder;
    const auto tensors = test::randomTensors(test::tinyConfig());
    test::GgufBuilder falcon;
    test::llamaValues(falcon, "falcon");
    CHECK(mentions(formatError(openGguf(folder, falcon.bytes()).error()), "falcon"));
    CHECK(openGguf(folder, tinyGguf(tensors).u32("llama.expert_count", 8).bytes()).error().code == ErrorCode::UnsupportedModel);
    CHECK(mentions(formatError(openGguf(folder, tinyGguf(tensors).tensor("blk.0.ffn_gate_exps.weight", {1}, 0, "1234").bytes()).error()), "ffn_gate_exps"));
    auto fewer = tensors;
    fewer.erase("model.layers.1.mlp.gate_proj.weight");
    CHECK(mentions(formatError(openGguf(folder, tinyGguf(fewer).bytes()).error()), "model.layers.1.mlp.gate_proj.weight"));
    test::GgufBuilder vocabularyOnly;
    test::llamaValues(vocabularyOnly);
    CHECK(openGguf(folder, vocabularyOnly.bytes()).error().code == ErrorCode::InvalidFile);
    auto other = tensors;
    other.erase("model.norm.weight");
    auto iq = tinyGguf(other);
    CHECK(mentions(formatError(openGguf(folder, iq.tensor("output_norm.weight", {16}, 26, std::string(64, '\0')).bytes()).error()), "I32"));
}

TEST_CASE("split files open by any part, and a missing part is named") {
    const test::TemporaryFolder folder;
    const auto tensors = test::randomTensors(test::tinyConfig());
    test::Tensors halves[2];
    std::size_t i = 0;
    for (const auto& [name, tensor] : tensors) halves[i++ % 2].emplace(name, tensor);
    for (std::uint16_t part = 0; part < 2; ++part) {
        test::GgufBuilder gguf;
        if (part == 0) test::llamaValues(gguf);
        gguf.number("split.no", 2, part).number<std::uint16_t>("split.count", 2, 2).number("split.tensors.count", 5, static_cast<std::int32_t>(tensors.size()));
        test::addTensors(gguf, halves[part], 4);
        test::writeFile(folder / ("m-0000" + std::to_string(part + 1) + "-of-00002.gguf"), gguf.bytes());
    }
    for (const char* name : {"m-00001-of-00002.gguf", "m-00002-of-00002.gguf"}) {
        const auto model = Checkpoint::open(folder / name);
        if (!model.ok()) FAIL(formatError(model.error()));
        CHECK(model.value().readAll("model.norm.weight").value() == tensors.at("model.norm.weight").values);
    }
    fs::remove(folder / "m-00002-of-00002.gguf");
    CHECK(Checkpoint::open(folder / "m-00001-of-00002.gguf").error().code == ErrorCode::NotFound);
    fs::rename(folder / "m-00001-of-00002.gguf", folder / "odd.gguf");
    CHECK(Checkpoint::open(folder / "odd.gguf").error().code == ErrorCode::InvalidFile);
}
