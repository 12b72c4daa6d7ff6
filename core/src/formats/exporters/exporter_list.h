#pragma once
// Private to formats: the table of export formats. One line each; exporters/NAME.cpp defines `const Exporter NAME`. The order is that of lists.
#include "tacq/formats/exporter.h"

#define TACQ_EXPORTERS(EXPORTER) \
    EXPORTER(hugging_face)       \
    EXPORTER(packed)             \
    EXPORTER(gptq)               \
    EXPORTER(autoround)          \
    EXPORTER(compressed_tensors) \
    EXPORTER(gguf)               \
    EXPORTER(gguf_f16)           \
    EXPORTER(imatrix)

namespace tacq::exporter_specs {

#define TACQ_DECLARE_EXPORTER(name) extern const Exporter name;
TACQ_EXPORTERS(TACQ_DECLARE_EXPORTER)
#undef TACQ_DECLARE_EXPORTER

}  // namespace tacq::exporter_specs
