#include <algorithm>
#include <numeric>
#include <utility>

#include "formats/exporters/exporter_list.h"
#include "formats/word_folder.h"

namespace tacq::exporter_specs {
namespace {

LinearFit fit(const PackedShape& linear, const ExportOptions&) {
    LinearFit fit{LinearFit::How::Exact, linear.grid, {}};
    if (linear.kept > 0) fit.why = "single kept weights have no place in it";
    if (!linear.extra.empty()) fit.why.append(fit.why.empty() ? "" : ", ").append("a matrix there is codes, scales and zero points alone");
    if (!fit.why.empty()) fit.how = LinearFit::How::OtherGrid;
    return fit;
}

/// The format knows no short last group.
std::int64_t groupSize(const PackedShape& linear) {
    const std::int64_t group = linear.grid.groupSize;
    return group <= 0 || group >= linear.columns ? -1 : std::gcd(group, linear.columns);
}

bool isAsymmetric(const WordLinear& linear) { return linear.grid.symmetry == Symmetry::Asymmetric; }

std::vector<SafetensorsWriter::Declaration> declare(const WordLinear& linear, std::int64_t rows, std::int64_t columns) {
    const std::int64_t groups = linear.grid.groups(columns), bits = linear.grid.bits;
    std::vector<SafetensorsWriter::Declaration> tensors{{linear.module + ".weight_packed", "I32", {rows, (columns * bits + 31) / 32}},
                                                        {linear.module + ".weight_scale", "F32", {rows, groups}},
                                                        {linear.module + ".weight_shape", "I64", {2}}};
    if (isAsymmetric(linear)) tensors.push_back({linear.module + ".weight_zero_point", "I32", {(rows * bits + 31) / 32, groups}});
    return tensors;
}

/// Zero points packed along the output: [ceil(rows·b/32), groups].
std::vector<std::uint32_t> packedZeros(const PackedLinear& linear) {
    const auto rows = static_cast<std::size_t>(linear.rows), groups = static_cast<std::size_t>(linear.grid.groups(linear.columns));
    const std::size_t words = (rows * static_cast<std::size_t>(linear.grid.bits) + 31) / 32;
    std::vector<std::uint8_t> column(rows);
    std::vector<std::uint32_t> byGroup(groups * words);
    for (std::size_t g = 0; g < groups; ++g) {
        for (std::size_t row = 0; row < rows; ++row) column[row] = linear.zeros[row * groups + g];
        packRow(column, linear.grid.bits, std::span(byGroup).subspan(g * words, words));
    }
    return transposed(byGroup, groups, words);
}

/// Scales are F32, though F16 would hold most: the library multiplies in the scale's own type, and only so gets the very values.
/// A stored code is the signed one plus 2^(b−1), which is what our codes are already, zero points likewise.
Result<void> writeLinear(SafetensorsWriter& writer, const std::string& module, const PackedLinear& linear) {
    TACQ_CHECK(writer.appendTo(module + ".weight_packed", std::as_bytes(std::span(linear.codes))));
    TACQ_CHECK(writer.appendTo(module + ".weight_scale", std::as_bytes(std::span(linear.scales))));
    const std::int64_t shape[2]{linear.rows, linear.columns};
    TACQ_CHECK(writer.appendTo(module + ".weight_shape", std::as_bytes(std::span(shape))));
    if (linear.grid.symmetry == Symmetry::Symmetric) return {};
    const std::vector<std::uint32_t> zeros = packedZeros(linear);
    return writer.appendTo(module + ".weight_zero_point", std::as_bytes(std::span(zeros)));
}

Json weightsOf(const GridOptions& grid) {
    return {{"num_bits", grid.bits},
            {"type", "int"},
            {"symmetric", grid.symmetry == Symmetry::Symmetric},
            {"strategy", grid.groupSize > 0 ? "group" : "channel"},
            {"group_size", grid.groupSize > 0 ? Json(grid.groupSize) : Json()},
            {"actorder", Json()},
            {"block_structure", Json()},
            {"dynamic", false},
            {"observer", "minmax"},
            {"observer_kwargs", Json::object()}};
}

/// One group a grid, each with its modules by name: a target `Linear` would swallow fused matrices of other groups.
Json configOf(const std::vector<WordLinear>& linears) {
    std::vector<std::pair<GridOptions, Json>> groups;
    Json ignored = Json::array({"lm_head"});
    for (const WordLinear& linear : linears) {
        if (!linear.stored) {
            ignored.push_back(linear.module);
            continue;
        }
        auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& one) { return one.first == linear.grid; });
        if (group == groups.end()) group = groups.insert(groups.end(), {linear.grid, Json::array()});
        group->second.push_back(linear.module);
    }
    Json described = Json::object();
    for (std::size_t i = 0; i < groups.size(); ++i)
        described["group_" + std::to_string(i)] = {{"targets", groups[i].second}, {"weights", weightsOf(groups[i].first)}, {"input_activations", Json()}, {"output_activations", Json()},
                                                   {"format", "pack-quantized"}};
    return {{"quant_method", "compressed-tensors"}, {"format", "pack-quantized"}, {"quantization_status", "compressed"}, {"global_compression_ratio", Json()},
            {"kv_cache_scheme", Json()},            {"ignore", ignored},          {"config_groups", described}};
}

WordFormat format() {
    WordFormat words{fit, groupSize, declare};
    words.write = writeLinear;
    words.describe = configOf;
    return words;
}

Result<std::vector<PackedFileSize>> weightFiles(const ExportShape& shape, const ExportOptions& options) { return wordFiles(format(), shape, options); }
Result<std::filesystem::path> write(const ExportJob& job, const ExportOptions& options) { return writeWordFolder(format(), job, options); }

}  // namespace

const Exporter compressed_tensors{
    .name = "compressed-tensors",
    .title = "compressed-tensors",
    .description = "The narrow weights as vLLM's own tools pack them, any width from 2 to 8 bits; no single weights in 16 bits",
    .runsIn = "vLLM: 4 and 8 bit everywhere, symmetric 2, 3, 5, 6, 7 bit on CUDA with humming-kernels, asymmetric 4 and 8 bit; transformers with compressed-tensors, which widens them on loading",
    .lowBit = true,
    .library = "transformers",
    .onlyQuantized = true,
    .loading = "## Loading\n\n```\nvllm serve .\n```\n\n```python\n# pip install compressed-tensors\nfrom transformers import AutoModelForCausalLM, AutoTokenizer\n"
               "model = AutoModelForCausalLM.from_pretrained(\".\")\n```\n\nPrograms that run q, k and v (gate and up) as one matrix need them alike.\n\n",
    .fit = fit,
    .wideType = wordWideType,
    .weightFiles = weightFiles,
    .write = write,
};

}  // namespace tacq::exporter_specs
