#include "report/facts.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/json_integer.h"

namespace tacq::report {
namespace {

std::optional<std::string> memberKey(const Json& result, const char* member) {
    const std::string key = textOf(result, member);
    return key.empty() ? std::nullopt : std::optional(key);
}

void addFigures(Facts& facts, const Workspace& workspace) {
    const auto key = memberKey(facts.result, std::string(saliencyMember(facts.run.command)).c_str());
    if (!key) {
        facts.noFigures = facts.isQuantize() ? "The method " + textOf(facts.result, "method") + " uses no gradients, so no saliency was computed." : "This run made no saliency.";
        return;
    }
    facts.saliencyKey = *key;
    const auto artifact = workspace.find(*key);
    if (!artifact.ok() || !artifact.value()) {
        facts.noFigures = "The saliency of this run is no longer in the workspace; `tacq runs rerun` makes it again.";
        return;
    }
    auto meta = saliencyMetaFromJson(artifact.value()->metaJson, *key);
    if (!meta.ok()) {
        facts.noFigures = "The saliency of this run cannot be read: " + formatError(meta.error());
        return;
    }
    facts.saliency = std::move(meta).value();
    for (std::size_t i = 0; i < facts.saliency->linears.size(); ++i) {
        const LinearInfo& linear = facts.saliency->linears[i];
        Matrix matrix{linear.name, linear.layer, linear.kind, linear.rows, linear.columns, {}, {}, {}, {}, {}, {}, {}};
        if (i < facts.saliency->figures.size()) {
            const auto& figures = facts.saliency->figures[i];
            const auto n = static_cast<double>(linear.elements());
            matrix.gradient = figures.gradientSum / n;
            matrix.delta = std::sqrt(figures.deltaSquared / n);
            matrix.score = figures.saliencySum / n;
            matrix.scoreMax = figures.saliencyMax;
        }
        facts.matrices.push_back(std::move(matrix));
    }
}

/// Shapes and the size before, from the model itself where it is still there.
void addModel(Facts& facts) {
    const std::string path = textOf(facts.options, "model");
    if (path.empty()) return;
    const auto model = Checkpoint::open(path);
    if (!model.ok()) return;
    std::uint64_t total = 0;
    for (const TensorInfo& tensor : model.value().tensors()) total += tensor.bytes;
    const auto linears = model.value().linears();
    if (facts.matrices.empty() && facts.isQuantize())
        for (const LinearInfo& linear : linears) facts.matrices.push_back({linear.name, linear.layer, linear.kind, linear.rows, linear.columns, {}, {}, {}, {}, {}, {}, {}});
    // Another model may lie there by now; its size would be a wrong number.
    const bool same = std::equal(linears.begin(), linears.end(), facts.matrices.begin(), facts.matrices.end(),
                                 [](const LinearInfo& a, const Matrix& b) { return a.name == b.name && a.rows == b.rows && a.columns == b.columns; });
    if (same && !facts.matrices.empty()) facts.originalBytes = total;
}

void addOutcome(Facts& facts) {
    if (!facts.isQuantize() || !facts.result.contains("perTensor") || !facts.result.at("perTensor").is_array()) return;
    std::map<std::string, std::size_t> byName;
    for (std::size_t i = 0; i < facts.matrices.size(); ++i) byName[facts.matrices[i].name] = i;
    for (const Json& tensor : facts.result.at("perTensor")) {
        const std::string name = textOf(tensor, "name");
        if (name.empty()) continue;
        if (!byName.contains(name)) {
            byName[name] = facts.matrices.size();
            facts.matrices.push_back({name, -1, LinearKind::Query, 0, 0, {}, {}, {}, {}, {}, {}, {}});
        }
        Matrix& matrix = facts.matrices[byName[name]];
        matrix.kept = countOf(tensor, "kept");
        if (const auto bits = integerOf(tensor, "bits", 1, 64)) matrix.bits = static_cast<int>(*bits);
        matrix.squaredError = numberOf(tensor, "squaredError");
    }
}

}  // namespace

Json objectOf(const std::string& json) {
    auto parsed = parseJson(json.empty() ? "{}" : json, "run");
    return parsed.ok() && parsed.value().is_object() ? std::move(parsed).value() : Json::object();
}

std::optional<std::uint64_t> countOf(const Json& object, const char* key) {
    const auto value = integerOf(object, key, 0, std::int64_t{1} << 53);
    return value ? std::optional(static_cast<std::uint64_t>(*value)) : std::nullopt;
}

std::optional<double> Matrix::keptShare() const {
    if (!kept || rows * columns <= 0) return std::nullopt;
    return static_cast<double>(*kept) / static_cast<double>(rows * columns);
}

Result<Facts> gatherFacts(const Workspace& workspace, const RunInfo& run) {
    Facts facts;
    facts.run = run;
    facts.options = objectOf(run.optionsJson);
    facts.result = objectOf(run.resultJson);
    addFigures(facts, workspace);
    addModel(facts);
    addOutcome(facts);
    TACQ_TRY(std::vector<RunInfo> history, workspace.runs(RunDetail::Overview));
    std::reverse(history.begin(), history.end());
    // As they are now: `run` may have been read before the last of them were taken.
    for (const RunInfo& one : history)
        if (one.id == run.id) facts.run.measurements = one.measurements;
    facts.measures = measuresOf(facts.run, history);
    return facts;
}

}  // namespace tacq::report
