#pragma once
#include <vector>

#include "models/model/model_summary.h"
#include "tacq/budget/smaller.h"

namespace tacq::ui {

/// Sizes to offer for a model, from its own and the smallest possible: half, a third, a quarter, the smallest; those that cannot be are left out.
struct SizePreset {
    int part = 0;            ///< 2, 3, 4; 0: the smallest possible
    double megabytes = 0;    ///< rounded so that planSmaller() agrees
};
std::vector<SizePreset> sizePresets(const ModelSummary& model);
/// What is proposed first: a third, or the smallest if that is more.
double proposedMegabytes(const ModelSummary& model);

/// Digits after the point that tell sizes of this model apart in MB.
int megabyteDecimals(const ModelSummary& model);

/// A name with only what may stand in a file's name on every system: letters, digits, "-" and "."; the rest becomes "_".
QString fileName(QString name);
/// Whether anything lies at this path, a link that leads nowhere included: the engine writes only where nothing is.
/// Whether a folder can be made there: tries with a file beside it. Makes the folders above it.
bool canMake(const QString& folder);
bool isTaken(const QString& path);
/// A folder that is not there yet: `base`, or `base-2`, `base-3`, …
QString freeFolder(const QString& base);

}  // namespace tacq::ui
