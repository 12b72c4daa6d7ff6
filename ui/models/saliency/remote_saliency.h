#pragma once
#include <QByteArray>
#include <QString>
#include <QStringList>
#include <functional>

#include "models/saliency/saliency_source.h"

namespace tacq::ui {

/// How a saliency on another computer is reached. All for the GUI thread; answers come there too.
struct SaliencyLink {
    /// Brings a matrix file into the artifact's folder.
    std::function<void(std::size_t matrix, std::function<void(Result<void>)> done)> bringMatrix;
    /// `rows/LAYER/MATRIX/BEGIN-END`, float32.
    std::function<void(const QString& part, std::function<void(Result<QByteArray>)> done)> bringRows;
};

/// What has to be here before a remote saliency can be opened: all but the matrices' own files. The matrices' number comes from meta.json.
QStringList sketchParts(std::size_t matrices);

/// Opens the parts in `folder`; the rest is brought when it is looked at. Touches files: not for the GUI thread.
Result<SaliencyPointer> openRemoteSaliency(const std::filesystem::path& folder, SaliencyLink link);

}  // namespace tacq::ui
