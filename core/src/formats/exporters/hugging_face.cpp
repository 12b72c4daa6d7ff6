#include "formats/exporters/exporter_list.h"
#include "tacq/checkpoint/hf_folder.h"

namespace tacq::exporter_specs {
namespace {

/// `quantized`: the weights come from a packed checkpoint, which no longer knows its linears' type; its base does, where it is at hand.
HuggingFaceOptions folderOptions(const Checkpoint& base, bool quantized, const ExportOptions& options) {
    HuggingFaceOptions folder;
    folder.dtype = options.tensorDtype;
    if (options.tensorDtype == "source" && quantized && base.kind() != CheckpointKind::Packed) folder.dtype = linearsDtype(base);
    folder.metadata = options.metadata;
    return folder;
}

Result<std::uint64_t> weightBytes(const ExportShape& shape, const ExportOptions& options) {
    return huggingFaceBytes(shape.base, folderOptions(shape.base, shape.quantized, options));
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
    .library = "transformers",
    .loading = "## Loading\n\n```python\nfrom transformers import AutoModelForCausalLM, AutoTokenizer\nmodel = AutoModelForCausalLM.from_pretrained(\".\")\n"
               "tokenizer = AutoTokenizer.from_pretrained(\".\")\n```\n\nThe weights are dequantized: every engine gives the quantized model's answers, at the full "
               "size of the tensor type. The compact form of the same weights is the packed checkpoint (`tacq export RUN OUT --format tacq`).\n\n",
    .weightBytes = weightBytes,
    .write = write,
};

}  // namespace tacq::exporter_specs
