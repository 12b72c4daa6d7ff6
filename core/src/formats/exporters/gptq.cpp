#include <map>

#include "formats/exporters/exporter_list.h"
#include "formats/gptq_words.h"

namespace tacq::exporter_specs {
namespace {

Json gridOf(const GridOptions& grid) { return {{"bits", grid.bits}, {"group_size", grid.groupSize}, {"sym", grid.symmetry == Symmetry::Symmetric}, {"desc_act", false}}; }

/// What is held otherwise than most. Names are anchored at both ends: the first match wins.
Json dynamicOf(const std::vector<WordLinear>& linears, const GridOptions& common) {
    Json dynamic = Json::object();
    const auto say = [&](const std::string& names, const WordLinear& linear) {
        if (!linear.stored) dynamic["-:" + names] = Json::object();
        else if (linear.grid != common) dynamic["+:" + names] = gridOf(linear.grid);
    };
    for (const FusedGroup& group : fusedGroups(linears)) {
        if (group.alike()) say(gptq::pattern(group, true, *group.members.front()), *group.members.front());
        else
            for (const WordLinear* member : group.members) say(gptq::pattern(group, false, *member), *member);
    }
    return dynamic;
}

/// Which modules of a block are codes, for transformers, which does not read `dynamic`. Empty: all of them are, or blocks differ, which this list cannot say.
Json storedInBlock(const std::vector<WordLinear>& linears) {
    std::map<std::string, bool> stored;
    Json names = Json::array();
    bool all = true;
    for (const WordLinear& linear : linears) {
        const std::size_t layer = linear.module.find(".layers."), point = layer == std::string::npos ? layer : linear.module.find('.', layer + 8);
        if (point == std::string::npos) return Json::array();
        const std::string name = linear.module.substr(point + 1);
        const auto [at, isNew] = stored.emplace(name, linear.stored);
        if (at->second != linear.stored) return Json::array();
        all = all && linear.stored;
        if (isNew && linear.stored) names.push_back(name);
    }
    return all ? Json::array() : names;
}

Json configOf(const std::vector<WordLinear>& linears, gptq::Zeros zeros, const std::string& tool) {
    const GridOptions common = commonGrid(linears);
    const char* version = zeros == gptq::Zeros::MinusOne ? "gptq" : "gptq_v2";
    Json config{{"quant_method", "gptq"}};
    config.update(gridOf(common));
    config.update({{"lm_head", false}, {"true_sequential", true}, {"damp_percent", 0.01}, {"method", "gptq"}, {"format", version}, {"checkpoint_format", version}, {"pack_dtype", "int32"}});
    if (Json dynamic = dynamicOf(linears, common); !dynamic.empty()) config["dynamic"] = std::move(dynamic);
    if (Json stored = storedInBlock(linears); !stored.empty()) config["modules_in_block_to_quantize"] = Json::array({std::move(stored)});
    if (!tool.empty()) config["meta"] = {{"quantizer", Json::array({tool})}};
    return config;
}

WordFormat format(gptq::Zeros zeros, const std::string& tool) {
    WordFormat words{gptq::fit, gptq::groupSize, gptq::declare};
    words.write = [zeros](SafetensorsWriter& writer, const std::string& module, const PackedLinear& linear) { return gptq::write(writer, module, linear, zeros, gptq::Index::Written); };
    words.describe = [zeros, tool](const std::vector<WordLinear>& linears) { return configOf(linears, zeros, tool); };
    words.ownConfigFile = true;
    return words;
}

Result<std::vector<PackedFileSize>> weightFiles(const ExportShape& shape, const ExportOptions& options) { return wordFiles(format(gptq::Zeros::MinusOne, ""), shape, options); }

Result<std::filesystem::path> write(const ExportJob& job, const ExportOptions& options) {
    TACQ_TRY(const gptq::Zeros zeros, gptq::zerosOf(job, options));
    return writeWordFolder(format(zeros, options.tool), job, options);
}

}  // namespace

const Exporter gptq{
    .name = "gptq",
    .title = "GPTQ",
    .description = "The narrow weights in the layout of GPTQ, for programs with kernels for it; no single weights in 16 bits",
    .runsIn = "4 and 8 bit symmetric: vLLM, SGLang, transformers with GPTQModel; 2 and 3 bit and asymmetric: GPTQModel and transformers (vLLM since mid-2026 refuses them); "
              "tensors of several widths: not plain transformers",
    .lowBit = true,
    .library = "transformers",
    .onlyQuantized = true,
    .loading = "## Loading\n\n```\nvllm serve .                       # 4 and 8 bit, symmetric\n```\n\n```python\n# pip install gptqmodel optimum\n"
               "from transformers import AutoModelForCausalLM, AutoTokenizer\nmodel = AutoModelForCausalLM.from_pretrained(\".\")\n```\n\n"
               "Programs that run q, k and v (gate and up) as one matrix need them alike: `--recipe` may say so.\n\n",
    .fit = gptq::fit,
    .wideType = wordWideType,
    .weightFiles = weightFiles,
    .write = write,
};

}  // namespace tacq::exporter_specs
