#include "plain_text.h"

#include <doctest/doctest.h>

#include <random>
#include <sstream>

using namespace tacq::app;

TEST_CASE("whatATerminalObeysComesOutSpelt") {
    CHECK(plainText("plain – Größe 中文 \xF0\x9F\x99\x82") == "plain – Größe 中文 \xF0\x9F\x99\x82");
    CHECK(plainText("\x1b]0;title\x07") == "\\u001b]0;title\\u0007");
    CHECK(plainText("\xC2\x9B" "31m") == "\\u009b31m");                    // CSI as one character
    CHECK(plainText("\x9b" "31m") == "\\x9b31m");                          // and as one byte
    CHECK(plainText("a\xE2\x80\xAE" "b") == "a\\u202eb");                  // writes from right to left from here on
    CHECK(plainText(std::string_view("a\0b\x7f\r", 5)) == "a\\u0000b\\u007f\\u000d");
    CHECK(plainText("one\ntwo\tthree") == "one\\ntwo\\tthree");
    CHECK(plainText("one\ntwo\tthree", Lines::Keep) == "one\ntwo\tthree");
    CHECK(plainText("\xC0\x9B \xE0\x80\x9B \xED\xA0\x80 \xF4\x90\x80\x80 \xC3") == "\\xc0\\x9b \\xe0\\x80\\x9b \\xed\\xa0\\x80 \\xf4\\x90\\x80\\x80 \\xc3");
}

TEST_CASE("aStreamSpellsTheSameHoweverItsTextIsCut") {
    const std::string text = "Größe \x1b[2J 中\xC2\x9B文 \xF0\x9F\x99\x82\n\xff";
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
        std::ostringstream out;
        {
            PlainStream plain(out);
            plain << text.substr(0, cut) << std::flush;
            for (const char c : text.substr(cut)) plain.put(c);
        }
        CHECK(out.str() == plainText(text, Lines::Keep));
    }
}

TEST_CASE("noBytesMakeATerminalDoAnything") {
    std::mt19937 random(37);
    for (int i = 0; i < 2000; ++i) {
        std::string bytes(random() % 40, '\0');
        for (char& c : bytes) c = static_cast<char>(random() % 3 == 0 ? random() % 0xA0 : random());
        const std::string plain = plainText(bytes);
        for (std::size_t at = 0; at < plain.size(); ++at) {
            const auto c = static_cast<unsigned char>(plain[at]);
            REQUIRE(c >= 0x20);
            REQUIRE(c != 0x7f);
            if (c == 0xC2) REQUIRE(static_cast<unsigned char>(plain[at + 1]) >= 0xA0);
        }
        REQUIRE(plainText(plain) == plain);
    }
}
