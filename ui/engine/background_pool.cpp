#include "engine/background_pool.h"

#include <QCoreApplication>
#include <QThread>
#include <algorithm>
#include <system_error>
#include <utility>

#include "engine/background_thread.h"

namespace tacq::ui {

BackgroundPool::BackgroundPool(int threads) : m_most(static_cast<std::size_t>(std::max(threads, 1))) {}

BackgroundPool::~BackgroundPool() {
    {
        const std::lock_guard lock(m_mutex);
        m_gone = true;
    }
    m_changed.notify_all();
    for (std::thread& thread : m_threads) thread.join();
}

void BackgroundPool::start(std::function<void()> task) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_ending) return;
        if (hasThread()) m_waiting.push_back(std::exchange(task, nullptr));
    }
    if (task) return task();
    m_changed.notify_all();
}

/// Whether a thread will take what is added now; makes one if the others are busy.
bool BackgroundPool::hasThread() {
    if (m_idle > m_waiting.size() || m_threads.size() == m_most) return true;
    try {
        m_threads.emplace_back([this] { work(); });
    } catch (const std::system_error&) {
        // The others take it later, if there are any.
    }
    return !m_threads.empty();
}

void BackgroundPool::work() {
    giveWayToWindow();
    std::unique_lock lock(m_mutex);
    while (true) {
        ++m_idle;
        m_changed.wait(lock, [this] { return m_gone || !m_waiting.empty(); });
        --m_idle;
        if (m_waiting.empty()) return;
        std::function<void()> task = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++m_running;
        lock.unlock();
        task();
        task = nullptr;   // what it holds goes outside the lock, and before it counts as done
        lock.lock();
        --m_running;
        m_changed.notify_all();
    }
}

void BackgroundPool::waitForDone() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.empty() && m_running == 0; });
}

void BackgroundPool::end() {
    std::deque<std::function<void()>> dropped;
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        dropped.swap(m_waiting);
    }
    waitForDone();
}

BackgroundPool& BackgroundPool::shared() {
    static BackgroundPool pool(QThread::idealThreadCount());
    static const bool ends = (qAddPostRoutine([] { pool.end(); }), true);
    static_cast<void>(ends);
    return pool;
}

}  // namespace tacq::ui
