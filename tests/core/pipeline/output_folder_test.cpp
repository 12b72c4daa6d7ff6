#include <doctest/doctest.h>

#include <filesystem>

#include "pipeline/output_folder.h"
#include "scratch.h"
#include "tacq/base/file_io.h"

using namespace tacq;
using tacq::test::Scratch;
namespace fs = std::filesystem;

namespace {

const std::string kKey(64, 'a'), kOtherKey(64, 'b');

void fill(const fs::path& folder, const std::string& key) {
    fs::create_directories(folder);
    REQUIRE(writeTextAtomic(folder / kProvenanceName, "{\"outputKey\":\"" + key + "\"}").ok());
}

std::size_t entries(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("publishesAStagedFolderByRename") {
    const Scratch scratch("out");
    {
        auto out = OutputFolder::prepare(scratch.folder / "new" / "out", kKey, false, {});
        REQUIRE(out.ok());
        CHECK_FALSE(out.value().done());
        const auto staged = out.value().stage("x").value();
        fill(staged, kKey);
        CHECK_FALSE(fs::exists(scratch.folder / "new" / "out"));
        REQUIRE(out.value().publish(staged).ok());
    }
    CHECK(fs::exists(scratch.folder / "new" / "out" / kProvenanceName));
    CHECK(entries(scratch.folder / "new") == 1);  // nothing else is left behind
}

TEST_CASE("theSameResultIsDoneAndAnythingElseIsInTheWay") {
    const Scratch scratch("out");
    fill(scratch.folder / "out", kKey);
    CHECK(OutputFolder::prepare(scratch.folder / "out", kKey, false, {}).value().done());
    const auto other = OutputFolder::prepare(scratch.folder / "out", kOtherKey, false, {});
    REQUIRE_FALSE(other.ok());
    CHECK(other.error().code == ErrorCode::AlreadyExists);
    fs::create_directories(scratch.folder / "empty");
    CHECK_FALSE(OutputFolder::prepare(scratch.folder / "empty", kKey, false, {}).ok());
}

TEST_CASE("forceKeepsTheOldContentUntilTheNewOneIsInPlace") {
    const Scratch scratch("out");
    fill(scratch.folder / "out", kOtherKey);
    {
        auto out = OutputFolder::prepare(scratch.folder / "out", kKey, true, {});
        REQUIRE(out.ok());
        const auto staged = out.value().stage("x").value();
        fill(staged, kKey);
        CHECK(readProvenance(scratch.folder / "out").value().at("outputKey") == kOtherKey);
        REQUIRE(out.value().publish(staged).ok());
    }
    CHECK(readProvenance(scratch.folder / "out").value().at("outputKey") == kKey);
    CHECK(entries(scratch.folder) == 1);
}

TEST_CASE("forceNeverReplacesTheModelItself") {
    const Scratch scratch("out");
    fill(scratch.folder / "model", kOtherKey);
    const auto out = OutputFolder::prepare(scratch.folder / "model", kKey, true, {scratch.folder / "model" / "model.safetensors"});
    REQUIRE_FALSE(out.ok());
    CHECK(out.error().code == ErrorCode::InvalidArgument);
    CHECK_FALSE(OutputFolder::prepare(scratch.folder, kKey, true, {scratch.folder / "model"}).ok());
}

TEST_CASE("whatAKilledRunStagedIsClearedByTheNextOne") {
    const Scratch scratch("out");
    const fs::path left = scratch.folder / (".out.tacq-" + kKey.substr(0, 12)) / "packed";
    fs::create_directories(left);
    {
        auto out = OutputFolder::prepare(scratch.folder / "out", kKey, false, {});
        REQUIRE(out.ok());
        CHECK_FALSE(fs::exists(left));
    }
    CHECK(entries(scratch.folder) == 0);
}

TEST_CASE("twoWritersOfTheSameOutputDoNotShareAStagingFolder") {
    const Scratch scratch("out");
    {
        auto first = OutputFolder::prepare(scratch.folder / "out", kKey, false, {});
        REQUIRE(first.ok());
        const auto staged = first.value().stage("x").value();
        fill(staged, kKey);
        const auto second = OutputFolder::prepare(scratch.folder / "out", kKey, false, {});
        REQUIRE_FALSE(second.ok());
        CHECK(second.error().code == ErrorCode::Busy);
        CHECK(fs::exists(staged / kProvenanceName));  // the first one's work is untouched
        REQUIRE(first.value().publish(staged).ok());
        CHECK(OutputFolder::prepare(scratch.folder / "out", kKey, false, {}).value().done());
    }
    CHECK(entries(scratch.folder) == 1);
}
