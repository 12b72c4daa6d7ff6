#pragma once
#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include "tacq/base/file_io.h"
#include "tacq/store/workspace.h"

namespace tacq::test {

/// A folder of its own that goes with the test.
struct Scratch {
    /// In memory where possible: these tests fsync thousands of times, and a kill loses nothing that the kernel has.
    static std::filesystem::path base() {
        return ::access("/dev/shm", W_OK) == 0 ? "/dev/shm" : std::filesystem::temp_directory_path();
    }
    std::filesystem::path path;
    explicit Scratch(const std::string& name)
        : path(base() / ("tacq-store-" + std::to_string(::getpid()) + "-" + name)) {
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
    }
    ~Scratch() {
        std::error_code ec;
        std::filesystem::remove_all(path, ec);
    }
};

inline std::string keyOf(char digit) { return std::string(64, digit); }

template <typename T>
T valueOf(Result<T> result) {
    REQUIRE_MESSAGE(result.ok(), formatError(result.error()));
    return std::move(result).value();
}

inline void require(const Result<void>& result) { REQUIRE_MESSAGE(result.ok(), formatError(result.error())); }

inline void fill(const std::filesystem::path& file, std::size_t bytes, char with = 'x') {
    std::ofstream(file, std::ios::binary) << std::string(bytes, with);
}

/// What another program may do to a workspace's database.
inline void sql(const std::filesystem::path& file, const char* text) {
    sqlite3* handle = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &handle) == SQLITE_OK);
    const int done = sqlite3_exec(handle, text, nullptr, nullptr, nullptr);
    CHECK_MESSAGE(done == SQLITE_OK, sqlite3_errmsg(handle));
    sqlite3_close(handle);
}

/// Runs body in a child, whose limits and user may be changed at will; its return value is the exit code.
inline int inChild(const std::function<int()>& body) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(body());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/// Makes and publishes an artifact of two files.
inline ArtifactInfo makeArtifact(const Workspace& workspace, const std::string& key, const std::string& kind, const std::string& meta = "{}") {
    const KeyLock lock = valueOf(workspace.lock(key, {}));
    const auto folder = valueOf(workspace.partialFolder(key));
    fill(folder / "a.bin", 1000);
    std::filesystem::create_directories(folder / "sub");
    fill(folder / "sub" / "b.bin", 500, 'y');
    return valueOf(workspace.publish(key, kind, meta));
}

}  // namespace tacq::test
