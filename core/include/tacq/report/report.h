#pragma once
#include <cstdint>
#include <filesystem>
#include <string>

#include "tacq/base/result.h"
#include "tacq/store/workspace.h"

namespace tacq {

/// One run as one HTML page that needs nothing else: no network, no script, no other file (a Content-Security-Policy in the page holds it to
/// that). Light and dark follow the reader, and it prints. What it says, in order: plain words, card, recipe, ledger, maps, metrics, table of
/// matrices, stages, hashes. A part without data says why. Every figure stands in a `<data value="…">` with its exact value; every text that
/// came from outside is escaped. Same workspace, same page, except for the lines that name the present version.
///
/// Reads the workspace only; the model is looked at (its header) where it still lies at the run's path, for shapes and the size before.
Result<std::string> reportHtml(const Workspace& workspace, const RunInfo& run);

struct WrittenReport {
    std::filesystem::path path;  ///< absolute
    std::uint64_t bytes = 0;
};
enum class Replace { No, Yes };
/// reportHtml() into `path`, which appears complete or not at all. AlreadyExists where something is there and `replace` is No; a folder is never replaced.
Result<WrittenReport> writeReport(const Workspace& workspace, const RunInfo& run, const std::filesystem::path& path, Replace replace);

}  // namespace tacq
