#include "tacq/numerics/selection.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <limits>
#include <mutex>
#include <numeric>

#include "tacq/base/parallel.h"

namespace tacq {
namespace {

constexpr int kBucketShift = 16;                                     // 128 buckets per octave over the whole range of float
constexpr std::size_t kBuckets = (0x7f800001u >> kBucketShift) + 1;
constexpr std::size_t kGrain = 1u << 16;
constexpr std::size_t kSlack = 1u << 20;

std::size_t bucketOf(std::uint32_t rank) { return rank >> kBucketShift; }

/// A weight in the bucket that holds the threshold.
struct Candidate {
    std::uint32_t rank, matrix, position;
    bool operator<(const Candidate& other) const {  // better first
        if (rank != other.rank) return rank > other.rank;
        if (matrix != other.matrix) return matrix < other.matrix;
        return position < other.position;
    }
};

using Buckets = std::vector<std::uint64_t>;

void countBuckets(std::span<const float> scores, Buckets& buckets) {
    std::mutex mutex;
    parallelFor(scores.size(), kGrain, [&](std::size_t begin, std::size_t end) {
        Buckets local(kBuckets, 0);
        for (std::size_t i = begin; i < end; ++i) ++local[bucketOf(scoreRank(scores[i]))];
        const std::lock_guard lock(mutex);
        for (std::size_t b = 0; b < kBuckets; ++b) buckets[b] += local[b];
    });
}

/// Highest bucket at or above which at least k weights lie; `above` counts those strictly above it.
std::size_t thresholdBucket(const Buckets& buckets, std::uint64_t k, std::uint64_t& above) {
    above = 0;
    for (std::size_t b = kBuckets; b-- > 0;) {
        if (above + buckets[b] >= k) return b;
        above += buckets[b];
    }
    return 0;
}

/// Sorts the weights of one matrix into certain ones (ascending positions) and candidates.
void gather(std::span<const float> scores, std::uint32_t matrix, std::size_t bucket, std::vector<std::uint32_t>& certain,
            std::vector<Candidate>& candidates) {
    struct Part {
        std::size_t begin;
        std::vector<std::uint32_t> certain;
        std::vector<Candidate> candidates;
    };
    std::mutex mutex;
    std::vector<Part> parts;
    parallelFor(scores.size(), kGrain, [&](std::size_t begin, std::size_t end) {
        Part part{begin, {}, {}};
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t rank = scoreRank(scores[i]);
            if (bucketOf(rank) < bucket) continue;
            if (bucketOf(rank) > bucket) part.certain.push_back(static_cast<std::uint32_t>(i));
            else part.candidates.push_back({rank, matrix, static_cast<std::uint32_t>(i)});
        }
        const std::lock_guard lock(mutex);
        parts.push_back(std::move(part));
    });
    std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.begin < b.begin; });
    for (const Part& part : parts) {
        certain.insert(certain.end(), part.certain.begin(), part.certain.end());
        candidates.insert(candidates.end(), part.candidates.begin(), part.candidates.end());
    }
}

/// Keeps the best `needed`, unsorted. With many ties the bucket may be far larger than what is needed from it.
void trim(std::vector<Candidate>& candidates, std::size_t needed) {
    if (candidates.size() <= needed) return;
    std::nth_element(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(needed), candidates.end());
    candidates.resize(needed);
}

float scoreOfRank(std::uint32_t rank) {
    return rank == 0 ? std::numeric_limits<float>::quiet_NaN() : std::bit_cast<float>(rank - 1);
}

void addCandidates(std::vector<Candidate>& candidates, std::size_t needed, Selection& selection) {
    trim(candidates, needed);
    std::sort(candidates.begin(), candidates.end());
    selection.kept += candidates.size();
    if (!candidates.empty()) selection.threshold = scoreOfRank(candidates.back().rank);
    std::vector<bool> touched(selection.matrices.size(), false);
    for (const Candidate& c : candidates) {
        selection.matrices[c.matrix].position.push_back(c.position);
        touched[c.matrix] = true;
    }
    for (std::size_t m = 0; m < touched.size(); ++m)
        if (touched[m]) std::sort(selection.matrices[m].position.begin(), selection.matrices[m].position.end());
}

using Scores = std::function<Result<void>(std::size_t, std::span<float>)>;

/// Calls body(matrix, scores) for every matrix in order with one buffer.
Result<void> forEachMatrix(std::span<const std::uint64_t> sizes, const Scores& scores, const RunContext& context, std::uint64_t doneBefore,
                           const std::function<void(std::size_t, std::span<const float>)>& body) {
    std::vector<float> buffer(static_cast<std::size_t>(sizes.empty() ? 0 : *std::max_element(sizes.begin(), sizes.end())));
    for (std::size_t m = 0; m < sizes.size(); ++m) {
        TACQ_CHECK(context.checkpoint());
        const std::span<float> view(buffer.data(), static_cast<std::size_t>(sizes[m]));
        TACQ_CHECK(scores(m, view));
        body(m, view);
        context.report({Stage::Select, doneBefore + m + 1, 2 * sizes.size(), "tensors", "", 0});
    }
    return {};
}

Result<void> checkSizes(std::span<const std::uint64_t> sizes) {
    for (const std::uint64_t size : sizes)
        if (size > std::uint64_t{1} << 32)
            return Error{ErrorCode::InvalidArgument, "a matrix has more than 2^32 weights", "", "such matrices are not supported"};
    return {};
}

}  // namespace

Result<Selection> selectTopK(std::span<const std::uint64_t> sizes, std::uint64_t k, const Scores& scores, const RunContext& context) {
    TACQ_CHECK(checkSizes(sizes));
    Selection selection;
    selection.matrices.resize(sizes.size());
    k = std::min(k, std::accumulate(sizes.begin(), sizes.end(), std::uint64_t{0}));
    if (k == 0) return selection;

    Buckets buckets(kBuckets, 0);
    TACQ_CHECK(forEachMatrix(sizes, scores, context, 0, [&](std::size_t, std::span<const float> values) { countBuckets(values, buckets); }));
    std::uint64_t above = 0;
    const std::size_t bucket = thresholdBucket(buckets, k, above);
    const auto needed = static_cast<std::size_t>(k - above);

    std::vector<Candidate> candidates;
    TACQ_CHECK(forEachMatrix(sizes, scores, context, sizes.size(), [&](std::size_t m, std::span<const float> values) {
        gather(values, static_cast<std::uint32_t>(m), bucket, selection.matrices[m].position, candidates);
        if (candidates.size() > 2 * needed + kSlack) trim(candidates, needed);
    }));
    for (const auto& matrix : selection.matrices) selection.kept += matrix.position.size();
    addCandidates(candidates, needed, selection);
    if (selection.kept != k) return Error{ErrorCode::Internal, "scores changed between the two passes of a selection", "selectTopK", ""};
    return selection;
}

}  // namespace tacq
