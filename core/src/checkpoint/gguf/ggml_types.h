#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "tacq/checkpoint/checkpoint.h"

namespace tacq {

/// A ggml type as files store it: blocks of `elements` values in `bytes` bytes.
struct GgmlType {
    std::uint32_t id;
    std::string_view name;
    std::uint64_t elements;
    std::uint64_t bytes;
};
/// nullptr for numbers that name no type (never assigned, or withdrawn).
const GgmlType* findGgmlType(std::uint32_t id);
/// The types that we dequantize.
std::optional<TensorType> tensorTypeOfGgml(std::uint32_t id);

}  // namespace tacq
