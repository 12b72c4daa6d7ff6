#pragma once
#include <optional>

#include "tiny_model.h"

namespace test {

/// Puts a GGUF file together piece by piece; every count and offset can be wrong on purpose.
class GgufBuilder {
public:
    std::uint32_t version = 3;
    std::optional<std::int64_t> tensorCount, valueCount;
    std::uint64_t alignment = 32;

    GgufBuilder& raw(const std::string& key, std::uint32_t type, const std::string& bytes) {
        text(m_values, key);
        put<std::uint32_t>(m_values, type);
        m_values += bytes;
        ++m_valueCount;
        return *this;
    }
    GgufBuilder& string(const std::string& key, const std::string& value) {
        std::string bytes;
        text(bytes, value);
        return raw(key, 8, bytes);
    }
    template <typename T> GgufBuilder& number(const std::string& key, std::uint32_t type, T value) {
        std::string bytes;
        put(bytes, value);
        return raw(key, type, bytes);
    }
    GgufBuilder& u32(const std::string& key, std::uint32_t value) { return number(key, 4, value); }
    GgufBuilder& f32(const std::string& key, float value) { return number(key, 6, value); }
    GgufBuilder& flag(const std::string& key, bool value) { return number<std::uint8_t>(key, 7, value ? 1 : 0); }
    GgufBuilder& strings(const std::string& key, const std::vector<std::string>& values) {
        std::string bytes = arrayHead(8, values.size());
        for (const auto& value : values) text(bytes, value);
        return raw(key, 9, bytes);
    }
    template <typename T> GgufBuilder& numbers(const std::string& key, std::uint32_t type, const std::vector<T>& values) {
        std::string bytes = arrayHead(type, values.size());
        for (const T value : values) put(bytes, value);
        return raw(key, 9, bytes);
    }
    static std::string arrayHead(std::uint32_t type, std::uint64_t count) {
        std::string bytes;
        put(bytes, type);
        put(bytes, count);
        return bytes;
    }
    GgufBuilder& tensor(const std::string& name, std::vector<std::int64_t> sizes, std::uint32_t type, const std::string& data, std::optional<std::uint64_t> offset = {}) {
        text(m_infos, name);
        put<std::uint32_t>(m_infos, static_cast<std::uint32_t>(sizes.size()));
        for (const auto size : sizes) put(m_infos, size);
        put(m_infos, type);
        put<std::uint64_t>(m_infos, offset.value_or(m_data.size()));
        m_data += data;
        m_data.append((alignment - m_data.size() % alignment) % alignment, '\0');
        ++m_tensorCount;
        return *this;
    }
    std::string bytes() const {
        std::string file = "GGUF";
        put(file, version);
        put(file, tensorCount.value_or(m_tensorCount));
        put(file, valueCount.value_or(m_valueCount));
        file += m_values + m_infos;
        file.append((alignment - file.size() % alignment) % alignment, '\0');
        return file + m_data;
    }

private:
    static void text(std::string& bytes, const std::string& value) {
        put<std::uint64_t>(bytes, value.size());
        bytes += value;
    }
    std::string m_values, m_infos, m_data;
    std::int64_t m_valueCount = 0, m_tensorCount = 0;
};

/// Interleaves the rows of each head as the llama converter does: new row 2i + j is old row j·d/2 + i.
inline std::vector<float> interleave(const std::vector<float>& values, std::int64_t columns, std::int64_t headDim) {
    std::vector<float> out(values.size());
    const std::int64_t rows = static_cast<std::int64_t>(values.size()) / columns;
    for (std::int64_t head = 0; head < rows / headDim; ++head)
        for (std::int64_t i = 0; i < headDim / 2; ++i)
            for (std::int64_t j = 0; j < 2; ++j)
                std::copy_n(values.begin() + (head * headDim + j * headDim / 2 + i) * columns, columns, out.begin() + (head * headDim + 2 * i + j) * columns);
    return out;
}

inline void llamaValues(GgufBuilder& gguf, const std::string& prefix = "llama") {
    gguf.string("general.architecture", prefix).string("general.name", "Tiny");
    gguf.u32(prefix + ".context_length", 64).u32(prefix + ".embedding_length", 16).u32(prefix + ".block_count", 2).u32(prefix + ".feed_forward_length", 40);
    gguf.u32(prefix + ".attention.head_count", 4).u32(prefix + ".attention.head_count_kv", 2).f32(prefix + ".attention.layer_norm_rms_epsilon", 1e-5f);
}

inline std::string ggufName(std::string name) {
    const std::pair<const char*, const char*> parts[] = {
        {"model.embed_tokens", "token_embd"}, {"model.norm", "output_norm"}, {"lm_head", "output"}, {"model.layers.", "blk."}, {"input_layernorm", "attn_norm"},
        {"self_attn.q_proj", "attn_q"}, {"self_attn.k_proj", "attn_k"}, {"self_attn.v_proj", "attn_v"}, {"self_attn.o_proj", "attn_output"}, {"self_attn.q_norm", "attn_q_norm"},
        {"self_attn.k_norm", "attn_k_norm"}, {"post_attention_layernorm", "ffn_norm"}, {"mlp.gate_proj", "ffn_gate"}, {"mlp.up_proj", "ffn_up"}, {"mlp.down_proj", "ffn_down"}};
    for (const auto& [from, to] : parts)
        if (const auto at = name.find(from); at != std::string::npos) name.replace(at, std::string(from).size(), to);
    return name;
}

/// All tensors of a tiny model, as F32; `headDim` > 0 interleaves q and k.
inline void addTensors(GgufBuilder& gguf, const Tensors& tensors, std::int64_t headDim) {
    for (const auto& [name, tensor] : tensors) {
        Tensor stored = tensor;
        const bool turned = name.find("q_proj") != std::string::npos || name.find("k_proj") != std::string::npos;
        if (turned && headDim > 0) stored.values = interleave(tensor.values, tensor.shape.size() > 1 ? tensor.shape[1] : 1, headDim);
        gguf.tensor(ggufName(name), {tensor.shape.rbegin(), tensor.shape.rend()}, 0, encode(stored));
    }
}

}  // namespace test
