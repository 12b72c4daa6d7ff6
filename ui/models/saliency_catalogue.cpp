#include "models/saliency_catalogue.h"

#include <QCoreApplication>
#include <QStringList>
#include <utility>

#include "models/matrix_difference.h"
#include "tacq/store/workspace.h"

namespace tacq::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SaliencyCatalogue)
};

}  // namespace

QString saliencyTitle(const SaliencyMeta& meta) {
    QStringList parts;
    if (!meta.taskName.empty()) parts << QString::fromStdString(meta.taskName);
    parts << Words::tr("%1 bit").arg(meta.grid.bits);
    if (meta.grid.groupSize > 0) parts << Words::tr("groups of %1").arg(meta.grid.groupSize);
    if (meta.samples > 0) parts << Words::tr("%n sample(s)", nullptr, static_cast<int>(meta.samples));
    parts << Words::tr("seed %1").arg(meta.seed);
    return parts.join(QStringLiteral(" · "));
}

bool sameSaliency(const SaliencyMeta& a, const SaliencyMeta& b) {
    return a.gradientKey == b.gradientKey && a.simulationKey == b.simulationKey && a.grid.bits == b.grid.bits && a.grid.groupSize == b.grid.groupSize &&
           a.grid.symmetry == b.grid.symmetry;
}

Result<std::vector<SaliencyEntry>> listSaliencies(const QString& workspace, const SaliencyMeta& like) {
    TACQ_TRY(const Workspace opened, Workspace::open(workspace.toStdString()));
    std::vector<SaliencyEntry> entries;
    for (const ArtifactInfo& artifact : opened.artifacts("saliency")) {
        // An artifact that cannot be read is `tacq workspace verify`'s business; here it only cannot be chosen.
        const auto meta = saliencyMetaFromJson(artifact.metaJson, artifact.key);
        if (!meta.ok() || meta.value().modelIdentity != like.modelIdentity || !sameMatrices(meta.value(), like) || sameSaliency(meta.value(), like)) continue;
        entries.push_back({saliencyTitle(meta.value()), artifact.folder, nullptr});
    }
    return entries;
}

}  // namespace tacq::ui
