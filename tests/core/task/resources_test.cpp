#include <doctest/doctest.h>

#include <cstdlib>

#include "tacq/task/task.h"

TEST_CASE("TACQ_RESOURCES decides where the resources lie") {
    ::setenv("TACQ_RESOURCES", "/some/where", 1);
    CHECK(tacq::findResources() == "/some/where");
    ::unsetenv("TACQ_RESOURCES");
    CHECK(std::filesystem::is_directory(tacq::findResources() / "tasks"));
}
