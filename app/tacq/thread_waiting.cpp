#include <sys/auxv.h>
#include <unistd.h>

#include <string_view>

// How long LibTorch's OpenMP threads spin for work before they sleep. libgomp's default, milliseconds, makes two threads crawl as soon as
// another program wants a core; no spinning at all gives the core away at each of the many short waits of a matrix product. A thousand
// turns, 10 to 50 µs, are what libgomp itself takes where it knows of more threads than cores. `bench_pipeline --beside-busy` measures it.
//
// libgomp reads its environment once, in its constructor, and glibc's own constructor, which also runs before main(), sets `environ`
// anew: a variable set in this process comes too late or is lost. Hence the program starts itself again with the variable in its
// environment, before any constructor has run; that costs mapping the libraries once more, some 10 ms. Where it cannot, it goes on as it
// is. Whoever sets a policy of their own keeps it.
//
// Linked into every program that computes: the tacq command (and with it the engine process), the bench, the tests.
namespace {

constexpr char kPolicy[] = "GOMP_SPINCOUNT=1000";

bool isPolicy(std::string_view variable) {
    for (std::string_view name : {"OMP_WAIT_POLICY=", "GOMP_SPINCOUNT="})
        if (variable.substr(0, name.size()) == name) return true;
    return false;
}

void startWithPolicy(int, char** argv, char** environment) {
    std::size_t variables = 0;
    for (; environment[variables] != nullptr; ++variables)
        if (isPolicy(environment[variables])) return;
    // Not /proc/self/exe: that may not be there, and names the loader where that was started by hand (then it has no base of its own).
    const auto* program = reinterpret_cast<const char*>(::getauxval(AT_EXECFN));
    if (program == nullptr || ::getauxval(AT_BASE) == 0) return;
    // On the stack: nothing of the C++ library is set up yet.
    auto** extended = static_cast<char**>(__builtin_alloca((variables + 2) * sizeof(char*)));
    for (std::size_t i = 0; i < variables; ++i) extended[i] = environment[i];
    extended[variables] = const_cast<char*>(kPolicy);
    extended[variables + 1] = nullptr;
    ::execve(program, argv, extended);
}

using Hook = void (*)(int, char**, char**);
[[gnu::section(".preinit_array"), gnu::used]] const Hook kHook = startWithPolicy;

}  // namespace
