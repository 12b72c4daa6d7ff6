#pragma once
#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "tacq/checkpoint/checkpoint.h"
#include "test_paths.h"

namespace tacq::test {

/// The bundled sample, opened.
inline std::shared_ptr<const Checkpoint> sampleCheckpoint() {
    auto opened = Checkpoint::open(std::string(tacq::paths::resources()) + "/sample/stories260K");
    REQUIRE(opened.ok());
    return std::make_shared<Checkpoint>(std::move(opened).value());
}

}  // namespace tacq::test
