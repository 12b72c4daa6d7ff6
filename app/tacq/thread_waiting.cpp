#include <cstdlib>

// How long LibTorch's OpenMP threads spin before they sleep. libgomp's default (milliseconds) makes two threads crawl as soon as
// another program wants a core: measured on a busy two-core machine, a stage of small matrices took 5 to 20 times as long. A short
// spin costs nothing measurable on an idle one. libgomp reads its environment when it is loaded, before main(): hence this table,
// which the loader runs first of all. Whoever sets a policy of their own keeps it.
namespace {

void limitSpinning(int, char**, char**) {
    if (std::getenv("OMP_WAIT_POLICY") == nullptr) ::setenv("GOMP_SPINCOUNT", "10000", 0);
}

using Hook = void (*)(int, char**, char**);
[[gnu::section(".preinit_array"), gnu::used]] const Hook kHook = limitSpinning;

}  // namespace
