#pragma once
// The sample model, its calibration ids and the official code's results on them.
#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tacq/base/file_io.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/checkpoint/safetensors.h"
#include "tacq/quantize/quantize.h"
#include "test_paths.h"

namespace tacq::test {

inline std::shared_ptr<const Checkpoint> stories() {
    auto opened = Checkpoint::open(std::filesystem::path(tacq::paths::resources()) / "sample" / "stories260K");
    REQUIRE(opened.ok());
    return std::make_shared<const Checkpoint>(std::move(opened).value());
}

template <typename T>
std::vector<T> readTensor(const SafetensorsFile& file, const std::string& name) {
    const auto* entry = file.find(name);
    REQUIRE_MESSAGE(entry, name);
    const auto bytes = file.bytes(*entry);
    std::vector<T> values(bytes.size() / sizeof(T));
    if (!values.empty()) std::memcpy(values.data(), bytes.data(), bytes.size());
    return values;
}

inline SafetensorsFile openFile(const std::filesystem::path& path) {
    auto file = SafetensorsFile::open(path);
    REQUIRE(file.ok());
    return std::move(file).value();
}

/// `tokens` int32 [rows, length] of a token file.
inline Calibration readIds(const std::filesystem::path& path) {
    const auto file = openFile(path);
    const auto tokens = readTensor<std::int32_t>(file, "tokens");
    const auto length = static_cast<std::size_t>(file.find("tokens")->shape.at(1));
    Calibration calibration;
    for (std::size_t at = 0; at < tokens.size(); at += length)
        calibration.rows.emplace_back(tokens.begin() + static_cast<std::ptrdiff_t>(at), tokens.begin() + static_cast<std::ptrdiff_t>(at + length));
    calibration.tokenCount = static_cast<std::int64_t>(tokens.size());
    return calibration;
}

struct PassResult {
    std::vector<PackedLinear> linears;
    std::vector<QuantizeFigures> figures;
};

/// Runs a pass and collects what its sink receives. The model is too small for a second thread to gain anything.
inline Result<PassResult> runPass(const std::shared_ptr<const Checkpoint>& model, const Calibration& calibration, ModelPass pass, const RunContext& context = {},
                                  int threads = 1) {
    PassResult all;
    pass.sink = [&](std::int64_t, const std::vector<PackedLinear>& packed, const std::vector<QuantizeFigures>& figures) -> Result<void> {
        all.linears.insert(all.linears.end(), packed.begin(), packed.end());
        all.figures.insert(all.figures.end(), figures.begin(), figures.end());
        return {};
    };
    TACQ_TRY(const auto compute, resolveCompute({"cpu", "f32", threads}));
    TACQ_CHECK(quantizeModel(model, calibration, pass, compute, context));
    return all;
}

inline ModelPass passOf(const Checkpoint& model, GridOptions grid) {
    return ModelPass(PassSpec::uniform(model.linears().size(), grid));
}

/// Codes equal, with the reference's code read off its dequantized weight on our grid (levels of two grids that differ by rounding
/// noise are still told apart), and kept weights within 1e-3.
struct Agreement {
    std::size_t equal = 0, total = 0, keptClose = 0, kept = 0;
    double share() const { return static_cast<double>(equal) / static_cast<double>(total); }
    void add(const Agreement& other) { equal += other.equal, total += other.total, keptClose += other.keptClose, kept += other.kept; }
};
inline Agreement compareWith(const PackedLinear& packed, const std::vector<float>& reference) {
    std::vector<float> ours(reference.size());
    dequantizeRows(packed, 0, packed.rows, ours);
    Agreement agreement;
    const auto groups = packed.grid.groups(packed.columns), width = packed.grid.groupColumns(packed.columns);
    for (std::int64_t r = 0; r < packed.rows; ++r) {
        std::size_t k = static_cast<std::size_t>(packed.rowOffsets[static_cast<std::size_t>(r)]);
        const auto end = static_cast<std::size_t>(packed.rowOffsets[static_cast<std::size_t>(r) + 1]);
        for (std::int64_t c = 0; c < packed.columns; ++c) {
            const auto at = static_cast<std::size_t>(r * packed.columns + c);
            if (k < end && packed.keptColumns[k] == static_cast<std::uint32_t>(c)) {
                ++k;
                ++agreement.kept;
                agreement.keptClose += std::abs(ours[at] - reference[at]) <= 1e-3f;
                continue;
            }
            const float scale = packed.scales[static_cast<std::size_t>(r * groups + c / width)];
            ++agreement.total;
            agreement.equal += std::nearbyint(ours[at] / scale) == std::nearbyint(reference[at] / scale);
        }
    }
    return agreement;
}

}  // namespace tacq::test
