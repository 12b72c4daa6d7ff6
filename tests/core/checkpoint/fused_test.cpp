// A family whose files keep several linears in one tensor: the parts are slices of its bytes, and what is written is whole again.
#include <doctest/doctest.h>

#include <algorithm>

#include "opening.h"
#include "random_packed.h"
#include "tacq/checkpoint/hf_folder.h"
#include "tacq/checkpoint/packed_folder.h"
#include "test_families.h"
#include "tiny_model.h"

using namespace tacq;
namespace fs = std::filesystem;

namespace {

const std::string kQkv = ".self_attn.qkv_proj", kGateUp = ".mlp.gate_up_proj";

std::string fusedConfig() {
    std::string config = ::test::tinyConfig(R"("attention_bias":true)");
    config.replace(config.find("LlamaForCausalLM"), 16, "Phi3ForCausalLM");
    return config.replace(config.find("\"llama\""), 7, "\"phi3\"");
}

std::string layer(int number) { return "model.layers." + std::to_string(number); }

/// Puts `parts` of a layer one below the other under another name.
void fuse(::test::Tensors& tensors, const std::string& layer, const std::string& fused, const std::vector<std::string>& parts, const std::string& what) {
    ::test::Tensor whole;
    for (const std::string& part : parts) {
        const auto found = tensors.find(layer + part + what);
        if (found == tensors.end()) return;
        ::test::Tensor& one = found->second;
        if (whole.shape.empty()) whole = {one.dtype, one.shape, {}};
        else whole.shape[0] += one.shape[0];
        whole.values.insert(whole.values.end(), one.values.begin(), one.values.end());
        tensors.erase(found);
    }
    tensors[layer + fused + what] = whole;
}

::test::Tensors fusedTensors(::test::Tensors tensors) {
    for (int number : {0, 1})
        for (const char* what : {".weight", ".bias"}) {
            fuse(tensors, layer(number), kQkv, {".self_attn.q_proj", ".self_attn.k_proj", ".self_attn.v_proj"}, what);
            fuse(tensors, layer(number), kGateUp, {".mlp.gate_proj", ".mlp.up_proj"}, what);
        }
    return tensors;
}

/// The model as its family keeps it, and the same numbers apart.
struct Fused {
    ::test::TemporaryFolder folder;
    ::test::Tensors apart, fused;
    explicit Fused(const std::string& dtype = "F32") {
        tacq::test::addTestFamilies();
        apart = ::test::randomTensors(fusedConfig(), dtype);
        fused = fusedTensors(apart);
        ::test::writeModel(folder / "apart", fusedConfig(), apart);
        ::test::writeModel(folder / "fused", fusedConfig(), fused);
    }
    Checkpoint open(const std::string& name) const {
        auto model = Checkpoint::open(folder / name);
        REQUIRE_MESSAGE(model.ok(), (model.ok() ? "" : formatError(model.error())));
        return std::move(model).value();
    }
};

void checkSameTensors(const fs::path& file, const ::test::Tensors& expected) {
    const auto written = SafetensorsFile::open(file);
    REQUIRE(written.ok());
    CHECK(written.value().entries().size() == expected.size());
    for (const auto& [name, tensor] : expected) {
        const SafetensorsEntry* entry = written.value().find(name);
        REQUIRE_MESSAGE(entry != nullptr, name);
        CHECK(entry->shape == tensor.shape);
        const auto bytes = written.value().bytes(*entry);
        const std::string wanted = ::test::encode(tensor);
        CHECK_MESSAGE(std::equal(bytes.begin(), bytes.end(), ::test::asBytes(wanted).begin(), ::test::asBytes(wanted).end()), name);
    }
}

}  // namespace

TEST_CASE("the parts of a fused tensor are tensors of the model like any other, mapped where they lie") {
    const Fused model;
    const Checkpoint checkpoint = model.open("fused"), apart = model.open("apart");
    CHECK(checkpoint.notes().empty());
    REQUIRE(checkpoint.linears().size() == 14);
    CHECK(checkpoint.identity().value() == apart.identity().value());
    for (const auto& [name, tensor] : model.apart) {
        REQUIRE_MESSAGE(checkpoint.find(name) != nullptr, name);
        CHECK(checkpoint.find(name)->shape == tensor.shape);
        CHECK(checkpoint.readAll(name).value() == tensor.values);
    }
    // No copy: k begins where q ends.
    const auto q = checkpoint.mappedFloats(layer(1) + ".self_attn.q_proj.weight"), k = checkpoint.mappedFloats(layer(1) + ".self_attn.k_proj.weight");
    REQUIRE_FALSE(q.empty());
    CHECK(q.data() + q.size() == k.data());
}

TEST_CASE("a fused tensor that is missing, misshapen or denied is named as the file names it") {
    Fused model;
    const auto broken = [&](const std::string& name, auto change) {
        ::test::Tensors tensors = model.fused;
        change(tensors);
        ::test::writeModel(model.folder / name, fusedConfig(), tensors);
        return ::test::openError(model.folder / name);
    };
    const std::string name = layer(1) + kQkv + ".weight";
    CHECK(broken("missing", [&](auto& tensors) { tensors.erase(name); }).message == "tensor \"" + name + "\" is missing");
    const Error misshapen = broken("misshapen", [&](auto& tensors) {
        tensors.at(name).shape[0] -= 1;
        tensors.at(name).values.resize(tensors.at(name).values.size() - 16);
    });
    CHECK(misshapen.message == "tensor \"" + name + "\" has shape [31, 16] where config.json asks for [32, 16]");
    std::string config = fusedConfig();
    config.replace(config.find("\"attention_bias\":true"), 21, "\"attention_bias\":false");
    ::test::writeModel(model.folder / "denied", config, model.fused);
    CHECK(::test::openError(model.folder / "denied").code == ErrorCode::UnsupportedModel);
}

TEST_CASE("a folder written for transformers holds the fused tensors again, from either form") {
    const Fused model("BF16");
    for (const std::string from : {"fused", "apart"}) {
        CAPTURE(from);
        for (const std::uint64_t shardBytes : {std::uint64_t{5'000'000'000}, std::uint64_t{2500}}) {
            const fs::path out = model.folder / (from + std::to_string(shardBytes));
            HuggingFaceOptions options;
            options.shardBytes = shardBytes;
            const Checkpoint source = model.open(from);
            REQUIRE(writeHuggingFaceFolder(out, source, options, {}).ok());
            if (!fs::exists(out / "model.safetensors.index.json")) checkSameTensors(out / "model.safetensors", model.fused);
            const Checkpoint again = model.open(out.filename().string());
            for (const auto& [name, tensor] : model.apart) CHECK_MESSAGE(again.readAll(name).value() == tensor.values, name);
            std::uint64_t said = 0, bytes = 0;
            const std::vector<PackedFileSize> files = huggingFaceFiles(source, options).value();
            for (const PackedFileSize& file : files) said += file.bytes;
            for (const auto& entry : fs::directory_iterator(out))
                if (entry.path().extension() == ".safetensors") bytes += entry.file_size();
            CHECK(said == bytes);
        }
    }
}

TEST_CASE("a packed checkpoint keeps the parts apart, and becomes a fused folder again") {
    const Fused model("BF16");
    const Checkpoint source = model.open("fused");
    std::mt19937 random(5);
    std::vector<PackedLinear> linears;
    PackedPlan plan;
    plan.dense = denseTensors(source.linears(), source.tensors());
    for (const LinearInfo& linear : source.linears()) {
        linears.push_back(::test::randomPacked(linear.name, linear.rows, linear.columns, {.grid = {.bits = 3, .groupSize = 8}, .keptShare = 0.1}, random));
        plan.linears.push_back(linears.back().shape());
    }
    REQUIRE(writePackedFolder(model.folder / "packed", plan, source, [&](std::size_t i) { return Result<PackedLinear>(linears[i]); }, "", {}).ok());
    const Checkpoint packed = model.open("packed");
    CHECK(packed.kind() == CheckpointKind::Packed);
    HuggingFaceOptions options;
    options.dtype = "f32";
    REQUIRE(writeHuggingFaceFolder(model.folder / "wide", packed, options, {}).ok());
    ::test::Tensors expected = ::test::randomTensors(fusedConfig(), "F32");
    for (auto& [name, tensor] : expected) tensor.values = packed.readAll(name).value();
    checkSameTensors(model.folder / "wide" / "model.safetensors", fusedTensors(expected));
}
