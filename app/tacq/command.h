#pragma once
#include <functional>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <vector>

namespace tacq::app {

using Json = nlohmann::ordered_json;

/// How an option's text becomes JSON. Ranges are the core's business.
enum class Value { Text, Integer, Real, Flag, Integers, Texts };
enum class Place { Option, Required, Positional, PositionalList };

struct OptionSpec {
    std::string name;  ///< `--group-size`, or a positional's `MODEL`
    std::string key;   ///< parameter of runCommand(): `groupSize`
    Value value = Value::Text;
    std::string help;
    Place place = Place::Option;
};

/// One command: what can be typed, and how its answer is shown to a person.
struct CommandSpec {
    std::vector<std::string> words;  ///< `task`, `list`
    std::string method;              ///< `task-list`
    std::string summary;
    std::string example;             ///< runs on the bundled sample
    std::vector<OptionSpec> options;
    std::function<void(const Json& answer, std::ostream& out)> print;
    bool hidden = false;             ///< known by name only, to say that this version has it not
};

/// What a command line says.
struct Invocation {
    const CommandSpec* command = nullptr;
    Json params = Json::object();  ///< the command's and the global ones
    bool json = false;
    std::string progress = "auto";
};

std::vector<CommandSpec> inspectCommands();
std::vector<CommandSpec> textCommands();
std::vector<CommandSpec> evaluateCommands();
std::vector<CommandSpec> taskCommands();
std::vector<CommandSpec> saliencyCommands();
std::vector<CommandSpec> quantizeCommands();
std::vector<CommandSpec> exportCommands();
std::vector<CommandSpec> runsCommands();
std::vector<CommandSpec> probeCommands();
std::vector<CommandSpec> workspaceCommands();
std::vector<CommandSpec> serveCommands();
/// All of them, in the order of --help.
std::vector<CommandSpec> allCommands();

/// Options that several commands share.
std::vector<OptionSpec> calibrationOptions();
std::vector<OptionSpec> gridOptions(bool bitsRequired);
/// The same where a simulated grid is the default.
std::vector<OptionSpec> otherGridOptions();
std::vector<OptionSpec> budgetOptions();
std::vector<OptionSpec> denseOptions();
std::vector<OptionSpec> windowOptions();
std::vector<OptionSpec> join(std::vector<std::vector<OptionSpec>> parts);

}  // namespace tacq::app
