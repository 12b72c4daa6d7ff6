#include "store/migrate.h"

#include <filesystem>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "base/json_integer.h"
#include "store/measurements.h"

namespace tacq {
namespace {

// Titles as version 2 gives them to new measurements.
struct OldFigure {
    const char *command, *field, *metric, *title;
    bool lowerIsBetter;
};
constexpr OldFigure kFigures[]{{"perplexity", "perplexity", "perplexity", "Perplexity", true},
                               {"perplexity", "meanNll", "meanNll", "Mean NLL", true},
                               {"compare", "klMean", "kl", "KL divergence", true},
                               {"compare", "klP99", "klP99", "KL divergence, 99th percentile", true},
                               {"compare", "top1Agreement", "top1", "Same first choice", false}};

struct OldRun {
    std::int64_t id = 0;
    std::string key, command, task;
    Json options, result;
    std::map<std::string, double> metrics;
};

Json objectOf(const std::string& text) {
    auto parsed = parseJson(text.empty() ? "{}" : text, "run");
    return parsed.ok() && parsed.value().is_object() ? std::move(parsed).value() : Json::object();
}

Result<std::vector<OldRun>> doneRuns(const Database& database) {
    // Only what measures has figures in its result; the others' are megabytes each.
    TACQ_TRY(Statement query, database.prepare("SELECT id, key, command, task, options, CASE WHEN command IN ('perplexity', 'compare') THEN result ELSE '' END FROM runs "
                                               "WHERE state = 'done' ORDER BY id"));
    std::vector<OldRun> runs;
    while (true) {
        TACQ_TRY(const bool more, query.step());
        if (!more) break;
        runs.push_back({query.integer(0), query.text(1), query.text(2), query.text(3), objectOf(query.text(4)), objectOf(query.text(5)), {}});
    }
    for (OldRun& run : runs) {
        TACQ_TRY(Statement metrics, database.prepare("SELECT name, value FROM metrics WHERE run = ?"));
        metrics.bind(1, run.id);
        while (true) {
            TACQ_TRY(const bool more, metrics.step());
            if (!more) break;
            run.metrics[metrics.text(0)] = metrics.real(1);
        }
    }
    return runs;
}

/// Which run made what lies in a folder, as the history goes on.
class Owners {
public:
    void follow(const OldRun& run) {
        const std::string out = textOf(run.options, "out");
        if (out.empty()) return;
        if (run.command == "quantize") m_owner[out] = m_byNumber[std::to_string(run.id)] = run.key;
        if (run.command == "export") m_owner[out] = keyOf(textOf(run.options, "source"));
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

std::string takenOver(const OldRun& run) {
    for (const char* key : {"textFile", "tokensFile"})
        if (const std::string path = textOf(run.options, key); !path.empty()) return std::filesystem::path(path).filename().string();
    return run.task;
}

std::optional<Interval> intervalOf(const OldFigure& figure, std::optional<double> nll, std::optional<double> error) {
    if (std::string(figure.command) != "perplexity" || !nll || !error) return std::nullopt;
    const auto interval = meanInterval(*nll, *error);
    return std::string(figure.field) == "perplexity" ? expInterval(interval) : interval;
}

/// What a run measured, from its result.
std::vector<Measurement> measuredBy(const OldRun& run, const Owners& owners) {
    std::vector<Measurement> measured;
    for (const OldFigure& figure : kFigures) {
        const auto value = numberOf(run.result, figure.field);
        if (run.command != figure.command || !value) continue;
        const std::string subject = textOf(run.options, run.command == "compare" ? "modelB" : "model");
        measured.push_back({figure.metric, figure.title, figure.lowerIsBetter, takenOver(run), subject, owners.keyOf(subject), *value,
                            intervalOf(figure, numberOf(run.result, "meanNll"), numberOf(run.result, "standardError")),
                            integerOf(run.result, "tokens", 0, std::numeric_limits<std::int64_t>::max()).value_or(0), "tokens", run.id});
    }
    return measured;
}

/// What was noted with the run that made a model: `meanNll:TEXT`. Its measuring run may be gone, or have named the folder in another way.
std::vector<Measurement> notedWith(const OldRun& run) {
    std::vector<Measurement> noted;
    for (const auto& [name, value] : run.metrics)
        for (const OldFigure& figure : kFigures) {
            const std::string prefix = std::string(figure.metric) + ":";
            if (!name.starts_with(prefix)) continue;
            const std::string text = name.substr(prefix.size());
            const auto beside = [&](const std::string& what) {
                const auto found = run.metrics.find(what + ":" + text);
                return found == run.metrics.end() ? std::nullopt : std::optional(found->second);
            };
            noted.push_back({figure.metric, figure.title, figure.lowerIsBetter, text, textOf(run.options, "out"), run.key, value,
                             intervalOf(figure, beside("meanNll"), beside("standardError")), 0, "tokens", run.id});
        }
    return noted;
}

}  // namespace

Result<void> migrateToMeasurements(const Database& database) {
    TACQ_CHECK(database.execute(kMeasurementsTable));
    TACQ_TRY(const std::vector<OldRun> runs, doneRuns(database));
    Owners owners;
    std::set<std::vector<std::string>> there;
    const auto mark = [](const Measurement& m) { return std::vector<std::string>{m.metric, m.text, m.maker, std::to_string(m.value)}; };
    for (const OldRun& run : runs) {
        owners.follow(run);
        for (const Measurement& measured : measuredBy(run, owners)) {
            there.insert(mark(measured));
            TACQ_CHECK(writeMeasurement(database, measured));
        }
    }
    for (const OldRun& run : runs)
        for (const Measurement& noted : notedWith(run))
            if (there.insert(mark(noted)).second) TACQ_CHECK(writeMeasurement(database, noted));
    return database.execute("DELETE FROM metrics WHERE name LIKE 'perplexity:%' OR name LIKE 'meanNll:%' OR name LIKE 'standardError:%'");
}

}  // namespace tacq
