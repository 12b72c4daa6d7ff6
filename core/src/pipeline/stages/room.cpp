#include <algorithm>

#include "pipeline/stages/forecast.h"
#include "pipeline/stages/stages.h"

namespace tacq {

Result<void> ensureRoomFor(Session& session, const StageInputs& inputs, const GridOptions& grid, bool gradient, int passes, std::uint64_t outputBytes,
                           const std::filesystem::path& out, std::int64_t tuningEpochs) {
    TACQ_TRY(const Workspace* workspace, session.workspace());
    TACQ_TRY(const auto gradientThere, workspace->find(gradientKey(inputs)));
    TACQ_TRY(const auto simulationThere, workspace->find(simulationKey(inputs, grid)));
    WorkSize work;
    work.calibrationTokens = inputs.calibration.tokenCount;
    for (const auto& row : inputs.calibration.rows) work.longestRow = std::max(work.longestRow, static_cast<std::int64_t>(row.size()));
    work.gradient = gradient && !gradientThere;
    work.passes = std::max(0, passes - (simulationThere ? 1 : 0));
    work.outputBytes = outputBytes;
    work.tuningEpochs = tuningEpochs;
    work.tuningInGroups = grid.groupSize > 0;
    return ensureRoom(forecast(geometryOf(*inputs.model), work), workspace->folder(), out);
}

}  // namespace tacq
