#include "formats/exporters/exporter_list.h"
#include "formats/gguf/block_types.h"
#include "formats/gguf/folder.h"

namespace tacq::exporter_specs {
namespace {

Result<std::string> wideType(const ExportShape& shape, const TensorInfo& tensor, const ExportOptions& options) {
    TACQ_TRY(const GgufChoice choice, ggufChoice(ggufSubject(shape), tensor, false, options));
    return std::string(tensorTypeName(choice.type));
}

Result<std::vector<std::string>> omits(const ExportShape& shape, const ExportOptions&) { return ggufOmitted(ggufSubject(shape)); }

Result<std::vector<PackedFileSize>> weightFiles(const ExportShape& shape, const ExportOptions& options) {
    TACQ_CHECK(ggufTypeAsked(options.grid));
    TACQ_TRY(const GgufLayout layout, ggufLayout(ggufSubject(shape), false, options));
    return ggufFiles(layout);
}

Result<std::filesystem::path> write(const ExportJob& job, const ExportOptions& options) { return writeGgufFolder(job, false, options); }

}  // namespace

const Exporter gguf{
    .name = "gguf",
    .title = "GGUF",
    .description = "One small file for llama.cpp and what is built on it; no single weights in 16 bits",
    .runsIn = "llama.cpp, Ollama, LM Studio, Jan; blocks of Q2_0 need a llama.cpp of autumn 2026 or later",
    .lowBit = true,
    .library = "gguf",
    .takesGrid = true,
    .loading = "## Loading\n\n```\nllama-cli -m NAME.gguf -p \"Once upon a time\"\nollama create NAME -f Modelfile && ollama run NAME\n```\n\nIn LM Studio: put this folder into "
               "`models/PUBLISHER/`, or `lms import NAME.gguf`.\n\n",
    .fit = ggufFit,
    .wideType = wideType,
    .omits = omits,
    .weightFiles = weightFiles,
    .write = write,
};

}  // namespace tacq::exporter_specs
