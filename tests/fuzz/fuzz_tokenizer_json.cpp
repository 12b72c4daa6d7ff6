// tokenizer.json from anywhere: parsed, then used on a text that meets every step, and back.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tacq/tokenizer/tokenizer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto tokenizer = tacq::Tokenizer::fromJson(text, size % 2 == 0 ? text : std::string_view());
    if (!tokenizer.ok()) return 0;
    for (const std::string_view sample : {std::string_view("Hello  w\xC3\xB6rld's 123\r\n <s>ab</s> \xE2\x96\x81x"), std::string_view("")}) {
        const auto ids = tokenizer.value().encode(sample);
        if (ids.ok()) (void)tokenizer.value().decode(ids.value());
    }
    return 0;
}
