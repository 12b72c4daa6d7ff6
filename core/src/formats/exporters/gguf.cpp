#include "formats/exporters/exporter_list.h"
#include "formats/gguf/entry.h"

namespace tacq::exporter_specs {

const Exporter gguf{
    .name = "gguf",
    .title = "GGUF",
    .description = "One small file for llama.cpp and what is built on it; no single weights in 16 bits",
    .runsIn = "llama.cpp, Ollama, LM Studio, Jan; blocks of Q2_0 need a llama.cpp of autumn 2026 or later",
    .lowBit = true,
    .library = "gguf",
    .takesGrid = true,
    .loading = "## Loading\n\n```\nllama-cli -m NAME.gguf -p \"Once upon a time\"\nollama create NAME -f Modelfile && ollama run NAME\n```\n\nIn LM Studio: put this folder into "
               "`models/PUBLISHER/`, or `lms import NAME.gguf`.\n\n",
    .fit = ggufFit,
    .wideType = GgufEntry<false>::wideType,
    .omits = GgufEntry<false>::omits,
    .weightFiles = GgufEntry<false>::weightFiles,
    .write = GgufEntry<false>::write,
};

}  // namespace tacq::exporter_specs
