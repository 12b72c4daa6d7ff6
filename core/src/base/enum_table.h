#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace tacq {

// A table with a row for each value of an enum, in the enum's order; a row has `value` and `name`. What such a table needs is here, once:
//
//     constexpr Row kRows[]{{Stage::Load, "load"}, …};
//     constexpr auto kStages = valuesOf(kRows);
//     static_assert(isWhole(kStages, Stage::Fetch));      // no value without a row
//     nameIn(kRows, stage); valueIn(kRows, "load");

template <typename Row, std::size_t N>
constexpr auto valuesOf(const Row (&rows)[N]) {
    std::array<decltype(Row::value), N> values{};
    for (std::size_t i = 0; i < N; ++i) values[i] = rows[i].value;
    return values;
}

template <typename Value, std::size_t N>
constexpr bool isWhole(const std::array<Value, N>& values, Value last) {
    for (std::size_t i = 0; i < N; ++i)
        if (values[i] != static_cast<Value>(i)) return false;
    return N == static_cast<std::size_t>(last) + 1;
}

template <typename Row, std::size_t N>
constexpr std::string_view nameIn(const Row (&rows)[N], decltype(Row::value) value) {
    return rows[static_cast<std::size_t>(value)].name;
}

template <typename Row, std::size_t N>
constexpr auto valueIn(const Row (&rows)[N], std::string_view name) {
    for (const Row& row : rows)
        if (row.name == name) return std::optional(row.value);
    return std::optional<decltype(Row::value)>();
}

}  // namespace tacq
