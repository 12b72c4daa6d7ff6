#include "pipeline/delivery/base_card.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "scratch.h"
#include "tacq/base/file_io.h"
#include "tacq/checkpoint/hf_folder.h"
#include "test_paths.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;
using Values = std::vector<std::string>;

TEST_CASE("frontMatterGivesScalarsAndLists") {
    const std::string card = "---\r\nlicense: mit # a comment\r\nlanguage:\r\n- en\r\n- \"de\"\r\nlicense_name: 'qwen research'\r\ntags: [ a, \"b\" , c]\r\nempty:\r\nnested:\r\n  license: inner\r\n---\r\nlicense: body\r\n";
    CHECK(frontMatterValues(card, "license") == Values{"mit"});
    CHECK(frontMatterValues(card, "language") == Values{"en", "de"});
    CHECK(frontMatterValues(card, "license_name") == Values{"qwen research"});
    CHECK(frontMatterValues(card, "tags") == Values{"a", "b", "c"});
    CHECK(frontMatterValues(card, "empty").empty());
    CHECK(frontMatterValues(card, "none").empty());
    CHECK(frontMatterValues("license: mit\n", "license").empty());
    CHECK(frontMatterValues("---\nlicense: >\n  long text\n---\n", "license").empty());
    CHECK(frontMatterValues("", "license").empty());
    CHECK(frontMatterValues("---\nlicense", "license").empty());
    CHECK(frontMatterValues("---\nlicense: \"open", "license") == Values{"open"});
}

TEST_CASE("theLicenceOfTheBaseReachesTheCardAndItsReadmeIsNotCopied") {
    const Scratch scratch("base-card");
    const fs::path folder = scratch.folder / "model";
    fs::copy(fs::path(paths::resources()) / "sample" / "stories260K", folder, fs::copy_options::recursive);
    fs::remove(folder / "README.md");
    REQUIRE(writeTextAtomic(folder / "README.md", "---\nlicense: other\nlicense_name: research\nlicense_link: LICENSE\nlanguage: en\n---\n# Base\n").ok());
    const auto model = Checkpoint::open(folder);
    REQUIRE(model.ok());
    CardFacts facts;
    describeBase(model.value(), facts);
    CHECK(facts.licence == "other");
    CHECK(facts.licenceName == "research");
    CHECK(facts.licenceLink == "LICENSE");
    CHECK(facts.languages == Values{"en"});
    const auto copied = model.value().sideFiles();
    CHECK(std::find(copied.begin(), copied.end(), "README.md") == copied.end());
    // A card too large to be one, or none, is no obstacle.
    REQUIRE(writeTextAtomic(folder / "README.md", std::string(5u << 20, 'x')).ok());
    CardFacts none;
    describeBase(Checkpoint::open(folder).value(), none);
    CHECK(none.licence.empty());
}
