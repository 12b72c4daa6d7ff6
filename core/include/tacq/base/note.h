#pragma once
#include <string>

namespace tacq {

/// Something about an input file that a person should know although the work goes on: what was left aside, or read otherwise than it
/// looks. Shown by `inspect` and said once by every command that opens the input.
struct Note {
    std::string code;   ///< stable kebab-case name, part of the command line's contract, e.g. `head-kept`
    std::string text;   ///< one plain English sentence without trailing stop that names the file, tensor or value it is about
    bool operator==(const Note&) const = default;
};

}  // namespace tacq
