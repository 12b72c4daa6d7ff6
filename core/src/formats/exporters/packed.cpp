#include "formats/exporters/exporter_list.h"

namespace tacq::exporter_specs {
namespace {

Result<std::uint64_t> weightBytes(const ExportShape& shape, const ExportOptions&) {
    if (shape.plan == nullptr) return Error{ErrorCode::InvalidArgument, "only a quantized model has a packed form", shape.base.path().string(), "quantize it first"};
    TACQ_TRY(const auto files, packedFileSizes(*shape.plan));
    std::uint64_t bytes = 0;
    for (const PackedFileSize& file : files) bytes += file.bytes;
    return bytes;
}

/// The packed truth that every other format is made from is this format.
Result<std::filesystem::path> write(const ExportJob& job, const ExportOptions&) { return job.packed; }

}  // namespace

const Exporter packed{
    .name = "tacq",
    .title = "TaCQ checkpoint",
    .description = "The compact folder of this program: narrow weights and the kept ones, as small as the budget says",
    .lowBit = true,
    .isPackedTruth = true,
    .readBack = ReadBack::Codes,
    .loading = "## Loading\n\n```\ntacq generate . --prompt \"Once upon a time\"\ntacq export . OUT --format hf\n```\n\nThis is TaCQ Workbench's packed "
               "checkpoint, version 2: codes, scales and zero points in `model.safetensors`, kept weights in `tacq/outliers.safetensors`.\n\n",
    .weightBytes = weightBytes,
    .write = write,
};

}  // namespace tacq::exporter_specs
