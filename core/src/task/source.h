#pragma once
#include <string>
#include <vector>

#include "task/items.h"

namespace tacq {

/// One split of one task, rendered but not tokenized.
struct TaskSource {
    std::string name, licence, separator = "\n\n";
    bool plainText = false;
    std::string text;             ///< plain text
    std::vector<TaskItem> items;  ///< records
    Packing packing = Packing::Auto;
    std::int64_t windowOffset = 0, windowStride = 1;
    std::vector<std::string> notes;

    /// The text as one piece: items joined by the separator.
    std::string joined() const;
};

enum class Examples { Include, LeaveOut };  ///< worked examples in front of every item

/// A text, JSON or table file of the user's (task_file.h; with NAME.task.json beside it), or a name of `listTasks`. A file that is there goes first.
/// Cancelled once `stop` asks for it.
Result<TaskSource> loadSource(const std::string& task, const std::string& split, const TaskEnvironment& environment, const Tokenizer& tokenizer,
                              std::uint64_t seed, Examples examples = Examples::Include, const std::stop_token& stop = {});

}  // namespace tacq
