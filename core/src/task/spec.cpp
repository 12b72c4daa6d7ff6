#include "task/spec.h"

#include <algorithm>
#include <system_error>
#include <tuple>

#include "base/fields.h"
#include "tacq/base/file_io.h"
#include "task/records.h"

namespace tacq {
namespace {

namespace fs = std::filesystem;
constexpr std::int64_t kVersion = 1;

constexpr const char* kHint = "see resources/tasks/README.md";

Fields membersOf(const Json& object, std::string where) { return {object, FieldErrors{ErrorCode::InvalidTask, std::move(where), kHint}}; }

/// A misspelt member is reported instead of ignored.
Result<void> finish(Fields& members) {
    members.refuseOthers("is not a member of task files");
    return members.done();
}

/// A text, or {"prompt": …, "completion": …}.
Result<void> readPattern(const Json& value, const std::string& where, PromptTemplate& out) {
    out = {};
    if (value.is_string()) {
        out.prompt = value.get<std::string>();
        return {};
    }
    Fields members = membersOf(value, where);
    out.prompt = members.text("prompt", out.prompt);
    out.completion = members.text("completion", out.completion);
    return finish(members);
}

Result<void> readSplit(const Json& value, const std::string& where, SplitSpec& out) {
    Fields members = membersOf(value, where);
    out.bundled = members.text("bundled", out.bundled);
    if (members.has("files")) out.files = members.texts("files");
    if (const Json* part = members.value("part")) {
        const bool pair = part->is_array() && part->size() == 2 && (*part)[0].is_number() && (*part)[1].is_number();
        if (pair) {
            out.from = (*part)[0].get<double>();
            out.to = (*part)[1].get<double>();
        }
        if (!pair || !(out.from >= 0 && out.from < out.to && out.to <= 1)) members.wrong("part", "[from, to] within 0 and 1");
    }
    out.windowOffset = members.integer("windowOffset", out.windowOffset, 0);
    out.windowStride = members.integer("windowStride", out.windowStride, 1);
    return finish(members);
}

Result<void> readFewShot(const Json& value, const std::string& where, TaskSpec& spec) {
    FewShot fewShot;
    Fields members = membersOf(value, where);
    fewShot.shuffle = members.flag("shuffle", fewShot.shuffle);
    if (const Json* pattern = members.value("template")) TACQ_CHECK(readPattern(*pattern, where + ".template", fewShot.pattern));
    const Json& examples = members.list("examples");
    fewShot.examples.assign(examples.begin(), examples.end());
    (void)members.text("source", "");  // where the examples come from, for readers
    TACQ_CHECK(finish(members));
    spec.fewShot = std::move(fewShot);
    return {};
}

Result<void> readDerived(const Json& value, const std::string& where, TaskSpec& spec) {
    for (const auto& [name, rule] : value.items()) {
        DerivedField field{name, {}, {}};
        Fields members = membersOf(rule, where + "." + name);
        field.from = members.text("from", field.from);
        field.after = members.text("after", field.after);
        TACQ_CHECK(finish(members));
        spec.derived.push_back(std::move(field));
    }
    return {};
}

Result<void> readPacking(const std::string& name, const std::string& where, TaskSpec& spec) {
    if (name.empty() || name == "auto") return {};
    if (name == "windows") spec.packing = Packing::Windows;
    else if (name == "items") spec.packing = Packing::Items;
    else if (name == "joined") spec.packing = Packing::Joined;
    else return taskError("`packing` \"" + name + "\" is none of auto, windows, items, joined", where, kHint);
    return {};
}

}  // namespace

Result<void> readSpec(const std::string& text, const std::string& context, TaskSpec& spec) {
    auto parsed = parseJson(text, context, {16, 100'000});
    if (!parsed.ok()) return taskError(parsed.error().message, context, kHint);
    Fields members = membersOf(parsed.value(), context);
    const std::int64_t version = members.integer("version", kVersion, 0);
    if (version != kVersion)
        return Error{ErrorCode::UnsupportedFormat, "task file version " + std::to_string(version) + " is not known", context, "this program reads version 1"};
    spec.name = members.text("name", spec.name);
    spec.displayName = members.text("displayName", spec.displayName);
    spec.description = members.text("description", spec.description);
    spec.licence = members.text("licence", spec.licence);
    spec.metric = members.text("metric", spec.metric);
    spec.kind = members.choice("kind", spec.kind, {"text", "records"});
    spec.separator = members.text("separator", spec.separator);
    spec.order = members.integer("order", spec.order, 0);
    spec.listed = members.flag("listed", spec.listed);
    TACQ_CHECK(readPacking(members.text("packing", ""), context, spec));
    if (const Json* pattern = members.value("template")) TACQ_CHECK(readPattern(*pattern, context + ": template", spec.pattern));
    if (const Json* fewShot = members.value("fewShot")) TACQ_CHECK(readFewShot(*fewShot, context + ": fewShot", spec));
    if (const Json* derived = members.object("derived")) TACQ_CHECK(readDerived(*derived, context + ": derived", spec));
    if (const Json* splits = members.object("splits"))
        for (const auto& [name, split] : splits->items()) TACQ_CHECK(readSplit(split, context + ": splits." + name, spec.splits[name]));
    return finish(members);
}

Result<std::vector<TaskSpec>> readAllSpecs(const TaskEnvironment& environment) {
    std::vector<TaskSpec> specs;
    std::error_code failed;
    const fs::path folder = environment.resources / "tasks";
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
        const std::string file = entry->path().filename().string();
        if (!file.ends_with(".task.json")) continue;
        TACQ_TRY(const std::string text, readText(entry->path(), 1u << 20));
        TaskSpec spec;
        TACQ_CHECK(readSpec(text, file, spec));
        if (spec.name.empty() || !spec.splits.contains("calibration")) return taskError("`name` or the calibration split is missing", file);
        if (spec.displayName.empty()) spec.displayName = spec.name;
        specs.push_back(std::move(spec));
    }
    if (failed) return Error{ErrorCode::NotFound, "the task specifications are not there", folder.string(), "set TACQ_RESOURCES to the program's resources folder"};
    std::sort(specs.begin(), specs.end(), [](const TaskSpec& a, const TaskSpec& b) { return std::tie(a.order, a.name) < std::tie(b.order, b.name); });
    return specs;
}

fs::path splitFile(const SplitSpec& split, const TaskEnvironment& environment, bool* bundled) {
    std::error_code ignored;
    if (bundled != nullptr) *bundled = false;
    if (!environment.data.empty())
        for (const std::string& file : split.files)
            if (const fs::path path = environment.data / file; fs::is_regular_file(path, ignored)) return path;
    if (split.bundled.empty()) return {};
    const fs::path path = environment.resources / "tasks" / split.bundled;
    if (!fs::is_regular_file(path, ignored)) return {};
    if (bundled != nullptr) *bundled = true;
    return path;
}

}  // namespace tacq
