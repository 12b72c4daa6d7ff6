// make_big_workspace FOLDER: the 8B-geometry workspace that bench_ui measures on; prints where its parts lie.
#include <cstdio>

#include "big_workspace.h"

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: make_big_workspace FOLDER\n");
        return 2;
    }
    tacq::RunContext context;
    context.progress = [](const tacq::Progress& step) {
        std::fprintf(stderr, "%s %llu of %llu\n", std::string(stageName(step.stage)).c_str(), static_cast<unsigned long long>(step.done), static_cast<unsigned long long>(step.total));
    };
    const auto made = tacq::test::makeBigWorkspace(argv[1], context);
    if (!made.ok()) {
        std::fprintf(stderr, "%s\n", tacq::formatError(made.error()).c_str());
        return 1;
    }
    std::printf("model     %s\nworkspace %s\nartifact  %s\n", made.value().model.c_str(), made.value().workspace.c_str(), made.value().artifact.c_str());
    return 0;
}
