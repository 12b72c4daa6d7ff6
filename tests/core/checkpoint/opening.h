#pragma once
#include <doctest/doctest.h>

#include <filesystem>

#include "tacq/checkpoint/checkpoint.h"

namespace test {

/// Why this path does not open.
inline tacq::Error openError(const std::filesystem::path& path) {
    const auto result = tacq::Checkpoint::open(path);
    REQUIRE_FALSE(result.ok());
    return result.error();
}

}  // namespace test
