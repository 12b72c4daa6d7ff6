#include "run.h"

#include <csignal>
#include <cstdlib>
#include <iostream>

#include "interrupt.h"
#include "plain_text.h"
#include "tacq/base/byte_text.h"
#include "tacq/command/command_line.h"
#include "tacq/pipeline/commands.h"
#include "tacq/protocol/serve.h"
#include "terminal.h"

namespace tacq::app {
namespace {

constexpr std::size_t kLongAnswer = 1u << 20;   // bytes

CommandEnvironment environmentOf(const Json& params) {
    CommandEnvironment environment;
    environment.tasks.resources = findResources();
    if (const char* data = std::getenv("TACQ_DATA")) environment.tasks.data = data;
    // `serve` hands no parameters to runCommand(); what it was started with holds for all its jobs.
    environment.workspace = unescapeBytes(params.value("workspace", ""));
    if (params.contains("data")) environment.tasks.data = unescapeBytes(params.at("data").get<std::string>());
    environment.compute.device = params.value("device", environment.compute.device);
    environment.compute.dtype = params.value("dtype", environment.compute.dtype);
    environment.compute.threads = params.value("threads", environment.compute.threads);
    environment.seed = params.value("seed", environment.seed);
    return environment;
}

int finished(std::ostream& out) {
    out.flush();
    return std::cout.good() ? 0 : 1;
}

int runServe(const Invocation& invocation) {
    // A terminal that goes away is a lost connection like any other: the jobs go on.
    std::signal(SIGHUP, SIG_IGN);
    if (const auto checked = checkRequest(invocation.command->method(), invocation.params.dump()); !checked.ok())
        return fail(checked.error(), invocation.json);
    const auto served = serve(std::cin, std::cout, environmentOf(invocation.params));
    return served.ok() ? 0 : fail(served.error(), invocation.json);
}

}  // namespace

int fail(const Error& error, bool json) {
    std::cerr << plainText(formatError(error)) << std::endl;
    if (json) {
        const Json object{{"error", {{"code", std::string(errorName(error.code))}, {"message", error.message}, {"context", error.context}, {"hint", error.hint}}}};
        PlainStream(std::cout) << object.dump(-1, ' ', false, Json::error_handler_t::replace) << std::endl;
    }
    return exitCode(error.code);
}

int run(const Invocation& invocation) {
    const CommandSpec& command = *invocation.command;
    if (command.lane == Lane::None) return runServe(invocation);
    InterruptWatcher interrupts;
    ProgressPrinter printer(chooseStyle(invocation.progress));
    RunContext context;
    context.stop = interrupts.token();
    context.progress = [&printer](const Progress& step) { printer.progress(step); };
    context.log = [&printer](LogLevel level, const std::string& text) { printer.log(level, text); };
    PlainStream out(std::cout);
    CommandEnvironment environment;
    environment.tasks.resources = findResources();
    if (const char* data = std::getenv("TACQ_DATA")) environment.tasks.data = data;
    if (!invocation.json)
        environment.onText = [&printer, &out](const std::string& text, std::optional<double>) {
            printer.clear();
            out << text << std::flush;
        };
    const auto answer = runCommand(command.method(), invocation.params.dump(), environment, context);
    printer.clear();
    interrupts.workIsDone();
    if (!answer.ok()) return fail(answer.error(), invocation.json);
    // Who stopped it too late to stop the work still does not want to see megabytes go by.
    if (context.cancelled() && answer.value().size() > kLongAnswer) return fail(context.checkpoint().error(), invocation.json);
    if (invocation.json) out << answer.value() << '\n';
    else printerOf(command.method())(Json::parse(answer.value()), out);
    return finished(out);
}

}  // namespace tacq::app
