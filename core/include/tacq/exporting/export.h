#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/base/run_context.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/evaluate/evaluate.h"
#include "tacq/formats/exporter.h"
#include "tacq/model/compute.h"

namespace tacq {

struct ExportedFile {
    std::string path;  ///< relative to the folder
    std::uint64_t bytes = 0;
    std::string sha256;
};
/// Every file below `folder`, by path.
Result<std::vector<ExportedFile>> listFiles(const std::filesystem::path& folder, const RunContext& context);

/// How what was written reads back.
struct Readback {
    double maxAbsDiff = 0;  ///< over every weight, against the truth in float32: only the rounding of the tensor type
    double klMean = 0;      ///< mean KL(truth ‖ read back) per token over the probe text, nats
    double top1 = 1;        ///< share of the probe's positions where both name the same next token first
};
/// Opens `folder` anew and compares every tensor and, where any value differs, the logits. InvalidFile if a tensor is missing, misshapen or not finite.
///
/// Example:
///     const auto check = [](const ExportJob& job, const TokenRows& probe, const Compute& compute) -> Result<Readback> {
///         TACQ_TRY(const Exporter* exporter, exporterNamed("hf"));
///         TACQ_TRY(const std::filesystem::path folder, exporter->write(job, {}));
///         return readBack(folder, job.truth, probe, compute, job.context);
///     };
Result<Readback> readBack(const std::filesystem::path& folder, std::shared_ptr<const Checkpoint> truth, const TokenRows& probe, const Compute& compute,
                          const RunContext& context);

/// What a model card says. Empty texts and zero numbers leave their line out. Texts may come from anywhere (a model file's metadata, another card, a
/// data set): modelCard() makes each one line and quotes it, for YAML or for Markdown.
struct CardFacts {
    std::string title, baseModel;
    std::string licence;                               ///< of the base: its identifier (`apache-2.0`); what is none becomes `other` with a name
    std::string licenceName, licenceLink;              ///< of a licence without an identifier
    std::vector<std::string> languages;                ///< ISO codes
    const Exporter* format = nullptr;                  ///< what the folder is
    std::string taskName, taskLicence, method, toolVersion, runKey, modelIdentity;
    std::uint64_t overrides = 0;                       ///< tensors that a recipe sets apart from the common grid
    int bits = 0;
    std::int64_t groupSize = -1;
    bool symmetric = false;
    double bitsPerWeight = 0;                          ///< ledger total, outliers included
    std::uint64_t kept = 0;
    std::int64_t quantizableWeights = 0;
    std::int64_t samples = 0, tokens = 0;
    std::uint64_t seed = 0;
    std::vector<std::string> steps;                    ///< what followed the pass, in words
    std::map<std::string, double> metrics;
    std::uint64_t weightBytes = 0;                     ///< of the weight files
    std::vector<std::pair<std::string, std::string>> ledger;   ///< where the bits go: what, how much
    std::vector<std::string> lost, denseTensors;       ///< what the file does not hold as its source does; matrices that stayed wide
    std::string recipe;                                ///< all options that shaped it, JSON
};
/// README.md: YAML front matter for the Hub, then what was done and how to load it. Same facts, same bytes.
std::string modelCard(const CardFacts& facts);

}  // namespace tacq
