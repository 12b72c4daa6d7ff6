#include <doctest/doctest.h>

#include <filesystem>

#include "tacq/checkpoint/model_config.h"
#include "test_files.h"
#include "test_paths.h"

using namespace tacq;

namespace {

/// A small valid config with `extra` fields put in (later keys of the test's own choice).
std::string config(const std::string& architecture, const std::string& type, const std::string& extra) {
    return R"({"architectures":[")" + architecture + R"("],"model_type":")" + type +
           R"(","vocab_size":100,"hidden_size":64,"intermediate_size":128,"num_hidden_layers":4,"num_attention_heads":8,"num_key_value_heads":2,"max_position_embeddings":512)" +
           (extra.empty() ? "" : "," + extra) + "}";
}
std::string llama(const std::string& extra = "") { return config("LlamaForCausalLM", "llama", extra); }

ModelConfig good(const std::string& text) {
    const auto result = parseModelConfig(text, "config.json");
    if (!result.ok()) FAIL(formatError(result.error()));
    return result.value();
}
Error bad(const std::string& text) {
    const auto result = parseModelConfig(text, "config.json");
    REQUIRE_FALSE(result.ok());
    return result.error();
}
bool mentions(const Error& error, const std::string& part) {
    INFO(formatError(error));
    return formatError(error).find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("Llama's defaults are transformers'") {
    const ModelConfig c = good(llama());
    CHECK(c.modelType == "llama");
    CHECK(c.headDim == 8);
    CHECK(c.rmsNormEpsilon == 1e-6);
    CHECK(c.rope.theta == 10000.0);
    CHECK(c.rope.type == RopeType::Default);
    CHECK_FALSE(c.tiedEmbeddings);
    CHECK_FALSE(c.attentionBias);
    CHECK_FALSE(c.mlpBias);
    CHECK(c.bosToken == 1);
    CHECK(c.eosTokens == std::vector<std::int64_t>{2});
    CHECK(c.slidingWindow == std::vector<std::int64_t>(4, 0));
}

TEST_CASE("biases follow the architecture") {
    const ModelConfig l = good(llama(R"("attention_bias":true,"mlp_bias":true)"));
    CHECK((l.attentionBias && l.attentionOutputBias && l.mlpBias));
    const ModelConfig q2 = good(config("Qwen2ForCausalLM", "qwen2", ""));
    CHECK((q2.attentionBias && !q2.attentionOutputBias && !q2.mlpBias && q2.queryKeyNorm == QueryKeyNorm::None));
    const ModelConfig q3 = good(config("Qwen3ForCausalLM", "qwen3", R"("attention_bias":true)"));
    CHECK((q3.attentionBias && q3.attentionOutputBias && q3.queryKeyNorm == QueryKeyNorm::PerHead));
    CHECK(q3.headDim == 128);
    CHECK_FALSE(good(config("Qwen3ForCausalLM", "qwen3", "")).attentionBias);
}

TEST_CASE("rotary scaling is read in every spelling") {
    const ModelConfig linear = good(llama(R"("rope_scaling":{"type":"linear","factor":4.0},"rope_theta":5000)"));
    CHECK(linear.rope.type == RopeType::Linear);
    CHECK(linear.rope.factor == 4.0);
    CHECK(linear.rope.theta == 5000.0);
    const ModelConfig llama3 = good(llama(R"("rope_scaling":{"rope_type":"llama3","factor":8,"low_freq_factor":1,"high_freq_factor":4,"original_max_position_embeddings":128})"));
    CHECK(llama3.rope.type == RopeType::Llama3);
    CHECK(llama3.rope.originalContext == 128);
    const ModelConfig newer = good(llama(R"("rope_parameters":{"rope_type":"yarn","factor":2.0,"rope_theta":7000,"beta_fast":16,"attention_factor":1.5,"truncate":false})"));
    CHECK(newer.rope.type == RopeType::Yarn);
    CHECK(newer.rope.theta == 7000.0);
    CHECK(newer.rope.betaFast == 16.0);
    CHECK(newer.rope.betaSlow == 1.0);
    CHECK(newer.rope.attentionFactor == 1.5);
    CHECK_FALSE(newer.rope.truncate);
    CHECK(newer.rope.originalContext == 512);  // falls back to the context length
    CHECK(good(llama(R"("rope_parameters":{"rope_type":"default","rope_theta":300})")).rope.theta == 300.0);
    CHECK(good(llama(R"("rope_scaling":null)")).rope.type == RopeType::Default);
}

TEST_CASE("rotary features we do not run are refused by name") {
    CHECK(mentions(bad(llama(R"("rope_scaling":{"rope_type":"longrope","factor":2.0})")), "longrope"));
    CHECK(mentions(bad(llama(R"("partial_rotary_factor":0.5)")), "partial"));
    CHECK(mentions(bad(llama(R"("rope_parameters":{"full_attention":{"rope_type":"default"}})")), "kind of layer"));
    CHECK(bad(llama(R"("rope_scaling":{"type":"linear"})")).code == ErrorCode::InvalidFile);
    CHECK(bad(llama(R"("rope_scaling":{"rope_type":"llama3","factor":8,"low_freq_factor":4,"high_freq_factor":4})")).code == ErrorCode::InvalidFile);
}

TEST_CASE("sliding windows follow each family's rules") {
    CHECK(good(config("MistralForCausalLM", "mistral", "")).slidingWindow == std::vector<std::int64_t>(4, 4096));
    CHECK(good(config("MistralForCausalLM", "mistral", R"("sliding_window":null)")).slidingWindow == std::vector<std::int64_t>(4, 0));
    CHECK(good(config("MistralForCausalLM", "mistral", R"("sliding_window":7)")).slidingWindow == std::vector<std::int64_t>(4, 7));
    CHECK(good(config("Qwen2ForCausalLM", "qwen2", R"("sliding_window":7)")).slidingWindow == std::vector<std::int64_t>(4, 0));
    CHECK(good(config("Qwen2ForCausalLM", "qwen2", R"("use_sliding_window":true,"sliding_window":7,"max_window_layers":3)")).slidingWindow == std::vector<std::int64_t>{0, 0, 0, 7});
    CHECK(good(config("Qwen3ForCausalLM", "qwen3", R"("use_sliding_window":true,"sliding_window":7,"layer_types":["sliding_attention","full_attention","full_attention","sliding_attention"])")).slidingWindow ==
          std::vector<std::int64_t>{7, 0, 0, 7});
    CHECK(mentions(bad(config("Qwen3ForCausalLM", "qwen3", R"("layer_types":["chunked_attention","full_attention","full_attention","full_attention"])")), "chunked_attention"));
    CHECK(bad(config("Qwen3ForCausalLM", "qwen3", R"("layer_types":["full_attention"])")).code == ErrorCode::InvalidFile);
}

TEST_CASE("unknown architectures and features are refused with the list of what is supported") {
    for (const std::string& text : {config("MixtralForCausalLM", "mixtral", ""), config("GPT2LMHeadModel", "gpt2", ""), config("LlamaForSequenceClassification", "llama", ""),
                                    config("LlamaForCausalLM", "qwen2", ""), std::string("{}")}) {
        const Error error = bad(text);
        CHECK(error.code == ErrorCode::UnsupportedModel);
        CHECK(mentions(error, supportedArchitectures()));
    }
    CHECK(mentions(bad(config("MixtralForCausalLM", "mixtral", "")), "MixtralForCausalLM"));
    CHECK(mentions(bad(llama(R"("hidden_act":"gelu")")), "gelu"));
    CHECK(bad(llama(R"("num_local_experts":8)")).code == ErrorCode::UnsupportedModel);
    // Whether weights are quantized is for whoever sees them to say: the block may be stale.
    CHECK(good(llama(R"("quantization_config":{"quant_method":"gptq","bits":4})")).layers == 4);
}

TEST_CASE("impossible values are refused by field") {
    for (const char* field : {R"("vocab_size":0)", R"("hidden_size":-64)", R"("num_attention_heads":7)", R"("num_hidden_layers":5000)", R"("rms_norm_eps":-1)", R"("head_dim":7)",
                              R"("vocab_size":1.5)", R"("hidden_size":"64")", R"("rope_theta":0)", R"("num_key_value_heads":3)", R"("tie_word_embeddings":1)", R"("eos_token_id":"x")"}) {
        // The extra field stands first, so strip the same key from the base text.
        std::string text = llama();
        const std::string key = std::string(field).substr(0, std::string(field).find(':'));
        const std::size_t at = text.find("," + key + ":");
        if (at != std::string::npos) text.erase(at, text.find_first_of(",}", at + 1) - at);
        text.insert(1, std::string(field) + ",");
        INFO(text);
        CHECK(bad(text).code == ErrorCode::InvalidFile);
    }
    CHECK(bad("[]").code == ErrorCode::InvalidFile);
    CHECK(bad("{").code == ErrorCode::InvalidFile);
    CHECK(bad(R"({"architectures":["LlamaForCausalLM"],"model_type":"llama"})").code == ErrorCode::InvalidFile);
}

TEST_CASE("a written config reads back to the same struct") {
    for (const std::string& text : {llama(R"("rope_scaling":{"rope_type":"llama3","factor":8,"low_freq_factor":1,"high_freq_factor":4,"original_max_position_embeddings":128},"torch_dtype":"bfloat16")"),
                                    llama(R"("rope_scaling":{"rope_type":"yarn","factor":3.5,"attention_factor":1.25,"mscale":0.7,"mscale_all_dim":0.9,"truncate":false},"attention_bias":true,"mlp_bias":true)"),
                                    config("MistralForCausalLM", "mistral", R"("sliding_window":9,"eos_token_id":[3,4],"bos_token_id":null)"),
                                    config("Qwen2ForCausalLM", "qwen2", R"("use_sliding_window":true,"sliding_window":7,"max_window_layers":2,"tie_word_embeddings":true)"),
                                    config("Qwen3ForCausalLM", "qwen3", R"("head_dim":16,"rope_scaling":{"type":"linear","factor":2})")}) {
        const std::string first = writeModelConfig(good(text));
        CHECK(writeModelConfig(good(first)) == first);
        const ModelConfig a = good(text), b = good(first);
        CHECK(a.slidingWindow == b.slidingWindow);
        CHECK(a.eosTokens == b.eosTokens);
        CHECK(a.rope.attentionFactor == b.rope.attentionFactor);
        CHECK(a.headDim == b.headDim);
    }
}

TEST_CASE("real config files are understood") {
    const std::filesystem::path folder = std::filesystem::path(tacq::paths::sharedData()) / "configs";
    if (!std::filesystem::exists(folder)) {
        MESSAGE("shared data not found, skipped");
        return;
    }
    const auto read = [&](const char* name) { return good(test::readFile(folder / name)); };
    const ModelConfig llama31 = read("Llama-3.1-8B.config.json");
    CHECK(llama31.rope.type == RopeType::Llama3);
    CHECK(llama31.rope.originalContext == 8192);
    CHECK(llama31.torchDtype == "bfloat16");
    CHECK(read("Mistral-Nemo-Base-2407.config.json").headDim == 128);
    CHECK(read("Mistral-Nemo-Base-2407.config.json").slidingWindow.front() == 0);
    const ModelConfig qwen = read("Qwen2.5-0.5B-Instruct.config.json");
    CHECK(qwen.tiedEmbeddings);
    CHECK(qwen.slidingWindow.back() == 0);
    CHECK(read("Qwen2.5-7B-Instruct.config.json").headDim == 128);
    CHECK(read("SmolLM2-135M.config.json").rope.theta == 100000.0);
    CHECK(read("Meta-Llama-3-8B-Instruct.config.json").eosTokens == std::vector<std::int64_t>{128009});
}
