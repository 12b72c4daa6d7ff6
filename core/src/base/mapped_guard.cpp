#include "base/mapped_guard.h"

#include <signal.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace tacq {
namespace {

/// One guarded map. Nodes are never freed, only used again, so that the handler may walk the list at any moment; `turn` is odd while a node changes.
struct Node {
    std::atomic<std::uintptr_t> begin{0}, end{0};
    std::atomic<unsigned> turn{0};
    std::atomic<bool> lost{false};
    Node* next = nullptr;
    // Under the mutex below; not for the handler.
    MappedJob::Id job = MappedJob::Id::None;
    std::filesystem::path path;
    dev_t device = 0;
    ino_t inode = 0;
};
static_assert(std::atomic<std::uintptr_t>::is_always_lock_free && std::atomic<Node*>::is_always_lock_free, "the handler may not wait for a lock");

std::atomic<Node*> list{nullptr};
std::atomic<std::size_t> mappedLosses{0};   // of nodes in use: nought is the answer that costs nothing
std::mutex mutex;
struct Gone {
    MappedJob::Id job;
    std::string path;
};
std::vector<Gone> gone;                     // lost files that are no longer mapped
thread_local MappedJob::Id ownJob = MappedJob::Id::None;
struct sigaction previous;

Error lostError(const std::string& path) {
    return {ErrorCode::NotFound, "I/O error: the file shrank, or its disk went away, while it was read", path,
            "put the file back, then run the same command again: it goes on from the last finished stage"};
}

Node* nodeAt(std::uintptr_t address) {
    for (Node* node = list.load(std::memory_order_acquire); node; node = node->next) {
        const unsigned turn = node->turn.load(std::memory_order_acquire);
        if (turn % 2 != 0) continue;
        const std::uintptr_t begin = node->begin.load(std::memory_order_acquire), end = node->end.load(std::memory_order_acquire);
        if (node->turn.load(std::memory_order_acquire) == turn && begin <= address && address < end) return node;
    }
    return nullptr;
}

void markLost(Node& node) {
    if (!node.lost.exchange(true)) mappedLosses.fetch_add(1);
}

/// Only async-signal-safe calls: mmap is a bare system call here.
void onBusError(int signal, siginfo_t* info, void* context) {
    const int saved = errno;
    if (Node* node = nodeAt(reinterpret_cast<std::uintptr_t>(info->si_addr))) {
        const std::uintptr_t begin = node->begin.load(), end = node->end.load();
        if (::mmap(reinterpret_cast<void*>(begin), end - begin, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE, -1, 0) != MAP_FAILED) {
            markLost(*node);
            errno = saved;
            return;
        }
    }
    errno = saved;
    if ((previous.sa_flags & SA_SIGINFO) != 0 && previous.sa_sigaction) return previous.sa_sigaction(signal, info, context);
    if (previous.sa_handler != SIG_DFL && previous.sa_handler != SIG_IGN) return previous.sa_handler(signal);
    // The access is repeated on return, and then ends the process as if this handler had never been.
    ::sigaction(SIGBUS, &previous, nullptr);
}

void installOnce() {
    static std::once_flag once;
    std::call_once(once, [] {
        struct sigaction action {};
        action.sa_sigaction = onBusError;
        action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART;
        sigemptyset(&action.sa_mask);
        ::sigaction(SIGBUS, &action, &previous);
    });
}

/// Whether the very file that was mapped is still there under its name, but shorter. A file that was replaced by another keeps its pages.
bool shrank(const Node& node) {
    struct stat info {};
    if (::stat(node.path.c_str(), &info) != 0 || info.st_dev != node.device || info.st_ino != node.inode) return false;
    return static_cast<std::uint64_t>(info.st_size) < node.end - node.begin;
}

bool concerns(MappedJob::Id asker, MappedJob::Id opener) { return asker == MappedJob::Id::None || opener == MappedJob::Id::None || asker == opener; }

Result<void> checkNode(Node& node, Sizes sizes) {
    if (sizes == Sizes::Ask && shrank(node)) markLost(node);
    if (node.lost) return lostError(node.path.string());
    return {};
}

}  // namespace

MappedJob::MappedJob() : MappedJob(ownJob == Id::None ? next() : ownJob) {}
MappedJob::MappedJob(Id job) : m_before(std::exchange(ownJob, job)) {}
MappedJob::~MappedJob() { ownJob = m_before; }
MappedJob::Id MappedJob::current() { return ownJob; }

MappedJob::Id MappedJob::next() {
    static std::atomic<std::uint64_t> last{0};
    return static_cast<Id>(++last);
}

void guardMapped(std::span<const std::byte> map, int fd, const std::filesystem::path& path) {
    if (map.empty()) return;
    installOnce();
    struct stat info {};
    ::fstat(fd, &info);
    const std::lock_guard lock(mutex);
    Node* node = list.load();
    while (node && node->begin != 0) node = node->next;
    const bool fresh = !node;
    if (fresh) node = new Node;
    node->turn.fetch_add(1);
    node->job = ownJob;
    node->path = path;
    node->device = info.st_dev;
    node->inode = info.st_ino;
    node->lost = false;
    node->begin = reinterpret_cast<std::uintptr_t>(map.data());
    node->end = reinterpret_cast<std::uintptr_t>(map.data()) + map.size();
    node->turn.fetch_add(1);
    if (!fresh) return;
    node->next = list.load();
    list.store(node, std::memory_order_release);
}

void unguardMapped(const std::byte* begin) {
    const std::lock_guard lock(mutex);
    Node* node = nodeAt(reinterpret_cast<std::uintptr_t>(begin));
    if (!node) return;
    if (!checkNode(*node, Sizes::Ask).ok()) {
        gone.push_back({node->job, node->path.string()});
        mappedLosses.fetch_sub(1);
    }
    node->turn.fetch_add(1);
    node->begin = node->end = 0;
    node->lost = false;
    node->turn.fetch_add(1);
}

Result<void> checkMapped(std::span<const std::byte> range) {
    if (range.empty()) return {};
    const std::lock_guard lock(mutex);
    Node* node = nodeAt(reinterpret_cast<std::uintptr_t>(range.data()));
    return node ? checkNode(*node, Sizes::Ask) : Result<void>{};
}

Result<void> checkMappedFiles(Sizes sizes) { return checkMappedFilesOf(ownJob, sizes); }

Result<void> checkMappedFilesOf(MappedJob::Id job, Sizes sizes) {
    if (sizes == Sizes::Trust && mappedLosses == 0) return {};
    const std::lock_guard lock(mutex);
    for (Node* node = list.load(); node; node = node->next)
        if (node->begin != 0 && concerns(job, node->job)) {
            if (auto whole = checkNode(*node, sizes); !whole.ok()) return whole;
        }
    return {};
}

std::size_t lostFileCount() {
    const std::lock_guard lock(mutex);
    return gone.size();
}

Result<void> lostSince(std::size_t count) {
    {
        const std::lock_guard lock(mutex);
        for (std::size_t i = count; i < gone.size(); ++i)
            if (concerns(ownJob, gone[i].job)) return lostError(gone[i].path);
    }
    return checkMappedFiles(Sizes::Trust);
}

}  // namespace tacq
