#include <algorithm>
#include <cstring>
#include <memory>
#include <new>

#include "command/request_io.h"
#include "pipeline/commands/command_list.h"
#include "pipeline/stages/forecast.h"
#include "tacq/base/parallel.h"

namespace tacq {
namespace {

using Clock = std::chrono::steady_clock;

// ~2 GFLOP a product: fills the cores, yet some twenty of them fit in a second of a small machine. A card's launches must not count.
constexpr std::int64_t kProcessorProduct = 1024, kCardProduct = 8192;
// Far beyond any cache.
constexpr std::size_t kCopyBytes = 128u << 20;

/// Counts the whole command's seconds and stops it where asked.
struct Watch {
    Session& session;
    Clock::time_point start = Clock::now();
    double total;

    double passed() const { return Seconds(Clock::now() - start).count(); }
    Result<void> tick() const {
        session.context().report({Stage::Probe, static_cast<std::uint64_t>(10 * std::min(passed(), total)), static_cast<std::uint64_t>(10 * total), "", "", 0});
        return session.context().checkpoint();
    }
};

/// The best rate seen until `until` seconds have passed, in operations a second; 0 where this type cannot be multiplied here.
Result<double> bestRate(const Watch& watch, const Compute& compute, ComputeType type, double until) {
    double best = 0;
    do {
        TACQ_CHECK(watch.tick());
        try {
            best = std::max(best, measureGemmRate(compute.device, type, compute.device == "cpu" ? kProcessorProduct : kCardProduct, 1));
        } catch (const std::bad_alloc&) {
            throw;
        } catch (const std::exception&) {
            return 0.0;
        }
    } while (watch.passed() < until);
    return best;
}

/// Bytes read and written a second by a copy with all threads: the best seen.
Result<double> copyRate(const Watch& watch, double until) {
    const auto from = std::make_unique<char[]>(kCopyBytes), to = std::make_unique<char[]>(kCopyBytes);
    double best = 0;
    do {
        TACQ_CHECK(watch.tick());
        const auto start = Clock::now();
        parallelFor(kCopyBytes, 1u << 20, [&](std::size_t begin, std::size_t end) { std::memcpy(to.get() + begin, from.get() + begin, end - begin); });
        best = std::max(best, 2.0 * static_cast<double>(kCopyBytes) / std::max(1e-9, Seconds(Clock::now() - start).count()));
    } while (watch.passed() < until);
    return best;
}

}  // namespace

Result<Json> probeCommand(Session& session, Params& params) {
    const double seconds = readRequest<ProbeRequest>(params).seconds;
    TACQ_CHECK(params.finish());
    Watch watch{session, Clock::now(), seconds};
    TACQ_TRY(const Compute compute, session.compute());
    TACQ_TRY(const double f32, bestRate(watch, compute, ComputeType::F32, 0.5 * seconds));
    TACQ_TRY(const double bf16, bestRate(watch, compute, ComputeType::BF16, 0.8 * seconds));
    TACQ_TRY(const double bytes, copyRate(watch, seconds));
    return Json{{"gemmFlops", {{"f32", f32}, {"bf16", bf16 > 0 ? Json(bf16) : Json()}}},
                {"dtype", compute.type == ComputeType::BF16 ? "bf16" : "f32"},
                {"device", compute.device},
                {"bytesPerSecond", bytes},
                {"threads", compute.threads},
                {"memoryBytes", totalMemoryBytes()},
                {"availableMemoryBytes", availableMemoryBytes()}};
}

}  // namespace tacq
