#include "formats/exporters/exporter_list.h"
#include "formats/gguf/entry.h"

namespace tacq::exporter_specs {

const Exporter gguf_f16{
    .name = "gguf-f16",
    .title = "GGUF, 16 bit",
    .description = "A GGUF with every weight written out in 16 bits (--tensor-dtype bf16 or f32: in those), kept weights where they are: the smaller model's answers in llama.cpp, at full size",
    .runsIn = "llama.cpp, Ollama, LM Studio, Jan",
    .library = "gguf",
    .loading = "## Loading\n\n```\nllama-cli -m NAME.gguf -p \"Once upon a time\"\nollama create NAME -f Modelfile && ollama run NAME\n```\n\nThe weights are dequantized. A small file of "
               "them is `tacq export RUN OUT --format gguf`.\n\n",
    .wideType = GgufEntry<true>::wideType,
    .omits = GgufEntry<true>::omits,
    .weightFiles = GgufEntry<true>::weightFiles,
    .write = GgufEntry<true>::write,
};

}  // namespace tacq::exporter_specs
