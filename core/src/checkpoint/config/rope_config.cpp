#include "checkpoint/config/rope_config.h"

#include "checkpoint/config/limits.h"

namespace tacq {
namespace {

constexpr double kHuge = 1e12;

RopeType ropeType(Fields& fields, const Fields& scaling, const std::string& name) {
    if (name == "default") return RopeType::Default;
    if (name == "linear") return RopeType::Linear;
    if (name == "llama3") return RopeType::Llama3;
    if (name == "yarn") return RopeType::Yarn;
    // Dynamic scaling stretches the frequencies only once a text is longer than the model was trained for: up to there it is the plain embedding.
    if (name == "dynamic" && !scaling.has("alpha")) return RopeType::Default;
    fields.refuse(ErrorCode::UnsupportedModel, "rotary scaling \"" + name + "\" is not supported", "supported are default, linear, llama3 and yarn, and dynamic within the trained context");
    return RopeType::Default;
}

void readScaling(Fields& scaling, RopeConfig& rope) {
    if (rope.type == RopeType::Default) return;
    rope.factor = scaling.real("factor", std::nullopt, 1e-6, 1e6);
    if (rope.type == RopeType::Llama3) {
        rope.lowFrequencyFactor = scaling.real("low_freq_factor", std::nullopt, 1e-6, 1e6);
        rope.highFrequencyFactor = scaling.real("high_freq_factor", std::nullopt, 1e-6, 1e6);
        if (rope.highFrequencyFactor <= rope.lowFrequencyFactor)
            scaling.refuse(ErrorCode::InvalidFile, "\"high_freq_factor\" is not above \"low_freq_factor\"", "correct the file");
    }
    if (rope.type == RopeType::Yarn) {
        // A zero counts as absent, as in transformers (`get(…) or 32`).
        const double fast = scaling.real("beta_fast", 32, 0, 1e6), slow = scaling.real("beta_slow", 1, 0, 1e6);
        rope.betaFast = fast > 0 ? fast : 32;
        rope.betaSlow = slow > 0 ? slow : 1;
        rope.attentionFactor = scaling.optionalReal("attention_factor", 0, 1e6);
        rope.mscale = scaling.optionalReal("mscale", 0, 1e6);
        rope.mscaleAllDim = scaling.optionalReal("mscale_all_dim", 0, 1e6);
        rope.truncate = scaling.flag("truncate", true);
    }
}

}  // namespace

RopeConfig readRope(Fields& fields, std::int64_t contextLength, double defaultTheta, std::vector<Note>* notes) {
    RopeConfig rope;
    // transformers lets rope_scaling, where it says anything, stand for rope_parameters.
    const Json* object = fields.object("rope_scaling");
    if (!object || object->empty()) object = fields.object("rope_parameters");
    const double topTheta = fields.real("rope_theta", defaultTheta, 1.0, kHuge);
    const std::int64_t topOriginal = fields.integer("original_max_position_embeddings", 0, 0, kLongestContext);
    rope.theta = topTheta;
    if (fields.real("partial_rotary_factor", 1.0, 0.0, 1.0) < 1.0)
        fields.refuse(ErrorCode::UnsupportedModel, "partial rotary embeddings are not supported", "only partial_rotary_factor 1 is");
    if (!object) return rope;

    Fields scaling(*object, fields.context() + ": rotary scaling");
    for (const char* nested : {"full_attention", "sliding_attention"})
        if (object->contains(nested))
            fields.refuse(ErrorCode::UnsupportedModel, "rotary settings per kind of layer are not supported", "use a model with one setting for all layers");
    rope.theta = scaling.real("rope_theta", topTheta, 1.0, kHuge);
    if (scaling.real("partial_rotary_factor", 1.0, 0.0, 1.0) < 1.0)
        fields.refuse(ErrorCode::UnsupportedModel, "partial rotary embeddings are not supported", "only partial_rotary_factor 1 is");
    const std::string name = scaling.text("rope_type", scaling.text("type", "default"));
    rope.type = ropeType(fields, scaling, name);
    if (name == "dynamic" && notes)
        notes->push_back({"rope-dynamic", "the rotary scaling \"dynamic\" acts only beyond the trained context of " + std::to_string(contextLength) +
                                              " tokens, where this program does not apply it"});
    readScaling(scaling, rope);
    if (rope.type == RopeType::Llama3 || rope.type == RopeType::Yarn)
        rope.originalContext = topOriginal > 0 ? topOriginal : scaling.integer("original_max_position_embeddings", contextLength, 1, kLongestContext);
    if (scaling.problem()) fields.refuse(scaling.problem()->code, "rotary scaling: " + scaling.problem()->message, scaling.problem()->hint);
    return rope;
}

}  // namespace tacq
