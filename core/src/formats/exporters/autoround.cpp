#include "formats/exporters/exporter_list.h"
#include "formats/gptq_words.h"

namespace tacq::exporter_specs {
namespace {

Json configOf(const std::vector<WordLinear>& linears) {
    const GridOptions common = commonGrid(linears);
    Json config{{"quant_method", "auto-round"},
                {"packing_format", "auto_round:auto_gptq"},
                {"bits", common.bits},
                {"group_size", common.groupSize},
                {"sym", common.symmetry == Symmetry::Symmetric},
                {"data_type", "int"}};
    Json others = Json::object();
    for (const WordLinear& linear : linears) {
        if (!linear.stored) others[linear.module] = {{"bits", 16}, {"data_type", "float"}};
        else if (linear.grid != common)
            others[linear.module] = {{"bits", linear.grid.bits}, {"group_size", linear.grid.groupSize}, {"sym", linear.grid.symmetry == Symmetry::Symmetric}, {"data_type", "int"}};
    }
    if (!others.empty()) config["extra_config"] = std::move(others);
    return config;
}

WordFormat format() {
    WordFormat words{gptq::fit, gptq::groupSize, gptq::declareWithoutIndex};
    words.write = [](SafetensorsWriter& writer, const std::string& module, const PackedLinear& linear) { return gptq::write(writer, module, linear, gptq::Zeros::MinusOne, gptq::Index::LeftOut); };
    words.describe = configOf;
    return words;
}

Result<std::vector<PackedFileSize>> weightFiles(const ExportShape& shape, const ExportOptions& options) { return wordFiles(format(), shape, options); }

Result<std::filesystem::path> write(const ExportJob& job, const ExportOptions& options) {
    TACQ_TRY(const gptq::Zeros zeros, gptq::zerosOf(job, options));
    if (zeros == gptq::Zeros::AsTheyAre)
        return Error{ErrorCode::InvalidArgument, "an asymmetric grid of this model has the zero point 0, which this packing cannot say", job.base.path().string(),
                     "choose gptq or compressed-tensors, or quantize with --symmetric"};
    return writeWordFolder(format(), job, options);
}

}  // namespace

const Exporter autoround{
    .name = "autoround",
    .title = "AutoRound",
    .description = "GPTQ's tensors under AutoRound's configuration, where transformers too takes several widths; no single weights in 16 bits",
    .runsIn = "transformers with auto-round (CPU, XPU, CUDA), vLLM, SGLang; vLLM takes 2 and 3 bit as an experiment, and q, k, v (gate, up) only alike",
    .lowBit = true,
    .library = "transformers",
    .onlyQuantized = true,
    .loading = "## Loading\n\n```python\n# pip install auto-round\nfrom transformers import AutoModelForCausalLM, AutoTokenizer\nmodel = AutoModelForCausalLM.from_pretrained(\".\")\n```\n\n",
    .fit = gptq::fit,
    .wideType = wordWideType,
    .weightFiles = weightFiles,
    .write = write,
};

}  // namespace tacq::exporter_specs
