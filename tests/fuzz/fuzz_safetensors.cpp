#include <cstdint>
#include <cstdlib>
#include <span>

#include "tacq/checkpoint/safetensors.h"

// Whatever is accepted must lie inside the file, without gap or overlap.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto header = tacq::SafetensorsHeader::parse(std::as_bytes(std::span(data, size)), size, "fuzz");
    if (!header.ok()) return 0;
    std::uint64_t end = 0;
    for (const auto& entry : header.value().entries) {
        if (end != 0 && entry.offset != end) std::abort();
        end = entry.offset + entry.bytes;
        if (end > size) std::abort();
    }
    return 0;
}
