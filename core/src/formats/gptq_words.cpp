#include "formats/gptq_words.h"

#include <algorithm>
#include <array>

#include "tacq/base/half.h"

namespace tacq::gptq {
namespace {

constexpr std::int64_t kSide = 32;
/// What GPTQModel's kernels take, the largest first.
constexpr std::array<std::int64_t, 7> kGroups{1024, 512, 256, 128, 64, 32, 16};

std::int64_t storable(std::int64_t group, std::int64_t columns) {
    if (group <= 0 || group >= columns) return -1;
    for (const std::int64_t size : kGroups)
        if (group % size == 0 && columns % size == 0) return size;
    for (const std::int64_t size : kGroups)
        if (group % size == 0) return size;
    return 0;
}

void add(std::string& list, const std::string& one) { list.append(list.empty() ? "" : ", ").append(one); }

}  // namespace

LinearFit fit(const PackedShape& linear, const ExportOptions&) {
    if (linear.rows % kSide != 0 || linear.columns % kSide != 0)
        return {LinearFit::How::Dense, {}, std::to_string(linear.rows) + " × " + std::to_string(linear.columns) + " is not a multiple of 32 both ways"};
    LinearFit fit{LinearFit::How::Exact, linear.grid, {}};
    if (linear.kept > 0) add(fit.why, "single kept weights have no place in it");
    if (!linear.extra.empty()) add(fit.why, "a matrix there is codes, scales and zero points alone");
    if (linear.grid.bits > 4 && linear.grid.bits < 8) {
        fit.grid.bits = 8;
        add(fit.why, "it has no codes of " + std::to_string(linear.grid.bits) + " bits");
    }
    if (linear.grid.scaleType != ScaleType::F16) {
        fit.grid.scaleType = ScaleType::F16;
        add(fit.why, "its scales are F16");
    }
    if (storable(linear.grid.groupSize, linear.columns) == 0) {
        fit.grid.groupSize = *std::find_if(kGroups.begin(), kGroups.end(), [&](std::int64_t size) { return size <= std::max<std::int64_t>(linear.grid.groupSize, 16); });
        add(fit.why, "it has no groups of " + std::to_string(linear.grid.groupSize));
    }
    if (!fit.why.empty()) fit.how = LinearFit::How::OtherGrid;
    return fit;
}

std::int64_t groupSize(const PackedShape& linear) { return storable(linear.grid.groupSize, linear.columns); }

std::vector<SafetensorsWriter::Declaration> declareWithoutIndex(const WordLinear& linear, std::int64_t rows, std::int64_t columns) {
    const std::int64_t groups = linear.grid.groups(columns), bits = linear.grid.bits;
    return {{linear.module + ".qweight", "I32", {columns * bits / 32, rows}},
            {linear.module + ".qzeros", "I32", {groups, rows * bits / 32}},
            {linear.module + ".scales", "F16", {groups, rows}}};
}

std::vector<SafetensorsWriter::Declaration> declare(const WordLinear& linear, std::int64_t rows, std::int64_t columns) {
    auto tensors = declareWithoutIndex(linear, rows, columns);
    tensors.push_back({linear.module + ".g_idx", "I32", {columns}});
    return tensors;
}

Result<void> write(SafetensorsWriter& writer, const std::string& module, const PackedLinear& linear, Zeros zeros, Index list) {
    const auto rows = static_cast<std::size_t>(linear.rows), columns = static_cast<std::size_t>(linear.columns);
    const auto groups = static_cast<std::size_t>(linear.grid.groups(linear.columns)), width = static_cast<std::size_t>(linear.grid.groupColumns(linear.columns));
    const auto bits = static_cast<std::size_t>(linear.grid.bits);
    // A row's stream of codes and a column of qweight are the same bits: with 32 codes at a time no word is shared by two rows.
    const std::vector<std::uint32_t> codes = transposed(linear.codes, rows, static_cast<std::size_t>(linear.wordsPerRow()));
    TACQ_CHECK(writer.appendTo(module + ".qweight", std::as_bytes(std::span(codes))));
    std::vector<std::uint32_t> words(groups * rows * bits / 32);
    std::vector<std::uint16_t> scales(groups * rows);
    std::vector<std::uint8_t> line(rows);
    for (std::size_t g = 0; g < groups; ++g) {
        for (std::size_t row = 0; row < rows; ++row) {
            const std::uint8_t zero = linear.zeros[row * groups + g];
            if (zeros == Zeros::MinusOne && zero == 0) return Error{ErrorCode::Internal, "version 1 has no zero point 0", module, "report this defect"};
            line[row] = static_cast<std::uint8_t>(zeros == Zeros::MinusOne ? zero - 1 : zero);
            scales[g * rows + row] = floatToHalf(linear.scales[row * groups + g]);
        }
        packRow(line, linear.grid.bits, std::span(words).subspan(g * rows * bits / 32, rows * bits / 32));
    }
    TACQ_CHECK(writer.appendTo(module + ".qzeros", std::as_bytes(std::span(words))));
    TACQ_CHECK(writer.appendTo(module + ".scales", std::as_bytes(std::span(scales))));
    if (list == Index::LeftOut) return {};
    std::vector<std::int32_t> index(columns);
    for (std::size_t i = 0; i < columns; ++i) index[i] = static_cast<std::int32_t>(i / width);
    return writer.appendTo(module + ".g_idx", std::as_bytes(std::span(index)));
}

Result<Zeros> zerosOf(const ExportJob& job, const ExportOptions& options) {
    for (const PackedShape& shape : job.linears) {
        if (shape.grid.symmetry == Symmetry::Symmetric || fit(shape, options).how != LinearFit::How::Exact) continue;
        TACQ_TRY(const PackedLinear linear, job.truth->readPacked(shape.name));
        job.truth->release(shape.name);
        if (std::find(linear.zeros.begin(), linear.zeros.end(), std::uint8_t{0}) != linear.zeros.end()) return Zeros::AsTheyAre;
    }
    return Zeros::MinusOne;
}

std::string pattern(const FusedGroup& group, bool whole, const WordLinear& member) {
    std::string names;
    if (!whole) names = member.module.substr(group.prefix.size());
    else
        for (const WordLinear* one : group.members) names.append(names.empty() ? "" : "|").append(one->module.substr(group.prefix.size()));
    if (whole && !group.fused.empty()) names += "|" + group.fused;
    std::string text = "^";
    for (const char c : group.prefix) text.append(c == '.' ? "\\." : std::string(1, c));
    return text + "(?:" + names + ")$";
}

}  // namespace tacq::gptq
