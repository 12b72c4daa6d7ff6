#pragma once
// Private to formats: file names that pickers take apart (`Model-Q4_0.gguf`, `Model-Q4_0-00001-of-00002.gguf`).
#include <cstddef>
#include <string>
#include <string_view>

namespace tacq {

/// A model's name for a file: letters, digits, `.`, `-` and `_`, without the type that a GGUF's own name ends with. Never empty.
std::string ggufBaseName(std::string_view displayName);
/// Name of part `number` (from 0) of `count`.
std::string ggufFileName(const std::string& stem, std::size_t number, std::size_t count);

}  // namespace tacq
