#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/tokenizer/tokenizer.h"

namespace tacq {

/// One calibration item before tokenization. Loss is on all of `text`; [lossBegin, lossEnd) marks the answer, for display and for the
/// answer-only switch (bytes).
struct TaskItem {
    std::string text;
    std::size_t lossBegin = 0, lossEnd = 0;
    std::string origin;  ///< `file:line`
};

/// How item texts become token sequences (TASKS.md).
enum class Packing {
    Auto,      ///< plain text: Windows; items: Items
    Windows,   ///< random windows of exactly `tokens` ids of the concatenated text
    Items,     ///< one item per sequence, own length, whole, while the running count stays within samples × tokens
    Joined,    ///< items in file order joined by a blank line, tokenized as one text, cut into windows from the start
};

struct SampleOptions {
    std::int64_t samples = 128;
    std::int64_t tokens = 2048;
    std::uint64_t seed = 0;
    Packing packing = Packing::Auto;
    std::string split = "calibration";  ///< `calibration` or `evaluation`
    bool answerOnly = false;            ///< loss on the item's answer only (fills Calibration::lossMask); needs one item per sequence
};

/// Token sequences ready for the model: the one thing gradients, Hessians and evaluation consume. Rows may differ in length.
struct Calibration {
    std::vector<std::vector<std::int32_t>> rows;
    std::vector<std::string> texts;                        ///< rendered text per row (empty for token files)
    std::vector<std::vector<std::uint8_t>> lossMask;       ///< per row and token: 1 = this token's prediction is in the loss; empty = all
    std::int64_t tokenCount = 0, truncated = 0, duplicates = 0;
    std::vector<std::string> notes;                        ///< e.g. "--samples lowered to 12: the set has no more"
    std::string taskName, licence;
    /// SHA-256 over the ids and lengths: part of every artifact key made from them.
    std::string key() const;
};

/// A task the program knows by name, or a user's file, or a mix, or a token file (`.safetensors` with int `tokens` [n, length], optional `lengths`).
struct TaskInfo {
    std::string name, displayName, description, kind, licence, metric;
    bool bundled = false;      ///< data (or a subset) ships with the program
    bool available = false;    ///< data found on this machine (bundled or --data)
    std::vector<std::string> files;  ///< file names wanted in --data, when not available
};

struct TaskEnvironment {
    std::filesystem::path resources;  ///< …/resources (task specs and bundled data)
    std::filesystem::path data;       ///< --data / $TACQ_DATA; may be empty
};

/// Everything in resources/tasks, in display order.
Result<std::vector<TaskInfo>> listTasks(const TaskEnvironment& environment);
/// Renders, samples without replacement with our own seeded generator (documented in task.cpp), tokenizes.
/// `contextLength` caps `tokens` (with a note). Errors: InvalidTask, NotFound (names the files wanted), UnsupportedFormat (kinds of file that are not
/// read, named), InvalidArgument, Cancelled soon after `stop` asks for it.
///
/// Example:
///     TACQ_TRY(const Checkpoint model, Checkpoint::open(findSample()));
///     TACQ_TRY(const Tokenizer tokenizer, Tokenizer::fromCheckpoint(model));
///     SampleOptions options;
///     options.samples = 32;
///     options.tokens = 128;
///     TACQ_TRY(const Calibration calibration, makeCalibration("tinystories", options, {.resources = findResources(), .data = {}}, tokenizer, model.config().contextLength));
Result<Calibration> makeCalibration(const std::string& task, const SampleOptions& options, const TaskEnvironment& environment,
                                    const Tokenizer& tokenizer, std::int64_t contextLength, const std::stop_token& stop = {});
/// One item of the evaluation split that also stands in the calibration split (case and white space apart; for plain text: a line of at
/// least 60 bytes).
struct TaskLeak {
    std::string calibration, evaluation;  ///< `file:line`
    std::string text;
};
/// Empty: the splits share nothing. Works for names, files and mixes (part by part); NotFound where a split's data is missing.
Result<std::vector<TaskLeak>> findLeaks(const std::string& task, const TaskEnvironment& environment, const Tokenizer& tokenizer,
                                         const std::stop_token& stop = {});
/// Where resources/ lies: $TACQ_RESOURCES, beside the program (../share/tacq, ../../resources), else the build's source folder.
std::filesystem::path findResources();
/// Where the bundled sample model lies among them, as an absolute path, whether or not it is there.
std::filesystem::path findSample();

}  // namespace tacq
