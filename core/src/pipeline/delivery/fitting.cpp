#include "pipeline/delivery/fitting.h"

#include <algorithm>
#include <unordered_set>

#include "tacq/numerics/packed_part.h"

namespace tacq {
namespace {

/// Whether every value of one type is a value of the other.
bool holds(const std::string& stored, TensorType type) {
    if (stored == tensorTypeName(type)) return true;
    if (stored == "F32") return type != TensorType::F64;
    return (stored == "F16" && type == TensorType::F16) || (stored == "BF16" && type == TensorType::BF16);
}

/// One entry a kind of loss and reason.
void add(std::vector<Loss>& lost, const std::string& what, std::int64_t weights, const std::string& text) {
    auto entry = std::find_if(lost.begin(), lost.end(), [&](const Loss& one) { return one.what == what && one.text == text; });
    if (entry == lost.end()) entry = lost.insert(lost.end(), Loss{what, 0, 0, text});
    ++entry->tensors;
    entry->weights += weights;
}

void fitLinears(const Exporter& format, const PackedPlan& plan, const ExportOptions& options, Fitting& fitting) {
    for (const PackedShape& shape : plan.linears) {
        const LinearFit& fit = fitting.linears.emplace_back(format.fit(shape, options));
        switch (fit.how) {
            case LinearFit::How::Exact: break;
            case LinearFit::How::Dense: fitting.dense.push_back(shape.name); break;
            case LinearFit::How::OtherGrid:
            case LinearFit::How::Encoded:
                if (shape.kept > 0) add(fitting.lost, "kept-weights", shape.kept, "weights kept in 16 bit have no place of their own in this format");
                if (!shape.extra.empty()) add(fitting.lost, "parts", 0, "what adds to codes and scales has no place in this format");
                if (fit.how == LinearFit::How::Encoded) add(fitting.lost, "blocks", 0, fit.why);
                else if (!(fit.grid == shape.grid)) add(fitting.lost, "grid", 0, fit.why);
                break;
        }
    }
}

}  // namespace

bool Fitting::needsOtherGrid() const {
    return std::any_of(linears.begin(), linears.end(), [](const LinearFit& fit) { return fit.how == LinearFit::How::OtherGrid; });
}

GridOptions Fitting::grid(std::size_t i, const PackedShape& shape) const { return linears.at(i).how == LinearFit::How::OtherGrid ? linears[i].grid : shape.grid; }

Result<Fitting> fitTo(const Exporter& format, const ExportShape& shape, const ExportOptions& options) {
    Fitting fitting;
    const bool packed = shape.quantized && shape.plan != nullptr;
    if (!options.grid.empty() && !format.takesGrid)
        return Error{ErrorCode::InvalidArgument, std::string(format.title) + " has no types of blocks to choose from", "--grid", "leave --grid out, or choose --format gguf"};
    if (format.onlyQuantized && !packed)
        return Error{ErrorCode::InvalidArgument, std::string("a model that was not quantized has no ") + format.title + " form", shape.base.path().string(), "quantize it first: tacq quantize MODEL OUT …"};
    if (packed && format.fit != nullptr) {
        // Codes and scales alone are not what such a linear is.
        if (const std::string parts = extraParts(shape.plan->linears); !parts.empty() && !format.isPackedTruth)
            return Error{ErrorCode::UnsupportedFormat, std::string(format.title) + " has no place for parts of this model's linears: " + parts, shape.base.path().string(), "export as tacq or hf"};
        fitLinears(format, *shape.plan, options, fitting);
    }
    if (packed && shape.plan->embeddingBits == EmbeddingBits::Eight) add(fitting.lost, "embeddings", 0, "embeddings and head are rounded to 8 bits, as asked for");
    if (format.omits != nullptr) {
        TACQ_TRY(const std::vector<std::string> omitted, format.omits(shape, options));
        for (const std::string& text : omitted) fitting.lost.push_back({"omitted", 0, 0, text});
    }
    if (format.wideType == nullptr) return fitting;
    std::unordered_set<std::string> codes, wide(fitting.dense.begin(), fitting.dense.end());
    if (packed)
        for (const PackedShape& linear : shape.plan->linears) codes.insert(linear.name);
    for (const TensorInfo& tensor : shape.base.tensors()) {
        const bool linear = codes.contains(tensor.name);
        if (linear && format.lowBit && !wide.contains(tensor.name)) continue;
        TACQ_TRY(const std::string type, format.wideType(shape, tensor, options));
        if (!holds(type, linear ? TensorType::Packed : tensor.type)) add(fitting.lost, "rounding", 0, "values are rounded to " + type);
    }
    return fitting;
}

Json lostJson(const std::vector<Loss>& lost) {
    Json list = Json::array();
    for (const Loss& one : lost) {
        Json entry{{"what", one.what}, {"tensors", one.tensors}};
        if (one.weights > 0) entry["weights"] = one.weights;
        entry["text"] = one.text;
        list.push_back(std::move(entry));
    }
    return list;
}

}  // namespace tacq
