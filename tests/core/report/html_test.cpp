#include "report/html.h"

#include <limits>

#include "html_reader.h"

using namespace tacq::report;

TEST_CASE("escapedTextCannotLeaveItsPlace") {
    CHECK(escaped("<script>alert(\"x\" & 'y')</script>") == "&lt;script&gt;alert(&quot;x&quot; &amp; &#39;y&#39;)&lt;/script&gt;");
    CHECK(escaped("Grüße, 世界") == "Grüße, 世界");
    CHECK(escaped(std::string("a\0b\x1b[0m\x7f", 8)) == "a\xEF\xBF\xBD" "b\xEF\xBF\xBD[0m\xEF\xBF\xBD");
    CHECK(escaped("bad \xff\xc3 utf-8 \xed\xa0\x80") == "bad \xEF\xBF\xBD\xEF\xBF\xBD utf-8 \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(escaped("line\n\ttab") == "line\n\ttab");
}

TEST_CASE("figuresCarryTheirExactValue") {
    CHECK(figure(2.5) == "<data value=\"2.5\">2.5</data>");
    CHECK(figure(1.0 / 3) == "<data value=\"0.3333333333333333\" title=\"0.3333333333333333\">0.3333</data>");
    CHECK(count(1234567) == "<data value=\"1234567\" title=\"1234567\">1,234,567</data>");
    CHECK(count(0) == "<data value=\"0\">0</data>");
    CHECK(count(999) == "<data value=\"999\">999</data>");
    CHECK(bytes(1234567) == "<data value=\"1234567\" title=\"1,234,567 bytes\">1.23 MB</data>");
    CHECK(bytes(999'499).find("999.5 kB") != std::string::npos);
    CHECK(bytes(12) == "<data value=\"12\" title=\"12 bytes\">12 bytes</data>");
    CHECK(percent(0.0035).find(">0.35 %<") != std::string::npos);
    CHECK(duration(3723).find(">1 h 2 min<") != std::string::npos);
    CHECK(duration(59.7).find(">1 min 0 s<") != std::string::npos);
    CHECK(figure(std::numeric_limits<double>::quiet_NaN()) == "–");
}

TEST_CASE("theReaderSeesWhatIsNotWellFormed") {
    const auto problems = [](const std::string& body) { return tacq::test::HtmlReader("<!DOCTYPE html>\n" + body).problems.size(); };
    CHECK(problems("<p>fine &amp; good <br>x</p>") == 0);
    CHECK(problems("<p>a & b</p>") == 1);
    CHECK(problems("<p><b>x</p></b>") > 0);
    CHECK(problems("<p>") == 1);
    CHECK(problems("<p class=x>y</p>") > 0);
    CHECK(problems("<p onclick=\"x\">y</p>") == 1);
    CHECK(problems("<script>1</script>") == 1);
}
