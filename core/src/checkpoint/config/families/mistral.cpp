#include "checkpoint/config/family.h"
#include "checkpoint/config/limits.h"
#include "checkpoint/config/windows.h"

namespace tacq {
namespace {

/// One window for every layer; an absent key means 4096, a null none.
void read(Fields& fields, const Json& json, ModelConfig& config) {
    const bool none = json.contains("sliding_window") && json.at("sliding_window").is_null();
    const std::int64_t window = none ? 0 : fields.integer("sliding_window", 4096, 1, kLongestContext);
    config.slidingWindow.assign(config.slidingWindow.size(), window);
}

void write(const ModelConfig& config, Json& json) {
    const std::int64_t window = widestWindow(config);
    json["sliding_window"] = window > 0 ? Json(window) : Json();
}

}  // namespace

// Its GGUF files call themselves `llama`: the same graph. The window, if any, is not in them.
const FamilySpec kMistral{
    .architectureName = "MistralForCausalLM",
    .modelType = "mistral",
    .title = "Mistral",
    .ggufAs = &kLlama,
    .defaults = {.keyValueHeads = 8, .contextLength = 4096 * 32, .bosToken = 1, .eosToken = 2},
    .read = read,
    .write = write,
};

}  // namespace tacq
