#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <vector>

#include "checkpoint/words/word_linear.h"
#include "tacq/checkpoint/safetensors.h"

// Input: a config.json, a zero byte, then a safetensors file. Linears that are found must be readable without leaving their bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::uint8_t* middle = std::find(data, data + size, std::uint8_t{0});
    if (middle == data + size) return 0;
    const auto json = tacq::parseJson(std::string(reinterpret_cast<const char*>(data), static_cast<std::size_t>(middle - data)), "fuzz", {16, 10'000});
    if (!json.ok() || !json.value().is_object()) return 0;
    const auto config = tacq::wordConfig(json.value(), "fuzz");
    if (!config.ok() || !config.value()) return 0;
    const auto file = std::as_bytes(std::span(middle + 1, data + size));
    const auto header = tacq::SafetensorsHeader::parse(file, file.size(), "fuzz");
    if (!header.ok()) return 0;
    const tacq::TensorFinder find = [&](const std::string& name) {
        for (const auto& entry : header.value().entries)
            if (entry.name == name) return tacq::FoundTensor{&entry, file.subspan(entry.offset, entry.bytes)};
        return tacq::FoundTensor{};
    };
    for (const auto& entry : header.value().entries) {
        const std::size_t point = entry.name.rfind('.');
        if (point == std::string::npos || entry.shape.size() != 2) continue;
        // Whatever shape the model may have: the one that the words suggest, and others.
        for (const std::int64_t rows : {std::int64_t{32}, std::int64_t{64}, entry.shape[0], entry.shape[1]})
            for (const std::int64_t columns : {std::int64_t{32}, std::int64_t{40}, std::int64_t{64}, entry.shape[0] * 8, entry.shape[1] * 8}) {
                if (rows < 1 || columns < 1 || rows > 4096 || columns > 4096 || rows * columns > 65'536) continue;
                const auto linear = tacq::findWordLinear(entry.name.substr(0, point) + ".weight", rows, columns, *config.value(), find, "fuzz");
                if (!linear.ok() || !linear.value()) continue;
                std::vector<float> values(static_cast<std::size_t>(rows * columns));
                tacq::readWordRows(linear.value()->words, 0, rows, values);
            }
    }
    return 0;
}
