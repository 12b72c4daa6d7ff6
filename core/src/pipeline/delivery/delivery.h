#pragma once
// Private to the pipeline: from a quantized artifact to the finished folder OUT.
#include <functional>
#include <optional>

#include "pipeline/delivery/output_folder.h"
#include "pipeline/requests/packed_plan.h"
#include "pipeline/requests/session.h"
#include "tacq/exporting/export.h"

namespace tacq {

/// The packed linears of a quantized artifact, one block in memory at a time.
class ArtifactLinears {
public:
    ArtifactLinears(std::filesystem::path folder, std::span<const LinearInfo> linears) : m_folder(std::move(folder)), m_linears(linears.begin(), linears.end()) {}
    Result<PackedLinear> read(std::size_t index);

private:
    std::filesystem::path m_folder;
    std::vector<LinearInfo> m_linears;
    std::vector<PackedLinear> m_block;
    std::int64_t m_layer = -1;
};

struct Delivery {
    ExportFormat format = ExportFormat::HuggingFace;
    std::string tensorDtype = "source";
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

/// Writes the packed truth beside OUT: the folder `packed` of its staging area. Its files' sizes must be the plan's, to the byte.
Result<std::filesystem::path> stagePacked(const OutputFolder& out, const PackedPlan& plan, const Checkpoint& source, const LinearSource& linears,
                                          const std::string& card, const RunContext& context);
/// Publishes a staged packed folder as OUT, or its dequantized form. `base` tells the types of `--tensor-dtype source`.
Result<Delivered> deliverPacked(Session& session, OutputFolder& out, const std::filesystem::path& packed, const Checkpoint& base, const LinearSource& linears,
                                const Delivery& delivery);
/// Publishes `model`, whatever it is, as a Hugging Face folder.
Result<Delivered> deliverDense(Session& session, OutputFolder& out, std::shared_ptr<const Checkpoint> model, const Checkpoint& base, const Delivery& delivery);

/// Of the files that will stand in OUT and of those made beside them on the way: the packed folder of `plan` (null: none is made), and the
/// dense one where the format is a Hugging Face folder.
std::uint64_t outputBytes(const PackedPlan* plan, ExportFormat format, const std::string& tensorDtype, const Checkpoint& model);

Json filesJson(const std::vector<ExportedFile>& files);
/// `readback` member: null where it was not asked for.
Json readbackJson(const std::optional<Readback>& readback);

}  // namespace tacq
