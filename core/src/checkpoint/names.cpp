#include "tacq/checkpoint/checkpoint.h"

namespace tacq {

std::string_view tensorTypeName(TensorType type) {
    switch (type) {
        case TensorType::F32: return "F32";
        case TensorType::F16: return "F16";
        case TensorType::BF16: return "BF16";
        case TensorType::F64: return "F64";
        case TensorType::I8: return "I8";
        case TensorType::U8: return "U8";
        case TensorType::I16: return "I16";
        case TensorType::U16: return "U16";
        case TensorType::I32: return "I32";
        case TensorType::U32: return "U32";
        case TensorType::I64: return "I64";
        case TensorType::U64: return "U64";
        case TensorType::Bool: return "BOOL";
        case TensorType::Q4_0: return "Q4_0";
        case TensorType::Q4_1: return "Q4_1";
        case TensorType::Q5_0: return "Q5_0";
        case TensorType::Q5_1: return "Q5_1";
        case TensorType::Q8_0: return "Q8_0";
        case TensorType::Q2_K: return "Q2_K";
        case TensorType::Q3_K: return "Q3_K";
        case TensorType::Q4_K: return "Q4_K";
        case TensorType::Q5_K: return "Q5_K";
        case TensorType::Q6_K: return "Q6_K";
        case TensorType::Q2_0: return "Q2_0";
        case TensorType::IQ2_XXS: return "IQ2_XXS";
        case TensorType::IQ2_XS: return "IQ2_XS";
        case TensorType::IQ2_S: return "IQ2_S";
        case TensorType::IQ3_XXS: return "IQ3_XXS";
        case TensorType::IQ3_S: return "IQ3_S";
        case TensorType::IQ4_NL: return "IQ4_NL";
        case TensorType::IQ4_XS: return "IQ4_XS";
        case TensorType::TQ1_0: return "TQ1_0";
        case TensorType::TQ2_0: return "TQ2_0";
        case TensorType::MXFP4: return "MXFP4";
        case TensorType::Words: return "words";
        case TensorType::Packed: return "packed";
    }
    return "?";
}

std::string_view linearKindName(LinearKind kind) {
    switch (kind) {
        case LinearKind::Query: return "q";
        case LinearKind::Key: return "k";
        case LinearKind::Value: return "v";
        case LinearKind::Output: return "o";
        case LinearKind::Gate: return "gate";
        case LinearKind::Up: return "up";
        case LinearKind::Down: return "down";
    }
    return "?";
}

std::optional<LinearKind> linearKindNamed(std::string_view name) {
    for (int i = 0; i < kLinearKinds; ++i)
        if (linearKindName(static_cast<LinearKind>(i)) == name) return static_cast<LinearKind>(i);
    return std::nullopt;
}

std::optional<TensorType> tensorTypeNamed(std::string_view name) {
    for (int i = 0; i <= static_cast<int>(TensorType::Packed); ++i)
        if (tensorTypeName(static_cast<TensorType>(i)) == name) return static_cast<TensorType>(i);
    return std::nullopt;
}

}  // namespace tacq
