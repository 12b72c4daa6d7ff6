#include "tacq/base/byte_text.h"

#include <doctest/doctest.h>

#include "base/json.h"

using namespace tacq;

TEST_CASE("any bytes pass through a request and come back; ordinary text is not touched") {
    std::string all;
    for (int byte = 1; byte < 256; ++byte) all += static_cast<char>(byte);
    for (const std::string& text : {all, std::string("caf\xE9.txt"), std::string("\xED\xA0\x80"), std::string("\xF4\x8F\xBA\x80"), std::string("\xE2\x82")}) {
        CHECK(unescapeBytes(escapeBytes(text)) == text);
        CHECK(parseJson("\"" + escapeBytes(std::string(text.begin() + (text == all ? 127 : 0), text.end())) + "\"", "t").ok());
    }
    for (const char* text : {"", "plain", "caf\xC3\xA9 \xF0\x9F\x99\x82 \xEE\xBE\x80"}) CHECK(escapeBytes(text) == text);
}
