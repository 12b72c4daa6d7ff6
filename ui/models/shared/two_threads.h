#pragma once
#include <system_error>
#include <thread>

namespace tacq::ui {

/// work(0) here and work(1) on a second thread beside it; returns when both are done. For loops of milliseconds that the GUI thread has to wait for:
/// the thread pool may be busy for minutes, and starting a thread costs some hundredths of a millisecond. Where no thread can be had, both run here.
template <typename Work> void onTwoThreads(const Work& work) {
    std::thread beside;
    try {
        beside = std::thread([&work] { work(1); });
    } catch (const std::system_error&) {
        work(1);
    }
    work(0);
    if (beside.joinable()) beside.join();
}

}  // namespace tacq::ui
