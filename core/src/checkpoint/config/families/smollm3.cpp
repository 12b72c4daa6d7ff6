#include "checkpoint/config/family.h"
#include "checkpoint/config/windows.h"

namespace tacq {
namespace {

constexpr std::int64_t kInterval = 4;  // every fourth layer goes without rope

std::vector<bool> everyButNth(std::int64_t layers, std::int64_t interval) {
    std::vector<bool> rotated;
    for (std::int64_t layer = 0; layer < layers; ++layer) rotated.push_back((layer + 1) % interval != 0);
    return rotated;
}

/// `no_rope_layers` says, against its name, 1 where a layer rotates. It may be longer than the model.
void readRopeLayers(Fields& fields, ModelConfig& config) {
    const auto stated = fields.integers("no_rope_layers", {});
    config.ropeLayers = everyButNth(config.layers, fields.integer("no_rope_layer_interval", kInterval, 1, 1 << 20));
    if (stated.empty()) return;
    if (stated.size() < config.ropeLayers.size())
        return fields.refuse(ErrorCode::InvalidFile, "\"no_rope_layers\" has fewer entries than the model has layers", "correct the file or get an undamaged copy");
    for (std::size_t layer = 0; layer < config.ropeLayers.size(); ++layer) config.ropeLayers[layer] = stated[layer] != 0;
}

void read(Fields& fields, const Json&, ModelConfig& config) {
    readRopeLayers(fields, config);
    readWindowedLayers(fields, config, [](const ModelConfig& c, std::int64_t layer, std::int64_t) { return !rotates(c, layer); });
}

void write(const ModelConfig& config, Json& json) {
    Json rotated = Json::array();
    for (std::int64_t layer = 0; layer < config.layers; ++layer) rotated.push_back(rotates(config, layer) ? 1 : 0);
    json["no_rope_layers"] = rotated;
    json["no_rope_layer_interval"] = kInterval;
    writeWindowedLayers(config, json);
}

/// The file does not say it: llama.cpp fixes the interval for this architecture.
void readGguf(GgufValues&, ModelConfig& config) { config.ropeLayers = everyButNth(config.layers, kInterval); }

bool writeGguf(const ModelConfig& config, GgufMetadata&) { return config.ropeLayers.empty() ? config.layers < kInterval : config.ropeLayers == everyButNth(config.layers, kInterval); }

}  // namespace

const FamilySpec kSmolLm3{
    .architectureName = "SmolLM3ForCausalLM",
    .modelType = "smollm3",
    .title = "SmolLM3",
    .ggufArchitecture = "smollm3",
    .ggufInterleavesHeads = true,
    .defaults = {.keyValueHeads = 4, .contextLength = 32768, .bosToken = 128000, .eosToken = 128001, .ropeTheta = 2000000.0, .tiedEmbeddings = true},
    .queryKeyValueBias = BiasRule::Stated,
    .outputBias = BiasRule::Stated,
    .mlpBias = BiasRule::Stated,
    .read = read,
    .write = write,
    .readGguf = readGguf,
    .writeGguf = writeGguf,
};

}  // namespace tacq
