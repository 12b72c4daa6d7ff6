#pragma once
#include <filesystem>
#include <functional>
#include <string>

namespace tacq {

/// Whether bf16 products run at 1.5 times the float32 rate or better on `device` (`cpu`, `cuda:N`) with `threads` threads.
/// Measured once per machine, card, thread count and LibTorch version and remembered in the user's cache folder: on a busy machine the
/// clock may say one thing now and another later, and two equal commands would compute in two types, sharing no result.
bool bf16PaysOff(const std::string& device, int threads);

/// The answer that `file` (a JSON object of booleans) holds under `key`; else what `measure` says, written there. A file that cannot be
/// read or written costs the memory, not the answer.
bool rememberedAnswer(const std::filesystem::path& file, const std::string& key, const std::function<bool()>& measure);

}  // namespace tacq
