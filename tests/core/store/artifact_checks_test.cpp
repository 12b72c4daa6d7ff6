#include "tacq/store/artifact_checks.h"

#include <random>

#include "store_support.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;
using Depth = ArtifactChecks::Depth;

TEST_CASE("aDamagedFileIsNamedAndAWholeArtifactIsHashedOnce") {
    const Scratch scratch("checks");
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    const KeyLock lock = valueOf(workspace.lock(keyOf('a'), {}));
    const fs::path folder = valueOf(workspace.partialFolder(keyOf('a')));
    fill(folder / "gradient.safetensors", 3'000'000);
    const ArtifactInfo made = valueOf(workspace.publish(keyOf('a'), "gradient", "{}"));
    const fs::path file = made.folder / "gradient.safetensors";
    ArtifactChecks checks;
    require(checks.check(made, Depth::Hashes, {}));
    // What was hashed and looks the same is not read again: a cancelled context has nothing to cancel.
    std::stop_source stop;
    stop.request_stop();
    RunContext cancelled;
    cancelled.stop = stop.get_token();
    require(checks.check(made, Depth::Hashes, cancelled));
    CHECK(ArtifactChecks().check(made, Depth::Hashes, cancelled).error().code == ErrorCode::Cancelled);

    std::fstream(file, std::ios::in | std::ios::out | std::ios::binary).seekp(2'000'000).put('y');
    const auto damaged = checks.check(made, Depth::Hashes, {});
    REQUIRE_FALSE(damaged.ok());
    CHECK(damaged.error().code == ErrorCode::InvalidFile);
    CHECK(damaged.error().context == file.string());
    CHECK(damaged.error().message.find("gradient artifact aaaaaaaaaaaa") != std::string::npos);
    CHECK(damaged.error().hint.find("workspace verify") != std::string::npos);
    CHECK(checks.check(made, Depth::Sizes, {}).ok());   // big files by size alone
    fs::resize_file(file, 2'999'999);
    CHECK(checks.check(made, Depth::Sizes, {}).error().message.find("size") != std::string::npos);
    fs::remove(file);
    CHECK(checks.check(made, Depth::Sizes, {}).error().message.find("missing") != std::string::npos);
    fs::create_directory(file);
    CHECK_FALSE(checks.check(made, Depth::Sizes, {}).ok());
}

TEST_CASE("smallFilesAreComparedAtEitherDepth") {
    const Scratch scratch("checks-small");
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    const ArtifactInfo made = makeArtifact(workspace, keyOf('a'), "saliency", R"({"layer":1})");
    ArtifactChecks checks;
    require(checks.check(made, Depth::Sizes, {}));
    require(writeTextAtomic(made.folder / "meta.json", R"({"layer":2})"));
    CHECK(checks.check(made, Depth::Sizes, {}).error().context.find("meta.json") != std::string::npos);
}

TEST_CASE("noMutantOfAnArtifactPassesForIt") {
    const Scratch scratch("mutants");
    const Workspace workspace = valueOf(Workspace::open(scratch.path));
    const ArtifactInfo made = makeArtifact(workspace, keyOf('a'), "gradient", R"({"samples":3,"tokens":512})");
    std::map<std::string, std::string> whole;
    for (const char* name : {"a.bin", "sub/b.bin", "meta.json", "files.json"}) whole[name] = valueOf(readText(made.folder / name));
    std::mt19937 random(29);
    int refused = 0, passed = 0;
    for (int i = 0; i < 600; ++i) {
        auto one = whole.begin();
        std::advance(one, random() % whole.size());
        std::string mutant = one->second;
        switch (random() % 4) {
            case 0: mutant[random() % mutant.size()] ^= static_cast<char>(1 << random() % 8); break;
            case 1: mutant.resize(random() % mutant.size()); break;
            case 2: mutant += static_cast<char>(random()); break;
            default: mutant.erase(random() % mutant.size(), 1 + random() % 20);
        }
        if (mutant == one->second) continue;   // a byte among equal ones
        require(writeTextAtomic(made.folder / one->first, mutant));
        const auto checked = ArtifactChecks().check(made, Depth::Hashes, {});
        if (!checked.ok()) {
            ++refused;
            CHECK_MESSAGE((checked.error().code == ErrorCode::InvalidFile || checked.error().code == ErrorCode::UnsupportedFormat), formatError(checked.error()));
            CHECK_FALSE(checked.error().context.empty());
        } else {
            ++passed;
            // Blanks, the time of making or a name in the list: what it says of the files is the same.
            CHECK(one->first == "files.json");
        }
        require(writeTextAtomic(made.folder / one->first, one->second));
    }
    CHECK(refused > 400);
    CHECK(passed < 100);
    require(ArtifactChecks().check(made, Depth::Hashes, {}));
}
