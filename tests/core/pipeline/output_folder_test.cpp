#include <doctest/doctest.h>

#include <filesystem>

#include "pipeline/delivery/output_folder.h"
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
        auto out = OutputFolder::prepare(scratch.folder / "new" / "out", kKey, false, {}, {});
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
    CHECK(OutputFolder::prepare(scratch.folder / "out", kKey, false, {}, {}).value().done());
    const auto other = OutputFolder::prepare(scratch.folder / "out", kOtherKey, false, {}, {});
    REQUIRE_FALSE(other.ok());
    CHECK(other.error().code == ErrorCode::AlreadyExists);
    fs::create_directories(scratch.folder / "empty");
    CHECK_FALSE(OutputFolder::prepare(scratch.folder / "empty", kKey, false, {}, {}).ok());
}

TEST_CASE("forceKeepsTheOldContentUntilTheNewOneIsInPlace") {
    const Scratch scratch("out");
    fill(scratch.folder / "out", kOtherKey);
    {
        auto out = OutputFolder::prepare(scratch.folder / "out", kKey, true, {}, {});
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
    const auto out = OutputFolder::prepare(scratch.folder / "model", kKey, true, {scratch.folder / "model" / "model.safetensors"}, {});
    REQUIRE_FALSE(out.ok());
    CHECK(out.error().code == ErrorCode::InvalidArgument);
    CHECK_FALSE(OutputFolder::prepare(scratch.folder, kKey, true, {scratch.folder / "model"}, {}).ok());
}

TEST_CASE("whatAKilledRunStagedIsClearedByTheNextOne") {
    const Scratch scratch("out");
    const fs::path left = scratch.folder / (".out.tacq-" + kKey.substr(0, 12)) / "packed";
    fs::create_directories(left);
    {
        auto out = OutputFolder::prepare(scratch.folder / "out", kKey, false, {}, {});
        REQUIRE(out.ok());
        CHECK_FALSE(fs::exists(left));
    }
    CHECK(entries(scratch.folder) == 0);
}

TEST_CASE("twoWritersOfTheSameOutputDoNotShareAStagingFolder") {
    const Scratch scratch("out");
    {
        auto first = OutputFolder::prepare(scratch.folder / "out", kKey, false, {}, {});
        REQUIRE(first.ok());
        const auto staged = first.value().stage("x").value();
        fill(staged, kKey);
        const auto second = OutputFolder::prepare(scratch.folder / "out", kKey, false, {}, {});
        REQUIRE_FALSE(second.ok());
        CHECK(second.error().code == ErrorCode::Busy);
        CHECK(fs::exists(staged / kProvenanceName));  // the first one's work is untouched
        REQUIRE(first.value().publish(staged).ok());
        CHECK(OutputFolder::prepare(scratch.folder / "out", kKey, false, {}, {}).value().done());
    }
    CHECK(entries(scratch.folder) == 1);
}

TEST_CASE("a result that lost a file is not taken for the result, and says which") {
    const Scratch scratch("out");
    const fs::path out = scratch.folder / "out";
    fs::create_directories(out);
    REQUIRE(writeTextAtomic(out / "model.safetensors", "weights").ok());
    REQUIRE(writeTextAtomic(out / kProvenanceName, "{\"outputKey\":\"" + kKey + "\",\"files\":[{\"path\":\"model.safetensors\",\"bytes\":7}]}").ok());
    CHECK(OutputFolder::prepare(out, kKey, false, {}, {}).value().done());
    for (const char* content : {"weights and more", ""}) {
        REQUIRE(writeTextAtomic(out / "model.safetensors", content).ok());
        const auto refused = OutputFolder::prepare(out, kKey, false, {}, {});
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().code == ErrorCode::AlreadyExists);
        CHECK(refused.error().message.find("model.safetensors") != std::string::npos);
    }
    fs::remove(out / "model.safetensors");
    CHECK_FALSE(OutputFolder::prepare(out, kKey, false, {}, {}).ok());
    CHECK_FALSE(OutputFolder::prepare(out, kKey, true, {}, {}).value().done());
}

TEST_CASE("the workspace's own folder is no output folder, and what a command reads is not written over") {
    const Scratch scratch("out");
    const fs::path artifacts = scratch.folder / "ws" / "artifacts", task = scratch.folder / "proj" / "train.jsonl";
    fs::create_directories(artifacts);
    fs::create_directories(task.parent_path());
    REQUIRE(writeTextAtomic(task, "{}").ok());
    for (const fs::path& out : {artifacts, artifacts / "new" / "one"}) CHECK_FALSE(OutputFolder::prepare(out, kKey, true, {}, artifacts).ok());
    CHECK(OutputFolder::prepare(scratch.folder / "ws" / "out", kKey, true, {}, artifacts).ok());
    CHECK_FALSE(OutputFolder::prepare(task.parent_path(), kKey, true, {task}, artifacts).ok());
    CHECK(fs::exists(task));
}
