#include "tacq/base/error.h"

#include <array>

namespace tacq {
namespace {

struct CodeInfo {
    std::string_view name;
    int exitCode;
};

// Indexed by ErrorCode; the static_assert below keeps both in step.
constexpr std::array kCodes{
    CodeInfo{"invalid-argument", 2},   CodeInfo{"invalid-file", 3},      CodeInfo{"not-found", 3},
    CodeInfo{"unsupported-model", 3},  CodeInfo{"unsupported-format", 3}, CodeInfo{"invalid-task", 3},
    CodeInfo{"non-finite", 3},         CodeInfo{"out-of-memory", 4},     CodeInfo{"disk-full", 4},
    CodeInfo{"already-exists", 2},     CodeInfo{"permission-denied", 1}, CodeInfo{"io", 1},
    CodeInfo{"busy", 1},               CodeInfo{"cancelled", 130},       CodeInfo{"engine-lost", 1},
    CodeInfo{"internal", 1},
};
static_assert(kCodes.size() == static_cast<std::size_t>(ErrorCode::Internal) + 1);

}  // namespace

std::string_view errorName(ErrorCode code) { return kCodes.at(static_cast<std::size_t>(code)).name; }

int exitCode(ErrorCode code) { return kCodes.at(static_cast<std::size_t>(code)).exitCode; }

std::string formatError(const Error& error) {
    std::string line = "error[" + std::string(errorName(error.code)) + "]: ";
    if (!error.context.empty()) line += error.context + ": ";
    line += error.message;
    if (!error.hint.empty()) line += "; " + error.hint;
    for (char& c : line)
        if (c == '\n' || c == '\r') c = ' ';
    return line;
}

}  // namespace tacq
