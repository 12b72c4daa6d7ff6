#include "checkpoint/config/windows.h"

#include <algorithm>

#include "checkpoint/config/limits.h"

namespace tacq {

void readWindowedLayers(Fields& fields, ModelConfig& config, bool (*windowedByDefault)(const ModelConfig&, std::int64_t, std::int64_t)) {
    const bool windowed = fields.flag("use_sliding_window", false);
    const std::int64_t window = windowed ? fields.integer("sliding_window", 4096, 1, kLongestContext) : 0;
    const std::int64_t first = fields.integer("max_window_layers", 28, 0, kMostLayers);
    const std::vector<std::string> types = fields.texts("layer_types");
    if (!types.empty() && types.size() != static_cast<std::size_t>(config.layers)) {
        fields.refuse(ErrorCode::InvalidFile, "\"layer_types\" does not have one entry per layer", "correct the file or get an undamaged copy");
        return;
    }
    for (std::int64_t layer = 0; layer < config.layers; ++layer) {
        const bool slides = windowed && windowedByDefault(config, layer, first);
        const std::string type = types.empty() ? (slides ? "sliding_attention" : "full_attention") : types[static_cast<std::size_t>(layer)];
        if (type != "sliding_attention" && type != "full_attention")
            return fields.refuse(ErrorCode::UnsupportedModel, "layer type \"" + type.substr(0, 60) + "\" is not supported", "supported are full_attention and sliding_attention");
        if (type == "sliding_attention" && window == 0)
            return fields.refuse(ErrorCode::InvalidFile, "\"layer_types\" has sliding layers but no sliding window is in use", "set use_sliding_window and sliding_window");
        config.slidingWindow[static_cast<std::size_t>(layer)] = type == "sliding_attention" ? window : 0;
    }
}

void writeWindowedLayers(const ModelConfig& config, Json& json) {
    const auto& windows = config.slidingWindow;
    const std::int64_t window = widestWindow(config);
    json["use_sliding_window"] = window > 0;
    json["sliding_window"] = window > 0 ? Json(window) : Json();
    if (window == 0) return;
    // Both spellings: layer_types for newer readers, max_window_layers for those before it.
    const auto first = std::find_if(windows.begin(), windows.end(), [](std::int64_t w) { return w > 0; });
    json["max_window_layers"] = first - windows.begin();
    Json types = Json::array();
    for (const std::int64_t w : windows) types.push_back(w > 0 ? "sliding_attention" : "full_attention");
    json["layer_types"] = types;
}

std::int64_t widestWindow(const ModelConfig& config) {
    return config.slidingWindow.empty() ? 0 : *std::max_element(config.slidingWindow.begin(), config.slidingWindow.end());
}

}  // namespace tacq
