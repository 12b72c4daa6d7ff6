#pragma once
#include <cstdint>
#include <string_view>

namespace tacq {

/// A dtype of the safetensors format: `rank` orders tensors in files (higher first), `bits` is the width of one element.
struct Dtype {
    std::string_view name;
    int rank;
    std::uint64_t bits;
};
/// nullptr for a name the format does not know.
const Dtype* findDtype(std::string_view name);

}  // namespace tacq
