#include "task/source.h"

#include <algorithm>
#include <cmath>
#include <system_error>

#include "tacq/base/file_io.h"
#include "task/task_file.h"

namespace tacq {
namespace {

namespace fs = std::filesystem;

/// Whole lines of the text between two fractions of its bytes.
std::string partOfText(std::string_view text, double from, double to) {
    const auto lineAt = [&](double fraction) -> std::size_t {
        if (fraction <= 0) return 0;
        if (fraction >= 1) return text.size();
        const auto at = text.find('\n', static_cast<std::size_t>(fraction * static_cast<double>(text.size())));
        return at == std::string_view::npos ? text.size() : at + 1;
    };
    const std::size_t begin = lineAt(from);
    return std::string(text.substr(begin, lineAt(to) - begin));
}

void keepPart(std::vector<Record>& records, double from, double to) {
    const auto count = static_cast<double>(records.size());
    const auto end = static_cast<std::ptrdiff_t>(std::floor(to * count)), begin = static_cast<std::ptrdiff_t>(std::floor(from * count));
    records.erase(records.begin() + end, records.end());
    records.erase(records.begin(), records.begin() + begin);
}

Result<std::vector<Record>> readRecords(std::string_view text, const fs::path& file, std::vector<std::string>& notes, const std::stop_token& stop) {
    const std::string name = file.filename().string();
    return taskFileKind(file) == TaskFileKind::Table ? parseCsv(text, name, notes, stop) : parseJsonRecords(text, name, notes, stop);
}

/// Line ends of other systems inside items, which are tokens like those of plain text.
void noteLineEnds(const std::vector<TaskItem>& items, const std::string& name, std::vector<std::string>& notes) {
    const auto count = std::count_if(items.begin(), items.end(), [](const TaskItem& item) { return item.text.find('\r') != std::string::npos; });
    if (count > 0) notes.push_back(std::to_string(count) + " items of " + name + " hold CR line ends: line ends are tokens, and figures differ from those of the same text with LF");
}

Result<TaskSource> readSource(const fs::path& file, const TaskSpec& spec, const SplitSpec& split, const Tokenizer& tokenizer, std::uint64_t seed,
                              const std::stop_token& stop) {
    TaskSource source;
    source.name = spec.displayName.empty() ? spec.name : spec.displayName;
    source.licence = spec.licence;
    source.separator = spec.separator;
    source.packing = spec.packing;
    source.windowOffset = split.windowOffset;
    source.windowStride = split.windowStride;
    source.plainText = spec.kind == "text";
    const std::string fileName = file.filename().string();
    TACQ_TRY(const std::string content, readText(file));
    TACQ_TRY(const std::string_view text, checkText(content, fileName));
    if (source.plainText) {
        source.text = partOfText(text, split.from, split.to);
        if (source.text.empty()) return taskError("this split of the text is empty", fileName, "name a longer text");
        source.notes = textNotes(source.text, fileName);
        return source;
    }
    TACQ_TRY(std::vector<Record> records, readRecords(text, file, source.notes, stop));
    keepPart(records, split.from, split.to);
    if (records.empty()) return taskError("the file has no records in this split", fileName);
    SampleGenerator generator(seed ^ 0x66657773686F74ull);  // a stream of its own: headers do not change which items are drawn
    TACQ_TRY(source.items, makeItems(std::move(records), spec, fileName, tokenizer, generator, source.notes, stop));
    noteLineEnds(source.items, fileName, source.notes);
    return source;
}

Error notHere(const TaskSpec& spec, const SplitSpec& split) {
    std::string files;
    for (const std::string& file : split.files) files += (files.empty() ? "" : " or ") + file;
    return {ErrorCode::NotFound, "the data of task " + spec.name + " is not on this machine; wanted: " + files, spec.name,
            "put the file under the folder given by --data (or $TACQ_DATA)"};
}

Result<TaskSource> builtIn(const TaskSpec& spec, const std::string& splitName, const TaskEnvironment& environment, const Tokenizer& tokenizer,
                           std::uint64_t seed, const std::stop_token& stop) {
    const auto split = spec.splits.find(splitName);
    if (split == spec.splits.end())
        return Error{ErrorCode::InvalidArgument, "task " + spec.name + " has no split " + splitName, spec.name, "use calibration or evaluation"};
    bool bundled = false;
    const fs::path file = splitFile(split->second, environment, &bundled);
    if (file.empty()) return notHere(spec, split->second);
    TACQ_TRY(TaskSource source, readSource(file, spec, split->second, tokenizer, seed, stop));
    source.name = spec.name;
    const bool lesser = bundled ? !split->second.files.empty() : file != environment.data / split->second.files.front();
    if (lesser) source.notes.push_back("data of " + spec.name + ": " + (bundled ? "bundled subset " : "") + file.filename().string());
    return source;
}

/// NAME.task.json beside NAME.jsonl.
Result<void> readCompanion(const fs::path& file, TaskSpec& spec) {
    fs::path companion = file;
    companion.replace_extension(".task.json");
    std::error_code ignored;
    if (!fs::exists(companion, ignored)) return {};
    TACQ_TRY(const std::string text, readText(companion, 1u << 20));
    return readSpec(text, companion.filename().string(), spec);
}

Result<TaskSource> userFile(const fs::path& file, TaskFileKind kind, const std::string& splitName, const Tokenizer& tokenizer, std::uint64_t seed,
                            Examples examples, const std::stop_token& stop) {
    TaskSpec spec;
    spec.name = file.filename().string();
    spec.licence = "the user's own data";
    spec.kind = kind == TaskFileKind::Text ? "text" : "records";
    TACQ_CHECK(readCompanion(file, spec));
    if (examples == Examples::LeaveOut) spec.fewShot.reset();
    const auto found = spec.splits.find(splitName);
    TACQ_TRY(TaskSource source, readSource(file, spec, found == spec.splits.end() ? SplitSpec{} : found->second, tokenizer, seed, stop));
    if (found == spec.splits.end() && splitName == "evaluation")
        source.notes.push_back("the file has no splits: calibration and evaluation use the same rows");
    return source;
}

}  // namespace

std::string TaskSource::joined() const {
    if (plainText) return text;
    std::string all;
    for (const TaskItem& item : items) {
        if (!all.empty()) all += separator;
        all += item.text;
    }
    return all;
}

Result<TaskSource> loadSource(const std::string& task, const std::string& split, const TaskEnvironment& environment, const Tokenizer& tokenizer,
                              std::uint64_t seed, Examples examples, const std::stop_token& stop) {
    const fs::path path = task;
    std::error_code ignored;
    const auto kind = taskFileKind(path);
    if (kind == TaskFileKind::Tokens) return taskError("a token file has no text to read", task, "name the text that the ids were made from");
    if (fs::exists(path, ignored) && !fs::is_directory(path, ignored))
        return kind ? userFile(path, *kind, split, tokenizer, seed, examples, stop) : Result<TaskSource>(fileNotRead(path));
    if (kind && !fs::exists(path, ignored)) return Error{ErrorCode::NotFound, "no such task file", task, "check the path"};
    TACQ_TRY(std::vector<TaskSpec> specs, readAllSpecs(environment));
    for (TaskSpec& spec : specs) {
        if (spec.name != task) continue;
        if (examples == Examples::LeaveOut) spec.fewShot.reset();
        return builtIn(spec, split, environment, tokenizer, seed, stop);
    }
    if (fs::is_directory(path, ignored)) return Error{ErrorCode::NotFound, "a folder is not a task", task, std::string("name one of its files: task files end in ") + kTaskFileEndings};
    return Error{ErrorCode::NotFound, "there is no task " + task, task, std::string("`tacq task list` names the tasks; a file ends in ") + kTaskFileEndings};
}

}  // namespace tacq
