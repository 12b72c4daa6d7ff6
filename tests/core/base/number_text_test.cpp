#include <doctest/doctest.h>

#include <clocale>
#include <limits>

#include "tacq/base/number_text.h"

using namespace tacq;

TEST_CASE("numbersReadTheSameInEveryLocale") {
    // Qt's programs set the user's; where this machine has none that writes a comma, the C locale does.
    const char* const set = std::setlocale(LC_ALL, "de_DE.UTF-8");
    CAPTURE(set);
    CHECK(significantText(0.00123456) == "0.001235");
    CHECK(significantText(1.5e9) == "1.5e+09");
    CHECK(significantText(3.0, 6) == "3");
    CHECK(fixedText(3.2, 2) == "3.20");
    CHECK(fixedText(std::numeric_limits<double>::max(), 0).size() == 309);
    CHECK(exactText(0.1) == "0.10000000000000001");
    CHECK(exactText(0.01) == "0.01");
    std::setlocale(LC_ALL, "C");
}

TEST_CASE("sizesAreRoundedIntoTheirUnit") {
    CHECK(bytesText(0) == "0 bytes");
    CHECK(bytesText(9'999) == "9,999 bytes");
    CHECK(bytesText(10'000) == "10.0 kB");
    CHECK(bytesText(999'499) == "999.5 kB");
    CHECK(bytesText(999'500) == "1.00 MB");
    CHECK(bytesText(999'499'999) == "999.50 MB");
    CHECK(bytesText(999'500'000) == "1.00 GB");
    CHECK(bytesText(3'214'000'000) == "3.21 GB");
    CHECK(bytesText(std::numeric_limits<std::uint64_t>::max()) == "18446744073.71 GB");
    CHECK(groupedText(1'234'567) == "1,234,567");
    CHECK(groupedText(123) == "123");
}
