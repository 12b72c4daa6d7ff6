// How the program's OpenMP threads wait: said by the OpenMP library itself, when it starts.
#include <cstdlib>

#include "command_support.h"

using namespace tacq::test;

namespace {

/// The line that libgomp prints of its spin limit; empty where LibTorch uses another OpenMP library.
std::string spinLimit(const std::vector<std::string>& arguments, std::map<std::string, std::string> environment, const std::string& input = "") {
    for (const char* own : {"OMP_WAIT_POLICY", "GOMP_SPINCOUNT"}) ::unsetenv(own);
    environment["OMP_DISPLAY_ENV"] = "VERBOSE";
    How how;
    how.environment = std::move(environment);
    how.input = input;
    const Ran ran = runTacq(arguments, how);
    CHECK(ran.code == 0);
    const auto at = ran.err.find("GOMP_SPINCOUNT");
    return at == std::string::npos ? "" : ran.err.substr(at, ran.err.find('\n', at) - at);
}

}  // namespace

TEST_CASE("threadsThatWaitSpinBrieflyHoweverTheEngineStarts") {
    for (const std::string& limit : {spinLimit({"inspect", kSample}, {}), spinLimit({"serve"}, {}, R"({"id":1,"method":"hello"})" "\n")}) {
        if (limit.empty()) continue;
        CHECK(limit == "GOMP_SPINCOUNT = '1000'");
    }
}

TEST_CASE("aUsersOwnWaitingPolicyIsKept") {
    const std::string counted = spinLimit({"inspect", kSample}, {{"GOMP_SPINCOUNT", "4711"}}), active = spinLimit({"inspect", kSample}, {{"OMP_WAIT_POLICY", "active"}});
    if (counted.empty()) return;
    CHECK(counted == "GOMP_SPINCOUNT = '4711'");
    CHECK(active == "GOMP_SPINCOUNT = '30000000000'");  // what libgomp makes of it
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
