#include <doctest/doctest.h>

#include "opening.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/checkpoint/hf_folder.h"
#include "test_paths.h"
#include "tiny_model.h"

using namespace tacq;
using test::openError;
namespace fs = std::filesystem;

namespace {

/// Two shards and their index; `map` lets a test damage it.
void writeSharded(const fs::path& folder, const std::string& config, const test::Tensors& tensors, const std::string& indexOverride = "") {
    fs::create_directories(folder);
    test::writeFile(folder / "config.json", config);
    test::Tensors parts[2];
    std::string map;
    std::size_t i = 0;
    for (const auto& [name, tensor] : tensors) {
        const int part = i++ % 2;
        parts[part].emplace(name, tensor);
        map += (map.empty() ? "\"" : ",\"") + name + "\":\"model-0000" + std::to_string(part + 1) + "-of-00002.safetensors\"";
    }
    for (int part = 0; part < 2; ++part) test::writeTensors(folder / ("model-0000" + std::to_string(part + 1) + "-of-00002.safetensors"), parts[part]);
    test::writeFile(folder / "model.safetensors.index.json", indexOverride.empty() ? "{\"metadata\":{},\"weight_map\":{" + map + "}}" : indexOverride);
}

bool mentions(const Error& error, const std::string& part) {
    INFO(formatError(error));
    return formatError(error).find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a folder gives its tensors in model order with the values that were written, in every dtype") {
    const test::TemporaryFolder folder;
    for (const std::string dtype : {"F32", "F16", "BF16", "F64"}) {
        CAPTURE(dtype);
        const auto tensors = test::randomTensors(test::tinyConfig(), dtype);
        test::writeModel(folder / dtype, test::tinyConfig(), tensors);
        const auto model = Checkpoint::open(folder / dtype);
        REQUIRE(model.ok());
        CHECK(model.value().kind() == CheckpointKind::HuggingFace);
        CHECK(model.value().displayName() == dtype);
        CHECK(model.value().tensors().front().name == "model.embed_tokens.weight");
        CHECK(model.value().tensors().back().name == "lm_head.weight");
        CHECK(model.value().linears().size() == 14);
        CHECK(model.value().linears()[8].name == "model.layers.1.self_attn.k_proj.weight");
        std::int64_t parameters = 0;
        for (const auto& [name, tensor] : tensors) {
            CHECK(model.value().readAll(name).value() == tensor.values);
            CHECK(model.value().mappedFloats(name).empty() == (dtype != "F32"));
            parameters += static_cast<std::int64_t>(tensor.values.size());
            model.value().release(name);
        }
        CHECK(model.value().parameters() == parameters);
    }
}

TEST_CASE("rows can be read alone, and rows that are not there are refused") {
    const test::TemporaryFolder folder;
    const auto tensors = test::randomTensors(test::tinyConfig());
    test::writeModel(folder / "m", test::tinyConfig(), tensors);
    const auto model = Checkpoint::open(folder / "m");
    REQUIRE(model.ok());
    const std::string name = "model.layers.0.mlp.down_proj.weight";  // [16, 40]
    std::vector<float> rows(3 * 40);
    REQUIRE(model.value().readRows(name, 5, 8, rows).ok());
    CHECK(std::equal(rows.begin(), rows.end(), tensors.at(name).values.begin() + 5 * 40));
    CHECK(model.value().readRows(name, 14, 17, rows).error().code == ErrorCode::Internal);
    CHECK(model.value().readRows(name, 0, 2, rows).error().code == ErrorCode::Internal);
    CHECK(model.value().readRows("nothing", 0, 1, rows).error().code == ErrorCode::NotFound);
    CHECK(model.value().readAll("nothing").error().code == ErrorCode::NotFound);
    CHECK(model.value().readPacked(name).error().code == ErrorCode::UnsupportedFormat);
    CHECK(model.value().find("nothing") == nullptr);
}

TEST_CASE("a single safetensors file opens beside its config") {
    const test::TemporaryFolder folder;
    test::writeModel(folder / "m", test::tinyConfig(), test::randomTensors(test::tinyConfig()));
    fs::rename(folder / "m/model.safetensors", folder / "m/other.safetensors");
    const auto model = Checkpoint::open(folder / "m/other.safetensors");
    REQUIRE(model.ok());
    CHECK(model.value().kind() == CheckpointKind::SingleSafetensors);
    fs::remove(folder / "m/config.json");
    CHECK(openError(folder / "m/other.safetensors").code == ErrorCode::NotFound);
}

TEST_CASE("the identity does not depend on place or sharding, and does on any weight") {
    const test::TemporaryFolder folder;
    auto tensors = test::randomTensors(test::tinyConfig());
    test::writeModel(folder / "one", test::tinyConfig(), tensors);
    writeSharded(folder / "two", test::tinyConfig(), tensors);
    tensors.at("model.norm.weight").values[3] += 1;
    test::writeModel(folder / "three", test::tinyConfig(), tensors);
    const auto identity = [&](const char* name) { return Checkpoint::open(folder / name).value().identity().value(); };
    CHECK(identity("one").size() == 64);
    CHECK(identity("one") == identity("two"));
    CHECK(identity("one") != identity("three"));
}

TEST_CASE("tied models need no head, and an equal one that is there anyway is left aside") {
    const test::TemporaryFolder folder;
    const std::string config = test::tinyConfig(R"("tie_word_embeddings":true)");
    auto tensors = test::randomTensors(test::tinyConfig());
    tensors.at("lm_head.weight") = tensors.at("model.embed_tokens.weight");
    test::writeModel(folder / "with", config, tensors);
    tensors.erase("lm_head.weight");
    test::writeModel(folder / "without", config, tensors);
    CHECK(Checkpoint::open(folder / "with").value().find("lm_head.weight") == nullptr);
    CHECK(Checkpoint::open(folder / "with").value().identity().value() == Checkpoint::open(folder / "without").value().identity().value());
}

TEST_CASE("missing, unexpected and wrongly shaped tensors are named") {
    const test::TemporaryFolder folder;
    const auto complete = test::randomTensors(test::tinyConfig());
    auto tensors = complete;
    tensors.erase("model.layers.1.mlp.up_proj.weight");
    test::writeModel(folder / "missing", test::tinyConfig(), tensors);
    CHECK(mentions(openError(folder / "missing"), "model.layers.1.mlp.up_proj.weight"));

    tensors = complete;
    tensors["model.layers.0.self_attn.q_proj.bias"] = {"F32", {16}, std::vector<float>(16, 0.5f)};
    test::writeModel(folder / "extra", test::tinyConfig(), tensors);
    CHECK(mentions(openError(folder / "extra"), "q_proj.bias"));
    CHECK(openError(folder / "extra").code == ErrorCode::UnsupportedModel);

    tensors = complete;
    tensors["model.layers.0.self_attn.rotary_emb.inv_freq"] = {"F32", {2}, {1, 2}};
    test::writeModel(folder / "rotary", test::tinyConfig(), tensors);
    REQUIRE(Checkpoint::open(folder / "rotary").ok());
    CHECK(Checkpoint::open(folder / "rotary").value().notes().empty());

    tensors = complete;
    tensors.at("model.norm.weight") = {"F32", {4, 4}, std::vector<float>(16)};
    test::writeModel(folder / "shape", test::tinyConfig(), tensors);
    CHECK(mentions(openError(folder / "shape"), "[4, 4] where config.json asks for [16]"));

    tensors = complete;
    tensors.at("model.norm.weight").dtype = "I32";
    test::writeModel(folder / "dtype", test::tinyConfig(), tensors);
    CHECK(openError(folder / "dtype").code == ErrorCode::UnsupportedFormat);
}

TEST_CASE("tensors that the architecture does not know are left aside with one note, and change nothing") {
    const test::TemporaryFolder folder;
    auto tensors = test::randomTensors(test::tinyConfig());
    test::writeModel(folder / "plain", test::tinyConfig(), tensors);
    tensors["model.layers.0.self_attn._extra_state"] = {"F32", {0}, {}};
    tensors["model.layers.0.self_attn.q_proj.bias"] = {"F32", {16}, std::vector<float>(16)};   // all nought: no bias at all
    test::writeModel(folder / "extra", test::tinyConfig(), tensors);
    const auto plain = Checkpoint::open(folder / "plain"), extra = Checkpoint::open(folder / "extra");
    REQUIRE(plain.ok());
    REQUIRE(extra.ok());
    CHECK(plain.value().notes().empty());
    REQUIRE(extra.value().notes().size() == 1);
    CHECK(extra.value().notes()[0].code == "tensors-ignored");
    CHECK(extra.value().notes()[0].text.find("model.layers.0.self_attn._extra_state") != std::string::npos);
    CHECK(extra.value().identity().value() == plain.value().identity().value());
}

TEST_CASE("a shard that is not there is named, and an index must tell the truth") {
    const test::TemporaryFolder folder;
    const auto tensors = test::randomTensors(test::tinyConfig());
    writeSharded(folder / "gone", test::tinyConfig(), tensors);
    fs::remove(folder / "gone/model-00002-of-00002.safetensors");
    CHECK(openError(folder / "gone").code == ErrorCode::NotFound);
    CHECK(mentions(openError(folder / "gone"), "model-00002-of-00002.safetensors"));

    const auto withIndex = [&](const std::string& index) {
        fs::remove_all(folder / "index");
        writeSharded(folder / "index", test::tinyConfig(), tensors, index);
        return openError(folder / "index");
    };
    for (const char* name : {"../model.safetensors", "/etc/passwd", "a/b.safetensors", "", ".hidden", "a\\\\b", "a\\nb"})
        CHECK(mentions(withIndex(std::string(R"({"weight_map":{"model.norm.weight":")") + name + "\"}}"), "plain file name"));
    CHECK(mentions(withIndex(R"({"weight_map":{"model.norm.weight":"model-00009-of-00009.safetensors"}})"), "model-00009"));
    CHECK(mentions(withIndex(R"({"weight_map":{"nothing":"model-00001-of-00002.safetensors"}})"), "which it does not"));
    CHECK(mentions(withIndex(R"({"weight_map":{"model.norm.weight":1}})"), "not a file name"));
    CHECK(mentions(withIndex(R"({"weight_map":{}})"), "no tensors"));
    CHECK(mentions(withIndex(R"({})"), "weight_map"));
    CHECK(mentions(withIndex("[1"), "JSON"));
}

TEST_CASE("paths that hold no model say what is needed") {
    const test::TemporaryFolder folder;
    CHECK(openError(folder / "absent").code == ErrorCode::NotFound);
    CHECK(mentions(openError(folder.path()), "config.json"));
    test::writeFile(folder / "config.json", test::tinyConfig());
    CHECK(mentions(openError(folder.path()), "model.safetensors"));
    test::writeFile(folder / "pytorch_model.bin", "x");
    CHECK(openError(folder.path()).code == ErrorCode::UnsupportedFormat);
    test::writeFile(folder / "model.safetensors", "short");
    CHECK(openError(folder.path()).code == ErrorCode::InvalidFile);
    test::writeFile(folder / "notes.txt", "x");
    CHECK(openError(folder / "notes.txt").code == ErrorCode::UnsupportedFormat);
}

TEST_CASE("side files are found by name and nothing else is") {
    const test::TemporaryFolder folder;
    test::writeModel(folder / "m", test::tinyConfig(), test::randomTensors(test::tinyConfig()));
    test::writeFile(folder / "m/tokenizer.json", "{}");
    test::writeFile(folder / "secret.txt", "x");
    const auto model = Checkpoint::open(folder / "m");
    REQUIRE(model.ok());
    CHECK(model.value().sideFiles() == std::vector<std::string>{"config.json", "tokenizer.json"});
    CHECK(model.value().sideFile("tokenizer.json").value() == "{}");
    CHECK_FALSE(model.value().sideFile("tokenizer.model").value().has_value());
    CHECK_FALSE(model.value().sideFile("../secret.txt").value().has_value());
}

TEST_CASE("NaN and infinity are found and their tensor named") {
    const test::TemporaryFolder folder;
    auto tensors = test::randomTensors(test::tinyConfig(), "BF16");
    test::writeModel(folder / "good", test::tinyConfig(), tensors);
    CHECK(checkFinite(Checkpoint::open(folder / "good").value(), {}).ok());
    for (const float bad : {NAN, INFINITY, -INFINITY}) {
        tensors.at("model.layers.1.self_attn.v_proj.weight").values[17] = bad;
        fs::remove_all(folder / "bad");
        test::writeModel(folder / "bad", test::tinyConfig(), tensors);
        const auto result = checkFinite(Checkpoint::open(folder / "bad").value(), {});
        REQUIRE_FALSE(result.ok());
        CHECK(result.error().code == ErrorCode::NonFinite);
        CHECK(mentions(result.error(), "layers.1.self_attn.v_proj"));
    }
}

TEST_CASE("the bundled sample opens") {
    const auto model = Checkpoint::open(fs::path(tacq::paths::resources()) / "sample" / "stories260K");
    REQUIRE(model.ok());
    CHECK(model.value().parameters() == 260032);
    CHECK(model.value().linears().size() == 35);
    CHECK(model.value().mappedFloats("model.norm.weight").size() == 64);
}
