#pragma once
#include <filesystem>
#include <optional>

#include "tacq/base/result.h"

namespace tacq {

/// The GGUF model in a folder, told by content whatever the files are called: projectors, adapters and bare vocabularies beside it do not count,
/// the parts of a split count as one (its first). Empty where there is none; InvalidArgument, naming them, where there are several.
Result<std::optional<std::filesystem::path>> ggufInFolder(const std::filesystem::path& folder);

}  // namespace tacq
