#pragma once
// Private to formats: which type llama-quantize shall give each matrix, from where the task's saliency lies.
#include <span>
#include <string>
#include <vector>

#include "checkpoint/config/family.h"
#include "tacq/formats/exporter.h"

namespace tacq {

struct TensorTypeRule {
    std::string tensor;  ///< its GGUF name
    TensorType type;
};
/// `base` for most; two steps finer (Q4_K → Q6_K) for the matrices that have the most saliency a weight and are a tenth of all weights together, one step for
/// the next fifth. Types that rows do not fit are what llama-quantize takes in their place. Model order.
std::vector<TensorTypeRule> tensorTypes(const TaskImportance& importance, const FamilySpec& family, TensorType base);

/// `^blk\.3\.attn_q\.weight$=q6_k` a line: anchored, since llama-quantize searches, and lower case, since it lowers patterns.
std::string tensorTypeFile(std::span<const TensorTypeRule> rules);
/// llama-quantize's word for a file of this type.
std::string quantizeWord(TensorType type);

}  // namespace tacq
