#include "models/saliency/saliency_source.h"

#include <utility>

#include "models/shared/artifact_source.h"

namespace tacq::ui {
Result<SaliencyPointer> openSaliency(const std::filesystem::path& folder) {
    TACQ_TRY(auto artifact, SaliencyArtifact::open(folder));
    // Without the model the sketches still show; readRows() then says why single weights cannot.
    static_cast<void>(artifact.attachModel().ok());
    return SaliencyPointer(std::make_shared<ArtifactSource>(std::move(artifact), folder));
}

std::uint64_t totalElements(const SaliencyMeta& meta) {
    std::uint64_t total = 0;
    for (const LinearInfo& linear : meta.linears) total += elementsOf(linear);
    return total;
}

}  // namespace tacq::ui
