#include "models/export/export_source.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QSet>

#include "models/shared/format.h"
#include "models/shared/json_lines.h"
#include "tacq/formats/exporter.h"
#include "tacq/store/workspace.h"

namespace tacq::ui {
namespace {

constexpr int kRunKeyLength = 64;   // hex digits, as every key of a workspace

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ExportSource)
};


/// The first text that this run's model was measured on.
std::optional<PerplexityFigure> measured(const RunInfo& run) {
    const std::map<std::string, double> figures = figuresByName(run);
    for (const auto& [name, value] : figures) {
        if (!name.starts_with("perplexity:")) continue;
        PerplexityFigure figure;
        figure.perplexity = value;
        if (const auto error = figures.find("standardError:" + name.substr(11)); error != figures.end()) figure.standardError = error->second;
        return figure;
    }
    return std::nullopt;
}

ExportSource sourceOf(const RunInfo& run, const QJsonObject& options, const QJsonObject& result) {
    ExportSource source;
    source.source = QString::number(run.id);
    source.model = options.value(QLatin1String("model")).toString();
    source.out = options.value(QLatin1String("out")).toString();
    source.modelName = QString::fromStdString(run.modelName);
    source.bits = result.value(QLatin1String("grid")).toObject().value(QLatin1String("bits")).toInt(options.value(QLatin1String("bits")).toInt());
    // Exported with other types of dense tensors than it was made with, it has another size.
    const bool plain = options.value(QLatin1String("embeddingBits")).toInt(16) == 16 && options.value(QLatin1String("tensorDtype")).toString(QStringLiteral("source")) == QLatin1String("source");
    if (plain) source.packedBytes = static_cast<quint64>(result.value(QLatin1String("modelBytes")).toDouble());
    source.perplexity = measured(run);
    source.title = Words::tr("run #%1 · %2 · %3 · %4 bit").arg(run.id).arg(source.modelName, QString::fromStdString(run.taskName)).arg(source.bits);
    return source;
}

}  // namespace

std::vector<ExportSource> sessionSources(const Project& project) {
    std::vector<ExportSource> sources;
    const auto& results = project.results();
    for (auto it = results.rbegin(); it != results.rend(); ++it) {
        ExportSource source;
        source.title = Words::tr("%1 · %2").arg(project.nameOf(*it), Format::bytes(static_cast<double>(it->bytes)));
        source.source = source.folder = it->folder;
        if (project.model()) source.model = project.model()->path;
        if (project.model()) source.modelName = project.model()->name;
        source.bits = it->grid.bits;
        source.packedBytes = it->bytes;
        source.perplexity = it->perplexity;
        sources.push_back(std::move(source));
    }
    return sources;
}

Result<std::vector<ExportSource>> finishedRuns(const QString& workspace) {
    TACQ_TRY(const Workspace opened, Workspace::openForReading(workspace.toStdString()));
    TACQ_TRY(const std::vector<RunInfo> runs, opened.runs());
    std::vector<ExportSource> sources;
    QSet<QString> seen;
    for (const RunInfo& run : runs) {
        if (run.command != "quantize" || run.state != "done") continue;
        const QJsonObject result = jsonObject(run.resultJson);
        const QString artifact = result.value(QLatin1String("artifact")).toString();
        if (artifact.isEmpty() || seen.contains(artifact)) continue;
        const auto there = opened.find(artifact.toStdString());
        if (!there.ok() || !there.value()) continue;   // collected since
        seen.insert(artifact);
        sources.push_back(sourceOf(run, jsonObject(run.optionsJson), result));
    }
    return sources;
}

Result<quint64> denseBytes(const ExportSource& source) {
    const QString& path = source.folder.isEmpty() ? source.model : source.folder;
    TACQ_TRY(const Checkpoint checkpoint, Checkpoint::open(path.toStdString()));
    // A run is written out as its original is stored; a packed folder, as its own config says.
    const ExportShape shape{checkpoint, source.folder.isEmpty(), nullptr};
    TACQ_TRY(const std::uint64_t bytes, findExporter("hf")->weightBytes(shape, {"source", {{"run_key", std::string(kRunKeyLength, '0')}}}));
    return static_cast<quint64>(bytes);
}

ExportSize exportSize(const ExportFormatWords& format, const ExportSource& source, quint64 dense) {
    if (format.name == QLatin1String("tacq")) return {source.packedBytes, source.packedBytes > 0};
    if (format.name == QLatin1String("hf")) return {dense, dense > 0};
    // Other formats pack in ways of their own. Wide ones hold the same weights as hf.
    return {format.lowBit ? 0 : dense, false};
}

}  // namespace tacq::ui
