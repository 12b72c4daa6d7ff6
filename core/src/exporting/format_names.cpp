#include <array>

#include "tacq/exporting/export.h"

namespace tacq {

std::string_view exportFormatName(ExportFormat format) { return format == ExportFormat::HuggingFace ? "hf" : "tacq"; }

Result<ExportFormat> parseExportFormat(std::string_view name) {
    if (name == "hf") return ExportFormat::HuggingFace;
    if (name == "tacq") return ExportFormat::Packed;
    const std::string quoted = std::string("\"").append(name).append("\"");
    constexpr std::array<std::string_view, 7> kLater{"gguf", "gguf-f16", "imatrix", "gptq", "compressed-tensors", "onnx", "mlx"};
    for (const std::string_view later : kLater)
        if (name == later) return Error{ErrorCode::UnsupportedFormat, quoted + " is not written by this version", "--format", "use hf or tacq"};
    return Error{ErrorCode::InvalidArgument, quoted + " is not a format", "--format", "use hf or tacq"};
}

std::vector<ExportFormatInfo> exportFormats() {
    return {{std::string(exportFormatName(ExportFormat::HuggingFace)), "Hugging Face",
             "A folder that transformers and most other programs load unchanged; every weight is written out in 16 bits (32 where the original has 32), however small the packed model is", false},
            {std::string(exportFormatName(ExportFormat::Packed)), "TaCQ checkpoint",
             "The compact folder of this program: narrow weights and the kept ones, as small as the budget says", true}};
}

}  // namespace tacq
