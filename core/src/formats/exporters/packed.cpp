#include "checkpoint/hf/folder_writer.h"
#include "formats/exporters/exporter_list.h"

namespace tacq::exporter_specs {
namespace {

Result<std::vector<PackedFileSize>> weightFiles(const ExportShape& shape, const ExportOptions&) {
    if (shape.plan == nullptr) return Error{ErrorCode::InvalidArgument, "only a quantized model has a packed form", shape.base.path().string(), "quantize it first"};
    return packedFileSizes(*shape.plan);
}

Result<std::string> wideType(const ExportShape&, const TensorInfo& tensor, const ExportOptions& options) { return storedDtype(options.tensorDtype, tensor.type, "F16"); }

/// The packed truth that every other format is made from is this format.
Result<std::filesystem::path> write(const ExportJob& job, const ExportOptions&) { return job.packed; }

}  // namespace

const Exporter packed{
    .name = "tacq",
    .title = "TaCQ checkpoint",
    .description = "The compact folder of this program: narrow weights and the kept ones, as small as the budget says",
    .runsIn = "TaCQ Workbench; transformers on the CPU with the small loader in scripts/tacq_transformers.py",
    .lowBit = true,
    .isPackedTruth = true,
    .onlyQuantized = true,
    .readBack = ReadBack::Codes,
    .loading = "## Loading\n\n```\ntacq generate . --prompt \"Once upon a time\"\ntacq export . OUT --format hf\n```\n\nThis is TaCQ Workbench's packed "
               "checkpoint, version 2: codes, scales and zero points in `model.safetensors`, kept weights in `tacq/outliers.safetensors`.\n\n",
    .wideType = wideType,
    .weightFiles = weightFiles,
    .write = write,
};

}  // namespace tacq::exporter_specs
