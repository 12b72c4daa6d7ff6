#include "checkpoint/hf/folder_writer.h"
#include "formats/exporters/exporter_list.h"
#include "tacq/checkpoint/hf_folder.h"

namespace tacq::exporter_specs {
namespace {

bool isPlainFloat(TensorType type) { return type == TensorType::F32 || type == TensorType::F16 || type == TensorType::BF16; }

/// `quantized`: the weights come from a packed checkpoint, which no longer knows its linears' type; its base does, where it is at hand.
HuggingFaceOptions folderOptions(const Checkpoint& base, bool quantized, const ExportOptions& options) {
    HuggingFaceOptions folder;
    folder.dtype = options.tensorDtype;
    if (options.tensorDtype == "source" && quantized && base.kind() != CheckpointKind::Packed) folder.dtype = linearsDtype(base);
    // What a step changed was rounded to a type of its choice: in another one it would be another model.
    for (const std::string& name : base.changed())
        if (const TensorInfo* tensor = base.find(name); tensor && options.tensorDtype == "source" && isPlainFloat(tensor->type)) folder.dtypes[name] = tensorTypeName(tensor->type);
    folder.metadata = options.metadata;
    folder.shardBytes = options.shardBytes;
    return folder;
}

Result<std::vector<PackedFileSize>> weightFiles(const ExportShape& shape, const ExportOptions& options) {
    return huggingFaceFiles(shape.base, folderOptions(shape.base, shape.quantized, options));
}

Result<std::string> wideType(const ExportShape& shape, const TensorInfo& tensor, const ExportOptions& options) {
    const HuggingFaceOptions folder = folderOptions(shape.base, shape.quantized, options);
    if (const auto own = folder.dtypes.find(tensor.name); own != folder.dtypes.end()) return own->second;
    return storedDtype(folder.dtype, tensor.type, huggingFaceWide(shape.base));
}

Result<std::filesystem::path> write(const ExportJob& job, const ExportOptions& options) {
    HuggingFaceOptions folder = folderOptions(job.base, job.truth->kind() == CheckpointKind::Packed, options);
    folder.card = job.card;
    TACQ_CHECK(writeHuggingFaceFolder(job.folder, *job.truth, folder, job.context));
    return job.folder;
}

}  // namespace

const Exporter hugging_face{
    .name = "hf",
    .title = "Hugging Face",
    .description = "A folder that transformers and most other programs load unchanged; every weight is written out in 16 bits (32 where the original has 32), however small the packed model is",
    .runsIn = "transformers, vLLM, SGLang, mlx-lm, Ollama's import, llama.cpp's converter",
    .library = "transformers",
    .loading = "## Loading\n\n```python\nfrom transformers import AutoModelForCausalLM, AutoTokenizer\nmodel = AutoModelForCausalLM.from_pretrained(\".\")\n"
               "tokenizer = AutoTokenizer.from_pretrained(\".\")\n```\n\nThe weights are dequantized: every engine gives the quantized model's answers, at the full "
               "size of the tensor type. The compact form of the same weights is the packed checkpoint (`tacq export RUN OUT --format tacq`).\n\n",
    .wideType = wideType,
    .weightFiles = weightFiles,
    .write = write,
};

}  // namespace tacq::exporter_specs
