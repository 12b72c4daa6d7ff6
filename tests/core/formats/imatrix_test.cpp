// What llama-quantize is given: importance a column, a type a tensor, and the command.
#include <doctest/doctest.h>

#include <filesystem>

#include "formats/imatrix/recipe.h"
#include "sample_checkpoint.h"
#include "scratch.h"
#include "tacq/base/file_io.h"
#include "tacq/checkpoint/gguf.h"
#include "tacq/formats/exporter.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

/// Every matrix alike but the first two, which hold more of the saliency.
TaskImportance importanceOf(const Checkpoint& model) {
    TaskImportance importance{32, 128, {}};
    for (const LinearInfo& linear : model.linears()) {
        std::vector<float> columns(static_cast<std::size_t>(linear.columns), 0.5f);
        if (!columns.empty()) columns.back() = 1.0f;
        const double density = importance.linears.size() < 2 ? 9.0 - static_cast<double>(importance.linears.size()) : 1.0;
        importance.linears.push_back({linear.name, linear.rows, columns, density * static_cast<double>(linear.elements())});
    }
    return importance;
}

}  // namespace

TEST_CASE("the matrix holds sums and counts of every linear under its GGUF name, in the size that was said") {
    const Scratch scratch("imatrix");
    const auto model = sampleCheckpoint();
    const RunContext context;
    const TaskImportance importance = importanceOf(*model);
    const ExportOptions options{.metadata = {{"run_key", std::string(64, 'a')}}};
    ExportJob job{scratch.folder / "out", model, {}, *model, "card", context};
    job.importance = &importance;
    const Exporter& exporter = *findExporter("imatrix");
    REQUIRE(exporter.write(job, options).ok());
    CHECK(fs::file_size(job.folder / "imatrix.gguf") == exporter.weightBytes({*model, true, nullptr}, options).value());
    const auto file = GgufFile::open(job.folder / "imatrix.gguf");
    REQUIRE(file.ok());
    CHECK(*file.value().get<std::string>("general.type") == "imatrix");
    CHECK(file.value().get<std::vector<std::string>>("imatrix.datasets")->size() == 1);
    CHECK(*file.value().get<std::int64_t>("imatrix.chunk_count") == 32);
    CHECK(*file.value().get<std::int64_t>("imatrix.chunk_size") == 128);
    REQUIRE(file.value().tensors().size() == 2 * model->linears().size());
    CHECK(file.value().tensors()[0].name == "blk.0.attn_q.weight.in_sum2");
    CHECK(file.value().tensors()[0].sizes == std::vector<std::int64_t>{64, 1});
    CHECK(file.value().tensors()[1].name == "blk.0.attn_q.weight.counts");
    CHECK(file.value().tensors()[1].sizes == std::vector<std::int64_t>{1, 1});
    const auto next = exporter.nextStep({*model, true, nullptr}, options);
    CHECK(next == "llama-quantize --imatrix imatrix.gguf --tensor-type-file tensor-types.txt --token-embedding-type q8_0 --output-tensor-type q8_0 stories260K-F16.gguf stories260K-Q4_K_S.gguf Q4_K_S");
    CHECK(readText(job.folder / "quantize.sh").value().find(next + "\n") != std::string::npos);
    CHECK(Checkpoint::open(job.folder).error().message == "this is an importance matrix, not a model");
    CHECK(readText(job.folder / "tensor-types.txt").value().starts_with("^blk\\.0\\.attn_q\\.weight$=q8_0\n"));
}

TEST_CASE("a run without a saliency has none") {
    const Scratch scratch("imatrix-none");
    const auto model = sampleCheckpoint();
    const RunContext context;
    CHECK(findExporter("imatrix")->write({scratch.folder / "out", model, {}, *model, "", context}, {}).error().code == ErrorCode::NotFound);
    CHECK_FALSE(fs::exists(scratch.folder / "out"));
}

TEST_CASE("matrices with more saliency a weight get finer types, and all have a type their rows fit") {
    TaskImportance importance;
    for (int i = 0; i < 20; ++i) {
        const std::string name = "model.layers." + std::to_string(i) + ".self_attn.q_proj.weight";
        importance.linears.push_back({name, 10, std::vector<float>(256, 1.0f), i == 7 ? 90.0 : i == 3 ? 80.0 : i == 9 ? 70.0 : 1.0});
    }
    const auto rules = tensorTypes(importance, kLlama, TensorType::Q4_K);
    CHECK(rules[7].type == TensorType::Q6_K);
    CHECK(rules[3].type == TensorType::Q6_K);
    CHECK(rules[9].type == TensorType::Q5_K);
    CHECK(rules[19].type == TensorType::Q4_K);
    CHECK(std::count_if(rules.begin(), rules.end(), [](const TensorTypeRule& rule) { return rule.type == TensorType::Q5_K; }) == 4);
    CHECK(tensorTypeFile(std::span(rules).subspan(9, 1)) == "^blk\\.9\\.attn_q\\.weight$=q5_k\n");
    importance.linears[7].columns.resize(96);
    CHECK(tensorTypes(importance, kLlama, TensorType::Q4_K)[7].type == TensorType::Q8_0);
    CHECK(tensorTypes(importance, kLlama, TensorType::Q4_0)[19].type == TensorType::Q4_0);
    CHECK(tensorTypes(importance, kLlama, TensorType::Q4_0)[3].type == TensorType::Q8_0);
    CHECK(tensorTypes(importance, kLlama, TensorType::Q8_0)[3].type == TensorType::Q8_0);
    CHECK(quantizeWord(TensorType::Q4_K) == "Q4_K_S");
    CHECK(quantizeWord(TensorType::Q2_K) == "Q2_K");
}
