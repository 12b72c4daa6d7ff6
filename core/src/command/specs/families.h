#pragma once
// Private to the core: the table of commands, one family a file, and the options that several commands share.
#include <string>
#include <vector>

#include "tacq/command/command_spec.h"

namespace tacq::specs {

std::vector<CommandSpec> lookCommands();      ///< inspect, tokenize, logits, generate
std::vector<CommandSpec> measureCommands();   ///< perplexity, compare, evaluate
std::vector<CommandSpec> taskCommands();
std::vector<CommandSpec> circuitCommands();   ///< saliency, budget, circuit …
std::vector<CommandSpec> quantizeCommands();
std::vector<CommandSpec> exportCommands();    ///< export, convert, report
std::vector<CommandSpec> runsCommands();
std::vector<CommandSpec> machineCommands();   ///< probe, workspace …, serve

std::vector<OptionSpec> globals();

OptionSpec model(const std::string& help = "model folder or file");
OptionSpec taskOption();
OptionSpec output(const std::string& label = "OUT", const std::string& help = "folder to make");
OptionSpec saliencyArtifact(const std::string& key, const std::string& label, const std::string& help);
OptionSpec method(const std::string& help, OptionPlace place);
OptionSpec format(OptionPlace place);  ///< of export and quantize
OptionSpec outliers(const std::string& help);
OptionSpec recipe(const std::string& help);
OptionSpec force();
OptionSpec noVerify();

std::vector<OptionSpec> calibration(std::int64_t samples);
std::vector<OptionSpec> grid();
/// The same where a simulated grid is the default.
std::vector<OptionSpec> otherGrid();
std::vector<OptionSpec> budget();
std::vector<OptionSpec> dense();
std::vector<OptionSpec> windows();

template <typename... Parts>
std::vector<OptionSpec> join(Parts... parts) {
    std::vector<OptionSpec> all;
    const auto add = [&all](const std::vector<OptionSpec>& part) { all.insert(all.end(), part.begin(), part.end()); };
    (add(parts), ...);
    return all;
}

}  // namespace tacq::specs
