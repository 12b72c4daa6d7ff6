#include "pipeline/delivery/delivery.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <system_error>

#include "base/mapped_guard.h"
#include "pipeline/requests/token_source.h"
#include "pipeline/stages/stages.h"
#include "tacq/base/file_io.h"
#include "tacq/base/hash.h"
#include "tacq/checkpoint/packed_layer.h"

namespace tacq {
namespace {

Result<std::shared_ptr<const Checkpoint>> openShared(const std::filesystem::path& path) {
    TACQ_TRY(Checkpoint opened, Checkpoint::open(path));
    return std::shared_ptr<const Checkpoint>(std::make_shared<Checkpoint>(std::move(opened)));
}

Error lacking(const std::string& linear) { return {ErrorCode::InvalidFile, "a block lacks one of its matrices", linear, "run `tacq workspace verify`"}; }

/// The packed file holds the truth itself, so every value must be the same.
Result<Readback> readBackPacked(const Checkpoint& written, const LinearSource& linears, const RunContext& context) {
    Readback result;
    std::vector<float> expected, there;
    for (std::size_t i = 0; i < written.linears().size(); ++i) {
        TACQ_CHECK(context.checkpoint());
        TACQ_TRY(const PackedLinear linear, linears(i));
        expected.resize(static_cast<std::size_t>(linear.rows * linear.columns));
        there.resize(expected.size());
        dequantizeRows(linear, 0, linear.rows, expected);
        TACQ_CHECK(written.readRows(linear.name, 0, linear.rows, there));
        written.release(linear.name);
        for (std::size_t j = 0; j < there.size(); ++j)
            result.maxAbsDiff = std::max(result.maxAbsDiff, std::abs(static_cast<double>(expected[j]) - static_cast<double>(there[j])));
        context.report({Stage::Verify, i + 1, written.linears().size(), "tensors", linear.name, result.maxAbsDiff});
    }
    if (result.maxAbsDiff != 0) return Error{ErrorCode::Internal, "the packed checkpoint does not read back as written", written.path().string(), "report this defect"};
    return result;
}

Result<Delivered> finish(Session& session, OutputFolder& out, const std::filesystem::path& staged, const Delivery& delivery, Delivered delivered) {
    TACQ_TRY(delivered.files, listFiles(staged, session.context()));
    // What belongs to the result, so that a damaged one is not taken for it.
    Json provenance = delivery.provenance;
    provenance["files"] = filesJson(delivered.files);
    const std::string text = dumpJson(provenance, 1) + "\n";
    TACQ_CHECK(writeTextAtomic(staged / kProvenanceName, text));
    delivered.files.push_back({kProvenanceName, text.size(), sha256Hex(text)});
    std::sort(delivered.files.begin(), delivered.files.end(), [](const ExportedFile& a, const ExportedFile& b) { return a.path < b.path; });
    TACQ_CHECK(session.context().checkpoint());
    TACQ_CHECK(out.publish(staged));
    return delivered;
}

}  // namespace

Result<PackedLinear> ArtifactLinears::read(std::size_t index) {
    const LinearInfo& wanted = m_linears.at(index);
    if (wanted.layer != m_layer) {
        TACQ_TRY(m_block, readPackedLayer(layerFile(m_folder, wanted.layer)));
        m_layer = wanted.layer;
    }
    for (const PackedLinear& linear : m_block)
        if (linear.name == wanted.name) return linear;
    return lacking(wanted.name);
}

Result<std::vector<PackedShape>> ArtifactLinears::shapes() const {
    std::vector<PackedShape> shapes;
    std::optional<PackedLayerFile> file;
    std::int64_t layer = -1;
    for (const LinearInfo& linear : m_linears) {
        if (linear.layer != layer) {
            TACQ_TRY(auto opened, PackedLayerFile::open(layerFile(m_folder, linear.layer)));
            file.emplace(std::move(opened));
            layer = linear.layer;
        }
        const std::ptrdiff_t at = file->find(linear.name);
        if (at < 0) return lacking(linear.name);
        shapes.push_back(file->shape(static_cast<std::size_t>(at)));
    }
    return shapes;
}

Result<std::filesystem::path> stagePacked(const OutputFolder& out, const PackedPlan& plan, const Checkpoint& source, const LinearSource& linears,
                                          const std::string& card, const RunContext& context) {
    const std::size_t lost = lostFileCount();
    TACQ_TRY(const std::filesystem::path folder, out.stage("packed"));
    TACQ_CHECK(writePackedFolder(folder, plan, source, linears, card, context));
    TACQ_TRY(const std::vector<PackedFileSize> sizes, packedFileSizes(plan));
    for (const PackedFileSize& expected : sizes) {
        std::error_code failed;
        const auto bytes = std::filesystem::file_size(folder / expected.path, failed);
        if (failed || bytes != expected.bytes)
            return Error{ErrorCode::Internal, "a file's size is not what the ledger said: " + std::to_string(expected.bytes) + " bytes", expected.path, "report this defect"};
    }
    TACQ_CHECK(lostSince(lost));
    return folder;
}

Result<Delivered> deliver(Session& session, OutputFolder& out, const Goods& goods, const Delivery& delivery) {
    const std::size_t lost = lostFileCount();
    const Exporter& format = delivery.format;
    std::shared_ptr<const Checkpoint> truth = goods.model;
    if (!goods.packed.empty()) { TACQ_TRY(truth, openShared(goods.packed)); }
    TACQ_TRY(const std::filesystem::path folder, out.stage("result"));
    const ExportJob job{folder, truth, goods.packed, goods.base, modelCard(delivery.card), session.context()};
    TACQ_TRY(const std::filesystem::path staged, format.write(job, delivery.options));

    Delivered delivered;
    std::set<std::string> lowBit;
    if (format.lowBit)
        for (const LinearInfo& linear : truth->linears()) lowBit.insert(linear.name);
    for (const TensorInfo& tensor : truth->tensors())
        if (!lowBit.contains(tensor.name)) delivered.denseTensors.push_back(tensor.name);
    if (delivery.verify && format.readBack == ReadBack::Codes) {
        TACQ_TRY(const auto written, openShared(staged));
        TACQ_TRY(delivered.readback, readBackPacked(*written, goods.linears, session.context()));
    } else if (delivery.verify) {
        TACQ_TRY(const Compute compute, session.compute());
        TACQ_TRY(delivered.readback, readBack(staged, truth, probeRows(*truth), compute, session.context()));
    }
    // A result made from a file that is not whole any more would be taken for the finished one.
    TACQ_CHECK(lostSince(lost));
    return finish(session, out, staged, delivery, std::move(delivered));
}

ExportOptions exportOptions(const DenseOptions& dense, const std::string& runKey) { return {dense.tensorDtype, {{"run_key", runKey}}}; }

Result<std::uint64_t> outputBytes(const Exporter& format, const ExportShape& shape, const ExportOptions& options) {
    TACQ_TRY(std::uint64_t bytes, format.weightBytes(shape, options));
    if (shape.plan == nullptr || format.isPackedTruth) return bytes;
    TACQ_TRY(const auto files, packedFileSizes(*shape.plan));
    for (const PackedFileSize& file : files) bytes += file.bytes;
    return bytes;
}

Json filesJson(const std::vector<ExportedFile>& files) {
    Json list = Json::array();
    for (const ExportedFile& file : files) list.push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    return list;
}

Json readbackJson(const std::optional<Readback>& readback) {
    if (!readback) return nullptr;
    return {{"maxAbsDiff", readback->maxAbsDiff}, {"klMean", readback->klMean}};
}

}  // namespace tacq
