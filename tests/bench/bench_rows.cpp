#include "bench_rows.h"

#include <cstdio>
#include <nlohmann/json.hpp>

namespace tacq::bench {

void printTable(const std::vector<Row>& rows, const Machine& machine) {
    std::printf("%s, %s: %ld rows, %ld tokens; %d threads, f32 GEMM %.1f GF/s\n\n", machine.model.c_str(), machine.task.c_str(), machine.samples,
                machine.tokens, machine.threads, machine.gemmGigaflops);
    std::printf("%-22s %12s %-6s %14s  %s\n", "row", "value", "unit", "limit", "holds");
    for (const Row& row : rows)
        std::printf("%-22s %12.3f %-6s %s %11.3f  %s\n", row.name.c_str(), row.value, row.unit.c_str(), row.better == Better::Lower ? "<=" : ">=", row.limit,
                    row.holds() ? "yes" : "NO");
}

void printJson(const std::vector<Row>& rows, const Machine& machine) {
    nlohmann::ordered_json out;
    out["rows"] = nlohmann::ordered_json::array();
    for (const Row& row : rows)
        out["rows"].push_back({{"name", row.name}, {"value", row.value}, {"unit", row.unit}, {"limit", row.limit}, {"holds", row.holds()}});
    out["machine"] = {{"threads", machine.threads}, {"gemmGigaflops", machine.gemmGigaflops}, {"model", machine.model},
                      {"task", machine.task},       {"samples", machine.samples},             {"tokens", machine.tokens}};
    std::printf("%s\n", out.dump().c_str());
}

}  // namespace tacq::bench
