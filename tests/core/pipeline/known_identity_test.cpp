// A model is hashed once in a workspace, and again as soon as any of its files may be another.
#include <fcntl.h>
#include <sys/stat.h>

#include <chrono>
#include <fstream>

#include "pipeline/requests/known_identity.h"
#include "pipeline_support.h"
#include "tacq/base/file_io.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

const std::string kForged(64, 'e');

fs::path onlyRecord(const fs::path& workspace) {
    std::vector<fs::path> records;
    for (const auto& entry : fs::directory_iterator(workspace / "identities")) records.push_back(entry.path());
    REQUIRE(records.size() == 1);
    return records.front();
}

/// Puts another identity into the record: who believes the record says so.
void forge(const fs::path& workspace) {
    const fs::path record = onlyRecord(workspace);
    Json json = parseJson(readText(record).value(), "record").value();
    json["identity"] = kForged;
    REQUIRE(writeTextAtomic(record, dumpJson(json)).ok());
}

struct Fixture {
    Scratch scratch{"known-identity"};
    fs::path workspace = scratch.folder / "workspace", model = scratch.folder / "model", weights = model / "model.safetensors";
    Fixture() {
        fs::create_directory(workspace);
        fs::copy(kSample, model, fs::copy_options::recursive);
    }
    /// As if the files had been there for long.
    std::string known(std::chrono::seconds later = std::chrono::seconds(60)) const {
        const Checkpoint opened = Checkpoint::open(model).value();
        const auto identity = knownIdentity(opened, workspace, std::chrono::system_clock::now() + later);
        REQUIRE(identity.ok());
        return identity.value();
    }
    std::string real() const { return Checkpoint::open(model).value().identity().value(); }
};

}  // namespace

TEST_CASE("anIdentityIsRememberedWhileTheFilesAreTheSame") {
    const Fixture fixture;
    const std::string real = fixture.real();
    CHECK(fixture.known() == real);
    forge(fixture.workspace);
    CHECK(fixture.known() == kForged);   // not hashed again
    // Files that are as young as the clock's steps are not trusted, whatever a record says.
    CHECK(fixture.known(std::chrono::seconds(0)) == real);
    // Nor is a record of something else.
    REQUIRE(writeTextAtomic(onlyRecord(fixture.workspace), "no JSON").ok());
    CHECK(fixture.known() == real);
    CHECK(fixture.known() == real);
    // Without a place for it, nothing is remembered and nothing fails.
    const Checkpoint opened = Checkpoint::open(fixture.model).value();
    CHECK(knownIdentity(opened, fixture.scratch.folder / "nowhere", std::chrono::system_clock::now() + std::chrono::seconds(60)).value() == real);
}

TEST_CASE("anyChangeOfAFileIsSeen") {
    const Fixture fixture;
    const std::string real = fixture.known();
    struct stat before {};
    REQUIRE(::stat(fixture.weights.c_str(), &before) == 0);

    // The same bytes in another file.
    forge(fixture.workspace);
    REQUIRE(writeTextAtomic(fixture.weights, readText(fixture.weights).value()).ok());
    CHECK(fixture.known() == real);

    // Other bytes of the same length, and the times of before: the time of the change itself cannot be set.
    forge(fixture.workspace);
    std::string bytes = readText(fixture.weights).value();
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    { std::ofstream(fixture.weights, std::ios::binary | std::ios::in).write(bytes.data(), static_cast<std::streamsize>(bytes.size())); }
    const timespec times[2] = {before.st_atim, before.st_mtim};
    REQUIRE(::utimensat(AT_FDCWD, fixture.weights.c_str(), times, 0) == 0);
    const std::string changed = fixture.known();
    CHECK(changed == fixture.real());
    CHECK(changed != real);

    // Settings beside the weights.
    forge(fixture.workspace);
    Json config = parseJson(readText(fixture.model / "config.json").value(), "config").value();
    config["rms_norm_eps"] = 1e-4;
    REQUIRE(writeTextAtomic(fixture.model / "config.json", dumpJson(config)).ok());
    CHECK(fixture.known() == fixture.real());
    CHECK(fixture.known() != changed);
}

TEST_CASE("aGgufOfAnyNameIsInItsOwnMark") {
    const CommandRunner tacq("identity-gguf");
    tacq.run("convert", {{"source", kSample}, {"out", tacq.path("made")}, {"format", "gguf"}, {"noVerify", true}});
    const fs::path model = tacq.scratch.folder / "model", workspace = tacq.scratch.folder / "store";
    fs::create_directory(workspace);
    for (const auto& entry : fs::directory_iterator(tacq.path("made")))
        if (entry.path().extension() == ".gguf") {
            fs::copy_file(entry.path(), model);
            fs::copy_file(entry.path(), tacq.scratch.folder / "neighbour.gguf");
        }
    const auto known = [&] { return knownIdentity(Checkpoint::open(model).value(), workspace, std::chrono::system_clock::now() + std::chrono::seconds(60)).value(); };
    const std::string real = known();
    forge(workspace);
    CHECK(known() == kForged);
    REQUIRE(writeTextAtomic(model, readText(model).value()).ok());   // another file, where only the neighbour stayed
    CHECK(known() == real);
}

TEST_CASE("aNameThatMayLeadElsewhereByNowIsNotTrusted") {
    const Fixture fixture;
    const std::string real = fixture.known();
    forge(fixture.workspace);
    CHECK(fixture.known() == kForged);
    const Checkpoint opened = Checkpoint::open(fixture.model).value();
    // The folder was put there after the model had been opened: none of its files tells.
    const auto before = std::chrono::system_clock::now() + std::chrono::seconds(60);
    const timespec later{std::chrono::system_clock::to_time_t(before + std::chrono::seconds(5)), 0}, times[2] = {later, later};
    REQUIRE(::utimensat(AT_FDCWD, fixture.scratch.folder.c_str(), times, 0) == 0);
    CHECK(knownIdentity(opened, fixture.workspace, before).value() == real);
}

TEST_CASE("commandsOfOneWorkspaceHashAModelOnce") {
    const CommandRunner tacq("identity-once");
    const Json text{{"model", kSample}, {"textFile", kStories}, {"window", 32}, {"maxWindows", 1}};
    tacq.run("perplexity", text);
    forge(tacq.environment.workspace);
    CHECK(tacq.run("quantize", tacq.calibrated({{"out", tacq.path("small")}, {"method", "rtn"}})).at("modelIdentity") == kForged);
}
