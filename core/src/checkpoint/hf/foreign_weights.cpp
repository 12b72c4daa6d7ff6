#include "checkpoint/hf/foreign_weights.h"

#include <array>

#include "base/json.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

struct Sign {
    std::string_view part;   ///< of a tensor's name
    const char* tool;
};
/// The telling ones first: several tools share names such as `qweight` and `weight_scale`.
constexpr std::array<Sign, 25> kSigns{{
    {".quant_state.bitsandbytes__nf4", "bitsandbytes (NF4)"},
    {".quant_state.bitsandbytes__fp4", "bitsandbytes (FP4)"},
    {".absmax", "bitsandbytes"},
    {".SCB", "bitsandbytes (8 bit)"},
    {".weight_packed", "compressed-tensors"},
    {".weight_scale_2", "ModelOpt (NVFP4)"},
    {".weight_scale_inv", "an FP8 quantizer with scales a block"},
    {".g_idx", "GPTQ"},
    {".qzeros", "GPTQ or AWQ"},
    {".W_q", "HQQ"},
    {".codebooks", "AQLM"},
    {".Qidxs", "QuIP#"},
    {".trellis", "EXL3"},
    {".q_weight", "EXL2"},
    {".centroids", "VPTQ"},
    {"_proj_blocks", "MXFP4"},
    {".weight._data", "Quanto"},
    {".weight:_data", "torchao"},
    {".weight_qdata", "torchao"},
    {".row_offsets", "this program, without the quantization_config that its config.json had"},
    {".codes8", "this program, without the quantization_config that its config.json had"},
    {".qweight", "a tool that stores packed integers"},
    {".qscales", "a tool that stores packed integers"},
    {"_packed", "a tool that stores packed integers"},
    {".weight_scales", "EETQ"},
}};

std::optional<std::string> typeSign(const std::string& dtype) {
    if (dtype.starts_with("F8_")) return "an FP8 quantizer";
    if (dtype == "F4" || dtype.starts_with("F6_")) return "a quantizer to four- or six-bit floats";
    if (dtype == "U32") return "MLX";
    if (dtype == "I8" || dtype == "U8" || dtype == "I32") return "a tool that stores integers";
    return std::nullopt;
}

std::string baseOf(const Json& config) {
    const std::string base = textOf(config, "base_model_name_or_path");
    return base.empty() ? "another model" : base.substr(0, 120);
}

Error adapterError(const std::string& kind, const std::string& base, const fs::path& asked) {
    return {ErrorCode::UnsupportedFormat, "this is a " + kind + " adapter of " + base + ", not a model", asked.string(),
            "merge it into that model first (peft: merge_and_unload, then save_pretrained) and give the merged folder"};
}

}  // namespace

std::optional<Error> adapterInstead(const fs::path& folder, const fs::path& asked) {
    std::error_code ec;
    const fs::path file = folder / "adapter_config.json";
    if (!fs::is_regular_file(file, ec)) {
        for (const char* weights : {"adapter_model.safetensors", "adapter_model.bin"})
            if (fs::exists(folder / weights, ec)) return adapterError("LoRA", "another model", asked);
        return std::nullopt;
    }
    const auto text = readText(file, 16u << 20);
    if (!text.ok()) return text.error();
    const auto config = parseJson(text.value(), file.string(), {16, 100'000});
    if (!config.ok()) return config.error();
    const std::string kind = textOf(config.value(), "peft_type");
    return adapterError(kind.empty() || kind == "LORA" ? "LoRA" : kind.substr(0, 40), baseOf(config.value()), asked);
}

std::optional<Error> unmergedAdapter(const TensorMap& tensors, const fs::path& asked) {
    for (const auto& [name, found] : tensors)
        for (const std::string_view part : {".lora_A", ".lora_B", ".lora_embedding_A", "lora_down", "lora_magnitude_vector", ".ia3_l", ".hada_w1"})
            if (name.find(part) != std::string::npos) return adapterError("LoRA", "another model (\"" + name.substr(0, 120) + "\")", asked);
    return std::nullopt;
}

std::optional<PackedBy> packedBy(const TensorMap& tensors) {
    for (const Sign& sign : kSigns) {
        std::string first;   // by name, so that the text does not depend on the map's order
        for (const auto& [name, found] : tensors)
            if (const std::size_t at = name.find(sign.part); at != std::string::npos && (first.empty() || name < first)) first = name;
        if (!first.empty()) return PackedBy{sign.tool, first};
    }
    std::optional<PackedBy> found;
    for (const auto& [name, tensor] : tensors) {
        if (!name.ends_with("proj.weight") || (found && found->tensor < name)) continue;
        if (const auto tool = typeSign(tensor.entry->dtype)) found = PackedBy{*tool, name};
    }
    return found;
}

Error quantizedElsewhere(const std::string& claimed, const std::optional<PackedBy>& evidence, const fs::path& asked) {
    std::string text = "the weights are quantized by " + (claimed.empty() ? evidence->tool : claimed) + ", which is not read";
    if (evidence) text += " (\"" + evidence->tensor.substr(0, 120) + "\" gives it away" + (claimed.empty() || claimed == evidence->tool ? ")" : " as " + evidence->tool + ")");
    return {ErrorCode::UnsupportedFormat, std::move(text), asked.string(), "use the unquantized model, a GGUF, or a folder written by `tacq export --format tacq`"};
}

}  // namespace tacq
