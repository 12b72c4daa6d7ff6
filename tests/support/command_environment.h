#pragma once
#include <filesystem>
#include <string>

#include "tacq/pipeline/commands.h"
#include "test_paths.h"

namespace tacq::test {

inline const std::string kSample = std::string(tacq::paths::resources()) + "/sample/stories260K";

inline CommandEnvironment commandEnvironment(const std::filesystem::path& workspace) {
    CommandEnvironment environment;
    environment.workspace = workspace;
    environment.tasks.resources = tacq::paths::resources();
    environment.compute.dtype = "f32";
    environment.compute.threads = 1;  // keys tell the number of threads, and two spinning ones crawl on a busy machine
    return environment;
}

}  // namespace tacq::test
