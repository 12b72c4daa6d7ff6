#include <algorithm>
#include <system_error>

#include "tacq/base/file_io.h"
#include "tacq/base/hash.h"
#include "tacq/exporting/export.h"

namespace tacq {

namespace fs = std::filesystem;

Result<std::vector<ExportedFile>> listFiles(const fs::path& folder, const RunContext& context) {
    std::vector<ExportedFile> files;
    std::error_code failed;
    for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        if (!at->is_regular_file(failed)) continue;
        files.push_back({at->path().lexically_relative(folder).generic_string(), at->file_size(failed), {}});
    }
    if (failed) return systemError(failed.value(), "cannot list the folder", folder.string());
    std::sort(files.begin(), files.end(), [](const ExportedFile& a, const ExportedFile& b) { return a.path < b.path; });
    for (ExportedFile& file : files) {
        TACQ_CHECK(context.checkpoint());
        TACQ_TRY(file.sha256, sha256File(folder / file.path));
    }
    return files;
}

}  // namespace tacq
