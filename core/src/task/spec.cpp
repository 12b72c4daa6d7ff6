#include "task/spec.h"

#include <algorithm>
#include <set>
#include <system_error>
#include <tuple>

#include "tacq/base/file_io.h"
#include "task/records.h"

namespace tacq {
namespace {

namespace fs = std::filesystem;
constexpr std::int64_t kVersion = 1;

/// Reads members one by one and knows which were asked for, so that a misspelt one is reported instead of ignored.
class Members {
public:
    Members(const Json& object, std::string where) : m_object(object), m_where(std::move(where)) {
        if (!object.is_object()) fail("is not an object");
    }
    const Json* find(const char* name) {
        m_asked.insert(name);
        if (!m_object.is_object()) return nullptr;
        const auto found = m_object.find(name);
        return found == m_object.end() ? nullptr : &*found;
    }
    void text(const char* name, std::string& out) {
        if (const Json* value = find(name)) value->is_string() ? void(out = value->get<std::string>()) : fail(name, "a text");
    }
    void flag(const char* name, bool& out) {
        if (const Json* value = find(name)) value->is_boolean() ? void(out = value->get<bool>()) : fail(name, "true or false");
    }
    void integer(const char* name, std::int64_t& out, std::int64_t least) {
        const Json* value = find(name);
        if (value == nullptr) return;
        if (value->is_number_integer() && value->get<std::int64_t>() >= least) out = value->get<std::int64_t>();
        else fail(name, "a whole number of at least " + std::to_string(least));
    }
    void fail(const std::string& name, const std::string& wanted) { fail("`" + name + "` is not " + wanted); }
    void fail(const std::string& what) {
        if (m_problem.empty()) m_problem = what;
    }
    Result<void> done() {
        if (m_object.is_object())
            for (const auto& [name, value] : m_object.items())
                if (!m_asked.contains(name)) fail("`" + name + "` is not a member of task files");
        if (m_problem.empty()) return {};
        return taskError(m_problem, m_where, "see resources/tasks/README.md");
    }

private:
    const Json& m_object;
    std::string m_where, m_problem;
    std::set<std::string> m_asked;
};

/// A text, or {"prompt": …, "completion": …}.
Result<void> readPattern(const Json& value, const std::string& where, PromptTemplate& out) {
    out = {};
    if (value.is_string()) {
        out.prompt = value.get<std::string>();
        return {};
    }
    Members members(value, where);
    members.text("prompt", out.prompt);
    members.text("completion", out.completion);
    return members.done();
}

Result<void> readSplit(const Json& value, const std::string& where, SplitSpec& out) {
    Members members(value, where);
    members.text("bundled", out.bundled);
    if (const Json* files = members.find("files")) {
        out.files.clear();
        if (!files->is_array()) members.fail("files", "a list");
        else for (const Json& file : *files) file.is_string() ? out.files.push_back(file.get<std::string>()) : members.fail("files", "a list of texts");
    }
    if (const Json* part = members.find("part")) {
        const bool pair = part->is_array() && part->size() == 2 && (*part)[0].is_number() && (*part)[1].is_number();
        if (pair) {
            out.from = (*part)[0].get<double>();
            out.to = (*part)[1].get<double>();
        }
        if (!pair || !(out.from >= 0 && out.from < out.to && out.to <= 1)) members.fail("part", "[from, to] within 0 and 1");
    }
    members.integer("windowOffset", out.windowOffset, 0);
    members.integer("windowStride", out.windowStride, 1);
    return members.done();
}

Result<void> readFewShot(const Json& value, const std::string& where, TaskSpec& spec) {
    FewShot fewShot;
    Members members(value, where);
    members.flag("shuffle", fewShot.shuffle);
    if (const Json* pattern = members.find("template")) TACQ_CHECK(readPattern(*pattern, where + ".template", fewShot.pattern));
    if (const Json* examples = members.find("examples")) {
        if (!examples->is_array()) members.fail("examples", "a list");
        else fewShot.examples.assign(examples->begin(), examples->end());
    }
    std::string source;
    members.text("source", source);  // where the examples come from, for readers
    TACQ_CHECK(members.done());
    spec.fewShot = std::move(fewShot);
    return {};
}

Result<void> readDerived(const Json& value, const std::string& where, TaskSpec& spec) {
    if (!value.is_object()) return taskError("`derived` is not an object", where, "see resources/tasks/README.md");
    for (const auto& [name, rule] : value.items()) {
        DerivedField field{name, {}, {}};
        Members members(rule, where + "." + name);
        members.text("from", field.from);
        members.text("after", field.after);
        TACQ_CHECK(members.done());
        spec.derived.push_back(std::move(field));
    }
    return {};
}

Result<void> readPacking(const std::string& name, const std::string& where, TaskSpec& spec) {
    if (name.empty() || name == "auto") return {};
    if (name == "windows") spec.packing = Packing::Windows;
    else if (name == "items") spec.packing = Packing::Items;
    else if (name == "joined") spec.packing = Packing::Joined;
    else return taskError("`packing` \"" + name + "\" is none of auto, windows, items, joined", where, "see resources/tasks/README.md");
    return {};
}

}  // namespace

Result<void> readSpec(const std::string& text, const std::string& context, TaskSpec& spec) {
    auto parsed = parseJson(text, context, {16, 100'000});
    if (!parsed.ok()) return taskError(parsed.error().message, context, "see resources/tasks/README.md");
    Members members(parsed.value(), context);
    std::int64_t version = kVersion;
    members.integer("version", version, 0);
    if (version != kVersion)
        return Error{ErrorCode::UnsupportedFormat, "task file version " + std::to_string(version) + " is not known", context, "this program reads version 1"};
    members.text("name", spec.name);
    members.text("displayName", spec.displayName);
    members.text("description", spec.description);
    members.text("licence", spec.licence);
    members.text("metric", spec.metric);
    members.text("kind", spec.kind);
    if (spec.kind != "text" && spec.kind != "records") members.fail("kind", "text or records");
    members.text("separator", spec.separator);
    members.integer("order", spec.order, 0);
    members.flag("listed", spec.listed);
    std::string packing;
    members.text("packing", packing);
    TACQ_CHECK(readPacking(packing, context, spec));
    if (const Json* pattern = members.find("template")) TACQ_CHECK(readPattern(*pattern, context + ": template", spec.pattern));
    if (const Json* fewShot = members.find("fewShot")) TACQ_CHECK(readFewShot(*fewShot, context + ": fewShot", spec));
    if (const Json* derived = members.find("derived")) TACQ_CHECK(readDerived(*derived, context + ": derived", spec));
    if (const Json* splits = members.find("splits")) {
        if (!splits->is_object()) return taskError("`splits` is not an object", context, "see resources/tasks/README.md");
        for (const auto& [name, split] : splits->items()) TACQ_CHECK(readSplit(split, context + ": splits." + name, spec.splits[name]));
    }
    return members.done();
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
