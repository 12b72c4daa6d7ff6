#include "tacq/store/measured_points.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "base/json_integer.h"

namespace tacq {
namespace {

constexpr const char* kLoss = "meanNll";

/// What a done quantize run says about itself; its losses are measurements.
std::optional<MeasuredRun> made(const RunInfo& run, const std::string& modelIdentity, const std::string& taskName) {
    if (run.command != "quantize" || run.state != "done" || run.taskName != taskName) return std::nullopt;
    const auto result = parseJson(run.resultJson, "run " + std::to_string(run.id));
    if (!result.ok() || !result.value().is_object()) return std::nullopt;
    const Json& json = result.value();
    if (!json.contains("modelIdentity") || json.at("modelIdentity") != modelIdentity) return std::nullopt;
    MeasuredRun measured;
    measured.run = run.id;
    measured.bits = json.contains("ledger") ? numberOf(json.at("ledger"), "total").value_or(0) : 0;
    measured.bytes = static_cast<std::uint64_t>(integerOf(json, "modelBytes", 0, std::numeric_limits<std::int64_t>::max()).value_or(0));
    measured.firstOrder = numberOf(json, "firstOrder");
    measured.optionsJson = run.optionsJson;
    measured.started = run.started;
    return measured;
}

/// The model a run was started with; empty where its options do not say.
std::string modelOf(const RunInfo& run) {
    const auto options = parseJson(run.optionsJson, "run " + std::to_string(run.id));
    return options.ok() ? textOf(options.value(), "model") : std::string();
}

/// The newest loss of the model itself on this text.
std::optional<MeasuredRun> originalOn(const std::vector<RunInfo>& newestFirst, const std::string& text, const std::set<std::string>& models) {
    for (const RunInfo& run : newestFirst)
        for (const Measurement& one : run.measurements) {
            if (one.run != run.id || one.metric != kLoss || one.text != text || !models.contains(one.subject)) continue;
            MeasuredRun original;
            original.run = run.id;
            original.loss = one.value;
            original.standardError = standardErrorOf(one.interval);
            original.optionsJson = run.optionsJson;
            original.started = run.started;
            return original;
        }
    return std::nullopt;
}

/// The newest loss on each text.
std::map<std::string, Measurement> lossesOf(const RunInfo& run) {
    std::map<std::string, Measurement> newest;
    for (const Measurement& one : run.measurements)
        if (one.metric == kLoss && one.maker == run.key) newest[one.text] = one;
    return newest;
}

}  // namespace

std::vector<MeasuredPoint> MeasuredRuns::points() const {
    std::vector<MeasuredPoint> points;
    for (const MeasuredRun& run : runs)
        if (run.firstOrder) points.push_back({*run.firstOrder, run.loss});
    return points;
}

MeasuredRuns measuredRuns(const std::vector<RunInfo>& runs, const std::string& modelIdentity, const std::string& taskName) {
    std::map<std::string, std::vector<MeasuredRun>> byText;
    std::map<std::string, std::set<std::string>> seen;  // run keys per text: a run repeated elsewhere is one point
    std::set<std::string> models;
    for (const RunInfo& run : runs) {
        const auto measured = made(run, modelIdentity, taskName);
        if (!measured) continue;
        if (const std::string model = modelOf(run); !model.empty()) models.insert(model);
        for (const auto& [text, loss] : lossesOf(run)) {
            if (!seen[text].insert(run.key).second) continue;
            byText[text].push_back(*measured);
            byText[text].back().loss = loss.value;
            byText[text].back().standardError = standardErrorOf(loss.interval);
        }
    }
    // The task's own text, where it was measured often enough to stand for itself; else the one measured most.
    const auto worth = [&taskName](const std::string& text, std::size_t count) { return std::pair{count > 1 && text.starts_with(taskName), count}; };
    MeasuredRuns most;
    for (auto& [text, found] : byText)
        if (worth(text, found.size()) > worth(most.text, most.runs.size())) most = {text, std::move(found), std::nullopt};
    std::reverse(most.runs.begin(), most.runs.end());
    if (!most.runs.empty()) most.original = originalOn(runs, most.text, models);
    return most;
}

Result<MeasuredRuns> measuredRuns(const Workspace& workspace, const std::string& modelIdentity, const std::string& taskName) {
    TACQ_TRY(std::vector<RunInfo> runs, workspace.runs(RunDetail::Overview));
    for (RunInfo& run : runs) {
        if (run.command != "quantize" || run.taskName != taskName || lossesOf(run).empty()) continue;
        TACQ_TRY(run, workspace.run(run.id));
    }
    return measuredRuns(runs, modelIdentity, taskName);
}

}  // namespace tacq
