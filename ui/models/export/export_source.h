#pragma once
#include <QString>
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
/// Bytes of the weight files that format `hf` will write, to the byte. Opens the checkpoint: not for the GUI thread.
Result<quint64> denseBytes(const ExportSource& source);

/// How large a format will be, as far as it can be said before it is written.
struct ExportSize {
    quint64 bytes = 0;      ///< 0: not known
    bool exact = false;
};
/// `dense`: of denseBytes(), 0 while it is not known.
ExportSize exportSize(const ExportFormatWords& format, const ExportSource& source, quint64 dense);

}  // namespace tacq::ui
