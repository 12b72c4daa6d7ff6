#include "engine/background_thread.h"

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace tacq::ui {

void giveWayToWindow() {
#ifdef __linux__
    // Once for each thread. Who is nicer already stays so.
    thread_local const bool done = [] {
        const auto thread = static_cast<id_t>(::gettid());
        return ::getpriority(PRIO_PROCESS, thread) >= kBackgroundNiceness || ::setpriority(PRIO_PROCESS, thread, kBackgroundNiceness) == 0;
    }();
    static_cast<void>(done);
#endif
}

}  // namespace tacq::ui
