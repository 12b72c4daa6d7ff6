#pragma once
#include <unistd.h>

#include <filesystem>
#include <string>

namespace tacq::test {

/// A folder of this process under the system's temporary one: empty at first, gone at the end.
struct Scratch {
    explicit Scratch(const std::string& name)
        : folder(std::filesystem::temp_directory_path() / ("tacq-" + name + "-" + std::to_string(::getpid()))) {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
        std::filesystem::create_directories(folder);
    }
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    std::filesystem::path folder;
};

}  // namespace tacq::test
