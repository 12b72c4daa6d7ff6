#include "checkpoint/hf/collect.h"

#include <algorithm>
#include <unordered_set>

#include "checkpoint/hf/foreign_weights.h"
#include "checkpoint/packed/packed_reader.h"
#include "checkpoint/words/word_linear.h"

namespace tacq {
namespace {

constexpr const char* kEmbedding = "model.embed_tokens.weight";
constexpr const char* kHead = "lm_head.weight";

Error invalid(std::string what, const CheckpointData& data, std::string hint = "get an undamaged copy of the model") {
    return {ErrorCode::InvalidFile, std::move(what), data.path.string(), std::move(hint)};
}

std::optional<TensorType> weightType(const std::string& dtype) {
    if (dtype == "F32") return TensorType::F32;
    if (dtype == "F16") return TensorType::F16;
    if (dtype == "BF16") return TensorType::BF16;
    if (dtype == "F64") return TensorType::F64;
    return std::nullopt;
}

std::string shapeText(const std::vector<std::int64_t>& shape) {
    std::string text;
    for (const std::int64_t size : shape) text.append(text.empty() ? "[" : ", ").append(std::to_string(size));
    return text.append(shape.empty() ? "[]" : "]");
}

StoredTensor stored(const ModelTensor& expected, const FoundTensor& found, TensorType type) {
    StoredTensor tensor;
    tensor.info = {expected.name, type, expected.shape, found.entry->bytes};
    tensor.data = found.bytes;
    return tensor;
}

/// Rows of a tensor, from `begin` on, as the tensor `part`.
StoredTensor slice(StoredTensor whole, const ModelTensor& part, std::int64_t begin) {
    const std::size_t rowBytes = whole.data.size() / static_cast<std::size_t>(whole.info.shape[0]);
    whole.data = whole.data.subspan(static_cast<std::size_t>(begin) * rowBytes, static_cast<std::size_t>(part.shape[0]) * rowBytes);
    whole.info = {part.name, whole.info.type, part.shape, whole.data.size()};
    return whole;
}

/// The error for files none of whose tensors belongs to a layer as these families call it.
std::optional<Error> otherNames(const TensorMap& tensors, const CheckpointData& data) {
    std::string first;
    for (const auto& [name, found] : tensors) {
        if (name.starts_with("model.layers.")) return std::nullopt;
        if (name.find(".attention.wq.") != std::string::npos)
            return Error{ErrorCode::UnsupportedFormat, "the tensors have the names of the original release (\"" + name.substr(0, 120) + "\")", data.path.string(),
                         "download the model's files in the layout of transformers: config.json and model*.safetensors"};
        if (first.empty() || name < first) first = name;
    }
    return Error{ErrorCode::UnsupportedModel, "none of the tensors has a name that a " + data.config.architectureName + " gives its layers (\"" + first.substr(0, 120) + "\")",
                 data.path.string(), "check that config.json belongs to these weights; supported are " + supportedArchitectures()};
}

/// What stands where a plain tensor of the model is expected: an adapter, packed weights, nothing, or one of another shape.
Error notPlain(const ModelTensor& expected, const FoundTensor& found, const TensorMap& tensors, const std::string& claimed, const CheckpointData& data) {
    if (auto adapter = unmergedAdapter(tensors, data.path)) return *adapter;
    const auto evidence = packedBy(tensors);
    const bool plainType = found.entry && weightType(found.entry->dtype);
    if (!plainType && (evidence || !claimed.empty())) return quantizedElsewhere(claimed, evidence, data.path);
    if (found.entry && !plainType)
        return {ErrorCode::UnsupportedFormat, "tensor \"" + expected.name + "\" has dtype " + found.entry->dtype, data.path.string(), "weights may be F32, F16, BF16 or F64"};
    if (found.entry)
        return invalid("tensor \"" + expected.name + "\" has shape " + shapeText(found.entry->shape) + " where config.json asks for " + shapeText(expected.shape), data);
    if (auto other = otherNames(tensors, data)) return *other;
    if (expected.name == kHead)
        return invalid("tensor \"lm_head.weight\" is missing", data, "if the model shares its embeddings with the head, set \"tie_word_embeddings\": true in config.json; else get an undamaged copy");
    return invalid("tensor \"" + expected.name + "\" is missing", data);
}

/// Buffers that older transformers saved and no reader needs.
bool isIgnored(const std::string& name, bool tied) {
    return name.ends_with(".rotary_emb.inv_freq") || name.ends_with(".masked_bias") || (tied && name == kHead);
}

bool allZero(std::span<const std::byte> bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](std::byte b) { return b == std::byte{0}; });
}

/// Parts of a layer that a model of these families may have and a forward pass without them would miss; anything else is not known at all.
bool wouldBeMissed(const std::string& name, const FoundTensor& found) {
    if (!name.starts_with("model.layers.")) return false;
    const bool bias = name.ends_with("_proj.bias"), norm = name.ends_with(".q_norm.weight") || name.ends_with(".k_norm.weight");
    return norm || (bias && !allZero(found.bytes));
}

Result<void> leaveAside(std::vector<std::string> names, const TensorMap& tensors, CheckpointData& data) {
    if (names.empty()) return {};
    std::sort(names.begin(), names.end());
    for (const std::string& name : names)
        if (wouldBeMissed(name, tensors.at(name)))
            return Error{ErrorCode::UnsupportedModel, "tensor \"" + name.substr(0, 120) + "\" is not part of a " + data.config.architectureName + " with this config.json",
                         data.path.string(), "if the model does have it, say so in config.json (attention_bias, mlp_bias, model_type)"};
    std::string text = std::to_string(names.size()) + (names.size() == 1 ? " tensor that a " : " tensors that a ") + data.config.architectureName +
                       (names.size() == 1 ? " does not have is left aside: " : " does not have are left aside: ");
    for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 3); ++i) text += (i > 0 ? ", \"" : "\"") + tensors.at(names[i]).entry->name.substr(0, 120) + "\"";
    if (names.size() > 3) text += " and more";
    data.notes.push_back({"tensors-ignored", std::move(text)});
    return {};
}

/// Whether two tensors hold the same numbers, whatever their types; reads no more of them than it takes to tell.
bool sameNumbers(const FoundTensor& a, const FoundTensor& b) {
    constexpr std::size_t kPiece = std::size_t{1} << 22;
    if (a.entry->shape != b.entry->shape) return false;
    if (a.entry->dtype == b.entry->dtype) {
        for (std::size_t at = 0; at < a.bytes.size(); at += kPiece) {
            const auto left = a.bytes.subspan(at, std::min(kPiece, a.bytes.size() - at)), right = b.bytes.subspan(at, left.size());
            if (!std::equal(left.begin(), left.end(), right.begin())) return false;
            releaseMapped(left);
            releaseMapped(right);
        }
        return true;
    }
    const auto leftType = weightType(a.entry->dtype), rightType = weightType(b.entry->dtype);
    if (!leftType || !rightType) return false;
    const StoredTensor left = stored({{}, a.entry->shape, TensorRole::Head, {}, -1}, a, *leftType), right = stored({{}, b.entry->shape, TensorRole::Head, {}, -1}, b, *rightType);
    std::vector<float> one(static_cast<std::size_t>(left.columns())), other(one.size());
    for (std::int64_t row = 0; row < left.rows(); ++row)
        if (!readTensorRows(left, row, row + 1, one).ok() || !readTensorRows(right, row, row + 1, other).ok() || one != other) return false;
    return true;
}

}  // namespace

Result<void> settleHead(TensorMap& tensors, CheckpointData& data) {
    if (!data.config.tiedEmbeddings) return {};
    const auto head = tensors.find(kHead), embedding = tensors.find(kEmbedding);
    if (head == tensors.end()) return {};
    if (embedding == tensors.end()) {
        const FoundTensor shared = head->second;
        tensors.emplace(kEmbedding, shared);
        data.notes.push_back({"embeddings-from-head", "the file holds the tied embeddings under the head's name only: they are read from there"});
    } else if (!sameNumbers(head->second, embedding->second)) {
        data.config.tiedEmbeddings = false;
        data.notes.push_back({"head-kept", "config.json ties the head to the embeddings (tie_word_embeddings), but the file holds a head with values of its own: "
                                           "it is kept, as transformers 5 does, and exports keep it"});
    }
    return {};
}

Result<void> collectTensors(const TensorMap& tensors, const std::map<std::string, GridOptions>& grids, const std::string& claimed, CheckpointData& data,
                            const std::optional<WordConfig>& words) {
    std::unordered_set<std::string> used;
    const auto find = [&](const std::string& name) {
        const auto found = tensors.find(name);
        if (found == tensors.end()) return FoundTensor{};
        used.insert(name);
        return found->second;
    };
    for (const ModelTensor& expected : modelTensors(data.config)) {
        const auto grid = grids.find(expected.name);
        if (grid != grids.end()) {
            TACQ_TRY(auto tensor, findPackedLinear(expected.name, expected.shape[0], expected.shape[1], grid->second, find, data.path.string()));
            data.tensors.push_back(std::move(tensor));
            continue;
        }
        std::optional<StoredTensor> packed;
        if (words && expected.shape.size() == 2) {
            TACQ_TRY(packed, findWordLinear(expected.name, expected.shape[0], expected.shape[1], *words, find, data.path.string()));
        }
        if (packed) {
            data.tensors.push_back(std::move(*packed));
            continue;
        }
        std::optional<StoredTensor> codes8;
        if (!grids.empty()) {
            TACQ_TRY(codes8, findCodes8(expected, find, data.path.string()));
        }
        if (codes8) {
            data.tensors.push_back(std::move(*codes8));
            continue;
        }
        const auto fused = fusedRows(data.config, expected);
        // Our packed folders keep the parts' biases apart whatever the family does.
        const bool whole = fused && (tensors.contains(fused->whole.name) || !tensors.contains(expected.name));
        const ModelTensor& kept = whole ? fused->whole : expected;
        const FoundTensor found = find(kept.name);
        const auto type = found.entry ? weightType(found.entry->dtype) : std::nullopt;
        if (!type || found.entry->shape != kept.shape) return notPlain(kept, found, tensors, claimed, data);
        data.tensors.push_back(whole ? slice(stored(kept, found, *type), expected, fused->begin) : stored(expected, found, *type));
    }
    std::vector<std::string> rest;
    for (const auto& [name, found] : tensors)
        if (!used.contains(name) && !isIgnored(name, data.config.tiedEmbeddings)) rest.push_back(name);
    return leaveAside(std::move(rest), tensors, data);
}

}  // namespace tacq
