#pragma once
// Private to the pipeline: the identity of a model that was hashed before.
#include <chrono>
#include <filesystem>
#include <string>

#include "tacq/base/result.h"
#include "tacq/checkpoint/checkpoint.h"

namespace tacq {

/// model.identity(), which reads every byte of the model, or what an earlier job of the workspace found, where nothing can have changed since: the files beside the model have the
/// names, places (device and inode), sizes and times (of content and of status) that they had then, and the model reads as it did. Times younger than two
/// seconds before `opened`, when the model was about to be opened, are not trusted: such a file may change again without a sign, or may not be the one that was opened.
/// A workspace that cannot be written, or a record of something else, only means hashing. `identities/` in the workspace: a file of some hundred bytes a model.
Result<std::string> knownIdentity(const Checkpoint& model, const std::filesystem::path& workspace, std::chrono::system_clock::time_point opened);

}  // namespace tacq
