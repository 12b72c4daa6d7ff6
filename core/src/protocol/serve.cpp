#include "tacq/protocol/serve.h"

#include <optional>
#include <string>
#include <system_error>

#include "protocol/engine.h"

namespace tacq {
namespace {

/// A line without its end. What is longer than any request is cut there and the rest passed over: the engine refuses it, and it takes no more memory.
bool readLine(std::istream& in, std::string& line) {
    line.clear();
    constexpr auto kEnd = std::istream::traits_type::eof();
    for (auto c = in.rdbuf()->sbumpc(); c != '\n'; c = in.rdbuf()->sbumpc()) {
        if (c == kEnd) return !line.empty();
        if (line.size() <= Engine::kLongestRequest) line += static_cast<char>(c);
    }
    return true;
}

}  // namespace

Result<void> serve(std::istream& in, std::ostream& out, const CommandEnvironment& environment) {
    std::optional<Engine> engine;
    try {
        engine.emplace(environment, out);
    } catch (const std::system_error& failure) {
        return Error{ErrorCode::Busy, std::string("the engine's threads cannot be started: ") + failure.what(), "", "end other programs, or raise the limit on processes (ulimit -u)"};
    }
    for (std::string line; readLine(in, line);) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        if (!engine->answer(line)) return {};
    }
    engine->finish();
    return {};
}

}  // namespace tacq
