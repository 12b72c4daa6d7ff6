#include "tacq/protocol/serve.h"

#include <string>

#include "protocol/engine.h"

namespace tacq {

Result<void> serve(std::istream& in, std::ostream& out, const CommandEnvironment& environment) {
    Engine engine(environment, out);
    for (std::string line; std::getline(in, line);) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        if (!engine.answer(line)) return {};
    }
    engine.finish();
    return {};
}

}  // namespace tacq
