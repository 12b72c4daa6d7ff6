#pragma once
// Private to core/src: what a file is by its first bytes, whatever its name ends with.
#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "tacq/base/error.h"

namespace tacq {

/// Magic numbers of the weight files that are read.
bool looksLikeGguf(std::span<const std::byte> bytes);
bool looksLikeSafetensors(std::span<const std::byte> bytes);

/// A stand-in for the file that was meant, which any download may leave: a pointer of git-lfs, git-annex or Xet, or a web page. Says what to do.
std::optional<Error> standIn(std::span<const std::byte> bytes, const std::string& context);
/// The same, and whatever else is met where weights were expected: nothing at all, a short text, a pickle, an archive, a GGML file from before GGUF.
/// Empty for bytes that could be weights, though damaged ones.
std::optional<Error> foreignWeights(std::span<const std::byte> bytes, const std::string& context);

}  // namespace tacq
