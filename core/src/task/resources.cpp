#include <cstdlib>
#include <system_error>

#include "tacq/task/task.h"

namespace tacq {

namespace fs = std::filesystem;

std::filesystem::path findResources() {
    if (const char* chosen = std::getenv("TACQ_RESOURCES"); chosen != nullptr && *chosen != '\0') return chosen;
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
    if (!program.empty()) {
        // Installed: bin/tacq beside share/tacq. Built: build/bin/tacq two folders below the source tree.
        for (const char* relative : {"../share/tacq", "../../resources"}) {
            const fs::path candidate = (program.parent_path() / relative).lexically_normal();
            if (fs::is_directory(candidate / "tasks", ignored)) return candidate;
        }
    }
#ifdef TACQ_SOURCE_RESOURCES
    return TACQ_SOURCE_RESOURCES;
#else
    return {};
#endif
}

std::filesystem::path findSample() {
    std::error_code ignored;
    return fs::absolute(findResources() / "sample" / "stories260K", ignored).lexically_normal();
}

}  // namespace tacq
