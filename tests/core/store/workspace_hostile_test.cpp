// A workspace whose database or files someone else wrote to.
#include <chrono>

#include "store_support.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

/// Everything below a folder, by name, with its size: to see that nothing of it changed.
std::map<std::string, std::uint64_t> listing(const fs::path& folder) {
    std::map<std::string, std::uint64_t> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) found[entry.path().string()] = entry.file_size();
    return found;
}

/// As if written that many days ago.
void age(const fs::path& path, int days) {
    const auto when = fs::file_time_type::clock::now() - std::chrono::days(days);
    for (const auto& entry : fs::recursive_directory_iterator(path)) fs::last_write_time(entry.path(), when);
    fs::last_write_time(path, when);
}

}  // namespace

TEST_CASE("rowsWithKeysThatLeadElsewhereAreNamedAndForgottenAndNothingElsewhereIsTouched") {
    const Scratch scratch("doctored");
    const fs::path victim = scratch.path / "victim", folder = scratch.path / "workspace";
    fs::create_directories(victim / "photos");
    fill(victim / "photos" / "one", 100);
    fill(victim / "files.json", 10);
    const auto before = listing(victim);
    {
        const Workspace workspace = valueOf(Workspace::open(folder));
        makeArtifact(workspace, keyOf('a'), "gradient");
    }
    const std::vector<std::string> doctored{"../../victim", victim.string(), "..", "", "a/b", keyOf('b') + ".partial"};
    for (const std::string& key : doctored)
        sql(folder / "workspace.sqlite", ("INSERT INTO artifacts (key, kind, bytes, created, meta) VALUES ('" + key + "', 'gradient', -5, '2000-01-01T00:00:00Z', '{}')").c_str());
    const Workspace workspace = valueOf(Workspace::open(folder));
    REQUIRE(workspace.artifacts().size() == 1);
    CHECK(valueOf(workspace.usage()).artifacts == 1);
    const auto broken = valueOf(workspace.verify({}));
    REQUIRE(broken.size() == doctored.size());
    for (const auto& one : broken) CHECK(std::find(doctored.begin(), doctored.end(), one.key) != doctored.end());
    CHECK(valueOf(workspace.setAsideIfDamaged("../../victim", {})));
    CHECK(valueOf(workspace.verify({})).size() == doctored.size() - 1);
    CHECK(valueOf(workspace.collect(0, {})).artifacts == 1);   // the one that no run names
    CHECK(valueOf(workspace.verify({})).empty());
    CHECK(listing(victim) == before);
}

TEST_CASE("anArtifactThatIsALinkLosesTheLinkOnly") {
    const Scratch scratch("linked");
    const fs::path elsewhere = scratch.path / "elsewhere";
    const Workspace workspace = valueOf(Workspace::open(scratch.path / "workspace"));
    const ArtifactInfo made = makeArtifact(workspace, keyOf('a'), "gradient");
    fs::rename(made.folder, elsewhere);
    fs::create_directory_symlink(elsewhere, made.folder);
    const auto before = listing(elsewhere);
    const auto collected = valueOf(workspace.collect(0, {}));
    CHECK(collected.artifacts == 1);
    CHECK(collected.bytes == 0);
    CHECK_FALSE(fs::exists(fs::symlink_status(made.folder)));
    CHECK(listing(elsewhere) == before);
}

TEST_CASE("aListOfFilesThatNamesOthersIsBrokenAndTheyAreNotRead") {
    const Scratch scratch("manifest");
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    const ArtifactInfo made = makeArtifact(workspace, keyOf('a'), "gradient");
    const std::string good = valueOf(readText(made.folder / "files.json"));
    const auto with = [&](const std::string& what, const std::string& by) {
        std::string text = good;
        text.replace(text.find(what), what.size(), by);
        require(writeTextAtomic(made.folder / "files.json", text));
        const auto broken = valueOf(workspace.verify({}));
        REQUIRE_MESSAGE(broken.size() == 1, by);
        CHECK(broken[0].file == "files.json");
    };
    for (const char* path : {"../../../etc/passwd", "/etc/passwd", "sub/../../x", "", "a//b", "."}) with("\"a.bin\"", "\"" + std::string(path) + "\"");
    for (const char* bytes : {"-1", "18446744073709551615", "1e30", "\"1000\"", "1125899906842625"}) with("1000", bytes);
    with("\"version\": 1", "\"version\": 4294967297");
    require(writeTextAtomic(made.folder / "files.json", good));
    CHECK(valueOf(workspace.verify({})).empty());
}

TEST_CASE("collectKeepsUnfinishedWorkThatIsYoungerThanAsked") {
    const Scratch scratch("young");
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    const fs::path young = valueOf(workspace.partialFolder(keyOf('a'))), old = valueOf(workspace.partialFolder(keyOf('b'))), touched = valueOf(workspace.partialFolder(keyOf('c')));
    for (const fs::path& folder : {young, old, touched}) {
        fs::create_directories(folder / "sub");
        fill(folder / "sub" / "layer-000.safetensors", 10);
    }
    age(old, 40);
    age(touched, 40);
    fill(touched / "sub" / "layer-001.safetensors", 10);   // its folder is 40 days old, its last layer is not
    CHECK(valueOf(workspace.collect(30, {})).bytes == 10);
    CHECK(fs::exists(young / "sub" / "layer-000.safetensors"));
    CHECK(fs::exists(touched / "sub" / "layer-001.safetensors"));
    CHECK_FALSE(fs::exists(old));
    CHECK(valueOf(workspace.collect(0, {})).bytes == 30);
    CHECK_FALSE(fs::exists(young));
}
