#pragma once
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tacq/task/task.h"
#include "test_paths.h"

namespace tacq::test {

namespace fs = std::filesystem;

/// A folder that goes away with the test.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("tacq-task-" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    std::string write(const std::string& name, const std::string& text) const {
        fs::create_directories((path / name).parent_path());
        std::ofstream(path / name, std::ios::binary) << text;
        return (path / name).string();
    }
};

inline TaskEnvironment environment(const fs::path& data = {}) { return {tacq::paths::resources(), data}; }

inline const Tokenizer& sampleTokenizer() {
    static const Tokenizer tokenizer = [] {
        auto opened = Tokenizer::open(fs::path(tacq::paths::resources()) / "sample" / "stories260K");
        if (!opened.ok()) FAIL(formatError(opened.error()));
        return std::move(opened).value();
    }();
    return tokenizer;
}

inline Calibration calibrate(const std::string& task, const SampleOptions& options = {}, const fs::path& data = {}, std::int64_t context = 0) {
    auto made = makeCalibration(task, options, environment(data), sampleTokenizer(), context);
    if (!made.ok()) FAIL(formatError(made.error()));
    return std::move(made).value();
}

inline Error failure(const std::string& task, const SampleOptions& options = {}, const fs::path& data = {}) {
    const auto made = makeCalibration(task, options, environment(data), sampleTokenizer(), 0);
    REQUIRE_FALSE(made.ok());
    return made.error();
}

inline SampleOptions sampling(std::int64_t samples, std::int64_t tokens, Packing packing = Packing::Auto) {
    SampleOptions options;
    options.samples = samples;
    options.tokens = tokens;
    options.packing = packing;
    return options;
}

}  // namespace tacq::test
