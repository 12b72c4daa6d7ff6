#pragma once
// Private to formats: what both GGUF formats tell of themselves. `Wide` is gguf-f16: every matrix in 16 or 32 bits.
#include "formats/gguf/block_types.h"
#include "formats/gguf/folder.h"

namespace tacq {

template <bool Wide>
struct GgufEntry {
    static Result<std::string> wideType(const ExportShape& shape, const TensorInfo& tensor, const ExportOptions& options) {
        TACQ_TRY(const GgufChoice choice, ggufChoice(ggufSubject(shape), tensor, Wide, options));
        return std::string(tensorTypeName(choice.type));
    }
    static Result<std::vector<std::string>> omits(const ExportShape& shape, const ExportOptions&) { return ggufOmitted(ggufSubject(shape)); }
    static Result<std::vector<PackedFileSize>> weightFiles(const ExportShape& shape, const ExportOptions& options) {
        if (!Wide) TACQ_CHECK(ggufTypeAsked(options.grid));
        TACQ_TRY(const GgufLayout layout, ggufLayout(ggufSubject(shape), Wide, options));
        return ggufFiles(layout);
    }
    static Result<std::filesystem::path> write(const ExportJob& job, const ExportOptions& options) { return writeGgufFolder(job, Wide, options); }
};

}  // namespace tacq
