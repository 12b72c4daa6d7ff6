#include "checkpoint/safetensors/dtype.h"

#include <array>
#include <cstddef>
#include <string>

#include "tacq/checkpoint/safetensors.h"

namespace tacq {
namespace {

constexpr std::array<Dtype, 22> kDtypes{{
    {"BOOL", 0, 8},     {"F4", 1, 4},       {"F6_E2M3", 2, 6},      {"F6_E3M2", 3, 6},      {"U8", 4, 8},   {"I8", 5, 8},   {"F8_E5M2", 6, 8},
    {"F8_E4M3", 7, 8},  {"F8_E8M0", 8, 8},  {"F8_E4M3FNUZ", 9, 8},  {"F8_E5M2FNUZ", 10, 8}, {"I16", 11, 16}, {"U16", 12, 16}, {"F16", 13, 16},
    {"BF16", 14, 16},   {"I32", 15, 32},    {"U32", 16, 32},        {"F32", 17, 32},        {"C64", 18, 64}, {"F64", 19, 64}, {"I64", 20, 64},
    {"U64", 21, 64},
}};

}  // namespace

const Dtype* findDtype(std::string_view name) {
    for (const Dtype& dtype : kDtypes)
        if (dtype.name == name) return &dtype;
    return nullptr;
}

std::size_t safetensorsElementBytes(const std::string& dtype) {
    const Dtype* found = findDtype(dtype);
    return found ? static_cast<std::size_t>(found->bits / 8) : 0;
}

}  // namespace tacq
