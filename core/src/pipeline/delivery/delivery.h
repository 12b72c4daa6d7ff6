#pragma once
// Private to the pipeline: from a quantized artifact to the finished folder OUT.
#include <functional>
#include <optional>

#include "pipeline/delivery/output_folder.h"
#include "pipeline/requests/packed_plan.h"
#include "pipeline/requests/session.h"
#include "tacq/exporting/export.h"
#include "tacq/formats/exporter.h"

namespace tacq {

/// The packed linears of a quantized artifact, one block in memory at a time.
class ArtifactLinears {
public:
    ArtifactLinears(std::filesystem::path folder, std::span<const LinearInfo> linears) : m_folder(std::move(folder)), m_linears(linears.begin(), linears.end()) {}
    Result<PackedLinear> read(std::size_t index);
    /// Of all linears, in model order, from the files' headers.
    Result<std::vector<PackedShape>> shapes() const;

private:
    std::filesystem::path m_folder;
    std::vector<LinearInfo> m_linears;
    std::vector<PackedLinear> m_block;
    std::int64_t m_layer = -1;
};

struct Delivery {
    const Exporter& format;
    ExportOptions options;
    bool verify = true;
    CardFacts card;
    Json provenance;              ///< written as tacq.json; carries `outputKey`
};
struct Delivered {
    std::vector<ExportedFile> files;
    std::vector<std::string> denseTensors;
    std::optional<Readback> readback;
};

/// Linear i of the truth, in model order.
using LinearSource = std::function<Result<PackedLinear>(std::size_t)>;

/// What is delivered.
struct Goods {
    std::filesystem::path packed;              ///< the staged packed folder (stagePacked()); empty where none was made
    std::shared_ptr<const Checkpoint> model;   ///< the weights where there is none
    const Checkpoint& base;                    ///< tells the types of `--tensor-dtype source`
    const LinearSource& linears;
};

/// Writes the packed truth beside OUT: the folder `packed` of its staging area. Its files' sizes must be the plan's, to the byte.
Result<std::filesystem::path> stagePacked(const OutputFolder& out, const PackedPlan& plan, const Checkpoint& source, const LinearSource& linears,
                                          const std::string& card, const RunContext& context);
/// Writes the format beside OUT, reads it back, and publishes it as OUT.
Result<Delivered> deliver(Session& session, OutputFolder& out, const Goods& goods, const Delivery& delivery);

/// The run key goes into the weight files.
ExportOptions exportOptions(const DenseOptions& dense, const std::string& runKey);
/// Bytes of the weight files that will stand in OUT and of those made beside them on the way (the packed truth of shape.plan, if any).
Result<std::uint64_t> outputBytes(const Exporter& format, const ExportShape& shape, const ExportOptions& options);

Json filesJson(const std::vector<ExportedFile>& files);
/// `readback` member: null where it was not asked for.
Json readbackJson(const std::optional<Readback>& readback);

}  // namespace tacq
