#include "busy_cores.h"

#include <sched.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

namespace tacq::bench {
namespace {

/// Cores this process may use.
int cores() {
    cpu_set_t set;
    return ::sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
}

[[noreturn]] void spin(pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(0);  // it died before the line above
    volatile unsigned turns = 0;  // else there is nothing to repeat
    while (true) {
        const unsigned next = turns + 1;
        turns = next;
    }
}

}  // namespace

BusyCores::BusyCores() {
    const pid_t parent = ::getpid();
    for (int i = 0; i < cores(); ++i) {
        const pid_t child = ::fork();
        if (child == 0) spin(parent);
        if (child < 0) std::perror("fork");
        else m_processes.push_back(child);
    }
}

BusyCores::~BusyCores() {
    for (const pid_t process : m_processes) ::kill(process, SIGKILL);
    for (const pid_t process : m_processes) ::waitpid(process, nullptr, 0);
}

}  // namespace tacq::bench
