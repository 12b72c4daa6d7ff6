#include <vector>

#include "checkpoint/config/family.h"
#include "tacq/base/list_text.h"

namespace tacq {
namespace {

std::vector<const FamilySpec*>& table() {
    static std::vector<const FamilySpec*> families{&kLlama, &kMistral, &kQwen2, &kQwen3, &kSmolLm3};
    return families;
}

}  // namespace

std::span<const FamilySpec* const> families() { return table(); }

Result<void> addFamily(const FamilySpec& family) {
    for (const FamilySpec* there : families())
        if (std::string_view(there->architectureName) == family.architectureName)
            return Error{ErrorCode::AlreadyExists, "there is a family of this name", family.architectureName, "choose another name"};
    table().push_back(&family);
    return {};
}

void applyFamily(const FamilySpec& family, ModelConfig& config) {
    config.family = &family;
    config.architectureName = family.architectureName;
    config.modelType = family.modelType;
    config.queryKeyNorm = family.queryKeyNorm;
    config.normGain = family.normGain;
    config.activation = family.activation;
}

std::string supportedArchitectures() {
    return listText(families(), [](const FamilySpec* family) { return family->title; });
}

std::string layerTensorName(std::int64_t layer, const char* module, const char* what) {
    return "model.layers." + std::to_string(layer) + "." + module + "." + what;
}

bool rotates(const ModelConfig& config, std::int64_t layer) {
    return config.ropeLayers.empty() || config.ropeLayers[static_cast<std::size_t>(layer)];
}

}  // namespace tacq
