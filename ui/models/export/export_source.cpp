#include "models/export/export_source.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QSet>
#include <memory>

#include "models/shared/format.h"
#include "models/shared/json_lines.h"
#include "models/shared/result_words.h"
#include "tacq/checkpoint/packed_shapes.h"
#include "tacq/checkpoint/quantized_folder.h"
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
    if (plain) source.packedBytes = countIn(result, "modelBytes");
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
        source.title = Words::tr("%1 · %2").arg(ResultWords::name(project, *it), Format::bytes(static_cast<double>(it->bytes)));
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
        sources.back().layers = QString::fromStdString(there.value()->folder.string());
    }
    return sources;
}

Result<ExportSizes> exportSizes(const ExportSource& source) {
    const bool isRun = source.folder.isEmpty();
    TACQ_TRY(Checkpoint opened, Checkpoint::open((isRun ? source.model : source.folder).toStdString()));
    std::shared_ptr<const Checkpoint> base = std::make_shared<const Checkpoint>(std::move(opened));
    std::vector<PackedShape> linears;
    if (isRun && !source.layers.isEmpty()) {
        TACQ_TRY(base, withOverrides(base, source.layers.toStdString()));
        TACQ_TRY(linears, QuantizedFolder(source.layers.toStdString(), base->linears()).shapes());
    } else if (!isRun && base->kind() == CheckpointKind::Packed) {
        TACQ_TRY(linears, packedShapes(*base));
    }
    const std::string anyKey(kRunKeyLength, '0');
    PackedPlan plan = uniformPlan(base->linears(), denseTensors(base->linears(), base->tensors()), linears.empty() ? GridOptions{} : linears.front().grid, EmbeddingBits::Source16, "source", anyKey, anyKey);
    plan.linears = linears;
    // A run is written out as its original is stored; a packed folder, as its own config says.
    const ExportShape shape{*base, isRun || !linears.empty(), linears.empty() ? nullptr : &plan};
    ExportOptions options;
    options.metadata = {{"run_key", anyKey}};
    options.tool = "TaCQ Workbench:" + QCoreApplication::applicationVersion().toStdString();
    ExportSizes sizes;
    for (const Exporter* exporter : exporters())
        if (const auto bytes = exporter->weightBytes(shape, options); bytes.ok()) sizes.emplace(QString::fromLatin1(exporter->name), bytes.value());
    return sizes;
}

ExportSize exportSize(const ExportFormatWords& format, const ExportSource& source, const ExportSizes& sizes) {
    const Exporter* own = findExporter(format.name.toStdString());
    // What a run or result says of itself, it was written with: embeddings in 8 bits, say.
    if (own && own->isPackedTruth) return {source.packedBytes, source.packedBytes > 0};
    if (const auto known = sizes.find(format.name); known != sizes.end()) return {known->second, true};
    if (own || format.lowBit) return {};
    // One of the engine's that this window does not know: wide ones hold the same weights.
    for (const Exporter* exporter : exporters())
        if (const auto wide = sizes.find(QString::fromLatin1(exporter->name)); !exporter->lowBit && wide != sizes.end()) return {wide->second, false};
    return {};
}

}  // namespace tacq::ui
