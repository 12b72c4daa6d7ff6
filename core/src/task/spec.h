#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "tacq/task/task.h"

namespace tacq {

/// Where one split's data lies and which part of it is used (resources/tasks/README.md).
struct SplitSpec {
    std::vector<std::string> files;  ///< under --data; the first that exists
    std::string bundled;             ///< under resources/tasks, when none of `files` exists
    double from = 0, to = 1;         ///< part of the rows, or of the text's lines by bytes
    std::int64_t windowOffset = 0, windowStride = 1;  ///< which windows of Packing::Joined
};

/// `{name}` stands for a field, `{{` and `}}` for braces.
struct PromptTemplate {
    std::string prompt, completion;
    bool empty() const { return prompt.empty() && completion.empty(); }
};

/// Worked examples in front of every item.
struct FewShot {
    PromptTemplate pattern;
    std::vector<Json> examples;
    bool shuffle = false;  ///< a new order for every item
};

/// A field made from another one: what follows the last `after` in it, trimmed.
struct DerivedField {
    std::string name, from, after;
};

/// A task specification: a file of resources/tasks, or one made for a user's file.
struct TaskSpec {
    std::string name, displayName, description, licence, metric = "perplexity", kind = "records";
    std::int64_t order = 100;
    bool listed = true;
    std::map<std::string, SplitSpec> splits;
    PromptTemplate pattern;
    std::string separator = "\n\n";
    std::optional<FewShot> fewShot;
    std::vector<DerivedField> derived;
    Packing packing = Packing::Auto;
};

/// Reads a specification; `spec` holds the defaults it overrides. InvalidTask names the member that is wrong.
Result<void> readSpec(const std::string& text, const std::string& context, TaskSpec& spec);
/// All specifications of resources/tasks by `order`, then name.
Result<std::vector<TaskSpec>> readAllSpecs(const TaskEnvironment& environment);
/// The file that serves this split on this machine; empty: none.
std::filesystem::path splitFile(const SplitSpec& split, const TaskEnvironment& environment, bool* bundled = nullptr);

}  // namespace tacq
