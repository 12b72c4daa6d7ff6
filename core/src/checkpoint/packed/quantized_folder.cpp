#include "tacq/checkpoint/quantized_folder.h"

#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <system_error>

#include "base/json.h"
#include "base/mapped_guard.h"
#include "checkpoint/packed/dense_file.h"
#include "checkpoint/packed/packed_reader.h"
#include "tacq/base/parallel.h"
#include "tacq/checkpoint/packed_layer.h"
#include "tacq/checkpoint/safetensors.h"

namespace tacq {
namespace fs = std::filesystem;
namespace {

constexpr const char* kHint = "run `tacq workspace verify`";

Error lacking(const std::string& linear) { return {ErrorCode::InvalidFile, "a block lacks one of its matrices", linear, kHint}; }

/// Σ (W − Ŵ)², rows in order.
Result<double> squaredError(const Checkpoint& base, const PackedLinear& linear) {
    TACQ_TRY(const std::vector<float> weight, base.readAll(linear.name));
    base.release(linear.name);
    const auto columns = static_cast<std::size_t>(linear.columns);
    std::vector<double> squares(static_cast<std::size_t>(linear.rows));
    parallelFor(squares.size(), 8, [&](std::size_t begin, std::size_t end) {
        std::vector<float> row(columns);
        for (std::size_t r = begin; r < end; ++r) {
            dequantizeRows(linear, static_cast<std::int64_t>(r), static_cast<std::int64_t>(r) + 1, row);
            for (std::size_t c = 0; c < columns; ++c) {
                const double error = static_cast<double>(weight[r * columns + c]) - static_cast<double>(row[c]);
                squares[r] += error * error;
            }
        }
    });
    double sum = 0;
    for (const double square : squares) sum += square;
    return sum;
}

/// What the file's metadata says of its own linears; empty: nothing.
Result<std::vector<double>> errorsOf(const fs::path& file) {
    TACQ_TRY(const SafetensorsFile opened, SafetensorsFile::open(file));
    const auto found = opened.metadata().find(kSquaredErrorsKey);
    std::vector<double> errors;
    if (found == opened.metadata().end()) return errors;
    const char* at = found->second.c_str();
    for (char* end = nullptr; *at != '\0'; at = end) {
        errors.push_back(std::strtod(at, &end));
        if (end == at) break;
    }
    return errors;
}

Result<void> rewriteLayer(const fs::path& from, const fs::path& to, const Checkpoint& base, const std::map<std::string, std::size_t>& indices, const QuantizedChange& change) {
    TACQ_TRY(std::vector<PackedLinear> linears, readPackedLayer(from));
    TACQ_TRY(std::vector<double> errors, errorsOf(from));
    for (std::size_t i = 0; i < linears.size() && change.linear; ++i) {
        PackedLinear& linear = linears[i];
        const PackedShape before = linear.shape();
        const auto index = indices.find(before.name);
        if (index == indices.end()) return Error{ErrorCode::InvalidFile, "a packed linear is none of the model's", from.string() + ": " + before.name, kHint};
        TACQ_TRY(const bool changed, change.linear(index->second, linear));
        if (!changed) continue;
        if (linear.name != before.name || linear.rows != before.rows || linear.columns != before.columns)
            return Error{ErrorCode::Internal, "a step gave a linear another name or shape", before.name, "report this defect"};
        if (errors.size() == linears.size()) { TACQ_TRY(errors[i], squaredError(base, linear)); }
    }
    std::map<std::string, std::string> metadata;
    if (!errors.empty()) metadata[kSquaredErrorsKey] = squaredErrorsText(errors);
    // A block made from a file that is not whole any more would pass for a finished one in the next run.
    TACQ_CHECK(checkMappedFiles(Sizes::Ask));
    return writePackedLayer(to, linears, metadata);
}

/// The members of both, the later ones in the place of the earlier ones.
Result<std::string> joinedConfig(const fs::path& earlier, const std::string& later) {
    TACQ_TRY(const SafetensorsFile file, SafetensorsFile::open(earlier));
    const auto found = file.metadata().find(kDenseConfigKey);
    if (found == file.metadata().end()) return later;
    if (later.empty()) return found->second;
    TACQ_TRY(Json joined, parseJson(found->second, earlier.string()));
    TACQ_TRY(const Json members, parseJson(later, "the changed configuration"));
    joined.update(members);
    return dumpJson(joined);
}

/// The artifact's overrides with the change's in their place.
Result<void> rewriteDense(const fs::path& from, const fs::path& to, const Checkpoint& base, const DenseOverrides& change, const RunContext& context) {
    std::error_code ignored;
    const bool earlier = fs::exists(denseFile(from), ignored);
    if (!earlier && change.tensors.empty()) return {};
    if (!earlier) return writeDenseOverrides(denseFile(to), change, context);
    // Aliased, not owned: the caller's model outlives this view.
    TACQ_TRY(const auto before, withOverrides(std::shared_ptr<const Checkpoint>(std::shared_ptr<void>(), &base), from));
    DenseOverrides all = change;
    TACQ_TRY(all.config, joinedConfig(denseFile(from), change.config));
    TACQ_TRY(const SafetensorsFile there, SafetensorsFile::open(denseFile(from)));
    std::set<std::string> named;
    for (const TensorInfo& tensor : change.tensors) named.insert(tensor.name);
    for (const TensorInfo& tensor : before->tensors()) {
        const bool held = there.find(tensor.name) || there.find(packedPrefix(tensor.name) + ".codes8");
        if (held && !named.contains(tensor.name)) all.tensors.push_back(tensor);
    }
    all.values = [&](const std::string& name, std::int64_t begin, std::int64_t end, std::span<float> out) {
        return named.contains(name) ? change.values(name, begin, end, out) : before->readRows(name, begin, end, out);
    };
    return writeDenseOverrides(denseFile(to), all, context);
}

}  // namespace

fs::path layerFile(const fs::path& folder, std::int64_t layer) {
    char name[40];
    std::snprintf(name, sizeof name, "layer-%03lld.safetensors", static_cast<long long>(layer));
    return folder / name;
}

fs::path denseFile(const fs::path& folder) { return folder / "dense.safetensors"; }

Result<PackedLinear> QuantizedFolder::read(std::size_t index) {
    const LinearInfo& wanted = m_linears.at(index);
    if (wanted.layer != m_layer) {
        TACQ_TRY(m_block, readPackedLayer(layerFile(m_folder, wanted.layer)));
        m_layer = wanted.layer;
    }
    for (const PackedLinear& linear : m_block)
        if (linear.name == wanted.name) return linear;
    return lacking(wanted.name);
}

Result<std::vector<PackedShape>> QuantizedFolder::shapes() const {
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

Result<void> rewriteQuantized(const fs::path& from, const fs::path& to, const Checkpoint& base, const QuantizedChange& change, const RunContext& context) {
    std::map<std::string, std::size_t> indices;
    for (std::size_t i = 0; i < base.linears().size(); ++i) indices.emplace(base.linears()[i].name, i);
    for (std::int64_t layer = 0; layer < base.config().layers; ++layer) {
        TACQ_CHECK(context.checkpoint());
        std::error_code ignored;
        // Written by rename, so it is whole unless the disk is at fault: then it is made again.
        if (fs::exists(layerFile(to, layer), ignored) && readPackedLayer(layerFile(to, layer)).ok()) continue;
        TACQ_CHECK(rewriteLayer(layerFile(from, layer), layerFile(to, layer), base, indices, change));
    }
    return rewriteDense(from, to, base, change.dense, context);
}

std::string squaredErrorsText(std::span<const double> errors) {
    std::string text;
    for (const double error : errors) {
        char number[32];
        std::snprintf(number, sizeof number, "%s%.17g", text.empty() ? "" : " ", error);
        text += number;
    }
    return text;
}

Result<std::vector<double>> squaredErrors(const fs::path& folder, const Checkpoint& model) {
    std::vector<double> all;
    for (std::int64_t layer = 0; layer < model.config().layers; ++layer) {
        TACQ_TRY(const std::vector<double> errors, errorsOf(layerFile(folder, layer)));
        if (errors.empty()) return Error{ErrorCode::InvalidFile, "the block's figures are missing", layerFile(folder, layer).string(), kHint};
        all.insert(all.end(), errors.begin(), errors.end());
    }
    if (all.size() != model.linears().size()) return Error{ErrorCode::InvalidFile, "figures and matrices differ in number", folder.string(), kHint};
    return all;
}

}  // namespace tacq
