#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>

#include "report/facts.h"
#include "report/html.h"

namespace tacq::report {
namespace {

constexpr double kNormal95 = 1.959963984540054;

/// Options that say over what a figure was taken; the same for two runs that can be compared.
Json questionOf(const RunInfo& run, Json options) {
    for (const char* subject : {"model", "modelA", "modelB", "against", "threads", "device", "workspace"}) options.erase(subject);
    options["command"] = run.command;
    return options;
}

std::string takenOver(const RunInfo& run, const Json& options) {
    for (const char* key : {"textFile", "tokensFile"})
        if (const std::string path = textOf(options, key); !path.empty()) return std::filesystem::path(path).filename().string();
    return run.taskName;
}

std::string itemsOf(const Json& result) {
    for (const auto& [key, word] : {std::pair{"items", "items"}, std::pair{"tokens", "tokens"}})
        if (const auto n = countOf(result, key)) return grouped(*n) + " " + word;
    return {};
}

/// `acc` has its interval in `accLow` and `accHigh`, `acc_norm` in `accNormLow` and `accNormHigh`.
std::string camel(const std::string& name) {
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] == '_' && i + 1 < name.size()) out += static_cast<char>(std::toupper(static_cast<unsigned char>(name[++i])));
        else out += name[i];
    }
    return out;
}

void addEvaluated(std::vector<Measure>& into, const Measure& common, const Json& result) {
    std::set<std::string> named;
    if (const std::string metric = textOf(result, "metric"); !metric.empty() && numberOf(result, "value")) {
        Measure measure = common;
        measure.name = metric;
        measure.value = *numberOf(result, "value");
        measure.low = numberOf(result, "low");
        measure.high = numberOf(result, "high");
        into.push_back(measure);
        named.insert(metric);
    }
    for (const auto& [key, value] : result.items()) {
        if (!value.is_number() || named.contains(key)) continue;
        const auto low = numberOf(result, (camel(key) + "Low").c_str()), high = numberOf(result, (camel(key) + "High").c_str());
        if (!low || !high) continue;
        Measure measure = common;
        measure.name = key;
        measure.value = value.get<double>();
        measure.low = low;
        measure.high = high;
        into.push_back(measure);
    }
}

/// The folder a run looked at.
std::string subjectOf(const RunInfo& run, const Json& options) { return textOf(options, run.command == "compare" ? "modelB" : "model"); }

/// Whether a run of this command measures something.
bool measures(const std::string& command) { return command == "perplexity" || command == "compare" || command == "evaluate"; }

/// Which run key the folders of the history carry, as the history goes on.
class Owners {
public:
    void follow(const RunInfo& past, const Json& options) {
        const std::string out = textOf(options, "out");
        if (out.empty()) return;
        if (past.command == "quantize") m_owner[out] = past.key;
        if (past.command == "quantize") m_byNumber[std::to_string(past.id)] = past.key;
        if (past.command == "export") m_owner[out] = keyOf(textOf(options, "source"));
    }
    std::string keyOf(const std::string& name) const {
        if (const auto found = m_owner.find(name); found != m_owner.end()) return found->second;
        if (const auto found = m_byNumber.find(name); found != m_byNumber.end()) return found->second;
        // A run is also named by the beginning of its key.
        for (const auto& [number, key] : m_byNumber)
            if (name.size() >= 8 && key.starts_with(name)) return key;
        return {};
    }

private:
    std::map<std::string, std::string> m_owner, m_byNumber;
};

std::optional<double> sameMeasure(const std::vector<Measure>& measures, const std::string& name) {
    for (const Measure& measure : measures)
        if (measure.name == name) return measure.value;
    return std::nullopt;
}

}  // namespace

std::vector<Measure> measuresIn(const RunInfo& run, const Json& options, const Json& result) {
    Measure common;
    common.text = takenOver(run, options);
    common.items = itemsOf(result);
    common.run = run.id;
    std::vector<Measure> measures;
    const auto add = [&](const char* name, std::optional<double> value) -> Measure* {
        if (!value) return nullptr;
        measures.push_back(common);
        measures.back().name = name;
        measures.back().value = *value;
        return &measures.back();
    };
    if (run.command == "perplexity") {
        const auto nll = numberOf(result, "meanNll"), error = numberOf(result, "standardError");
        // The error is the mean's, in nats; its ends are carried through exp().
        if (Measure* m = add("perplexity", numberOf(result, "perplexity")); m && nll && error && *error > 0) {
            m->low = std::exp(*nll - kNormal95 * *error);
            m->high = std::exp(*nll + kNormal95 * *error);
        }
        if (Measure* m = add("mean NLL", nll); m && error && *error > 0) {
            m->low = *nll - kNormal95 * *error;
            m->high = *nll + kNormal95 * *error;
        }
    } else if (run.command == "compare") {
        add("mean KL divergence", numberOf(result, "klMean"));
        add("KL divergence, 99th percentile", numberOf(result, "klP99"));
        add("same most likely token", numberOf(result, "top1Agreement"));
    } else if (run.command == "evaluate") {
        addEvaluated(measures, common, result);
    }
    return measures;
}

Result<std::vector<Measure>> measuresOn(const RunInfo& run, const std::vector<RunInfo>& history, const std::function<Result<RunInfo>(const RunInfo&)>& whole) {
    if (run.command != "quantize" || run.key.empty()) return std::vector<Measure>();
    const std::string base = textOf(objectOf(run.optionsJson), "model");
    Owners owners;
    std::map<std::string, std::vector<Measure>> ofBase;
    std::vector<std::pair<std::string, Measure>> found;  // with the question asked
    for (const RunInfo& one : history) {
        if (one.state != "done") continue;
        const Json options = objectOf(one.optionsJson);
        owners.follow(one, options);
        if (!measures(one.command)) continue;
        const std::string subject = subjectOf(one, options);
        const bool isOurs = owners.keyOf(subject) == run.key;
        if (subject != base && !isOurs) continue;
        TACQ_TRY(const RunInfo full, whole(one));
        std::vector<Measure> measured = measuresIn(one, options, objectOf(full.resultJson));
        if (measured.empty()) continue;
        const std::string question = dumpJson(questionOf(one, options));
        if (subject == base) ofBase[question] = measured;
        if (!isOurs) continue;
        for (Measure& measure : measured) {
            measure.subject = subject;
            found.emplace_back(question, std::move(measure));
        }
    }
    std::vector<Measure> answer;
    for (auto& [question, measure] : found) {
        if (const auto same = ofBase.find(question); same != ofBase.end()) measure.base = sameMeasure(same->second, measure.name);
        // A later measurement of the same thing takes the place of an earlier one.
        const auto earlier = std::find_if(answer.begin(), answer.end(), [&measure = measure](const Measure& m) { return m.name == measure.name && m.text == measure.text && m.items == measure.items; });
        if (earlier != answer.end()) *earlier = measure;
        else answer.push_back(measure);
    }
    return answer;
}

}  // namespace tacq::report
