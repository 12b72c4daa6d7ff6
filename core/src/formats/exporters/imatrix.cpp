#include "base/ascii.h"
#include "checkpoint/config/family.h"
#include "checkpoint/gguf/gguf_config.h"
#include "checkpoint/gguf/gguf_writer.h"
#include "checkpoint/hf/folder_writer.h"
#include "formats/exporters/exporter_list.h"
#include "formats/gguf/block_types.h"
#include "formats/gguf/file_name.h"
#include "formats/imatrix/recipe.h"
#include "tacq/base/file_io.h"

namespace tacq::exporter_specs {
namespace {

constexpr const char* kFile = "imatrix.gguf";

Result<TensorType> baseType(const ExportOptions& options) {
    TACQ_TRY(const auto asked, ggufTypeAsked(options.grid));
    return asked.value_or(TensorType::Q4_K);
}

Result<const FamilySpec*> familyOf(const Checkpoint& model) {
    if (ggufFamily(*model.config().family)) return model.config().family;
    GgufMetadata none;
    TACQ_CHECK(writeGgufConfig(model.config(), none));
    return model.config().family;
}

GgufMetadata metadataOf(std::int64_t samples, std::int64_t tokens, const ExportOptions& options) {
    GgufMetadata metadata;
    metadata.text("general.type", "imatrix");
    metadata.texts("imatrix.datasets", std::vector<std::string>{"saliency of TaCQ Workbench"});
    metadata.whole("imatrix.chunk_count", samples);
    metadata.whole("imatrix.chunk_size", tokens);
    for (const auto& [key, value] : options.metadata)
        if (!value.empty()) metadata.text("tacq." + key, value);
    return metadata;
}

/// Sums and counts of every matrix; the sums are importance itself, of one count each.
std::vector<GgufDeclaration> declarations(const Checkpoint& model, const FamilySpec& family) {
    std::vector<GgufDeclaration> tensors;
    for (const LinearInfo& linear : model.linears()) {
        const std::string name = ggufTensorName(linear.name, family);
        tensors.push_back({name + ".in_sum2", TensorType::F32, {1, linear.columns}});
        tensors.push_back({name + ".counts", TensorType::F32, {1, 1}});
    }
    return tensors;
}

std::string nextStep(const ExportShape& shape, const ExportOptions& options) {
    const auto type = baseType(options);
    const std::string name = ggufBaseName(shape.base.displayName()), word = quantizeWord(type.ok() ? type.value() : TensorType::Q4_K);
    return "llama-quantize --imatrix imatrix.gguf --tensor-type-file tensor-types.txt --token-embedding-type q8_0 --output-tensor-type q8_0 " + name + "-F16.gguf " + name + "-" + word + ".gguf " + word;
}

Result<std::vector<PackedFileSize>> weightFiles(const ExportShape& shape, const ExportOptions& options) {
    TACQ_CHECK(baseType(options));
    TACQ_TRY(const FamilySpec* family, familyOf(shape.base));
    return std::vector<PackedFileSize>{{kFile, GgufWriter::fileBytes(metadataOf(0, 0, options), declarations(shape.base, *family))}};
}

Result<std::filesystem::path> write(const ExportJob& job, const ExportOptions& options) {
    if (job.importance == nullptr)
        return Error{ErrorCode::NotFound, "there is no saliency to make an importance matrix of", job.base.path().string(), "give a run that computed one: tacq quantize … --method tacq"};
    TACQ_TRY(const FamilySpec* family, familyOf(job.base));
    TACQ_TRY(const TensorType base, baseType(options));
    TACQ_CHECK(makeFolder(job.folder));
    const TaskImportance& importance = *job.importance;
    TACQ_TRY(GgufWriter writer, GgufWriter::create(job.folder / kFile, metadataOf(importance.samples, importance.tokens, options), declarations(job.base, *family)));
    constexpr float kOne = 1;
    for (const LinearImportance& linear : importance.linears) {
        TACQ_CHECK(job.context.checkpoint());
        TACQ_CHECK(writer.append(std::as_bytes(std::span(linear.columns))));
        TACQ_CHECK(writer.append(std::as_bytes(std::span(&kOne, 1))));
    }
    TACQ_CHECK(writer.finish());
    TACQ_CHECK(writeTextAtomic(job.folder / "tensor-types.txt", tensorTypeFile(tensorTypes(importance, *family, base))));
    const std::string command = nextStep({job.base, false, nullptr}, options);
    const std::string text = "# In this folder, with the 16-bit GGUF of the base model beside it (tacq export MODEL OUT --format gguf-f16):\n" + command + "\n";
    TACQ_CHECK(writeTextAtomic(job.folder / "quantize.sh", text));
    if (!job.card.empty()) TACQ_CHECK(writeTextAtomic(job.folder / "README.md", job.card));
    return job.folder;
}

}  // namespace

const Exporter imatrix{
    .name = "imatrix",
    .title = "importance matrix",
    .description = "What the task needs, for people who run llama-quantize themselves: an importance matrix, a type for every tensor, and the command",
    .runsIn = "llama-quantize of llama.cpp",
    .onlyQuantized = true,
    .takesGrid = true,
    .needsSaliency = true,
    .readBack = ReadBack::Nothing,
    .loading = "## Use\n\nThis is no model. `imatrix.gguf` says how much each input column of each matrix matters to the task (the square of the mean absolute gradient over the column), "
               "`tensor-types.txt` gives finer types to matrices with more saliency a weight. `quantize.sh` holds the command.\n\n",
    .nextStep = nextStep,
    .weightFiles = weightFiles,
    .write = write,
};

}  // namespace tacq::exporter_specs
