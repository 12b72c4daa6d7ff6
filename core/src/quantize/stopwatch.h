#pragma once
#include <chrono>

namespace tacq {

/// Adds the time until its end to a counter of seconds.
class Stopwatch {
public:
    explicit Stopwatch(double& total) : m_total(total) {}
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;
    ~Stopwatch() { m_total += std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count(); }

private:
    double& m_total;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

}  // namespace tacq
