#include "checkpoint/config/family.h"

namespace tacq {

const FamilySpec kLlama{
    .architectureName = "LlamaForCausalLM",
    .modelType = "llama",
    .title = "Llama 2/3/3.1/3.2, SmolLM2",
    .ggufArchitecture = "llama",
    .ggufInterleavesHeads = true,
    .ggufHoldsAllBiases = true,
    .defaults = {.contextLength = 2048, .bosToken = 1, .eosToken = 2},
    .queryKeyValueBias = BiasRule::Stated,
    .outputBias = BiasRule::Stated,
    .mlpBias = BiasRule::Stated,
};

}  // namespace tacq
