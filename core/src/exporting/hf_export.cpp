#include <algorithm>

#include "tacq/checkpoint/hf_folder.h"
#include "tacq/exporting/export.h"

namespace tacq {
namespace {

/// What `source` means for a packed checkpoint: the type its base stores the first linear in, f16 where that is a block-quantized one.
std::string sourceType(const Checkpoint& base) {
    if (base.linears().empty()) return "source";
    const TensorInfo* first = base.find(base.linears().front().name);
    if (first == nullptr) return "source";
    switch (first->type) {
        case TensorType::F32:
        case TensorType::F64: return "f32";
        case TensorType::BF16: return "bf16";
        default: return "f16";
    }
}

}  // namespace

Result<void> exportHuggingFace(const std::filesystem::path& folder, const Checkpoint& model, const Checkpoint& base, const std::string& tensorDtype,
                               const std::map<std::string, std::string>& metadata, const std::string& card, const RunContext& context) {
    HuggingFaceOptions options;
    options.dtype = tensorDtype;
    // A packed checkpoint no longer knows its linears' type; its base does, where it is at hand.
    if (tensorDtype == "source" && model.kind() == CheckpointKind::Packed && base.kind() != CheckpointKind::Packed) options.dtype = sourceType(base);
    options.card = card;
    options.metadata = metadata;
    return writeHuggingFaceFolder(folder, model, options, context);
}

}  // namespace tacq
