#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tacq {

/// The commands that leave an entry in the history. RunInfo::command holds the name, which may also be one of another version.
enum class RunKind : std::uint8_t { Quantize, Saliency, CircuitScore, Perplexity, Compare, Evaluate, Export, Convert };

std::string_view runKindName(RunKind kind);                    ///< `circuit-score`: the command's name
std::optional<RunKind> runKindNamed(std::string_view name);    ///< nothing: a command of another version
std::span<const RunKind> allRunKinds();

/// Which member of a run's result names the saliency artifact behind it: its own (`artifact`) where making one is what the run does, else the one it
/// used; `saliencyArtifact` for commands of other versions.
std::string_view saliencyMember(std::string_view command);
/// Is a saliency what such a run makes?
bool makesSaliency(std::string_view command);

}  // namespace tacq
