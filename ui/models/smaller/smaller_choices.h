#pragma once
#include <optional>
#include <vector>

#include "models/model/model_summary.h"
#include "tacq/budget/smaller.h"
#include "tacq/store/measured_points.h"

namespace tacq::ui {

/// A size to choose, with what is known of it.
struct SizeOffer {
    int bits = 0;
    double megabytes = 0;               ///< rounded up so that planSmaller() agrees
    bool recommended = false;
    std::optional<double> loss;         ///< measured here, of this model and task, at most 5 % from this size; mean NLL
};
/// Sizes of 4, 3 and 2 bits, wide first (offeredSizes()). Exactly one is recommended: the smallest that was measured to keep the model usable (verdict.h),
/// else the widest: what has not been measured is not taken for good. Empty where nothing is smaller than the model.
std::vector<SizeOffer> sizeOffers(const ModelSummary& model, const MeasuredRuns& measured);

/// In MB, what is proposed first: the recommended offer while nothing was measured; the smallest possible size where there is no offer.
double proposedMegabytes(const ModelSummary& model);

/// What a folder for programs that load Hugging Face folders takes: 16 bits a weight, 32 where the original's matrices have 32.
quint64 plainFolderBytes(const ModelSummary& model);

/// Digits after the point that tell sizes of this model apart in MB.
int megabyteDecimals(const ModelSummary& model);

/// A name with only what may stand in a file's name on every system: letters, digits, "-" and "."; the rest becomes "_".
QString fileName(QString name);
/// Whether a folder can be made there: tries with a file beside it. Makes the folders above it.
bool canMake(const QString& folder);
/// Whether anything lies at this path, a link that leads nowhere included: the engine writes only where nothing is.
bool isTaken(const QString& path);
/// A folder that is not there yet: `base`, or `base-2`, `base-3`, …
QString freeFolder(const QString& base);

}  // namespace tacq::ui
