#pragma once
// Private to the protocol: the names of what can be fetched of an artifact.
#include <cstdint>
#include <optional>
#include <string>

#include "tacq/base/result.h"
#include "tacq/store/saliency_artifact.h"

namespace tacq {

/// `rows/LAYER/MATRIX/BEGIN-END`: rows of a saliency's matrix, float32, row-major.
struct RowsPart {
    MatrixLayer layer = MatrixLayer::Score;
    std::size_t matrix = 0;
    std::int64_t begin = 0, end = 0;
};

struct FetchPart {
    std::string name;
    std::optional<RowsPart> rows;   ///< none: a file of the artifact's folder
};
/// InvalidArgument for names with separators or `..`, unknown layers and numbers that are none.
Result<FetchPart> parsePart(const std::string& name);

}  // namespace tacq
