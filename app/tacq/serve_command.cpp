#include "command.h"

namespace tacq::app {

std::vector<CommandSpec> serveCommands() {
    return {{{"serve"}, "serve", "the engine process: JSON lines on standard input and output", "echo '{\"id\":1,\"method\":\"hello\"}' | tacq serve", {}, {}, false}};
}

}  // namespace tacq::app
