#pragma once
#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "test_paths.h"

namespace tacq::test {

using Json = nlohmann::ordered_json;

/// How the program left and what it said.
struct Ran {
    int code = -1;    ///< exit code; −1 if a signal ended it
    int signal = 0;
    std::string out, err;
    Json json() const { return Json::parse(out, nullptr, false); }
    std::string errorCode() const;  ///< of the JSON error on standard output
};

struct How {
    std::uint64_t fileSizeLimit = 0;    ///< RLIMIT_FSIZE, as a full disk
    bool asNobody = false;              ///< drop root's rights, which no permission stops
    std::map<std::string, std::string> environment;
    /// Looks at each line of standard error as it comes; a signal number is sent to the program, 0 goes on.
    std::function<int(const std::string& line)> watch;
    std::string input;                  ///< standard input
};

/// Runs the program and waits.
Ran runTacq(const std::vector<std::string>& arguments, const How& how = {});

/// A folder that goes away with the test.
struct Scratch {
    std::filesystem::path folder;
    Scratch();
    ~Scratch();
    std::string path(const std::string& name) const { return (folder / name).string(); }
};

/// Every file below, by relative path, with its content.
std::map<std::string, std::string> contents(const std::filesystem::path& folder);

inline const std::string kSample = std::string(tacq::paths::resources()) + "/sample/stories260K";

}  // namespace tacq::test
