#pragma once
#include <random>

#include "tacq/base/half.h"
#include "tacq/numerics/packed.h"

namespace test {

struct PackedChoice {
    tacq::GridOptions grid;
    tacq::ValueType valueType = tacq::ValueType::F16;
    double keptShare = 0.05;
};

inline PackedChoice randomChoice(std::mt19937& random) {
    PackedChoice choice;
    choice.grid.bits = std::uniform_int_distribution<int>(2, 8)(random);
    const std::int64_t groups[] = {-1, 8, 32};
    choice.grid.groupSize = groups[random() % 3];
    choice.grid.symmetry = random() % 2 ? tacq::Symmetry::Symmetric : tacq::Symmetry::Asymmetric;
    choice.grid.scaleType = random() % 2 ? tacq::ScaleType::F16 : tacq::ScaleType::F32;
    choice.valueType = random() % 2 ? tacq::ValueType::F16 : tacq::ValueType::BF16;
    const double shares[] = {0.0, 0.05, 0.3};
    choice.keptShare = shares[random() % 3];
    return choice;
}

/// A random linear that keeps every invariant of the packed format.
inline tacq::PackedLinear randomPacked(const std::string& name, std::int64_t rows, std::int64_t columns, const PackedChoice& choice, std::mt19937& random) {
    tacq::PackedLinear linear;
    linear.name = name;
    linear.rows = rows;
    linear.columns = columns;
    linear.grid = choice.grid;
    linear.valueType = choice.valueType;
    std::normal_distribution<float> normal(0, 1);
    const std::int64_t groups = choice.grid.groups(columns), groupColumns = choice.grid.groupColumns(columns);
    const unsigned levels = 1u << choice.grid.bits;
    for (std::int64_t i = 0; i < rows * groups; ++i) {
        const float scale = normal(random) * 0.01f;
        linear.scales.push_back(choice.grid.scaleType == tacq::ScaleType::F16 ? tacq::halfToFloat(tacq::floatToHalf(scale)) : scale);
        linear.zeros.push_back(static_cast<std::uint8_t>(random() % levels));
    }
    linear.codes.resize(static_cast<std::size_t>(rows * linear.wordsPerRow()));
    linear.rowOffsets.push_back(0);
    for (std::int64_t row = 0; row < rows; ++row) {
        std::vector<std::uint8_t> codes(static_cast<std::size_t>(columns));
        for (std::int64_t column = 0; column < columns; ++column) {
            auto& code = codes[static_cast<std::size_t>(column)];
            code = static_cast<std::uint8_t>(random() % levels);
            if (std::uniform_real_distribution<double>()(random) >= choice.keptShare) continue;
            code = linear.zeros[static_cast<std::size_t>(row * groups + column / groupColumns)];
            const float value = normal(random);
            linear.keptColumns.push_back(static_cast<std::uint32_t>(column));
            linear.keptValues.push_back(choice.valueType == tacq::ValueType::F16 ? tacq::halfToFloat(tacq::floatToHalf(value)) : tacq::bfloatToFloat(tacq::floatToBfloat(value)));
        }
        linear.rowOffsets.push_back(static_cast<std::int32_t>(linear.keptColumns.size()));
        tacq::packRow(codes, choice.grid.bits, std::span(linear.codes).subspan(static_cast<std::size_t>(row * linear.wordsPerRow()), static_cast<std::size_t>(linear.wordsPerRow())));
    }
    return linear;
}

}  // namespace test
