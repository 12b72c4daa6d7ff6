#pragma once
// Private to checkpoint: finds and checks a linear that other programs packed into words.
#include <optional>
#include <string>

#include "checkpoint/checkpoint_data.h"
#include "checkpoint/hf/weight_files.h"
#include "checkpoint/packed/packed_reader.h"
#include "checkpoint/words/word_config.h"

namespace tacq {

/// Whether any tensor is named as such a linear's codes are.
bool hasWords(const TensorMap& tensors);

/// Empty where the linear lies there in the ordinary way. InvalidFile names a part that is missing, of another type or of a size that the others deny,
/// a width that the configuration does not know, and a group that is not there.
Result<std::optional<StoredTensor>> findWordLinear(const std::string& name, std::int64_t rows, std::int64_t columns, const WordConfig& config, const TensorFinder& find,
                                                   const std::string& context);

}  // namespace tacq
