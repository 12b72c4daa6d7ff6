#pragma once
// The one description of every command. Parsing, help, range checks, the engine's reading of parameters, the command line that history and window
// show, and the engine's quick lane derive from it.
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace tacq {

/// How an option's text becomes a JSON value: `12`, `0.5`, `true`, a text, `[1,2]` (typed as `1,2`), or a list of words by position.
enum class OptionType { Text, Choice, Integer, Real, Flag, Integers, Texts };
/// Required: an option that must be given. By position: in the order of the table, before all options.
enum class OptionPlace { Option, Required, Positional, PositionalList };
/// Where the option stands in --help.
enum class OptionGroup { WhatToDo, Calibration, Grid, Budget, Output, Everywhere };
/// Which values name files. MayExist: a file or folder where there is one, else something else (a task, a run). New: what the command writes.
enum class OptionFile { None, MayExist, New };
/// Quick: answered beside a heavy job that runs. QuickUnless: quick unless the option `heavyWith` is given. None: the engine has no such job.
enum class Lane { Heavy, Quick, QuickUnless, None };

struct IntegerRange {
    std::int64_t least = std::numeric_limits<std::int64_t>::min(), most = std::numeric_limits<std::int64_t>::max();
};
struct RealRange {
    double least = std::numeric_limits<double>::lowest(), most = std::numeric_limits<double>::max();
};

struct OptionSpec {
    std::string key{};                           ///< parameter of runCommand() in lowerCamel, `groupSize`; typed as `--group-size`
    std::string help{};                          ///< what it says, without the default
    OptionType type = OptionType::Text;
    OptionGroup group = OptionGroup::WhatToDo;
    OptionPlace place = OptionPlace::Option;
    std::string fallback{};                      ///< the default as it would be typed; empty: none
    std::string fallbackWords{};                 ///< where the default is no value: `one a core`
    IntegerRange integers{};                     ///< of Integer, and of each of Integers
    RealRange reals{};
    std::vector<std::string> choices{};          ///< of Choice; of Text: those that help names, where another place judges
    OptionFile file = OptionFile::None;
    std::string label{};                         ///< what help calls the value: `MODEL`, `FILE`
    bool mayBeEmpty = false;                   ///< of a required text
    bool later = false;                        ///< known by name, to say that this version has it not (`help` says when); not in help

    bool isPositional() const { return place == OptionPlace::Positional || place == OptionPlace::PositionalList; }
    /// Must a request carry it?
    bool isRequired() const { return place != OptionPlace::Option; }
};

struct CommandSpec {
    std::vector<std::string> words{};            ///< as typed: `task`, `list`
    std::string summary{};
    std::string example{};                       ///< a whole command line that runs on the bundled sample
    std::vector<OptionSpec> options{};           ///< positionals in their order, then by group
    Lane lane = Lane::Heavy;
    std::string heavyWith{};                     ///< key of a flag, for Lane::QuickUnless
    bool later = false;                        ///< known by name, to say that this version has it not; not in help

    /// Its name in requests and history: `task-list`.
    std::string method() const;
    const OptionSpec* find(std::string_view key) const;  ///< null: not one of its own options
};

/// All commands, in the order of --help.
const std::vector<CommandSpec>& commandSpecs();
/// Null: there is no such command.
const CommandSpec* findCommand(std::string_view method);
/// Options that every command takes.
const std::vector<OptionSpec>& globalOptions();
/// One of a command's own options or of the global ones; null: neither.
const OptionSpec* findOption(const CommandSpec& command, std::string_view key);

/// `groupSize` → `--group-size`: how a parameter is called where people type it.
std::string optionName(std::string_view key);
/// Help and default of an option: `calibration samples (default: 128)`.
std::string helpText(const OptionSpec& option);
/// Heading of a group in --help.
std::string_view groupTitle(OptionGroup group);

}  // namespace tacq
