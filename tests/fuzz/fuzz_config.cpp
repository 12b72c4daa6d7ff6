#include <cstdint>
#include <cstdlib>
#include <string>

#include "tacq/checkpoint/model_config.h"

// What is accepted must survive being written and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto config = tacq::parseModelConfig(std::string(reinterpret_cast<const char*>(data), size), "fuzz");
    if (!config.ok()) return 0;
    const std::string written = tacq::writeModelConfig(config.value());
    const auto again = tacq::parseModelConfig(written, "fuzz");
    if (!again.ok() || tacq::writeModelConfig(again.value()) != written) std::abort();
    return 0;
}
