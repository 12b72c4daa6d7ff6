// GGUF and importance matrices from whole commands on the sample.
#include <algorithm>
#include <cstring>
#include <filesystem>

#include "pipeline_support.h"
#include "tacq/base/file_io.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/checkpoint/gguf.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

Json fourBits(const CommandRunner& runner, const std::string& out, double outliers) {
    return runner.calibrated({{"out", runner.path(out)}, {"bits", 4}, {"groupSize", 32}, {"symmetric", true}, {"outliers", outliers}, {"tensorDtype", "f32"}, {"format", "tacq"}});
}

bool loses(const Json& answer, const std::string& what) {
    for (const Json& loss : answer.at("lost"))
        if (loss.at("what") == what) return true;
    return false;
}

}  // namespace

TEST_CASE("aRunWhoseCodesFitIsCopiedIntoBlocksAndOneWithKeptWeightsIsQuantizedAnew") {
    const CommandRunner runner("gguf-run");
    runner.run("quantize", fourBits(runner, "plain", 0));
    const Json copied = runner.run("export", {{"source", runner.path("plain")}, {"out", runner.path("copied")}, {"format", "gguf"}, {"tensorDtype", "f32"}});
    // Rows of 172 hold no block and are written wide; every other code is where it was.
    CHECK(copied.at("exact") == true);
    CHECK(copied.at("readback").at("maxAbsDiff") == 0.0);
    CHECK(copied.at("denseTensors").dump().find("mlp.down_proj") != std::string::npos);
    CHECK(copied.at("denseTensors").dump().find("self_attn.q_proj") == std::string::npos);

    runner.run("quantize", fourBits(runner, "kept", 0.01));
    const Json anew = runner.run("export", {{"source", runner.path("kept")}, {"out", runner.path("anew")}, {"format", "gguf"}, {"tensorDtype", "f32"}});
    CHECK(anew.at("exact") == false);
    CHECK(loses(anew, "kept-weights"));
    CHECK(anew.at("readback").at("maxAbsDiff") == 0.0);
    CHECK(anew.at("source").at("maxAbsDiff") > 0.0);
    // Without kept weights to go around, the pass gives the codes of the run that kept none.
    const auto first = Checkpoint::open(runner.path("copied")), second = Checkpoint::open(runner.path("anew"));
    REQUIRE(first.ok());
    REQUIRE(second.ok());
    for (const char* name : {"model.layers.0.self_attn.q_proj.weight", "model.layers.4.mlp.up_proj.weight"}) CHECK(first.value().readAll(name).value() == second.value().readAll(name).value());
}

TEST_CASE("theCardCountsEmbeddingsInBlocksAsEmbeddings") {
    const CommandRunner runner("gguf-card");
    runner.run("quantize", fourBits(runner, "plain", 0));
    runner.run("export", {{"source", runner.path("plain")}, {"out", runner.path("small")}, {"format", "gguf"}, {"grid", "gguf:q8_0"}});
    // 512 x 64 in blocks of 32 values and 34 bytes, and 11 norms of 64 in F32.
    const std::string card = readText(fs::path(runner.path("small")) / "README.md").value();
    const auto line = card.find("embeddings, head, norms, biases");
    REQUIRE(line != std::string::npos);
    CHECK(card.substr(line, card.find('\n', line) - line).find(std::to_string(512 * 64 / 32 * 34 + 11 * 64 * 4) + " bytes") != std::string::npos);
}

TEST_CASE("dryRunSaysTheBytesThatAreWritten") {
    const CommandRunner runner("gguf-dry");
    for (const char* type : {"gguf:q4_0", "gguf:q8_0", "gguf:f16"}) {
        CAPTURE(type);
        Json params{{"source", kSample}, {"out", runner.path("out")}, {"format", "gguf"}, {"grid", type}, {"dryRun", true}};
        const Json said = runner.run("export", params);
        CHECK_FALSE(fs::exists(runner.path("out")));
        params["dryRun"] = false;
        params["force"] = true;
        const Json done = runner.run("export", params);
        for (const Json& file : said.at("files")) CHECK(fs::file_size(fs::path(runner.path("out")) / file.at("path").get<std::string>()) == file.at("bytes"));
        CHECK(loses(done, "rounding"));
        fs::remove_all(runner.path("out"));
    }
    CHECK(runner.tryRun("export", {{"source", kSample}, {"out", runner.path("out")}, {"format", "gguf"}, {"grid", "gguf:q9"}}).error().code == ErrorCode::InvalidArgument);
    CHECK(runner.tryRun("export", {{"source", kSample}, {"out", runner.path("out")}, {"format", "hf"}, {"grid", "gguf:q4_0"}}).error().code == ErrorCode::InvalidArgument);
    CHECK_FALSE(fs::exists(runner.path("out")));
}

TEST_CASE("anImportanceMatrixComesFromTheRunsSaliency") {
    const CommandRunner runner("imatrix");
    runner.run("quantize", fourBits(runner, "kept", 0.01));
    const Json answer = runner.run("export", {{"source", runner.path("kept")}, {"out", runner.path("matrix")}, {"format", "imatrix"}, {"grid", "gguf:q4_0"}});
    CHECK(answer.at("next").get<std::string>().ends_with(" stories260K-F16.gguf stories260K-Q4_0.gguf Q4_0"));
    CHECK(answer.at("readback").is_null());
    const fs::path folder = runner.path("matrix");
    CHECK(readText(folder / "quantize.sh").value().find(answer.at("next").get<std::string>()) != std::string::npos);
    CHECK(readText(folder / "tensor-types.txt").value().find("^blk\\.4\\.ffn_down\\.weight$=f16\n") != std::string::npos);
    const auto file = GgufFile::open(folder / "imatrix.gguf");
    REQUIRE(file.ok());
    CHECK(*file.value().get<std::int64_t>("imatrix.chunk_count") == 4);
    const GgufTensor& sums = file.value().tensors().front();
    float largest = 0;
    for (std::size_t i = 0; i < sums.bytes / 4; ++i) {
        float value = 0;
        std::memcpy(&value, file.value().bytes(sums).data() + 4 * i, 4);
        CHECK(value > 0);
        largest = std::max(largest, value);
    }
    CHECK(largest == 1.0f);
    runner.run("quantize", runner.calibrated({{"out", runner.path("rtn")}, {"method", "gptq"}, {"format", "tacq"}}));
    CHECK(runner.tryRun("export", {{"source", runner.path("rtn")}, {"out", runner.path("none")}, {"format", "imatrix"}}).error().code == ErrorCode::NotFound);
    CHECK(runner.tryRun("export", {{"source", kSample}, {"out", runner.path("none")}, {"format", "imatrix"}}).error().code == ErrorCode::InvalidArgument);
}
