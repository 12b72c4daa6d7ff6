#include <algorithm>
#include <map>
#include <optional>

#include "report/facts.h"

namespace tacq::report {
namespace {

/// Over what a run measured, and how; the same for two runs that can be compared.
std::string questionOf(const RunInfo& run) {
    Json options = objectOf(run.optionsJson);
    for (const char* subject : {"model", "modelA", "modelB", "against", "threads", "device", "workspace"}) options.erase(subject);
    options["command"] = run.command;
    return dumpJson(options);
}

/// What was measured on the model that `run` started from, by question and metric.
class Originals {
public:
    Originals(const RunInfo& run, const std::vector<RunInfo>& history) {
        const std::string base = textOf(objectOf(run.optionsJson), "model");
        for (const RunInfo& one : history) {
            if (one.state != "done" || one.measurements.empty()) continue;
            m_question[one.id] = questionOf(one);
            for (const Measurement& m : one.measurements)
                if (m.run == one.id && m.subject == base && !base.empty()) m_value[{m_question[one.id], m.metric}] = m.value;
        }
    }
    std::optional<double> like(const Measurement& measured) const {
        const auto question = m_question.find(measured.run);
        if (question == m_question.end()) return std::nullopt;
        const auto value = m_value.find({question->second, measured.metric});
        return value == m_value.end() ? std::nullopt : std::optional(value->second);
    }

private:
    std::map<std::int64_t, std::string> m_question;
    std::map<std::pair<std::string, std::string>, double> m_value;
};

}  // namespace

std::vector<Measure> measuresOf(const RunInfo& run, const std::vector<RunInfo>& history) {
    std::vector<Measure> answer;
    for (const Measurement& m : run.measurements)
        if (m.run == run.id) answer.push_back({m, std::nullopt, true});
    const std::size_t own = answer.size();
    const Originals originals(run, history);
    for (const Measurement& m : run.measurements) {
        if (m.run == run.id) continue;
        const Measure measure{m, originals.like(m), false};
        // A later measurement of the same thing takes the place of an earlier one.
        const auto earlier = std::find_if(answer.begin() + static_cast<std::ptrdiff_t>(own), answer.end(),
                                          [&m](const Measure& other) { return other.what.metric == m.metric && other.what.text == m.text && other.what.items == m.items; });
        if (earlier != answer.end()) *earlier = measure;
        else answer.push_back(measure);
    }
    return answer;
}

}  // namespace tacq::report
