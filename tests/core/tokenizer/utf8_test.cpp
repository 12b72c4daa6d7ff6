#include <doctest/doctest.h>

#include <string>

#include "tacq/base/utf8.h"

using namespace tacq;

TEST_CASE("every code point survives append and next, and the surrogates are refused") {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        std::string text;
        utf8::append(text, c);
        if (c >= 0xD800 && c <= 0xDFFF) {
            REQUIRE(utf8::firstInvalid(text) == 0);
            continue;
        }
        REQUIRE(utf8::firstInvalid(text) == std::string::npos);
        std::size_t position = 0;
        REQUIRE(utf8::next(text, position) == c);
        REQUIRE(position == text.size());
        REQUIRE(utf8::before(text, position) == 0);
    }
}

TEST_CASE("broken UTF-8 is found at its first byte") {
    CHECK(utf8::firstInvalid("ab\x80") == 2);
    CHECK(utf8::firstInvalid("a\xC0\xAF") == 1);          // overlong
    CHECK(utf8::firstInvalid("\xF4\x90\x80\x80") == 0);   // above U+10FFFF
    CHECK(utf8::firstInvalid("\xE2\x82") == 0);           // cut short
}
