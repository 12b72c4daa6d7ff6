#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tacq {

/// Merge list that makes plain BPE cut text as SentencePiece's BPE does: every way to put a piece together from two others,
/// the highest score first; equal scores longer parts first, then as the vocabulary lists them (the order of the Hugging Face converter).
std::vector<std::pair<std::size_t, std::size_t>> spmMerges(std::span<const std::string> pieces, std::span<const double> scores,
                                                           const std::vector<bool>& mergeable);

}  // namespace tacq
