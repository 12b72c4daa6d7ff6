#pragma once
// Rows of a bench: a table for people, one JSON object for programs (the benches' contract in the command line's documentation).
#include <string>
#include <vector>

namespace tacq::bench {

enum class Better { Lower, Higher };

struct Row {
    std::string name;
    double value = 0;
    std::string unit;
    double limit = 0;
    Better better = Better::Lower;
    bool holds() const { return better == Better::Lower ? value <= limit : value >= limit; }
};

struct Machine {
    int threads = 0;
    double gemmGigaflops = 0;  ///< f32, 2048 × 2048 × 2048, measured in this run
    std::string model, task;
    long samples = 0, tokens = 0;
};

void printTable(const std::vector<Row>& rows, const Machine& machine);
void printJson(const std::vector<Row>& rows, const Machine& machine);

}  // namespace tacq::bench
