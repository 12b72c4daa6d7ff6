#include "tacq_process.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

namespace tacq::test {

namespace fs = std::filesystem;

namespace {

std::string readAll(int fd, const std::function<void(const std::string&)>& onLine) {
    std::string all, line;
    std::array<char, 4096> buffer{};
    for (ssize_t got; (got = ::read(fd, buffer.data(), buffer.size())) > 0;) {
        all.append(buffer.data(), static_cast<std::size_t>(got));
        if (!onLine) continue;
        for (ssize_t i = 0; i < got; ++i) {
            const char c = buffer[static_cast<std::size_t>(i)];
            if (c == '\n') onLine(std::exchange(line, {}));
            else line += c;
        }
    }
    ::close(fd);
    return all;
}

[[noreturn]] void become(const std::vector<std::string>& arguments, const How& how, int in, int out, int err) {
    ::dup2(in, 0);
    ::dup2(out, 1);
    ::dup2(err, 2);
    for (const auto& [name, value] : how.environment) ::setenv(name.c_str(), value.c_str(), 1);
    if (how.fileSizeLimit > 0) {
        const rlimit limit{how.fileSizeLimit, how.fileSizeLimit};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    if (how.asNobody && ::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(126);
    std::vector<char*> argv{const_cast<char*>(TACQ_PROGRAM)};
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    ::execv(TACQ_PROGRAM, argv.data());
    ::_exit(127);
}

}  // namespace

std::string Ran::errorCode() const {
    const Json object = json();
    return object.is_object() && object.contains("error") ? object.at("error").value("code", "") : "";
}

Ran runTacq(const std::vector<std::string>& arguments, const How& how) {
    int in[2], out[2], err[2];
    if (::pipe2(in, O_CLOEXEC) != 0 || ::pipe2(out, O_CLOEXEC) != 0 || ::pipe2(err, O_CLOEXEC) != 0) return {};
    const pid_t child = ::fork();
    if (child == 0) become(arguments, how, in[0], out[1], err[1]);
    ::close(in[0]);
    ::close(out[1]);
    ::close(err[1]);
    Ran ran;
    std::thread readOut([&] { ran.out = readAll(out[0], {}); });
    std::thread readErr([&] {
        ran.err = readAll(err[0], [&](const std::string& line) {
            if (const int signal = how.watch ? how.watch(line) : 0) ::kill(child, signal);
        });
    });
    if (!how.input.empty() && ::write(in[1], how.input.data(), how.input.size()) < 0) ran.err += "input not taken";
    ::close(in[1]);
    int status = 0;
    ::waitpid(child, &status, 0);
    readOut.join();
    readErr.join();
    if (WIFEXITED(status)) ran.code = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) ran.signal = WTERMSIG(status);
    return ran;
}

Scratch::Scratch() {
    static std::atomic<int> count{0};
    folder = fs::temp_directory_path() / ("tacq-app-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
    fs::create_directories(folder);
    fs::permissions(folder, fs::perms::all);
}

Scratch::~Scratch() {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
}

std::map<std::string, std::string> contents(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ostringstream text;
        text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        files[entry.path().lexically_relative(folder).generic_string()] = text.str();
    }
    return files;
}

}  // namespace tacq::test
