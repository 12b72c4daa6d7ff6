// A GGUF says all of a model that the model's own files do: read back by our own reader.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "checkpoint/checkpoint_data.h"
#include "formats/gguf/file_name.h"
#include "formats/gguf/modelfile.h"
#include "sample_checkpoint.h"
#include "scratch.h"
#include "tacq/base/file_io.h"
#include "tacq/formats/exporter.h"
#include "tacq/tokenizer/tokenizer.h"
#include "test_paths.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

using Model = std::shared_ptr<const Checkpoint>;

Model openModel(const fs::path& path) {
    auto opened = Checkpoint::open(path);
    if (!opened.ok()) FAIL(formatError(opened.error()));
    return std::make_shared<Checkpoint>(std::move(opened).value());
}

/// Written as `format` and opened again; sizes are those that were said.
Model written(const Model& model, const fs::path& folder, const ExportOptions& options, const char* format = "gguf") {
    const RunContext context;
    const Exporter& exporter = *findExporter(format);
    const auto files = exporter.weightFiles({*model, false, nullptr}, options);
    if (!files.ok()) FAIL(formatError(files.error()));
    const auto done = exporter.write({folder, model, {}, *model, "card", context}, options);
    if (!done.ok()) FAIL(formatError(done.error()));
    for (const PackedFileSize& file : files.value()) CHECK(fs::file_size(folder / file.path) == file.bytes);
    CHECK(fs::exists(folder / "Modelfile"));
    CHECK(readText(folder / "README.md").value() == "card");
    return openModel(folder);
}

double worstDifference(const Checkpoint& a, const Checkpoint& b) {
    double worst = 0;
    for (const TensorInfo& tensor : a.tensors()) {
        CAPTURE(tensor.name);
        const auto x = a.readAll(tensor.name), y = b.readAll(tensor.name);
        REQUIRE(x.ok());
        REQUIRE(y.ok());
        REQUIRE(x.value().size() == y.value().size());
        for (std::size_t i = 0; i < x.value().size(); ++i) worst = std::max(worst, std::abs(static_cast<double>(x.value()[i]) - static_cast<double>(y.value()[i])));
    }
    return worst;
}

void checkSameConfig(const ModelConfig& a, const ModelConfig& b) {
    CHECK(a.vocabSize == b.vocabSize);
    CHECK(a.hiddenSize == b.hiddenSize);
    CHECK(a.layers == b.layers);
    CHECK(a.heads == b.heads);
    CHECK(a.keyValueHeads == b.keyValueHeads);
    CHECK(a.headDim == b.headDim);
    CHECK(a.intermediateSize == b.intermediateSize);
    CHECK(a.contextLength == b.contextLength);
    CHECK(a.rmsNormEpsilon == b.rmsNormEpsilon);
    CHECK(a.tiedEmbeddings == b.tiedEmbeddings);
    CHECK(a.attentionBias == b.attentionBias);
    CHECK(a.attentionOutputBias == b.attentionOutputBias);
    CHECK(a.mlpBias == b.mlpBias);
    CHECK(a.queryKeyNorm == b.queryKeyNorm);
    CHECK(a.rope.type == b.rope.type);
    CHECK(a.rope.theta == b.rope.theta);
    CHECK(a.rope.factor == doctest::Approx(b.rope.factor));
    CHECK(a.rope.originalContext == b.rope.originalContext);
    CHECK(a.rope.betaFast == b.rope.betaFast);
    CHECK(a.rope.betaSlow == b.rope.betaSlow);
    CHECK(a.ropeLayers == b.ropeLayers);
}

Model feature(const std::string& name) { return openModel(fs::path(tacq::paths::testData()) / "model" / name); }

std::string typeOf(const Checkpoint& model, const char* name) { return std::string(tensorTypeName(model.find(name)->type)); }

}  // namespace

TEST_CASE("the sample comes back whole: weights, configuration, tokens, in F32, F16 and BF16") {
    const Scratch scratch("gguf");
    const Model sample = sampleCheckpoint();
    const Model same = written(sample, scratch.folder / "same", {});
    CHECK(same->kind() == CheckpointKind::Gguf);
    CHECK(worstDifference(*sample, *same) == 0);
    checkSameConfig(sample->config(), same->config());
    CHECK(same->config().bosToken == sample->config().bosToken);
    CHECK(same->config().eosTokens == sample->config().eosTokens);
    CHECK(fs::exists(scratch.folder / "same" / "stories260K-F32.gguf"));
    const auto own = Tokenizer::fromCheckpoint(*sample), theirs = Tokenizer::fromCheckpoint(*same);
    REQUIRE(theirs.ok());
    for (const char* text : {"", "Once upon a time, there was a little girl.", "  two  spaces\nand a line", "na\xC3\xAFve \xE2\x82\xAC 42", "<s>begin</s>"})
        CHECK(own.value().encode(text).value() == theirs.value().encode(text).value());

    const Model half = written(sample, scratch.folder / "half", {}, "gguf-f16");
    CHECK(typeOf(*half, "model.layers.0.mlp.up_proj.weight") == "F16");
    CHECK(typeOf(*half, "model.norm.weight") == "F32");
    CHECK(worstDifference(*sample, *half) < 2e-3);
    ExportOptions options;
    options.tensorDtype = "bf16";
    CHECK(typeOf(*written(sample, scratch.folder / "bf16", options, "gguf-f16"), "model.layers.0.mlp.up_proj.weight") == "BF16");
}

TEST_CASE("every type is written, and what it does not fit becomes what llama-quantize would make of it") {
    const Scratch scratch("gguf-types");
    const Model sample = sampleCheckpoint();
    double last = 1;
    const std::pair<const char*, const char*> types[] = {{"q2_0", "Q2_0"}, {"q2_k", "Q4_0"}, {"q4_1", "Q4_1"}, {"q5_0", "Q5_0"}, {"q8_0", "Q8_0"}, {"f16", "F16"}, {"f32", "F32"}};
    for (const auto& [asked, becomes] : types) {
        CAPTURE(asked);
        ExportOptions options;
        options.grid = std::string("gguf:") + asked;
        const Model model = written(sample, scratch.folder / asked, options);
        CHECK(typeOf(*model, "model.layers.0.self_attn.q_proj.weight") == becomes);
        CHECK(typeOf(*model, "model.embed_tokens.weight") == (std::string(becomes).front() == 'F' ? becomes : std::string("Q8_0")));
        // Rows of 172 are no multiple of 32.
        CHECK(typeOf(*model, "model.layers.0.mlp.down_proj.weight") == (std::string(asked) == "f32" ? "F32" : "F16"));
        const double difference = worstDifference(*sample, *model);
        CHECK(difference <= last);
        last = difference;
    }
    CHECK(last == 0);
}

TEST_CASE("a GGUF's own blocks are copied, with its vocabulary") {
    const Scratch scratch("gguf-copy");
    ExportOptions options;
    options.grid = "gguf:q4_1";
    const Model once = written(sampleCheckpoint(), scratch.folder / "once", options);
    const Model twice = written(once, scratch.folder / "twice", {});
    CHECK(worstDifference(*once, *twice) == 0);
    CHECK(once->identity().value() == twice->identity().value());
    CHECK(once->sideFile("tokenizer.json").value() == twice->sideFile("tokenizer.json").value());
    CHECK(fs::exists(scratch.folder / "twice" / "stories260K-Q4_1.gguf"));
}

TEST_CASE("every feature of a model that GGUF can say comes back, and the others are refused by name") {
    const Scratch scratch("gguf-features");
    for (const char* name : {"default", "tied_head", "grouped_queries", "one_key_head", "head_dim", "all_biases", "qkv_bias", "query_key_norm", "rope_linear", "rope_llama3", "rope_yarn",
                             "rope_yarn_attention_factor", "no_rope_layers", "sliding_window"}) {
        CAPTURE(name);
        const Model model = feature(name);
        const Model back = written(model, scratch.folder / name, {});
        CHECK(worstDifference(*model, *back) == 0);
        checkSameConfig(model->config(), back->config());
        if (model->config().rope.attentionFactor) CHECK(*back->config().rope.attentionFactor == doctest::Approx(*model->config().rope.attentionFactor));
    }
    for (const char* name : {"rope_yarn_mscale", "no_rope_layers_sliding", "query_key_norm_bias"}) {
        CAPTURE(name);
        const Model model = feature(name);
        const auto files = findExporter("gguf")->weightFiles({*model, false, nullptr}, {});
        REQUIRE_FALSE(files.ok());
        CHECK(files.error().code == ErrorCode::UnsupportedFormat);
    }
    const Model window = feature("sliding_window");
    const auto omitted = findExporter("gguf")->omits({*window, false, nullptr}, {});
    REQUIRE(omitted.ok());
    REQUIRE(omitted.value().size() == 1);
    CHECK(omitted.value().front().find("sliding window of 7 tokens") != std::string::npos);
    CHECK(findExporter("gguf")->omits({*sampleCheckpoint(), false, nullptr}, {}).value().empty());
}

TEST_CASE("past a size the file is split, and the parts open as one") {
    const Scratch scratch("gguf-split");
    ExportOptions options;
    options.shardBytes = 300'000;
    const Model model = written(sampleCheckpoint(), scratch.folder / "split", options);
    CHECK(worstDifference(*sampleCheckpoint(), *model) == 0);
    CHECK(fs::exists(scratch.folder / "split" / "stories260K-F32-00001-of-00004.gguf"));
    CHECK_FALSE(fs::exists(scratch.folder / "split" / "stories260K-F32-00005-of-00004.gguf"));
    CHECK(Tokenizer::fromCheckpoint(*model).ok());
    // Only the first part has the vocabulary.
    CHECK(GgufFile::open(scratch.folder / "split" / "stories260K-F32-00002-of-00004.gguf").value().values().size() == 3);
    const Model again = openModel(scratch.folder / "split" / "stories260K-F32-00003-of-00004.gguf");
    CHECK(again->tensors().size() == model->tensors().size());
}

TEST_CASE("a weight that F16 cannot hold is refused before a file stands there") {
    const Scratch scratch("gguf-range");
    const Model sample = sampleCheckpoint();
    const fs::path copy = scratch.folder / "model";
    fs::copy(sample->path(), copy);
    {
        std::fstream file(copy / "model.safetensors", std::ios::in | std::ios::out | std::ios::binary);
        std::uint64_t header = 0;
        file.read(reinterpret_cast<char*>(&header), sizeof header);
        // The first tensor of the file is a matrix.
        file.seekp(static_cast<std::streamoff>(8 + header));
        const float large = 1e6f;
        file.write(reinterpret_cast<const char*>(&large), sizeof large);
    }
    const Model model = openModel(copy);
    const RunContext context;
    const auto done = findExporter("gguf-f16")->write({scratch.folder / "out", model, {}, *model, "", context}, {});
    REQUIRE_FALSE(done.ok());
    CHECK(done.error().code == ErrorCode::InvalidArgument);
    CHECK(done.error().hint.find("bf16") != std::string::npos);
    CHECK_FALSE(fs::exists(scratch.folder / "out"));
}

TEST_CASE("file names are those that pickers take apart") {
    CHECK(ggufBaseName("SmolLM2-135M-Instruct.Q4_1") == "SmolLM2-135M-Instruct");
    CHECK(ggufBaseName("Model-IQ2_XXS") == "Model");
    CHECK(ggufBaseName("Model-Q4_K_M") == "Model");
    CHECK(ggufBaseName("model-bf16") == "model");
    CHECK(ggufBaseName("My model (v2)/x") == "My-model-v2-x");
    CHECK(ggufBaseName("../..") == "model");
    CHECK(ggufBaseName("") == "model");
    CHECK(ggufFileName("m-Q4_0", 0, 1) == "m-Q4_0.gguf");
    CHECK(ggufFileName("m-Q4_0", 1, 3) == "m-Q4_0-00002-of-00003.gguf");
}

TEST_CASE("a Modelfile has a template where it is known, and the texts at which an answer ends") {
    const std::string chat = modelfile({"m.gguf"}, "{{ '<|im_start|>' }}", {"<|im_end|>", "a\"b"});
    CHECK(chat.find("FROM ./m.gguf\n") != std::string::npos);
    CHECK(chat.find("<|im_start|>assistant") != std::string::npos);
    CHECK(chat.find("PARAMETER stop \"<|im_end|>\"\n") != std::string::npos);
    CHECK(chat.find("PARAMETER stop \"a\\\"b\"\n") != std::string::npos);
    CHECK(modelfile({"m.gguf"}, "", {}).find("TEMPLATE \"{{ .Prompt }}\"") != std::string::npos);
    CHECK(modelfile({"m.gguf"}, "{{ strange }}", {}).find("TEMPLATE") == std::string::npos);
    CHECK(modelfile({"a-00001-of-00002.gguf", "b"}, "", {}).find("--merge") != std::string::npos);
}
