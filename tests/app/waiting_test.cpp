// How the program's OpenMP threads wait: said by the OpenMP library itself, when it starts.
#include <array>
#include <cstdio>
#include <cstdlib>

#include "command_support.h"

using namespace tacq::test;

namespace {

/// Whether the program computes with libgomp. With LibTorch built on another OpenMP library there is nothing to ask, and the cases are skipped, which doctest counts and says.
bool usesLibgomp() {
    FILE* pipe = ::popen("ldd '" TACQ_PROGRAM "' 2>/dev/null", "r");
    if (pipe == nullptr) return true;
    std::string libraries;
    std::array<char, 4096> buffer{};
    for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) libraries.append(buffer.data(), n);
    return ::pclose(pipe) != 0 || libraries.find("libgomp") != std::string::npos;
}

const bool kLibgomp = usesLibgomp();

/// The line that libgomp prints of its spin limit.
std::string spinLimit(const std::vector<std::string>& arguments, std::map<std::string, std::string> environment, const std::string& input = "") {
    for (const char* own : {"OMP_WAIT_POLICY", "GOMP_SPINCOUNT"}) ::unsetenv(own);
    environment["OMP_DISPLAY_ENV"] = "VERBOSE";
    How how;
    how.environment = std::move(environment);
    how.input = input;
    const Ran ran = runTacq(arguments, how);
    CHECK(ran.code == 0);
    const auto at = ran.err.find("GOMP_SPINCOUNT");
    REQUIRE_MESSAGE(at != std::string::npos, "libgomp says nothing of its spin limit: " << ran.err.substr(0, 400));
    return ran.err.substr(at, ran.err.find('\n', at) - at);
}

}  // namespace

TEST_CASE("threadsThatWaitSpinBrieflyHoweverTheEngineStarts" * doctest::skip(!kLibgomp)) {
    CHECK(spinLimit({"inspect", kSample}, {}) == "GOMP_SPINCOUNT = '1000'");
    CHECK(spinLimit({"serve"}, {}, R"({"id":1,"method":"hello"})" "\n") == "GOMP_SPINCOUNT = '1000'");
}

TEST_CASE("aUsersOwnWaitingPolicyIsKept" * doctest::skip(!kLibgomp)) {
    CHECK(spinLimit({"inspect", kSample}, {{"GOMP_SPINCOUNT", "4711"}}) == "GOMP_SPINCOUNT = '4711'");
    CHECK(spinLimit({"inspect", kSample}, {{"OMP_WAIT_POLICY", "active"}}) == "GOMP_SPINCOUNT = '30000000000'");  // what libgomp makes of it
}

TEST_CASE("argumentsInputAndEnvironmentSurviveTheSecondStart") {
    How how;
    how.environment = {{"TACQ_WORKSPACE", scratch().path("a workspace")}};
    how.input = R"({"id":1,"method":"hello"})" "\n";
    const Ran ran = runTacq({"serve"}, how);
    CHECK(ran.code == 0);
    CHECK(ran.out.find("a workspace") != std::string::npos);
    const Json ids = answer({"tokenize", kSample, "--text", "two  blanks, 'quotes' and \xc3\xa9"});
    CHECK(ids.at("ids").size() > 5);
}
