#include "pipeline/delivery/task_importance.h"

#include <algorithm>

#include "pipeline/requests/source.h"
#include "tacq/store/saliency_artifact.h"

namespace tacq {
namespace {

/// Every column counts for something: where no gradient ever was, a hundred-millionth of the largest.
constexpr double kLeast = 1e-8;

LinearImportance ofMatrix(const SaliencyArtifact& saliency, std::size_t matrix) {
    const LinearInfo& linear = saliency.meta().linears[matrix];
    LinearImportance importance{linear.name, linear.rows, {}, saliency.meta().figures[matrix].saliencySum};
    double largest = 0;
    std::vector<double> columns;
    for (const float sum : saliency.marginals(matrix, MatrixLayer::Gradient).columnSum) {
        const double mean = static_cast<double>(sum) / static_cast<double>(linear.rows);
        columns.push_back(mean * mean);
        largest = std::max(largest, columns.back());
    }
    // Only ratios within a matrix matter; as they are, small gradients would leave float's range once squared.
    for (const double value : columns) importance.columns.push_back(largest > 0 ? static_cast<float>(std::max(value / largest, kLeast)) : 1.0f);
    return importance;
}

}  // namespace

Result<TaskImportance> taskImportance(Session& session, const Json& provenance) {
    const auto result = provenance.find("result");
    const std::string key = result == provenance.end() ? std::string() : textOf(*result, "saliencyArtifact");
    if (key.empty())
        return Error{ErrorCode::NotFound, "this run computed no saliency", textOf(provenance, "runKey"), "give a run of a method that scores weights: tacq quantize … --method tacq"};
    TACQ_TRY(const Workspace* workspace, session.workspace());
    TACQ_TRY(const ArtifactInfo artifact, artifactOf(session, *workspace, *result, "saliencyArtifact"));
    TACQ_TRY(const SaliencyArtifact saliency, SaliencyArtifact::open(artifact.folder));
    TaskImportance importance{saliency.meta().samples, saliency.meta().tokens, {}};
    for (std::size_t i = 0; i < saliency.meta().linears.size(); ++i) importance.linears.push_back(ofMatrix(saliency, i));
    return importance;
}

}  // namespace tacq
