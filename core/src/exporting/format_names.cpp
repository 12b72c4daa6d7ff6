#include <array>

#include "tacq/exporting/export.h"

namespace tacq {

std::string_view exportFormatName(ExportFormat format) { return format == ExportFormat::HuggingFace ? "hf" : "tacq"; }

Result<ExportFormat> parseExportFormat(std::string_view name) {
    if (name == "hf") return ExportFormat::HuggingFace;
    if (name == "tacq") return ExportFormat::Packed;
    constexpr std::array<std::string_view, 7> kLater{"gguf", "gguf-f16", "imatrix", "gptq", "compressed-tensors", "onnx", "mlx"};
    for (const std::string_view later : kLater)
        if (name == later)
            return Error{ErrorCode::UnsupportedFormat, "\"" + std::string(name) + "\" is not written by this version", "--format", "use hf or tacq"};
    return Error{ErrorCode::InvalidArgument, "\"" + std::string(name) + "\" is not a format", "--format", "use hf or tacq"};
}

}  // namespace tacq
