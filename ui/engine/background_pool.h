#pragma once
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace tacq::ui {

/// Threads for what must not hold the window up; they give way to it. Tasks start in the order they were handed over.
/// Not QThreadPool: what is handed over under Qt's mutex cannot be followed by ThreadSanitizer, so that races in our own tasks would drown in its reports.
class BackgroundPool {
public:
    explicit BackgroundPool(int threads);
    ~BackgroundPool();   ///< waits for every task, those too that wait their turn
    BackgroundPool(const BackgroundPool&) = delete;
    BackgroundPool& operator=(const BackgroundPool&) = delete;

    /// `task` must not throw. Where the system gives no thread, it runs here.
    void start(std::function<void()> task);
    void waitForDone();
    /// Waits for the tasks that run, drops those that wait their turn, takes no more.
    void end();
    /// Whether end() was called: a task that waits for the GUI thread should give up, no answer will come.
    bool isEnding() const { return m_ending; }

    /// The window's own: a thread per core. Ends while the application still is, to which its tasks post their results.
    static BackgroundPool& shared();

private:
    bool hasThread();
    void work();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_waiting;
    std::vector<std::thread> m_threads;
    std::size_t m_most, m_idle = 0, m_running = 0;
    bool m_gone = false;
    std::atomic<bool> m_ending = false;
};

}  // namespace tacq::ui
