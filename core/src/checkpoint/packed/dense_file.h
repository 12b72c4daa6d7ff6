#pragma once
// Private to checkpoint: what `dense.safetensors` of a quantized artifact says of itself.

namespace tacq {

inline constexpr const char* kDenseFormat = "tacq-dense-1";
inline constexpr const char* kDenseConfigKey = "config";  ///< DenseOverrides::config

}  // namespace tacq
