#pragma once
// Commands with --json in a workspace of the test program's own.
#include <doctest/doctest.h>

#include <algorithm>

#include "tacq_process.h"

namespace tacq::test {

/// One workspace for the whole program, as a user has one.
inline Scratch& scratch() {
    static Scratch folder;
    return folder;
}

inline std::vector<std::string> words(std::vector<std::string> arguments) {
    std::vector<std::string> all{"--workspace", scratch().path("workspace"), "--json", "--progress", "none", "--dtype", "f32", "--threads", "1"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return all;
}

inline Json answer(const std::vector<std::string>& arguments) {
    const Ran ran = runTacq(words(arguments));
    INFO(ran.err);
    REQUIRE(ran.code == 0);
    const Json object = ran.json();
    REQUIRE(object.is_object());
    CHECK(std::count(ran.out.begin(), ran.out.end(), '\n') == 1);
    for (const char* field : {"command", "seconds", "peakRssBytes"}) {
        CAPTURE(field);
        CHECK(object.contains(field));
    }
    return object;
}

inline void has(const Json& object, std::initializer_list<const char*> fields) {
    for (const char* field : fields) {
        CAPTURE(field);
        CHECK(object.contains(field));
    }
}

inline void refused(const std::vector<std::string>& arguments, int code, const std::string& error, const std::string& about = "") {
    const Ran ran = runTacq(words(arguments));
    CAPTURE(arguments);
    INFO(ran.err);
    CHECK(ran.code == code);
    CHECK(ran.errorCode() == error);
    CHECK(ran.err.find("error[" + error + "]: ") != std::string::npos);
    CHECK(ran.err.find(about) != std::string::npos);
    has(ran.json().at("error"), {"code", "message", "context", "hint"});
}

inline std::vector<std::string> quantizeWords(const std::string& out, std::vector<std::string> more = {}) {
    std::vector<std::string> all{"quantize", kSample, out, "--task", "tinystories", "--samples", "4", "--tokens", "64", "--bits", "3"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace tacq::test
