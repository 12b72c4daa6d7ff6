#pragma once
#include <QString>
#include <map>
#include <optional>
#include <vector>

#include "models/export/export_formats.h"
#include "models/shared/project.h"

namespace tacq::ui {

/// A smaller model that can be exported: one of this session, or a finished run of the workspace.
struct ExportSource {
    QString title;
    QString source;          ///< what `tacq export` takes: a folder, or the number of a run
    QString folder;          ///< packed checkpoint; empty for a run
    QString layers;          ///< folder of a run's quantized artifact; empty: not at hand
    QString out;             ///< where a run wrote it
    QString model;           ///< path of the original
    QString modelName;
    int bits = 0;
    quint64 packedBytes = 0; ///< of format `tacq`; 0: not known
    std::optional<PerplexityFigure> perplexity;
};

/// The results of this session, newest first.
std::vector<ExportSource> sessionSources(const Project& project);
/// The finished quantize runs of a workspace, newest first, each result once. Touches files: not for the GUI thread.
Result<std::vector<ExportSource>> finishedRuns(const QString& workspace);
/// Bytes of the weight files by format, to the byte.
using ExportSizes = std::map<QString, quint64>;
/// What each format of this program's table says that it will write (Exporter::weightBytes), where it can be said. Opens checkpoint and headers: not for the GUI thread.
Result<ExportSizes> exportSizes(const ExportSource& source);

/// How large a format will be, as far as it can be said before it is written.
struct ExportSize {
    quint64 bytes = 0;      ///< 0: not known
    bool exact = false;
};
/// `sizes`: of exportSizes(), empty while they are not known. A format that an engine knows and this window does not is told by what it is like.
ExportSize exportSize(const ExportFormatWords& format, const ExportSource& source, const ExportSizes& sizes);

}  // namespace tacq::ui
