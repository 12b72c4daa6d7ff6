#include "base/base64.h"

#include <doctest/doctest.h>

#include <string>

using tacq::decodeBase64;

TEST_CASE("base64 is decoded as RFC 4648 spells it") {
    CHECK(decodeBase64("") == "");
    CHECK(decodeBase64("Zg==") == "f");
    CHECK(decodeBase64("Zm8=") == "fo");
    CHECK(decodeBase64("Zm9v") == "foo");
    CHECK(decodeBase64("Zm9vYg==") == "foob");
    CHECK(decodeBase64("Zm9vYmE=") == "fooba");
    CHECK(decodeBase64("Zm9vYmFy") == "foobar");
    CHECK(decodeBase64("AP/+/w==") == std::string("\0\xff\xfe\xff", 4));
}

TEST_CASE("what is no base64 is nothing") {
    for (const char* text : {"Z", "Zg", "Zg=", "Zg===", "=", "====", "Z===", "Zm=v", "Zm9v====", "Zm9v\n", " Zm9", "Zm9v Zm9v", "Zm9\n", "Zm-_", "Zm9\xff"}) {
        CAPTURE(text);
        CHECK_FALSE(decodeBase64(text).has_value());
    }
}
