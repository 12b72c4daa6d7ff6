#pragma once
// Private to formats: writing a GGUF and what lies beside it.
#include "formats/gguf/layout.h"

namespace tacq {

/// job.folder with the GGUF (in parts past options.shardBytes), a Modelfile for Ollama, the card, and licences of the base. A piece of one tensor at a
/// time is in memory; a linear of the packed truth whole. InvalidArgument: a weight beyond F16's range. NonFinite: NaN or infinity.
Result<std::filesystem::path> writeGgufFolder(const ExportJob& job, bool wide, const ExportOptions& options);

}  // namespace tacq
