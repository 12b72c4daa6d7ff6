#include "store/measurements.h"

#include <cmath>
#include <limits>

#include "base/json_integer.h"
#include "tacq/store/workspace.h"

namespace tacq {

const char* const kMeasurementsTable = R"(
CREATE TABLE measurements (
    run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE, metric TEXT NOT NULL, title TEXT NOT NULL, lower_is_better INTEGER NOT NULL,
    text TEXT NOT NULL, subject TEXT NOT NULL, maker TEXT NOT NULL, value REAL NOT NULL, low REAL, high REAL, level REAL,
    items INTEGER NOT NULL, unit TEXT NOT NULL, PRIMARY KEY (run, metric, text, subject)
) WITHOUT ROWID;
CREATE INDEX measurements_by_maker ON measurements (maker);
)";

Result<void> writeMeasurement(const Database& database, const Measurement& m) {
    if (!std::isfinite(m.value)) return {};
    TACQ_TRY(Statement insertion, database.prepare("INSERT OR REPLACE INTO measurements (run, metric, title, lower_is_better, text, subject, maker, value, low, high, level, items, unit) "
                                                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    insertion.bind(1, m.run).bind(2, m.metric).bind(3, m.title).bind(4, std::int64_t{m.lowerIsBetter}).bind(5, m.text).bind(6, m.subject).bind(7, m.maker).bind(8, m.value);
    if (m.interval) insertion.bind(9, m.interval->low).bind(10, m.interval->high).bind(11, m.interval->level);
    return insertion.bind(12, m.items).bind(13, m.unit).run();
}

namespace {

constexpr const char* kColumns = "SELECT run, metric, title, lower_is_better, text, subject, maker, value, low, high, level, items, unit FROM measurements ";

Result<bool> hasTable(const Database& database) {
    TACQ_TRY(const std::int64_t tables, database.integer("SELECT count(*) FROM sqlite_master WHERE name = 'measurements'"));
    return tables > 0;
}

Result<std::vector<Measurement>> readRows(Statement& query) {
    std::vector<Measurement> found;
    while (true) {
        TACQ_TRY(const bool more, query.step());
        if (!more) return found;
        Measurement m;
        m.run = query.integer(0);
        m.metric = query.text(1);
        m.title = query.text(2);
        m.lowerIsBetter = query.integer(3) != 0;
        m.text = query.text(4);
        m.subject = query.text(5);
        m.maker = query.text(6);
        m.value = query.real(7);
        if (!query.isNull(8) && !query.isNull(9)) m.interval = Interval{query.real(8), query.real(9), query.real(10)};
        m.items = query.integer(11);
        m.unit = query.text(12);
        found.push_back(std::move(m));
    }
}

}  // namespace

Result<std::vector<Measurement>> readMeasurements(const Database& database) {
    TACQ_TRY(const bool there, hasTable(database));
    if (!there) return std::vector<Measurement>();
    TACQ_TRY(Statement query, database.prepare((std::string(kColumns) + "ORDER BY run, metric").c_str()));
    return readRows(query);
}

Result<std::vector<Measurement>> readMeasurementsOf(const Database& database, std::int64_t run, const std::string& key) {
    TACQ_TRY(const bool there, hasTable(database));
    if (!there) return std::vector<Measurement>();
    TACQ_TRY(Statement query, database.prepare((std::string(kColumns) + "WHERE run = ? OR maker = ? ORDER BY run, metric").c_str()));
    query.bind(1, run).bind(2, key);
    return readRows(query);
}

std::map<std::string, double> figuresByName(const RunInfo& run) {
    std::map<std::string, double> figures = run.metrics;
    for (const Measurement& m : run.measurements) {
        if (m.run == run.id && m.maker != run.key) continue;
        figures[m.metric + ":" + m.text] = m.value;
        if (m.metric == "meanNll" && m.interval) figures["standardError:" + m.text] = standardErrorOf(m.interval);
    }
    return figures;
}

std::string measurementToJson(const Measurement& m) {
    const auto end = [&m](double Interval::*member) { return m.interval ? Json(*m.interval.*member) : Json(); };
    return dumpJson({{"metric", m.metric},
                     {"title", m.title},
                     {"lowerIsBetter", m.lowerIsBetter},
                     {"text", m.text},
                     {"subject", m.subject},
                     {"maker", m.maker},
                     {"value", m.value},
                     {"low", end(&Interval::low)},
                     {"high", end(&Interval::high)},
                     {"level", end(&Interval::level)},
                     {"items", m.items},
                     {"unit", m.unit},
                     {"run", m.run}});
}

Result<Measurement> measurementFromJson(const std::string& text, const std::string& context) {
    TACQ_TRY(const Json json, parseJson(text, context));
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    Measurement m;
    m.metric = textOf(json, "metric");
    const auto value = numberOf(json, "value");
    if (m.metric.empty() || !value) return Error{ErrorCode::InvalidFile, "a measurement has no metric or no value", context, ""};
    m.title = textOf(json, "title");
    m.lowerIsBetter = !json.contains("lowerIsBetter") || json.at("lowerIsBetter") != false;
    m.text = textOf(json, "text");
    m.subject = textOf(json, "subject");
    m.maker = textOf(json, "maker");
    m.value = *value;
    const auto low = numberOf(json, "low"), high = numberOf(json, "high");
    if (low && high) m.interval = Interval{*low, *high, numberOf(json, "level").value_or(kIntervalLevel)};
    m.items = integerOf(json, "items", 0, kMost).value_or(0);
    m.unit = textOf(json, "unit");
    m.run = integerOf(json, "run", 0, kMost).value_or(0);
    return m;
}

}  // namespace tacq
