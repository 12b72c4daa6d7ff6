#pragma once
#include <sys/types.h>

#include <vector>

namespace tacq::bench {

/// One process a core that does nothing but keep it busy, for as long as this object lives: the compiler, the browser, the other user that
/// a real machine has. Of the same priority as this process, so that a fair share of each core is half of it.
class BusyCores {
public:
    BusyCores();
    ~BusyCores();
    BusyCores(const BusyCores&) = delete;
    BusyCores& operator=(const BusyCores&) = delete;

private:
    std::vector<pid_t> m_processes;
};

}  // namespace tacq::bench
