#include <doctest/doctest.h>

#include <sstream>

#include "protocol/job_queue.h"

using namespace tacq;

TEST_CASE("aResultGoesOutAsItCame") {
    std::ostringstream out;
    LineWriter writer(out);
    {
        // Neither read nor written anew on its way, which for a result of megabytes is seconds: it would lose its blanks.
        JobQueue queue({}, writer, [](const JobRequest& request, const CommandEnvironment&, const RunContext&) -> Result<std::string> {
            if (request.method == "fails") return Error{ErrorCode::NotFound, "no such thing", "here", "look elsewhere"};
            return std::string("{ \"figure\" : 1.50 }");
        });
        JobRequest good, bad;
        good.id = "a \"job\"", good.method = "works";
        bad.id = 7, bad.method = "fails";
        queue.submit(std::move(good));
        queue.submit(std::move(bad));
        queue.drain();
    }
    const std::string text = out.str();
    CHECK(text.find("{\"id\":\"a \\\"job\\\"\",\"result\":{ \"figure\" : 1.50 }}\n") != std::string::npos);
    CHECK(text.find("{\"id\":7,\"error\":{\"code\":\"not-found\",") != std::string::npos);
    // Every line is whole JSON.
    std::istringstream lines(text);
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) CHECK(parseJson(line, "line").ok());
    CHECK(count == 6);   // queued, started and end of each
}
