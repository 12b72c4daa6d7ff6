#include "models/quantize/known_figures.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace tacq::ui {
namespace {

bool asked(const RunRecord& run, const QJsonObject& params) {
    for (auto it = params.begin(); it != params.end(); ++it)
        if (run.options.value(it.key()) != it.value()) return false;
    // Whatever else a run was told may shape its figure (fewer windows, another arithmetic); only the number of threads does not.
    for (auto it = run.options.begin(); it != run.options.end(); ++it)
        if (!params.contains(it.key()) && it.key() != QLatin1String("threads")) return false;
    return true;
}

}  // namespace

bool isUnchangedSince(const QString& modelPath, const RunRecord& run) {
    const QFileInfo model(modelPath);
    const QDateTime began = QDateTime::fromString(QString::fromStdString(run.info.started), Qt::ISODate);
    if (!model.exists() || !began.isValid()) return false;
    const QFileInfoList files = model.isDir() ? QDir(modelPath).entryInfoList(QDir::Files) : QFileInfoList{model};
    // Whole seconds: that is how a run notes its beginning.
    return std::all_of(files.begin(), files.end(), [&](const QFileInfo& file) { return file.lastModified().toSecsSinceEpoch() <= began.toSecsSinceEpoch(); });
}

std::vector<std::optional<QJsonObject>> knownFigures(const std::vector<RunRecord>& runs, const std::vector<FigureWish>& wishes) {
    std::vector<std::optional<QJsonObject>> known;
    for (const FigureWish& wish : wishes) {
        const auto found = std::find_if(runs.begin(), runs.end(), [&](const RunRecord& run) {
            return run.isDone() && run.info.command == wish.method.toStdString() && asked(run, wish.params) && isUnchangedSince(wish.folder, run);
        });
        known.push_back(found == runs.end() ? std::nullopt : std::optional(found->result));
    }
    return known;
}

}  // namespace tacq::ui
