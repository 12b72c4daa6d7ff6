// What people have on their disks, as reported to other tools: each opens, or says what it is and what to do next.
#include <doctest/doctest.h>

#include <algorithm>

#include "gguf_builder.h"
#include "opening.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/checkpoint/hf_folder.h"

using namespace tacq;
using test::openError;
namespace fs = std::filesystem;

namespace {

const std::string kTied = test::tinyConfig(R"("tie_word_embeddings":true)");

test::Tensors tiedTensors() { return test::randomTensors(kTied); }

test::Tensors renamed(const test::Tensors& tensors, const std::function<std::string(const std::string&)>& name) {
    test::Tensors out;
    for (const auto& [old, tensor] : tensors) out.emplace(name(old), tensor);
    return out;
}

bool mentions(const Error& error, const std::string& part) {
    INFO(formatError(error));
    CHECK(exitCode(error.code) == 3);
    CHECK_FALSE(error.hint.empty());
    return formatError(error).find(part) != std::string::npos;
}

Checkpoint opened(const fs::path& path) {
    auto result = Checkpoint::open(path);
    if (!result.ok()) FAIL(formatError(result.error()));
    return std::move(result).value();
}

std::vector<std::string> codes(const Checkpoint& model) {
    std::vector<std::string> out;
    for (const Note& note : model.notes()) out.push_back(note.code);
    return out;
}

bool exportedHas(const fs::path& folder, const std::string& part) { return test::readFile(folder / "config.json").find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a head with values of its own is kept although config.json ties it, and exports keep it") {
    const test::TemporaryFolder folder;
    auto tensors = tiedTensors();
    test::writeModel(folder / "tied", kTied, tensors);
    tensors["lm_head.weight"] = tensors.at("model.embed_tokens.weight");
    test::writeModel(folder / "equal", kTied, tensors);
    tensors.at("lm_head.weight").values[7] += 1;
    test::writeModel(folder / "other", kTied, tensors);

    const Checkpoint equal = opened(folder / "equal"), other = opened(folder / "other");
    CHECK(equal.config().tiedEmbeddings);
    CHECK(equal.notes().empty());
    CHECK(equal.identity().value() == opened(folder / "tied").identity().value());
    CHECK_FALSE(other.config().tiedEmbeddings);
    CHECK(codes(other) == std::vector<std::string>{"head-kept"});
    CHECK(other.readAll("lm_head.weight").value() == tensors.at("lm_head.weight").values);
    CHECK(other.identity().value() != equal.identity().value());

    REQUIRE(writeHuggingFaceFolder(folder / "out", other, {}, {}).ok());
    CHECK(exportedHas(folder / "out", "\"tie_word_embeddings\": false"));
    const Checkpoint again = opened(folder / "out");
    CHECK(again.notes().empty());
    CHECK(again.identity().value() == other.identity().value());
}

TEST_CASE("an equal head is recognised in another type, and tied embeddings may be stored under the head's name") {
    const test::TemporaryFolder folder;
    auto tensors = test::randomTensors(kTied, "BF16");
    tensors["lm_head.weight"] = tensors.at("model.embed_tokens.weight");
    tensors.at("lm_head.weight").dtype = "F32";
    test::writeModel(folder / "types", kTied, tensors);
    CHECK(opened(folder / "types").config().tiedEmbeddings);

    tensors.erase("model.embed_tokens.weight");
    test::writeModel(folder / "head", kTied, tensors);
    const Checkpoint model = opened(folder / "head");
    CHECK(codes(model) == std::vector<std::string>{"embeddings-from-head"});
    CHECK(model.config().tiedEmbeddings);
    CHECK(model.readAll("model.embed_tokens.weight").value() == tensors.at("lm_head.weight").values);
}

TEST_CASE("names with other beginnings, or none, are read and exported under the usual ones") {
    const test::TemporaryFolder folder;
    const auto tensors = test::randomTensors(test::tinyConfig());
    test::writeModel(folder / "plain", test::tinyConfig(), tensors);
    const std::string identity = opened(folder / "plain").identity().value();
    const auto inFront = [](const std::string& prefix) { return [prefix](const std::string& name) { return prefix + name; }; };
    const std::vector<std::pair<std::string, std::function<std::string(const std::string&)>>> kinds = {
        {"none", [](const std::string& name) { return name.starts_with("model.") ? name.substr(6) : name; }},
        {"compiled", inFront("_orig_mod.")},
        {"parallel", inFront("module.")},
        {"both", inFront("module._orig_mod.")},
        {"wrapped", inFront("language_model.")},
        {"inner", [](const std::string& name) { return name.starts_with("model.") ? "model.language_model." + name.substr(6) : name; }},
        {"peft", inFront("base_model.model.")},
        {"text", [](const std::string& name) { return name.starts_with("model.") ? "model.text_model." + name.substr(6) : name; }},
        {"fsdp", [](std::string name) {
             if (const auto at = name.find("self_attn."); at != std::string::npos) name.insert(at, "_fsdp_wrapped_module.");
             return name;
         }}};
    for (const auto& [kind, name] : kinds) {
        CAPTURE(kind);
        test::writeModel(folder / kind, test::tinyConfig(), renamed(tensors, name));
        const Checkpoint model = opened(folder / kind);
        CHECK(codes(model) == std::vector<std::string>{"names-mapped"});
        CHECK(model.identity().value() == identity);
        REQUIRE(writeHuggingFaceFolder(folder / (kind + "-out"), model, {}, {}).ok());
        CHECK(opened(folder / (kind + "-out")).notes().empty());
        CHECK(opened(folder / (kind + "-out")).identity().value() == identity);
    }
    auto twice = tensors;
    twice["_orig_mod.model.norm.weight"] = tensors.at("model.norm.weight");
    test::writeModel(folder / "twice", test::tinyConfig(), twice);
    CHECK(opened(folder / "twice").identity().value() == identity);
    twice.at("_orig_mod.model.norm.weight").values[0] += 1;
    test::writeModel(folder / "differ", test::tinyConfig(), twice);
    CHECK(mentions(openError(folder / "differ"), "_orig_mod.model.norm.weight"));
}

TEST_CASE("an adapter is called one, with the model it belongs to, however it is given") {
    const test::TemporaryFolder folder;
    test::Tensors adapter;
    for (const std::string side : {"A", "B"}) adapter["base_model.model.model.layers.0.self_attn.q_proj.lora_" + side + ".weight"] = {"F32", {4, 4}, std::vector<float>(16)};
    fs::create_directories(folder / "a");
    test::writeTensors(folder / "a/adapter_model.safetensors", adapter);
    test::writeFile(folder / "a/adapter_config.json", R"({"peft_type":"LORA","base_model_name_or_path":"some/base"})");
    for (const fs::path& path : {folder / "a", folder / "a/adapter_model.safetensors"}) {
        CHECK(mentions(openError(path), "LoRA adapter of some/base, not a model"));
        CHECK(mentions(openError(path), "merge"));
    }
    fs::create_directories(folder / "bare");
    fs::copy_file(folder / "a/adapter_model.safetensors", folder / "bare/adapter_model.safetensors");
    CHECK(mentions(openError(folder / "bare"), "LoRA adapter"));
    // With the base's config.json beside it, and under a model's name without a word about it.
    test::writeFile(folder / "a/config.json", test::tinyConfig());
    CHECK(mentions(openError(folder / "a"), "some/base"));
    test::writeModel(folder / "b", test::tinyConfig(), adapter);
    CHECK(mentions(openError(folder / "b"), "LoRA adapter"));
    // Whole weights beside an adapter are a model; that the adapter is not applied is said.
    test::writeModel(folder / "a", test::tinyConfig(), test::randomTensors(test::tinyConfig()));
    CHECK(codes(opened(folder / "a")) == std::vector<std::string>{"adapter-beside"});
}

TEST_CASE("plain weights under a stale quantization block open with a note, and exports lose the block") {
    const test::TemporaryFolder folder;
    const auto tensors = test::randomTensors(test::tinyConfig());
    test::writeModel(folder / "plain", test::tinyConfig(), tensors);
    for (const std::string block : {R"("quantization_config":{"load_in_4bit":true,"bnb_4bit_quant_type":"nf4","quant_method":"bitsandbytes"})", R"("quantization_config":{"load_in_8bit":true})",
                                    R"("compression_config":{"quant_method":"compressed-tensors"})", R"("quantization":{"group_size":64,"bits":4})"}) {
        CAPTURE(block);
        fs::remove_all(folder / "stale");
        fs::remove_all(folder / "out");
        test::writeModel(folder / "stale", test::tinyConfig(block), tensors);
        const Checkpoint model = opened(folder / "stale");
        CHECK(codes(model) == std::vector<std::string>{"quantization-ignored"});
        CHECK(model.identity().value() == opened(folder / "plain").identity().value());
        REQUIRE(writeHuggingFaceFolder(folder / "out", model, {}, {}).ok());
        CHECK(opened(folder / "out").notes().empty());
    }
}

TEST_CASE("packed weights of other tools are named by what the tensors show") {
    const test::TemporaryFolder folder;
    const std::string linear = "model.layers.0.self_attn.q_proj";
    struct Kind { std::string block, dtype; std::vector<std::string> parts; std::string named; };
    const std::vector<Kind> kinds = {
        {R"("quantization_config":{"quant_method":"fbgemm_fp8"})", "", {".weight_packed", ".weight_scale", ".weight_shape"}, "compressed-tensors"},
        {"", "", {".qweight", ".qzeros", ".scales", ".g_idx"}, "GPTQ"},
        {R"("quantization_config":{"quant_method":"awq"})", "", {".qweight", ".qzeros", ".scales"}, "awq"},
        {R"("quantization_config":{"load_in_4bit":true})", "I32", {".weight.absmax", ".weight.quant_map", ".weight.quant_state.bitsandbytes__nf4"}, "NF4"},
        {"", "I32", {".SCB"}, "bitsandbytes (8 bit)"},
        {"", "", {".W_q", ".meta"}, "HQQ"},
        {"", "", {".codes", ".codebooks"}, "AQLM"},
        {R"("quantization":{"bits":4})", "I32", {".scales", ".biases"}, "MLX"}};
    for (const Kind& kind : kinds) {
        CAPTURE(kind.named);
        auto tensors = test::randomTensors(test::tinyConfig());
        if (kind.dtype.empty()) tensors.erase(linear + ".weight");
        else tensors.at(linear + ".weight").dtype = kind.dtype;
        for (const std::string& part : kind.parts) tensors[linear + part] = {"I32", {4}, {0, 0, 0, 0}};
        fs::remove_all(folder / "packed");
        test::writeModel(folder / "packed", test::tinyConfig(kind.block), tensors);
        const Error error = openError(folder / "packed");
        CHECK(error.code == ErrorCode::UnsupportedFormat);
        CHECK(mentions(error, kind.named));
        CHECK(mentions(error, linear));
    }
}

TEST_CASE("a hub cache's folder opens the snapshot of its main branch under the repository's name") {
    const test::TemporaryFolder folder;
    const fs::path entry = folder / "models--org--name";
    const auto config = test::tinyConfig();
    for (const char* commit : {"aaaa", "bbbb"}) {
        auto tensors = test::randomTensors(config, "F32", commit[0]);
        test::writeModel(entry / "blobs" / commit, config, tensors);
        fs::create_directories(entry / "snapshots" / commit);
        for (const char* file : {"config.json", "model.safetensors"})
            fs::create_symlink(fs::path("../../blobs") / commit / file, entry / "snapshots" / commit / file);
    }
    CHECK(openError(entry).code == ErrorCode::InvalidArgument);
    CHECK(formatError(openError(entry)).find("aaaa, bbbb") != std::string::npos);
    fs::create_directories(entry / "refs");
    test::writeFile(entry / "refs/main", "bbbb");
    const std::string identity = opened(entry / "snapshots/bbbb").identity().value();
    for (const fs::path& path : {entry, fs::path(entry.string() + "/"), entry / "snapshots", entry / "snapshots/bbbb", entry / "snapshots/bbbb/model.safetensors"}) {
        CAPTURE(path.string());
        CHECK(opened(path).displayName() == "org/name");
        CHECK(opened(path).identity().value() == identity);
    }
    CHECK(opened(entry / "snapshots/aaaa").identity().value() != identity);
    fs::remove(entry / "blobs/bbbb/model.safetensors");
    CHECK(mentions(openError(entry), "link to a file that is not there"));
    fs::create_directories(folder / "models--org--empty/snapshots");
    CHECK(mentions(openError(folder / "models--org--empty"), "no snapshot"));
}

TEST_CASE("dynamic rotary scaling opens within the trained context, with a note; variants that act at once do not") {
    const test::TemporaryFolder folder;
    const auto tensors = test::randomTensors(test::tinyConfig());
    test::writeModel(folder / "plain", test::tinyConfig(), tensors);
    for (const std::string scaling : {R"("rope_scaling":{"type":"dynamic","factor":2.0})", R"("rope_parameters":{"rope_type":"dynamic","factor":4.0,"rope_theta":10000.0})"}) {
        fs::remove_all(folder / "dynamic");
        test::writeModel(folder / "dynamic", test::tinyConfig(scaling), tensors);
        const Checkpoint model = opened(folder / "dynamic");
        CHECK(codes(model) == std::vector<std::string>{"rope-dynamic"});
        CHECK(model.config().contextLength == 64);
        CHECK(model.identity().value() == opened(folder / "plain").identity().value());
        CHECK(model.sideFile("config.json").value()->find("dynamic") != std::string::npos);
    }
    test::writeModel(folder / "alpha", test::tinyConfig(R"("rope_scaling":{"type":"dynamic","alpha":1000.0,"factor":1.0})"), tensors);
    CHECK(mentions(openError(folder / "alpha"), "dynamic"));
}

TEST_CASE("the text model inside a wrapper opens, exports as itself, and a foreign one is named") {
    const test::TemporaryFolder folder;
    const auto tensors = test::randomTensors(test::tinyConfig());
    test::writeModel(folder / "plain", test::tinyConfig(), tensors);
    const std::string text = test::tinyConfig().substr(1, test::tinyConfig().size() - 2), inside = text.substr(text.find("\"model_type\""));
    for (const std::string block : {"text_config", "llm_config", "language_config"}) {
        CAPTURE(block);
        auto wrapped = renamed(tensors, [](const std::string& name) { return name.starts_with("model.") ? "model.language_model." + name.substr(6) : name; });
        wrapped["model.vision_tower.patch_embed.weight"] = {"F32", {8, 3}, std::vector<float>(24)};
        fs::remove_all(folder / "wrapped");
        fs::remove_all(folder / "out");
        test::writeModel(folder / "wrapped", R"({"architectures":["LlavaForConditionalGeneration"],"model_type":"llava",")" + block + "\":{" + inside + R"(},"vision_config":{"model_type":"clip_vision_model"}})", wrapped);
        const Checkpoint model = opened(folder / "wrapped");
        CHECK(codes(model) == std::vector<std::string>{"text-model-only", "names-mapped", "tensors-ignored"});
        CHECK(model.config().architectureName == "LlamaForCausalLM");
        CHECK(model.identity().value() == opened(folder / "plain").identity().value());
        REQUIRE(writeHuggingFaceFolder(folder / "out", model, {}, {}).ok());
        CHECK_FALSE(exportedHas(folder / "out", "vision"));
        CHECK(exportedHas(folder / "out", "LlamaForCausalLM"));
        CHECK(opened(folder / "out").identity().value() == model.identity().value());
    }
    test::writeModel(folder / "foreign", R"({"architectures":["Gemma3ForConditionalGeneration"],"model_type":"gemma3","text_config":{"model_type":"gemma3_text"}})", tensors);
    CHECK(mentions(openError(folder / "foreign"), "gemma3_text"));
}

TEST_CASE("what a wrapper's text model does not say is what transformers assumes") {
    const test::TemporaryFolder folder;
    // As LLaVA 1.5 states it: the sizes are those of a 7B Llama, so the tiny tensors do not fit and are told by their shape.
    test::writeModel(folder / "m", R"({"architectures":["LlavaForConditionalGeneration"],"model_type":"llava","text_config":{"model_type":"llama","vocab_size":32064}})", test::randomTensors(test::tinyConfig()));
    CHECK(mentions(openError(folder / "m"), "[24, 16] where config.json asks for [32064, 4096]"));
}

TEST_CASE("a folder with one GGUF opens it by content: beside a config, a projector, or in parts") {
    const test::TemporaryFolder folder;
    const auto tensors = test::randomTensors(test::tinyConfig());
    test::GgufBuilder model, projector;
    test::llamaValues(model);
    test::addTensors(model, tensors, 4);
    projector.string("general.architecture", "clip").string("general.type", "mmproj").tensor("mm.0.weight", {4}, 0, std::string(16, '\0'));
    fs::create_directories(folder / "m");
    test::writeFile(folder / "m/config.json", test::tinyConfig());
    test::writeFile(folder / "m/weights.bin", model.bytes());   // the magic decides, not the ending
    const std::string identity = opened(folder / "m").identity().value();
    CHECK(opened(folder / "m/weights.bin").identity().value() == identity);
    test::writeFile(folder / "m/mmproj.gguf", projector.bytes());
    CHECK(opened(folder / "m").identity().value() == identity);
    CHECK(mentions(openError(folder / "m/mmproj.gguf"), "projector"));
    test::writeFile(folder / "m/second.GGUF", model.bytes());
    CHECK(openError(folder / "m").code == ErrorCode::InvalidArgument);
    CHECK(formatError(openError(folder / "m")).find("second.GGUF, weights.bin") != std::string::npos);
    CHECK(opened(folder / "m/second.GGUF").kind() == CheckpointKind::Gguf);

    fs::create_directories(folder / "parts");
    for (std::uint16_t part = 0; part < 2; ++part) {
        test::GgufBuilder half;
        if (part == 0) test::llamaValues(half);
        half.number("split.no", 2, part).number<std::uint16_t>("split.count", 2, 2).number("split.tensors.count", 5, static_cast<std::int32_t>(tensors.size()));
        test::Tensors some;
        std::size_t i = 0;
        for (const auto& [name, tensor] : tensors)
            if ((name.find("embed") == std::string::npos ? i++ % 2 : 0) == part) some.emplace(name, tensor);
        test::addTensors(half, some, 4);
        test::writeFile(folder / ("parts/x-0000" + std::to_string(part + 1) + "-of-00002.gguf"), half.bytes());
    }
    test::writeFile(folder / "parts/mmproj-x.gguf", projector.bytes());
    CHECK(opened(folder / "parts").identity().value() == identity);
    fs::remove(folder / "parts/x-00002-of-00002.gguf");
    CHECK(mentions(openError(folder / "parts"), "x-00002-of-00002.gguf"));
}

TEST_CASE("what lies where weights should be is called what it is") {
    const test::TemporaryFolder folder;
    test::writeFile(folder / "config.json", test::tinyConfig());
    using namespace std::string_literals;
    const std::pair<std::string, std::string> kinds[] = {
        {"version https://git-lfs.github.com/spec/v1\noid sha256:abab\nsize 1040000\n", "git-lfs pointer"}, {"\n<!DOCTYPE html><html>", "web page"}, {"<HTML><body>", "web page"},
        {"", "empty"}, {"Entry not found", "Entry not found"}, {"PK\x03\x04"s + std::string(200, 'x'), "ZIP"}, {"\x80\x02}q\x01"s + std::string(200, '\x01'), "pickle"},
        {std::string(4096, '\0'), "zeros"}, {"\x1f\x8b\x08"s + std::string(200, '\x02'), "gzip"}, {"tjgg"s + std::string(200, '\x02'), "before GGUF"}};
    for (const auto& [content, named] : kinds)
        for (const char* name : {"model.safetensors", "model.gguf"}) {
            CAPTURE(named);
            CAPTURE(name);
            test::writeFile(folder / name, content);
            CHECK(mentions(openError(folder / name), named));
            CHECK(mentions(openError(folder / name), name));
            if (std::string(name) == "model.safetensors") CHECK(mentions(openError(folder.path()), named));
            fs::remove(folder / name);
        }
    test::writeModel(folder / "page", "<!doctype html><title>Sign in</title>", test::randomTensors(test::tinyConfig()));
    CHECK(mentions(openError(folder / "page"), "web page"));
}

TEST_CASE("weights without an index are read together if they are complete, and what is missing is listed") {
    const test::TemporaryFolder folder;
    const auto tensors = test::randomTensors(test::tinyConfig());
    test::writeModel(folder / "one", test::tinyConfig(), tensors);
    const std::string identity = opened(folder / "one").identity().value();
    fs::rename(folder / "one/model.safetensors", folder / "one/My Model.SAFETENSORS");
    CHECK(codes(opened(folder / "one")) == std::vector<std::string>{"files-without-index"});
    CHECK(opened(folder / "one").identity().value() == identity);
    CHECK(opened(folder / "one/My Model.SAFETENSORS").identity().value() == identity);

    fs::create_directories(folder / "set");
    test::writeFile(folder / "set/config.json", test::tinyConfig());
    test::Tensors parts[3];
    std::size_t i = 0;
    for (const auto& [name, tensor] : tensors) parts[i++ % 3].emplace(name, tensor);
    parts[2].emplace("model.norm.weight", tensors.at("model.norm.weight"));   // in two files, with equal values
    const auto shard = [&](int part) { return folder / ("set/model-0000" + std::to_string(part + 1) + "-of-00003.safetensors"); };
    for (int part = 0; part < 3; ++part) test::writeTensors(shard(part), parts[part]);
    CHECK(opened(folder / "set").identity().value() == identity);
    CHECK(opened(shard(1)).identity().value() == identity);
    parts[2].at("model.norm.weight").values[0] += 1;
    fs::remove(shard(2));
    test::writeTensors(shard(2), parts[2]);
    const bool twice = parts[0].contains("model.norm.weight") || parts[1].contains("model.norm.weight");
    if (twice) CHECK(mentions(openError(folder / "set"), "several files"));
    fs::remove(shard(0));
    fs::remove(shard(2));
    CHECK(mentions(openError(folder / "set"), "2 of 3 files of the model are missing: model-00001-of-00003.safetensors, model-00003-of-00003.safetensors"));
    CHECK(mentions(openError(shard(1)), "2 of 3 files"));
}

TEST_CASE("weights under another ending, other tensor names and a download that was cut off are told") {
    const test::TemporaryFolder folder;
    const auto tensors = test::randomTensors(test::tinyConfig());
    test::writeModel(folder / "m", test::tinyConfig(), tensors);
    const std::string identity = opened(folder / "m").identity().value();
    fs::rename(folder / "m/model.safetensors", folder / "m/pytorch_model.bin");
    CHECK(opened(folder / "m").identity().value() == identity);
    fs::rename(folder / "m/pytorch_model.bin", folder / "m/model.safetensors");
    fs::resize_file(folder / "m/model.safetensors", fs::file_size(folder / "m/model.safetensors") / 2);
    CHECK(mentions(openError(folder / "m"), "cut off"));

    test::Tensors original, foreign;
    original["layers.0.attention.wq.weight"] = foreign["transformer.h.0.attn.c_attn.weight"] = {"F32", {4, 4}, std::vector<float>(16)};
    test::writeModel(folder / "original", test::tinyConfig(), original);
    CHECK(mentions(openError(folder / "original"), "original release"));
    test::writeModel(folder / "foreign", test::tinyConfig(), foreign);
    CHECK(mentions(openError(folder / "foreign"), "transformer.h.0.attn.c_attn.weight"));
}

TEST_CASE("links that lead nowhere, or around, say so") {
    const test::TemporaryFolder folder;
    fs::create_symlink(folder / "b", folder / "a");
    fs::create_symlink(folder / "a", folder / "b");
    CHECK(mentions(openError(folder / "a"), "symbolic links"));
    test::writeModel(folder / "m", test::tinyConfig(), test::randomTensors(test::tinyConfig()));
    fs::rename(folder / "m/model.safetensors", folder / "elsewhere.safetensors");
    fs::create_symlink(folder / "gone.safetensors", folder / "m/model.safetensors");
    CHECK(mentions(openError(folder / "m"), "link to a file that is not there"));
    fs::remove(folder / "m/model.safetensors");
    fs::create_symlink(folder / "elsewhere.safetensors", folder / "m/model.safetensors");
    CHECK(opened(folder / "m/config.json").notes().empty());
    CHECK(opened(folder / "m/").displayName() == "m");
    fs::create_directories(folder / "around");
    fs::rename(folder / "m", folder / "around/m");
    CHECK(mentions(openError(folder / "around"), "folders below it: give m"));
}
