#pragma once
// Private to the pipeline: from a quantized artifact to the finished folder OUT.
#include <functional>
#include <optional>

#include "pipeline/delivery/fitting.h"
#include "pipeline/delivery/output_folder.h"
#include "pipeline/requests/packed_plan.h"
#include "pipeline/requests/session.h"
#include "tacq/exporting/export.h"
#include "tacq/formats/exporter.h"

namespace tacq {

struct Delivery {
    const Exporter& format;
    ExportOptions options;
    bool verify = true;
    CardFacts card;
    Json provenance;              ///< written as tacq.json; carries `outputKey`
    Fitting fitting;              ///< what of the source the file does not hold
};
struct Delivered {
    std::vector<ExportedFile> files;
    std::vector<std::string> denseTensors;   ///< every tensor that is not narrow
    std::vector<std::string> wideLinears;    ///< those of them that are quantized in the source
    std::optional<Readback> readback;   ///< against what was to be written
    std::optional<Readback> source;     ///< against the source, where a pass ran again or values were rounded to another grid
    std::vector<Loss> lost;
    std::uint64_t weightBytes = 0;      ///< of its weight files
};

/// Linear i of the truth, in model order.
using LinearSource = std::function<Result<PackedLinear>(std::size_t)>;

/// What is delivered.
struct Goods {
    std::filesystem::path packed;              ///< the staged packed folder (stagePacked()); empty where none was made
    std::shared_ptr<const Checkpoint> model;   ///< the weights where there is none
    const Checkpoint& base;                    ///< the original with what changed of its dense tensors (withOverrides()); tells the types of `--tensor-dtype source`
    const LinearSource& linears;
    const PackedPlan* plan = nullptr;            ///< of the packed truth; null: a plain model
    std::shared_ptr<const Checkpoint> source = nullptr;   ///< what the packed truth is to be compared with, where it is not the source itself
};

/// Writes the packed truth beside OUT: the folder `packed` of its staging area. Its files' sizes must be the plan's, to the byte.
Result<std::filesystem::path> stagePacked(const OutputFolder& out, const PackedPlan& plan, const Checkpoint& source, const LinearSource& linears,
                                          const std::string& card, const RunContext& context);
/// Writes the format beside OUT, reads it back, and publishes it as OUT.
Result<Delivered> deliver(Session& session, OutputFolder& out, const Goods& goods, const Delivery& delivery);

/// The run key goes into the weight files.
ExportOptions exportOptions(const DenseOptions& dense, const std::string& runKey);
/// Bytes of the weight files that will stand in OUT and, where the packed truth of shape.plan is staged on the way, of that.
Result<std::uint64_t> outputBytes(const Exporter& format, const ExportShape& shape, const ExportOptions& options, bool stagesPacked);

Json filesJson(const std::vector<ExportedFile>& files);
/// `readback` member: null where it was not asked for.
Json readbackJson(const std::optional<Readback>& readback);
/// What an answer says about the file: `files, denseTensors, readback, exact, lost`, and `source` where there is such a comparison.
Json deliveredJson(const Delivered& delivered);
/// The figures of this very file, for the run that made it.
void noteFigures(Session& session, const Delivered& delivered);

}  // namespace tacq
