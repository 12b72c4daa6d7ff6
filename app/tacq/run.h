#pragma once
#include "command.h"
#include "tacq/base/result.h"

namespace tacq::app {

/// Runs what the command line asked for, prints the answer, returns the exit code.
int run(const Invocation& invocation);
/// The contract's error: one line on stderr, and with `json` an object on stdout. Returns the exit code.
int fail(const Error& error, bool json);

}  // namespace tacq::app
