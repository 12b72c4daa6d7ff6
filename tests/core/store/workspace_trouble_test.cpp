#include <sys/resource.h>

#include <csignal>

#include "store_support.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

constexpr int codeOf(ErrorCode code) { return 100 + static_cast<int>(code); }

/// Fails as soon as more than `bytes` go into one file: what a full disk looks like, without a disk to fill.
void limitFileSize(rlim_t bytes) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

}  // namespace

TEST_CASE("damagedDatabasesAreRefusedWithANextStep") {
    for (const int kind : {0, 1, 2}) {
        const Scratch scratch("damaged" + std::to_string(kind));
        const fs::path file = scratch.path / "workspace.sqlite";
        if (kind == 0) fill(file, 5000, '#');
        else {
            const Workspace workspace = valueOf(Workspace::open(scratch.path));
            makeArtifact(workspace, keyOf('a'), "gradient");
            RunInfo run;
            for (int i = 0; i < 300; ++i) REQUIRE(workspace.beginRun(run).ok());
        }
        if (kind == 1) fs::resize_file(file, fs::file_size(file) / 2);
        if (kind == 2) {
            std::fstream damaged(file, std::ios::in | std::ios::out | std::ios::binary);
            damaged.seekp(4096);
            damaged << std::string(12'000, '\xa5');
        }
        const auto opened = Workspace::open(scratch.path);
        REQUIRE(!opened.ok());
        CHECK(opened.error().code == ErrorCode::InvalidFile);
        CHECK(opened.error().hint.find("rename workspace.sqlite") != std::string::npos);
        // The hint holds: artifacts are there again.
        for (const char* name : {"workspace.sqlite", "workspace.sqlite-wal", "workspace.sqlite-shm"}) fs::remove(scratch.path / name);
        const Workspace again = valueOf(Workspace::open(scratch.path));
        CHECK(again.artifacts().size() == (kind == 0 ? 0 : 1));
    }
}

TEST_CASE("foreignAndNewerDatabasesAreRefused") {
    const Scratch scratch("foreign");
    sql(scratch.path / "workspace.sqlite", "CREATE TABLE theirs (x)");
    CHECK(Workspace::open(scratch.path).error().code == ErrorCode::InvalidFile);
    fs::remove(scratch.path / "workspace.sqlite");
    sql(scratch.path / "workspace.sqlite", "CREATE TABLE theirs (x); PRAGMA user_version = 1");
    CHECK(Workspace::open(scratch.path).error().code == ErrorCode::InvalidFile);
    const Scratch newer("newer");
    CHECK(Workspace::open(newer.path).ok());
    sql(newer.path / "workspace.sqlite", "PRAGMA user_version = -1");
    CHECK(Workspace::open(newer.path).error().code == ErrorCode::InvalidFile);
    CHECK(Workspace::open(newer.path).error().hint.find("rename workspace.sqlite") != std::string::npos);
    sql(newer.path / "workspace.sqlite", "PRAGMA user_version = 3");
    const auto opened = Workspace::open(newer.path);
    CHECK(opened.error().code == ErrorCode::UnsupportedFormat);
    CHECK(opened.error().message.find("newer version") != std::string::npos);
}

TEST_CASE("placesThatCannotBeWrittenArePermissionDenied") {
    const Scratch scratch("readonly");
    { const Workspace workspace = valueOf(Workspace::open(scratch.path / "used")); }
    const auto tryAll = [&]() -> int {
        fs::permissions(scratch.path / "used", fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec);
        fs::permissions(scratch.path, fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec);
        // Root may write anywhere: become nobody for the trial.
        if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) return 77;
        for (const fs::path& folder : {scratch.path / "used", scratch.path / "new"}) {
            const auto opened = Workspace::open(folder);
            if (opened.ok()) return 1;
            if (opened.error().code != ErrorCode::PermissionDenied) return codeOf(opened.error().code);
        }
        return 0;
    };
    const int code = inChild(tryAll);
    fs::permissions(scratch.path, fs::perms::owner_all);
    fs::permissions(scratch.path / "used", fs::perms::owner_all);
    if (code == 77) MESSAGE("skipped: cannot drop root's rights here");
    else CHECK(code == 0);
    fill(scratch.path / "file", 1);
    CHECK(!Workspace::open(scratch.path / "file").ok());
    CHECK(!Workspace::open(scratch.path / "file" / "below").ok());
}

TEST_CASE("aRowThatCannotBeRemovedIsNotSaidToBeGone") {
    const Scratch scratch("full-removal");
    { const Workspace workspace = valueOf(Workspace::open(scratch.path)); }
    sql(scratch.path / "workspace.sqlite", "INSERT INTO artifacts (key, kind, bytes, created, meta) VALUES ('../no key', 'gradient', 1, '2026', '{}')");
    const int code = inChild([&]() -> int {
        const auto workspace = Workspace::open(scratch.path);
        if (!workspace.ok()) return 1;
        limitFileSize(0);
        const auto moved = workspace.value().setAsideIfDamaged("../no key", {});
        return moved.ok() ? 2 : codeOf(moved.error().code);
    });
    // Which of the two depends on the errno that is left when SQLite has rolled back.
    CHECK((code == codeOf(ErrorCode::DiskFull) || code == codeOf(ErrorCode::Io)));
    CHECK(valueOf(valueOf(Workspace::open(scratch.path)).verify({})).size() == 1);
}

TEST_CASE("aFullDiskLosesNothing") {
    const Scratch scratch("full");
    { makeArtifact(valueOf(Workspace::open(scratch.path)), keyOf('a'), "gradient"); }
    // Every limit from "nothing fits" to "all fits": the answer is DiskFull or success, never damage.
    int full = 0, fine = 0;
    for (rlim_t limit = 0; limit < 150'000; limit += limit < 3000 ? 100 : 5000) {
        const int code = inChild([&]() -> int {
            limitFileSize(limit);
            const auto opened = Workspace::open(scratch.path);
            if (!opened.ok()) return codeOf(opened.error().code);
            const auto lock = opened.value().lock(keyOf('b'), {});
            if (!lock.ok()) return codeOf(lock.error().code);
            const auto folder = opened.value().partialFolder(keyOf('b'));
            if (!folder.ok()) return codeOf(folder.error().code);
            if (const auto written = writeTextAtomic(folder.value() / "a.bin", std::string(2000, 'q')); !written.ok()) return codeOf(written.error().code);
            const auto made = opened.value().publish(keyOf('b'), "gradient", "{}");
            return made.ok() ? 0 : codeOf(made.error().code);
        });
        CHECK_MESSAGE((code == 0 || code == codeOf(ErrorCode::DiskFull)), "limit " << limit << " gave " << code);
        (code == 0 ? fine : full) += 1;
        const Workspace workspace = valueOf(Workspace::open(scratch.path));  // never open across a fork: SQLite forbids it
        CHECK(valueOf(workspace.find(keyOf('a'))));
        REQUIRE(valueOf(workspace.verify({})).empty());
    }
    CHECK(full > 10);
    CHECK(fine > 10);
    const Workspace again = valueOf(Workspace::open(scratch.path));
    CHECK(valueOf(again.find(keyOf('b'))));
}
