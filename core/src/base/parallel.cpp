#include "tacq/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#include "base/mapped_guard.h"

namespace tacq {
namespace {

std::atomic<int> g_threads{0};
thread_local bool t_inside = false;

/// Workers that sleep between calls: stages call parallelFor thousands of times, and thread creation would show.
class Pool {
public:
    ~Pool() {
        {
            std::lock_guard lock(m_mutex);
            m_quit = true;
        }
        m_wake.notify_all();
    }

    void run(int ranges, const std::function<void(int)>& body) {
        std::lock_guard one(m_caller);
        std::unique_lock lock(m_mutex);
        const int helpers = std::min(ranges - 1, growTo(ranges - 1));
        m_body = &body;
        m_job = MappedJob::current();
        m_ranges = helpers + 1;
        m_pending = helpers;
        m_error = nullptr;
        ++m_round;
        lock.unlock();
        m_wake.notify_all();
        execute(0, body);
        for (int index = helpers + 1; index < ranges; ++index) execute(index, body);
        lock.lock();
        m_done.wait(lock, [this] { return m_pending == 0; });
        m_body = nullptr;
        if (m_error) std::rethrow_exception(m_error);
    }

private:
    /// How many workers there are now: fewer than wanted where the system gives no more threads, and the caller then does their share.
    int growTo(int wanted) {
        try {
            while (static_cast<int>(m_workers.size()) < wanted) {
                const int index = static_cast<int>(m_workers.size()) + 1;
                m_workers.emplace_back([this, index] { work(index); });
            }
        } catch (const std::system_error&) {
        }
        return static_cast<int>(m_workers.size());
    }

    void work(int index) {
        std::uint64_t seen = 0;
        std::unique_lock lock(m_mutex);
        while (true) {
            m_wake.wait(lock, [&] { return m_quit || m_round != seen; });
            if (m_quit) return;
            seen = m_round;
            if (index >= m_ranges) continue;
            const auto* body = m_body;
            const auto job = m_job;
            lock.unlock();
            {
                const MappedJob forCaller(job);
                execute(index, *body);
            }
            lock.lock();
            if (--m_pending == 0) m_done.notify_all();
        }
    }

    void execute(int index, const std::function<void(int)>& body) {
        t_inside = true;
        try {
            body(index);
        } catch (...) {
            std::lock_guard lock(m_errorMutex);
            m_error = std::current_exception();
        }
        t_inside = false;
    }

    std::mutex m_caller, m_mutex, m_errorMutex;
    std::condition_variable m_wake, m_done;
    const std::function<void(int)>* m_body = nullptr;
    MappedJob::Id m_job = MappedJob::Id::None;
    int m_ranges = 0, m_pending = 0;
    std::uint64_t m_round = 0;
    bool m_quit = false;
    std::exception_ptr m_error;
    std::vector<std::jthread> m_workers;  // last: joined before the rest goes
};

Pool& pool() {
    static Pool instance;
    return instance;
}

}  // namespace

void setThreadCount(int threads) { g_threads = threads; }

int threadCount() {
    const int asked = g_threads;
    return asked > 0 ? asked : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

void parallelFor(std::size_t count, std::size_t grain, const std::function<void(std::size_t, std::size_t)>& body) {
    if (count == 0) return;
    grain = std::max<std::size_t>(grain, 1);
    const std::size_t grains = (count + grain - 1) / grain;
    const std::size_t ranges = std::min<std::size_t>(grains, static_cast<std::size_t>(threadCount()));
    if (ranges <= 1 || t_inside) return body(0, count);
    pool().run(static_cast<int>(ranges), [&](int index) {
        const std::size_t i = static_cast<std::size_t>(index);
        const std::size_t begin = grains * i / ranges * grain;
        const std::size_t end = std::min(count, grains * (i + 1) / ranges * grain);
        if (begin < end) body(begin, end);
    });
}

}  // namespace tacq
