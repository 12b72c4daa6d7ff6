#pragma once
#include <filesystem>
#include <string>

#include "tacq/base/result.h"

namespace tacq {

/// The snapshot to open for a folder of the Hugging Face Hub's cache (`models--org--name`, or its `snapshots`): the one that `refs/main` names,
/// else the only one. The folder itself if it is none of these. NotFound where no snapshot is there, InvalidArgument where several are
/// and nothing says which.
Result<std::filesystem::path> hubSnapshot(const std::filesystem::path& folder);
/// `org/name` for a path at or below `models--org--name`, else empty.
std::string hubName(const std::filesystem::path& path);

}  // namespace tacq
