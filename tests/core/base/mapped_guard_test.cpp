// A program of its own: the first case must be the first that installs a handler.
#include <doctest/doctest.h>

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <csetjmp>
#include <fstream>
#include <numeric>
#include <thread>

#include "base/mapped_guard.h"
#include "scratch.h"
#include "tacq/base/file_io.h"
#include "tacq/base/parallel.h"
#include "tacq/base/run_context.h"

using namespace tacq;
namespace fs = std::filesystem;

namespace {

const test::Scratch& scratch() {
    static const test::Scratch folder("mapped-guard");
    return folder;
}

fs::path madeFile(const std::string& name, std::size_t bytes) {
    const fs::path path = scratch().folder / name;
    std::ofstream(path, std::ios::binary) << std::string(bytes, 'x');
    return path;
}

std::size_t sum(std::span<const std::byte> bytes) {
    return std::accumulate(bytes.begin(), bytes.end(), std::size_t{0}, [](std::size_t all, std::byte b) { return all + static_cast<std::size_t>(b); });
}

sigjmp_buf back;
std::atomic<int> theirs{0};
void theirHandler(int) {
    ++theirs;
    siglongjmp(back, 1);
}

bool names(const Result<void>& result, const fs::path& path) {
    REQUIRE_FALSE(result.ok());
    CHECK(exitCode(result.error().code) == 3);
    CHECK(result.error().message.find("I/O error") != std::string::npos);
    return result.error().context == path.string();
}

}  // namespace

TEST_CASE("a bus error outside our maps goes to the handler that was there before") {
    struct sigaction mine {};
    mine.sa_handler = theirHandler;
    ::sigaction(SIGBUS, &mine, nullptr);
    const auto ours = MappedFile::open(madeFile("ours", 9000));
    REQUIRE(ours.ok());

    const fs::path path = madeFile("foreign", 4096);
    const int fd = ::open(path.c_str(), O_RDONLY);
    void* map = ::mmap(nullptr, 8192, PROT_READ, MAP_PRIVATE, fd, 0);
    ::close(fd);
    REQUIRE(map != MAP_FAILED);
    volatile char seen = 0;
    if (sigsetjmp(back, 1) == 0) seen = static_cast<const volatile char*>(map)[5000];
    CHECK(seen == 0);
    CHECK(theirs == 1);
    CHECK(checkMappedFiles(Sizes::Ask).ok());
    ::munmap(map, 8192);
}

TEST_CASE("a file cut off while it is read gives zeros and an error that names it, in that file only") {
    const fs::path path = madeFile("cut", 200'000), other = madeFile("other", 200'000);
    {
        const auto file = MappedFile::open(path), whole = MappedFile::open(other);
        REQUIRE(file.ok());
        fs::resize_file(path, 0);
        // Several readers at once, as a matrix product has them.
        std::vector<std::jthread> readers;
        std::atomic<std::size_t> total{0};
        for (int i = 0; i < 4; ++i) readers.emplace_back([&] { total += sum(file.value().bytes()); });
        readers.clear();
        CHECK(total < 4 * 200'000 * static_cast<std::size_t>('x'));
        CHECK(names(checkMapped(file.value().bytes().subspan(100'000, 10)), path));
        CHECK(checkMapped(whole.value().bytes()).ok());
        CHECK(sum(whole.value().bytes()) == 200'000 * static_cast<std::size_t>('x'));
        CHECK(names(checkMappedFiles(Sizes::Trust), path));
        CHECK(names(RunContext{}.checkpoint(), path));
    }
    CHECK(checkMappedFiles(Sizes::Ask).ok());
    CHECK(RunContext{}.checkpoint().ok());
}

TEST_CASE("a file that shrank within its last page is found by its size, and remembered after it was unmapped") {
    const fs::path path = madeFile("shorter", 10'000);
    const std::size_t before = lostFileCount();
    {
        const auto file = MappedFile::open(path);
        REQUIRE(file.ok());
        CHECK(checkMapped(file.value().bytes()).ok());
        fs::resize_file(path, 9'990);
        CHECK(lostSince(before).ok());   // nobody looked yet
    }
    CHECK(names(lostSince(before), path));
    CHECK(lostSince(lostFileCount()).ok());
}

TEST_CASE("a file that was replaced under its name, or removed, keeps what was mapped") {
    const fs::path path = madeFile("replaced", 10'000);
    const auto file = MappedFile::open(path);
    REQUIRE(file.ok());
    fs::rename(madeFile("new", 10), path);
    CHECK(checkMapped(file.value().bytes()).ok());
    fs::remove(path);
    CHECK(checkMapped(file.value().bytes()).ok());
    CHECK(sum(file.value().bytes()) == 10'000 * static_cast<std::size_t>('x'));
}

TEST_CASE("pipes, devices and folders are no input files, and no wait either") {
    const fs::path pipe = scratch().folder / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    for (const fs::path& path : {pipe, fs::path("/dev/zero"), fs::path("/dev/tty"), scratch().folder}) {
        const auto file = MappedFile::open(path);
        REQUIRE_FALSE(file.ok());
        INFO(formatError(file.error()));
        CHECK(exitCode(file.error().code) == 3);
        CHECK(file.error().context == path.string());
        CHECK_FALSE(file.error().hint.empty());
    }
    CHECK(MappedFile::open(pipe).error().message.find("a pipe") != std::string::npos);
}

TEST_CASE("what one job lost is no error of another's, while it is mapped and after, also in the threads of a pool") {
    const fs::path path = madeFile("of another", 10'000), own = madeFile("own", 10'000);
    const std::size_t before = lostFileCount();
    const auto theirs = MappedJob::next();
    auto file = [&] {
        const MappedJob job(theirs);
        return MappedFile::open(path);
    }();
    REQUIRE(file.ok());
    fs::resize_file(path, 100);
    {
        const MappedJob job;
        CHECK(checkMappedFiles(Sizes::Ask).ok());
        CHECK(names(checkMappedFilesOf(theirs, Sizes::Ask), path));
        CHECK(RunContext{}.checkpoint().ok());
        std::atomic<int> refused{0};
        parallelFor(64, 1, [&](std::size_t begin, std::size_t end) { refused += RunContext{}.checkpoint().ok() ? 0 : static_cast<int>(end - begin); });
        CHECK(refused == 0);
        CHECK(names(checkMapped(file.value().bytes()), path));   // who reads it hears of it
        file.value() = MappedFile();
        CHECK(lostSince(before).ok());
        const MappedJob nested;   // a command within a command is the same job
        {
            const auto mine = MappedFile::open(own);
            REQUIRE(mine.ok());
            fs::resize_file(own, 100);
        }
        CHECK(names(lostSince(before), own));
    }
    CHECK(names(lostSince(before), path));   // threads of no job hear of everything
    const MappedJob again(theirs);
    CHECK(names(lostSince(before), path));
}
