#include "pipeline/delivery/delivery.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <system_error>

#include "base/mapped_guard.h"
#include "pipeline/delivery/file_facts.h"
#include "pipeline/delivery/task_importance.h"
#include "pipeline/requests/token_source.h"
#include "pipeline/requests/version.h"
#include "pipeline/stages/stages.h"
#include "tacq/base/file_io.h"
#include "tacq/base/hash.h"
#include "tacq/checkpoint/dense_overrides.h"

namespace tacq {
namespace {

Result<std::shared_ptr<const Checkpoint>> openShared(const std::filesystem::path& path) {
    TACQ_TRY(Checkpoint opened, Checkpoint::open(path));
    return std::shared_ptr<const Checkpoint>(std::make_shared<Checkpoint>(std::move(opened)));
}

/// Whether a dense tensor holds the base's values as its own type stores them.
Result<bool> holdsDense(const std::string& name, const Checkpoint& written, const Checkpoint& base) {
    constexpr std::int64_t kElements = std::int64_t{1} << 21;
    const TensorInfo *there = written.find(name), *wanted = base.find(name);
    if (!there || !wanted || there->shape != wanted->shape) return false;
    const std::int64_t rows = there->shape.size() < 2 ? 1 : there->shape[0], columns = there->elements() / std::max<std::int64_t>(rows, 1);
    const std::int64_t step = std::max<std::int64_t>(1, kElements / std::max<std::int64_t>(columns, 1));
    std::vector<float> expected, found;
    for (std::int64_t row = 0; row < rows; row += step) {
        const std::int64_t end = std::min(rows, row + step);
        expected.resize(static_cast<std::size_t>((end - row) * columns));
        found.resize(expected.size());
        TACQ_CHECK(base.readRows(name, row, end, expected));
        TACQ_CHECK(written.readRows(name, row, end, found));
        roundToStored(there->type, columns, expected);
        if (expected != found) return false;
    }
    return true;
}

/// The packed file holds the truth itself, so every value must be the same.
Result<Readback> readBackPacked(const Checkpoint& written, const Checkpoint& base, const LinearSource& linears, const RunContext& context) {
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
    bool dense = std::equal(written.changed().begin(), written.changed().end(), base.changed().begin(), base.changed().end());
    for (const std::string& name : base.changed()) {
        TACQ_TRY(const bool held, holdsDense(name, written, base));
        dense = dense && held;
    }
    if (result.maxAbsDiff != 0 || !dense) return Error{ErrorCode::Internal, "the packed checkpoint does not read back as written", written.path().string(), "report this defect"};
    return result;
}

/// What is known of the file apart from its list of files; kept in tacq.json, for whoever asks for the same again.
Json fileJson(const Delivered& delivered) {
    Json object{{"denseTensors", delivered.denseTensors}, {"readback", readbackJson(delivered.readback)}, {"exact", delivered.lost.empty()}, {"lost", lostJson(delivered.lost)}};
    if (delivered.source) object["source"] = readbackJson(delivered.source);
    return object;
}

Result<Delivered> finish(Session& session, OutputFolder& out, const std::filesystem::path& staged, const Delivery& delivery, Delivered delivered) {
    TACQ_TRY(delivered.files, listFiles(staged, session.context()));
    // What belongs to the result, so that a damaged one is not taken for it.
    Json provenance = delivery.provenance;
    provenance["export"] = fileJson(delivered);
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
    std::optional<TaskImportance> importance;
    if (format.needsSaliency) { TACQ_TRY(importance, taskImportance(session, delivery.provenance)); }
    const std::span<const PackedShape> linears = goods.plan == nullptr ? std::span<const PackedShape>() : std::span<const PackedShape>(goods.plan->linears);
    const ExportJob job{folder, truth, goods.packed, goods.base, modelCard(delivery.card), session.context(), linears, importance ? &*importance : nullptr};
    TACQ_TRY(const std::filesystem::path staged, format.write(job, delivery.options));

    Delivered delivered;
    delivered.lost = delivery.fitting.lost;
    delivered.wideLinears = delivery.fitting.dense;
    TACQ_TRY(delivered.weightBytes, checkSizes(staged, format, {goods.base, goods.plan != nullptr, goods.plan}, delivery.options));
    std::set<std::string> lowBit;
    if (format.lowBit)
        for (const LinearInfo& linear : truth->linears()) lowBit.insert(linear.name);
    for (const std::string& wide : delivery.fitting.dense) lowBit.erase(wide);
    for (const TensorInfo& tensor : truth->tensors())
        if (!lowBit.contains(tensor.name) && !format.needsSaliency) delivered.denseTensors.push_back(tensor.name);
    if (delivery.verify && format.readBack == ReadBack::Codes) {
        TACQ_TRY(const auto written, openShared(staged));
        TACQ_TRY(delivered.readback, readBackPacked(*written, goods.base, goods.linears, session.context()));
    } else if (delivery.verify && format.readBack == ReadBack::Values) {
        TACQ_TRY(const Compute compute, session.compute());
        TACQ_TRY(delivered.readback, readBack(staged, truth, probeRows(*truth), compute, session.context()));
        if (goods.source) { TACQ_TRY(delivered.source, readBack(staged, goods.source, probeRows(*truth), compute, session.context())); }
    }
    if (!delivery.card.title.empty()) {
        CardFacts card = delivery.card;
        describeFile(card, format, delivered);
        TACQ_CHECK(writeTextAtomic(staged / "README.md", modelCard(card)));
    }
    // A result made from a file that is not whole any more would be taken for the finished one.
    TACQ_CHECK(lostSince(lost));
    return finish(session, out, staged, delivery, std::move(delivered));
}

ExportOptions exportOptions(const DenseOptions& dense, const std::string& runKey) {
    ExportOptions options;
    options.tensorDtype = dense.tensorDtype;
    options.metadata = {{"run_key", runKey}};
    options.tool = std::string("TaCQ Workbench:") + kVersion;
    return options;
}

Result<std::uint64_t> outputBytes(const Exporter& format, const ExportShape& shape, const ExportOptions& options, bool stagesPacked) {
    TACQ_TRY(std::uint64_t bytes, format.weightBytes(shape, options));
    if (!stagesPacked || format.isPackedTruth) return bytes;
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
    return {{"maxAbsDiff", readback->maxAbsDiff}, {"klMean", readback->klMean}, {"top1", readback->top1}};
}

Json deliveredJson(const Delivered& delivered) {
    Json object{{"files", filesJson(delivered.files)}};
    object.update(fileJson(delivered));
    return object;
}

void noteFigures(Session& session, const Delivered& delivered) {
    session.metric("fileBytes", static_cast<double>(delivered.weightBytes));
    const std::optional<Readback>& against = delivered.source ? delivered.source : delivered.readback;
    if (!against) return;
    session.metric("fileMaxAbsDiff", against->maxAbsDiff);
    session.metric("fileKlMean", against->klMean);
    session.metric("fileTop1", against->top1);
}

}  // namespace tacq
