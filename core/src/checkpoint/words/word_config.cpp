#include "checkpoint/words/word_config.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/json_integer.h"

namespace tacq {
namespace {

Error unread(const std::string& what, const std::string& context) {
    return {ErrorCode::UnsupportedFormat, what, context, "use the unquantized model, a GGUF, or a folder written by `tacq export --format tacq`"};
}

std::string inQuotes(const std::string& text) { return "\"" + text.substr(0, 80) + "\""; }

Result<int> width(const Json& object, const char* key, const std::string& context) {
    const auto bits = integerOf(object, key, 1, 64);
    if (!bits || *bits < 2 || *bits > 8)
        return Error{ErrorCode::InvalidFile, std::string("quantization_config: ") + key + " is not a width from 2 to 8", context, "get an undamaged copy of the model"};
    return static_cast<int>(*bits);
}

Result<WordConfig> gptq(const Json& object, const std::string& context) {
    WordConfig config{WordParts::Layout::Gptq, "GPTQ", 1, {}};
    std::string format = textOf(object, "checkpoint_format");
    if (format.empty()) format = textOf(object, "format");
    if (format == "gptq_v2") config.zeroOffset = 0;
    else if (!format.empty() && format != "gptq") return unread("GPTQ weights of the format " + inQuotes(format) + " are not known to this program", context);
    if (const std::string words = textOf(object, "pack_dtype"); !words.empty() && words != "int32") return unread("GPTQ weights packed into " + inQuotes(words) + " are not read", context);
    TACQ_TRY(const int bits, width(object, "bits", context));
    config.bits = {bits};
    const auto dynamic = object.find("dynamic");
    config.onlyThese = dynamic == object.end() || !dynamic->is_object() || dynamic->empty();
    config.groupSize = integerOf(object, "group_size", -1, INT32_MAX).value_or(-1);
    return config;
}

Result<WordConfig> autoRound(const Json& object, const std::string& context) {
    const std::string packing = textOf(object, "packing_format");
    if (packing != "auto_round:auto_gptq") return unread("AutoRound weights packed as " + inQuotes(packing) + " are not read", context);
    if (const std::string type = textOf(object, "data_type"); !type.empty() && type != "int") return unread("AutoRound weights of the type " + inQuotes(type) + " are not read", context);
    WordConfig config{WordParts::Layout::Gptq, "AutoRound", 1, {}};
    TACQ_TRY(const int bits, width(object, "bits", context));
    config.bits = {bits};
    config.onlyThese = object.find("extra_config") == object.end();
    config.groupSize = integerOf(object, "group_size", -1, INT32_MAX).value_or(-1);
    return config;
}

Result<WordConfig> compressedTensors(const Json& object, const std::string& context) {
    WordConfig config{WordParts::Layout::PackQuantized, "compressed-tensors", 0, {}, true};
    const std::string format = textOf(object, "format");
    if (format != "pack-quantized" && format != "mixed-precision") return unread("compressed-tensors of the format " + inQuotes(format) + " are not read", context);
    if (const std::string status = textOf(object, "quantization_status"); !status.empty() && status != "compressed") return unread("compressed-tensors whose status is " + inQuotes(status) + " are not read", context);
    const auto groups = object.find("config_groups");
    if (groups == object.end() || !groups->is_object() || groups->empty())
        return Error{ErrorCode::InvalidFile, "quantization_config has no config_groups", context, "get an undamaged copy of the model"};
    for (const auto& [name, group] : groups->items()) {
        const std::string own = group.is_object() ? textOf(group, "format") : std::string();
        if (!own.empty() && own != "pack-quantized") return unread("compressed-tensors of the format " + inQuotes(own) + " are not read", context);
        const auto weights = group.is_object() ? group.find("weights") : group.end();
        if (!group.is_object() || weights == group.end() || !weights->is_object())
            return Error{ErrorCode::InvalidFile, "quantization_config: " + name.substr(0, 80) + " says nothing of weights", context, "get an undamaged copy of the model"};
        if (const auto inputs = group.find("input_activations"); inputs != group.end() && !inputs->is_null()) return unread("compressed-tensors that quantize activations too are not read", context);
        if (const std::string type = textOf(*weights, "type"); !type.empty() && type != "int") return unread("compressed-tensors of the type " + inQuotes(type) + " are not read", context);
        TACQ_TRY(const int bits, width(*weights, "num_bits", context));
        config.bits.push_back(bits);
    }
    return config;
}

}  // namespace

Result<std::optional<WordConfig>> wordConfig(const Json& config, const std::string& context) {
    auto found = config.find("quantization_config");
    if (found == config.end()) found = config.find("compression_config");   // compressed-tensors' own name for it, in its first year
    if (found == config.end() || !found->is_object()) return std::optional<WordConfig>();
    const std::string method = textOf(*found, "quant_method");
    using Reader = Result<WordConfig> (*)(const Json&, const std::string&);
    constexpr std::array<std::pair<std::string_view, Reader>, 3> kReaders{{{"gptq", gptq}, {"auto-round", autoRound}, {"compressed-tensors", compressedTensors}}};
    for (const auto& [name, read] : kReaders) {
        if (method != name) continue;
        TACQ_TRY(WordConfig words, read(*found, context));
        return std::optional(std::move(words));
    }
    return std::optional<WordConfig>();
}

}  // namespace tacq
