#pragma once
#include <functional>
#include <random>

#include "checkpoint/config/model_tensors.h"
#include "tacq/base/half.h"
#include "tacq/checkpoint/safetensors.h"
#include "test_files.h"

namespace test {

inline std::string tinyConfig(const std::string& extra = "") {
    return R"({"architectures":["LlamaForCausalLM"],"model_type":"llama","vocab_size":24,"hidden_size":16,"intermediate_size":40,"num_hidden_layers":2,"num_attention_heads":4,"num_key_value_heads":2,"max_position_embeddings":64,"torch_dtype":"float32")" +
           (extra.empty() ? "" : "," + extra) + "}";
}

struct Tensor {
    std::string dtype;
    std::vector<std::int64_t> shape;
    std::vector<float> values;
};
using Tensors = std::map<std::string, Tensor>;

/// The tensors that a config asks for, with random values that are exact in `dtype`.
inline Tensors randomTensors(const std::string& config, const std::string& dtype = "F32", unsigned seed = 1) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal(0, 0.1f);
    Tensors tensors;
    for (const auto& expected : tacq::modelTensors(tacq::parseModelConfig(config, "test").value())) {
        Tensor tensor{dtype, expected.shape, {}};
        std::int64_t count = 1;
        for (const auto size : expected.shape) count *= size;
        for (std::int64_t i = 0; i < count; ++i) {
            const float value = normal(random);
            tensor.values.push_back(dtype == "F16" ? tacq::halfToFloat(tacq::floatToHalf(value)) : dtype == "BF16" ? tacq::bfloatToFloat(tacq::floatToBfloat(value)) : value);
        }
        tensors.emplace(expected.name, std::move(tensor));
    }
    return tensors;
}

inline std::string encode(const Tensor& tensor) {
    std::string bytes;
    for (const float value : tensor.values) {
        if (tensor.dtype == "F32") put(bytes, value);
        else if (tensor.dtype == "F64") put(bytes, static_cast<double>(value));
        else if (tensor.dtype == "I32") put(bytes, static_cast<std::int32_t>(value));
        else put(bytes, tensor.dtype == "F16" ? tacq::floatToHalf(value) : tacq::floatToBfloat(value));
    }
    return bytes;
}

inline void writeTensors(const std::filesystem::path& path, const Tensors& tensors) {
    std::vector<tacq::SafetensorsWriter::Declaration> declared;
    for (const auto& [name, tensor] : tensors) declared.push_back({name, tensor.dtype, tensor.shape});
    auto writer = tacq::SafetensorsWriter::create(path, declared, {{"format", "pt"}});
    if (!writer.ok()) throw std::runtime_error(tacq::formatError(writer.error()));
    for (const auto& [name, tensor] : tensors)
        if (!writer.value().appendTo(name, asBytes(encode(tensor))).ok()) throw std::runtime_error("cannot write " + name);
    if (!writer.value().finish().ok()) throw std::runtime_error("cannot finish");
}

/// A Hugging Face folder in one file.
inline void writeModel(const std::filesystem::path& folder, const std::string& config, const Tensors& tensors) {
    std::filesystem::create_directories(folder);
    writeFile(folder / "config.json", config);
    writeTensors(folder / "model.safetensors", tensors);
}

}  // namespace test
