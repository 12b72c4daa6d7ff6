#include "models/runs/run_record.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <utility>

#include "engine/foreign_names.h"
#include "models/shared/json_lines.h"
#include "models/shared/names.h"
#include "tacq/store/run_kind.h"

namespace tacq::ui {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

double numberOf(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)).toDouble(kUnknown); }

double metricOf(const RunInfo& run, const std::string& name) {
    const auto found = run.metrics.find(name);
    return found == run.metrics.end() ? kUnknown : found->second;
}

double firstKnown(std::initializer_list<double> values) {
    for (const double value : values)
        if (!std::isnan(value)) return value;
    return kUnknown;
}

/// Perplexities measured later carry the text after a colon. That of the run's own task is the one to show.
void addMeasuredLater(RunRecord& record) {
    static const QString kPrefix = QStringLiteral("perplexity:");
    const QString task = QString::fromStdString(record.info.taskName);
    for (const auto& [name, value] : record.info.metrics) {
        const QString key = QString::fromStdString(name);
        if (!key.startsWith(kPrefix)) continue;
        const QString text = key.mid(kPrefix.size());
        if (!std::isnan(record.perplexity) && !text.startsWith(task)) continue;
        record.perplexity = value;
        record.perplexityText = text;
        if (text.startsWith(task)) return;
    }
}

void addPerplexity(RunRecord& record) {
    record.perplexityText = QString::fromStdString(record.info.taskName);
    record.perplexity = metricOf(record.info, "perplexity");
    // A saliency's loss on its own calibration text is no measurement: it stands among the run's figures.
    if (std::isnan(record.perplexity)) record.perplexity = std::exp(numberOf(record.result, "meanNllB"));
    if (record.isQuantize()) addMeasuredLater(record);
}

double secondsOf(const RunRecord& record) {
    if (const double noted = numberOf(record.result, "seconds"); !std::isnan(noted)) return noted;
    const auto time = [](const std::string& text) { return QDateTime::fromString(QString::fromStdString(text), Qt::ISODate); };
    const QDateTime started = time(record.info.started), finished = time(record.info.finished);
    return started.isValid() && finished.isValid() ? static_cast<double>(started.msecsTo(finished)) / 1000 : kUnknown;
}

void flatten(const QJsonObject& object, const QString& prefix, RunField::Part part, std::vector<RunField>& into) {
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString name = prefix.isEmpty() ? it.key() : prefix + QLatin1Char('.') + it.key();
        if (it->isObject()) flatten(it->toObject(), name, part, into);
        else if (!it->isArray() && !it->isNull()) into.push_back({part, name, it.value()});
    }
}

RunFigure withInterval(RunFigure figure, const std::optional<Interval>& interval) {
    if (interval) figure.low = interval->low, figure.high = interval->high;
    return figure;
}

/// The measurement behind a figure; null where the figure is none, or the engine is too old to say.
const Measurement* measurementOf(const RunInfo& run, const QString& metric, const QString& text) {
    const Measurement* newest = nullptr;
    for (const Measurement& one : run.measurements)
        if (metric == QString::fromStdString(one.metric) && (text.isEmpty() ? one.run == run.id : text == QString::fromStdString(one.text))) newest = &one;
    return newest;
}

RunFigure meanFigure(const QString& name, const QString& text, double nll, double error, bool perplexity) {
    RunFigure figure{name, text, perplexity ? std::exp(nll) : nll, {}, {}};
    const auto interval = meanInterval(nll, error);
    return withInterval(std::move(figure), perplexity ? expInterval(interval) : interval);
}

}  // namespace

QString RunRecord::saliencyKey() const {
    const std::string_view member = saliencyMember(info.command);
    const QString key = result.value(QLatin1String(member.data(), static_cast<qsizetype>(member.size()))).toString();
    return checkArtifactKey(key).ok() ? key : QString();
}

QString RunRecord::modelPath() const {
    const QString asked = option("model"), said = asked.isEmpty() && makesSaliency(info.command) ? result.value(QLatin1String("model")).toString() : asked;
    // `model/` on a command line is the model that a window opens as `model`.
    return said.isEmpty() ? said : QDir::cleanPath(said);
}

QString RunRecord::modelMark() const { return saliencyKey().isEmpty() ? QString() : modelPath(); }

QString RunRecord::tags() const {
    QStringList all;
    for (const std::string& tag : info.label.tags) all << QString::fromStdString(tag);
    return all.join(QStringLiteral(", "));
}

RunRecord makeRunRecord(RunInfo run) {
    RunRecord record;
    record.info = std::move(run);
    record.info.metrics = figuresByName(record.info);
    record.options = jsonObject(record.info.optionsJson);
    record.result = jsonObject(record.info.resultJson);
    record.result.remove(QLatin1String("perTensor"));
    if (record.isQuantize()) record.quantization = quantizationName(record.options);
    // Older runs noted what a converter had written into a GGUF; it goes by its file.
    if (record.modelPath().endsWith(QLatin1String(".gguf"), Qt::CaseInsensitive)) record.info.modelName = QFileInfo(record.modelPath()).completeBaseName().toStdString();
    record.bits = firstKnown({numberOf(record.result.value(QLatin1String("ledger")).toObject(), "total"), metricOf(record.info, "bitsPerWeight"), numberOf(record.options, "bits")});
    record.kept = firstKnown({numberOf(record.result, "kept"), metricOf(record.info, "kept")});
    record.bytes = firstKnown({numberOf(record.result, "modelBytes"), metricOf(record.info, "modelBytes")});
    addPerplexity(record);
    record.seconds = secondsOf(record);
    return record;
}

RunInfo runFromJson(const QJsonObject& run) {
    const auto text = [&run](const char* key) { return run.value(QLatin1String(key)).toString().toStdString(); };
    const auto json = [&run](const char* key) {
        const QJsonValue value = run.value(QLatin1String(key));
        return value.isObject() ? QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact).toStdString() : std::string();
    };
    RunInfo info;
    info.id = run.value(QLatin1String("id")).toInteger();
    info.key = text("key");
    info.command = text("command");
    info.commandLine = text("commandLine");
    info.optionsJson = json("options");
    info.resultJson = json("result");
    info.modelName = text("model");
    info.taskName = text("task");
    info.state = text("state");
    info.error = text("error");
    info.started = text("started");
    info.finished = text("finished");
    info.label.name = text("name");
    info.label.note = text("note");
    for (const QJsonValue& tag : run.value(QLatin1String("tags")).toArray()) info.label.tags.push_back(tag.toString().toStdString());
    const QJsonObject metrics = run.value(QLatin1String("metrics")).toObject();
    for (auto it = metrics.begin(); it != metrics.end(); ++it)
        if (it->isDouble()) info.metrics[it.key().toStdString()] = it->toDouble();
    for (const QJsonValue& one : run.value(QLatin1String("measurements")).toArray())
        if (auto measurement = measurementFromJson(QJsonDocument(one.toObject()).toJson(QJsonDocument::Compact).toStdString(), "run"); measurement.ok()) info.measurements.push_back(std::move(measurement).value());
    return info;
}

std::vector<RunRecord> runRecordsFrom(const QJsonArray& runs) {
    std::vector<RunRecord> records;
    for (const QJsonValue& run : runs) {
        RunRecord record = makeRunRecord(runFromJson(run.toObject()));
        record.modelThere = !record.modelPath().isEmpty();
        record.outThere = !record.option("out").isEmpty();
        records.push_back(std::move(record));
    }
    return records;
}

Result<std::vector<RunRecord>> loadRuns(const QString& folder) {
    std::vector<RunRecord> records;
    // Looking must not make a workspace.
    if (!QFileInfo::exists(folder + QLatin1String("/workspace.sqlite"))) return records;
    TACQ_TRY(const Workspace workspace, Workspace::openForReading(folder.toStdString()));
    TACQ_TRY(std::vector<RunInfo> runs, workspace.runs());
    for (RunInfo& run : runs) {
        RunRecord record = makeRunRecord(std::move(run));
        record.modelThere = !record.modelPath().isEmpty() && QFileInfo::exists(record.modelPath());
        record.outThere = !record.option("out").isEmpty() && QFileInfo::exists(record.option("out"));
        records.push_back(std::move(record));
    }
    return records;
}

std::vector<RunFigure> figuresOf(const RunRecord& run) {
    std::vector<RunFigure> figures;
    for (const auto& [name, value] : run.info.metrics) {
        const QString key = QString::fromStdString(name), what = key.section(QLatin1Char(':'), 0, 0), of = key.section(QLatin1Char(':'), 1);
        if (what == QLatin1String("standardError")) continue;
        const auto beside = [&](const QString& figure) { return metricOf(run.info, (of.isEmpty() ? figure : figure + QLatin1Char(':') + of).toStdString()); };
        const double nll = beside(QStringLiteral("meanNll")), error = beside(QStringLiteral("standardError"));
        const QString text = of.isEmpty() ? QString::fromStdString(run.info.taskName) : of;
        const bool perplexity = what == QLatin1String("perplexity");
        if (const Measurement* one = measurementOf(run.info, what, of)) figures.push_back(withInterval({what, text, value, {}, {}}, one->interval));
        else if ((perplexity || what == QLatin1String("meanNll")) && !std::isnan(nll)) figures.push_back(meanFigure(what, text, nll, error, perplexity));
        else figures.push_back({what, of, value, {}, {}});
    }
    const double low = numberOf(run.result, "low"), high = numberOf(run.result, "high");
    if (const double value = numberOf(run.result, "value"); run.info.measurements.empty() && !std::isnan(value) && !std::isnan(low) && !std::isnan(high))
        figures.push_back({run.result.value(QLatin1String("metric")).toString(), QString::fromStdString(run.info.taskName), value, low, high});
    return figures;
}

std::vector<RunField> fieldsOf(const RunRecord& run) {
    using Part = RunField::Part;
    std::vector<RunField> fields{{Part::Run, QStringLiteral("command"), QString::fromStdString(run.info.command)},
                                 {Part::Run, QStringLiteral("model"), QString::fromStdString(run.info.modelName)},
                                 {Part::Run, QStringLiteral("task"), QString::fromStdString(run.info.taskName)},
                                 {Part::Run, QStringLiteral("state"), QString::fromStdString(run.info.state)}};
    flatten(run.options, {}, Part::Option, fields);
    for (const auto& [name, value] : run.info.metrics) fields.push_back({Part::Metric, QString::fromStdString(name), value});
    QJsonObject rest = run.result;
    // Said already, or different for every run.
    for (const char* key : {"command", "model", "task", "out", "run"}) rest.remove(QLatin1String(key));
    for (const auto& [name, value] : run.info.metrics) rest.remove(QString::fromStdString(name));
    flatten(rest, {}, Part::Result, fields);
    return fields;
}

}  // namespace tacq::ui
