#include <csignal>
#include <cstring>
#include <iostream>

#include "command.h"
#include "parse.h"
#include "run.h"

namespace {

/// Asked for anywhere: an error of parsing must still come as JSON.
bool wantsJson(int argc, char** argv) {
    for (int i = 1; i < argc; ++i)
        if (std::strcmp(argv[i], "--json") == 0) return true;
    return false;
}

}  // namespace

int main(int argc, char** argv) {
    // A reader that goes away, or a limit on file size, is an error of write(), not the end of the process.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    const auto parsed = tacq::app::parseCommandLine(argc, argv);
    if (!parsed.ok()) return tacq::app::fail(parsed.error(), wantsJson(argc, argv));
    if (!parsed.value().text.empty()) {
        std::cout << parsed.value().text;
        return 0;
    }
    return tacq::app::run(parsed.value().invocation);
}
