#include "formats/exporters/exporter_list.h"
#include "formats/gguf/folder.h"

namespace tacq::exporter_specs {
namespace {

Result<std::string> wideType(const ExportShape& shape, const TensorInfo& tensor, const ExportOptions& options) {
    TACQ_TRY(const GgufChoice choice, ggufChoice(ggufSubject(shape), tensor, true, options));
    return std::string(tensorTypeName(choice.type));
}

Result<std::vector<std::string>> omits(const ExportShape& shape, const ExportOptions&) { return ggufOmitted(ggufSubject(shape)); }

Result<std::vector<PackedFileSize>> weightFiles(const ExportShape& shape, const ExportOptions& options) {
    TACQ_TRY(const GgufLayout layout, ggufLayout(ggufSubject(shape), true, options));
    return ggufFiles(layout);
}

Result<std::filesystem::path> write(const ExportJob& job, const ExportOptions& options) { return writeGgufFolder(job, true, options); }

}  // namespace

const Exporter gguf_f16{
    .name = "gguf-f16",
    .title = "GGUF, 16 bit",
    .description = "A GGUF with every weight written out in 16 bits (--tensor-dtype bf16 or f32: in those), kept weights where they are: the smaller model's answers in llama.cpp, at full size",
    .runsIn = "llama.cpp, Ollama, LM Studio, Jan",
    .library = "gguf",
    .loading = "## Loading\n\n```\nllama-cli -m NAME.gguf -p \"Once upon a time\"\nollama create NAME -f Modelfile && ollama run NAME\n```\n\nThe weights are dequantized. A small file of "
               "them is `tacq export RUN OUT --format gguf`.\n\n",
    .wideType = wideType,
    .omits = omits,
    .weightFiles = weightFiles,
    .write = write,
};

}  // namespace tacq::exporter_specs
