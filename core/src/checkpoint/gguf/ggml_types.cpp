#include "checkpoint/gguf/ggml_types.h"

#include <string>

#include "tacq/checkpoint/gguf.h"

namespace tacq {
namespace {

constexpr GgmlType kTypes[] = {
    {0, "F32", 1, 4},         {1, "F16", 1, 2},         {2, "Q4_0", 32, 18},      {3, "Q4_1", 32, 20},      {6, "Q5_0", 32, 22},
    {7, "Q5_1", 32, 24},      {8, "Q8_0", 32, 34},      {9, "Q8_1", 32, 36},      {10, "Q2_K", 256, 84},    {11, "Q3_K", 256, 110},
    {12, "Q4_K", 256, 144},   {13, "Q5_K", 256, 176},   {14, "Q6_K", 256, 210},   {15, "Q8_K", 256, 292},   {16, "IQ2_XXS", 256, 66},
    {17, "IQ2_XS", 256, 74},  {18, "IQ3_XXS", 256, 98}, {19, "IQ1_S", 256, 50},   {20, "IQ4_NL", 32, 18},   {21, "IQ3_S", 256, 110},
    {22, "IQ2_S", 256, 82},   {23, "IQ4_XS", 256, 136}, {24, "I8", 1, 1},         {25, "I16", 1, 2},        {26, "I32", 1, 4},
    {27, "I64", 1, 8},        {28, "F64", 1, 8},        {29, "IQ1_M", 256, 56},   {30, "BF16", 1, 2},       {34, "TQ1_0", 256, 54},
    {35, "TQ2_0", 256, 66},   {39, "MXFP4", 32, 17},    {40, "NVFP4", 64, 36},    {41, "Q1_0", 128, 18},    {42, "Q2_0", 64, 18},
};

}  // namespace

const GgmlType* findGgmlType(std::uint32_t id) {
    for (const GgmlType& type : kTypes)
        if (type.id == id) return &type;
    return nullptr;
}

std::string ggmlTypeName(std::uint32_t id) {
    const GgmlType* type = findGgmlType(id);
    return type ? std::string(type->name) : "type " + std::to_string(id);
}

std::optional<TensorType> tensorTypeOfGgml(std::uint32_t id) {
    switch (id) {
        case 0: return TensorType::F32;
        case 1: return TensorType::F16;
        case 2: return TensorType::Q4_0;
        case 3: return TensorType::Q4_1;
        case 6: return TensorType::Q5_0;
        case 7: return TensorType::Q5_1;
        case 8: return TensorType::Q8_0;
        case 10: return TensorType::Q2_K;
        case 11: return TensorType::Q3_K;
        case 12: return TensorType::Q4_K;
        case 13: return TensorType::Q5_K;
        case 14: return TensorType::Q6_K;
        case 16: return TensorType::IQ2_XXS;
        case 17: return TensorType::IQ2_XS;
        case 18: return TensorType::IQ3_XXS;
        case 20: return TensorType::IQ4_NL;
        case 21: return TensorType::IQ3_S;
        case 22: return TensorType::IQ2_S;
        case 23: return TensorType::IQ4_XS;
        case 34: return TensorType::TQ1_0;
        case 35: return TensorType::TQ2_0;
        case 39: return TensorType::MXFP4;
        case 42: return TensorType::Q2_0;
        case 28: return TensorType::F64;
        case 30: return TensorType::BF16;
        default: return std::nullopt;
    }
}

}  // namespace tacq
