#include "command.h"
#include "table.h"

namespace tacq::app {
namespace {

std::string rate(const Json& flops, const char* type) {
    return flops.at(type).is_null() ? "not possible here" : number(real(flops, type) / 1e9) + " GFLOP/s";
}

void print(const Json& answer, std::ostream& out) {
    const Json& flops = answer.at("gemmFlops");
    printFields(out, {{"device", text(answer, "device") + ", threads: " + text(answer, "threads")},
                      {"matrix products, f32", rate(flops, "f32")},
                      {"matrix products, bf16", rate(flops, "bf16")},
                      {"computes in", text(answer, "dtype")},
                      {"memory copied", bytesText(real(answer, "bytesPerSecond")) + "/s"},
                      {"memory", bytesText(real(answer, "memoryBytes"))},
                      {"of this free", bytesText(real(answer, "availableMemoryBytes"))}});
}

}  // namespace

Printers probePrinters() { return {{"probe", print}}; }

}  // namespace tacq::app
