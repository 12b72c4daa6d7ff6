#include "tacq/checkpoint/hf_folder.h"
#include "tacq/exporting/export.h"

namespace tacq {

Result<void> exportHuggingFace(const std::filesystem::path& folder, const Checkpoint& model, const Checkpoint& base, const std::string& tensorDtype,
                               const std::map<std::string, std::string>& metadata, const std::string& card, const RunContext& context) {
    HuggingFaceOptions options;
    options.dtype = tensorDtype;
    // A packed checkpoint no longer knows its linears' type; its base does, where it is at hand.
    if (tensorDtype == "source" && model.kind() == CheckpointKind::Packed && base.kind() != CheckpointKind::Packed) options.dtype = linearsDtype(base);
    options.card = card;
    options.metadata = metadata;
    return writeHuggingFaceFolder(folder, model, options, context);
}

}  // namespace tacq
