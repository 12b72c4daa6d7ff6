#pragma once
// Private to the pipeline: the stages that make artifacts, each keyed by everything its bytes depend on.
#include <memory>
#include <string>
#include <vector>

#include "numerics/grid_json.h"
#include "pipeline/requests/session.h"
#include "tacq/command/requests.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/checkpoint/quantized_folder.h"
#include "tacq/model/compute.h"
#include "tacq/base/hash.h"
#include "tacq/numerics/packed.h"
#include "tacq/numerics/score.h"
#include "tacq/quantize/pass_spec.h"
#include "tacq/saliency/gradient.h"
#include "tacq/store/saliency_artifact.h"
#include "tacq/store/workspace.h"
#include "tacq/task/task.h"

namespace tacq {

/// What every stage starts from.
struct StageInputs {
    std::shared_ptr<const Checkpoint> model;
    std::string identity;
    Calibration calibration;
    std::string calibrationKey;
    LossOn lossOn = LossOn::AllTokens;
    SampleOptions sampling;
    Compute compute;
};
Result<StageInputs> makeInputs(Session& session, std::shared_ptr<const Checkpoint> model, const CalibrationRequest& request);

/// What of the machine's arithmetic changes bytes: device, type, threads.
std::string arithmetic(const Compute& compute);

/// Makes, finds or waits for an artifact: `body` fills the partial folder and returns meta.json's object.
Result<ArtifactInfo> makeArtifact(Session& session, const std::string& key, const std::string& kind, Stage stage,
                                  const std::function<Result<Json>(const std::filesystem::path& folder)>& body);

std::string gradientKey(const StageInputs& inputs);
std::string simulationKey(const StageInputs& inputs, const GridOptions& grid);
std::string saliencyKey(const StageInputs& inputs, const GridOptions& grid);
/// Of the same gradients and simulation by another score; that of Method::Tacq is the saliency itself.
std::string scoredKey(const SaliencyMeta& meta, Method method);

Result<ArtifactInfo> gradientStage(Session& session, const StageInputs& inputs);
/// `spec`: one that simulates.
Result<ArtifactInfo> simulationStage(Session& session, const StageInputs& inputs, const PassSpec& spec);
/// Runs gradient and simulation first, where they are not there yet.
Result<ArtifactInfo> saliencyStage(Session& session, const StageInputs& inputs, const GridOptions& grid);
/// The sketch of a saliency by another score: its gradients, simulation and model must still be there.
Result<ArtifactInfo> scoredStage(Session& session, const ArtifactInfo& saliency, Method method);

/// A method's way to a circuit: which artifacts its score needs.
struct Upstream {
    std::string gradient, simulation, saliency;                    ///< keys; empty where the method does without
    std::filesystem::path gradientFile, simulationFolder, saliencyFolder;
};
Result<Upstream> upstreamStages(Session& session, const StageInputs& inputs, Method method, const GridOptions& grid);

/// The pass that saliency compares with: GPTQ on one grid, nothing kept.
PassSpec simulationSpec(const StageInputs& inputs, const GridOptions& grid);
/// What passes of these stages start from; `upstream` where the method's score was computed from artifacts.
PassInputs passInputs(const StageInputs& inputs, const Upstream& upstream = {});

/// layer-NNN.safetensors of the final pass. A pass that only simulates is the simulation itself. `keptPositions`: asked only if something is kept.
Result<ArtifactInfo> quantizedStage(Session& session, const StageInputs& inputs, const Upstream& upstream, const PassSpec& spec,
                                    const std::function<Result<std::vector<std::vector<std::uint32_t>>>()>& keptPositions);

/// Refuses work that cannot fit, before it starts, counting only stages that are not there yet. `out` is where `outputBytes` will go.
Result<void> ensureRoomFor(Session& session, const StageInputs& inputs, const GridOptions& grid, bool gradient, int passes, std::uint64_t outputBytes,
                           const std::filesystem::path& out, std::int64_t tuningEpochs = 0);

}  // namespace tacq
