#include "tacq/budget/smaller.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <vector>

#include "tacq/base/number_text.h"

namespace tacq {
namespace {

constexpr std::int64_t kLeastSamples = 4, kSteadySamples = 16, kMostSamples = 128;
constexpr std::int64_t kLeastTokens = 128, kLikedTokens = 512, kMostTokens = 2048;

struct Width {
    int bits;
    std::int64_t groupSize;
    EmbeddingBits embeddings;
};

std::vector<Width> widths() {
    std::vector<Width> all{{8, -1, EmbeddingBits::Source16}, {8, -1, EmbeddingBits::Eight}};
    for (const int bits : {4, 3, 2})
        for (const std::int64_t group : {std::int64_t{64}, std::int64_t{128}, std::int64_t{-1}})
            for (const EmbeddingBits embeddings : {EmbeddingBits::Source16, EmbeddingBits::Eight}) all.push_back({bits, group, embeddings});
    return all;
}

PackedPlan planOf(const ModelGeometry& model, std::span<const TensorInfo> dense, const Width& width) {
    const std::string digest(64, '0');
    return uniformPlan(model.linears, dense, {width.bits, width.groupSize}, width.embeddings, "source", digest, digest);
}

/// Keeps `kept` weights somewhere: where does not matter to the size, save that long rows pay 6 bytes a weight and not 4; those come first, so that the
/// real thing is not larger.
Result<Ledger> ledgerWith(PackedPlan plan, std::uint64_t kept) {
    for (const bool dear : {true, false})
        for (PackedShape& linear : plan.linears) {
            if ((linear.columns > 65535) != dear) continue;
            linear.kept = static_cast<std::int64_t>(std::min(kept, static_cast<std::uint64_t>(linear.rows * linear.columns)));
            kept -= static_cast<std::uint64_t>(linear.kept);
        }
    return makeLedger(plan);
}

std::int64_t weightsOf(const ModelGeometry& model) {
    std::int64_t weights = 0;
    for (const LinearInfo& linear : model.linears) weights += linear.elements();
    return weights;
}

std::int64_t longestRow(const ModelGeometry& model) {
    std::int64_t longest = 0;
    for (const LinearInfo& linear : model.linears) longest = std::max(longest, linear.columns);
    return longest;
}

/// The largest fraction in steps of three digits that the size asked for holds; least and most are known to be one.
Result<void> spendTheRest(const PackedPlan& plan, const BudgetRequest& target, std::int64_t weights, SmallerPlan& answer) {
    constexpr double kSteps = 1e5;  // 0.35 % is step 350, 2 % step 2000
    auto fits = static_cast<std::int64_t>(std::lround(kLeastKeptFraction * kSteps)), tooMuch = static_cast<std::int64_t>(std::lround(kMostKeptFraction * kSteps)) + 1;
    while (true) {
        answer.fraction = static_cast<double>(fits) / kSteps;
        TACQ_TRY(answer.kept, keptForFraction(answer.fraction, weights));
        if (tooMuch - fits <= 1) break;
        const std::int64_t middle = fits + (tooMuch - fits) / 2;
        TACQ_TRY(const std::uint64_t kept, keptForFraction(static_cast<double>(middle) / kSteps, weights));
        TACQ_TRY(const Ledger ledger, ledgerWith(plan, kept));
        (holdsTarget(ledger, target) ? fits : tooMuch) = middle;
    }
    TACQ_TRY(answer.ledger, ledgerWith(plan, answer.kept));
    return {};
}

void setAmount(const SmallerRequest& request, std::int64_t samples, std::int64_t tokens, SmallerPlan& answer) {
    answer.samples = samples;
    answer.tokens = tokens;
    answer.need = forecast(request.model, {samples * tokens, tokens, true, 2, answer.ledger.modelBytes, 2 * request.evaluationRows * tokens});
    const double rate = request.flopsPerSecond;
    answer.saliencySeconds = forecastSeconds(answer.need.gradientFlops + answer.need.quantizeFlops / 2, rate);
    answer.quantizeSeconds = forecastSeconds(answer.need.quantizeFlops / 2, rate);
    answer.measureSeconds = forecastSeconds(answer.need.evaluateFlops, rate);
    answer.inTime = rate > 0 && answer.seconds() <= request.seconds;
}

/// The largest number of samples within the time; 0 if not even the least is.
std::int64_t samplesInTime(const SmallerRequest& request, std::int64_t tokens, SmallerPlan& scratch) {
    std::int64_t fits = 0, tooMany = kMostSamples + 1;
    for (std::int64_t next = kLeastSamples; tooMany - fits > 1 && next < tooMany; next = fits + (tooMany - fits) / 2) {
        setAmount(request, next, tokens, scratch);
        if (!scratch.inTime && fits == 0) return 0;
        (scratch.inTime ? fits : tooMany) = next;
    }
    return fits;
}

void chooseAmount(const SmallerRequest& request, SmallerPlan& answer) {
    const std::int64_t context = request.model.config->contextLength > 0 ? request.model.config->contextLength : kMostTokens;
    const std::int64_t least = std::min(kLeastTokens, context);
    SmallerPlan scratch = answer;
    std::int64_t tokens = least, samples = std::max(kLeastSamples, samplesInTime(request, tokens, scratch));
    for (std::int64_t longer = tokens * 2; longer <= kMostTokens && tokens < context; longer *= 2) {
        const std::int64_t length = std::min(longer, context), count = samplesInTime(request, length, scratch);
        if (count < (length <= kLikedTokens ? kSteadySamples : kMostSamples)) break;
        tokens = length;
        samples = count;
    }
    setAmount(request, samples, tokens, answer);
}

Error tooSmall(const SmallerRequest& request, const Ledger& least) {
    const std::string text = request.targetBytes > 0 ? "the smallest possible size is " + std::to_string(least.modelBytes) + " bytes, " + std::to_string(request.targetBytes) + " were asked for"
                                                     : "the smallest possible size is " + fixedText(least.totalBits, 4) + " bits a weight, " + fixedText(request.targetBits, 4) + " were asked for";
    return {ErrorCode::InvalidArgument, text, "", "allow more, or take a smaller model"};
}

/// The narrowest width is the smallest: groups only add scales, and 8-bit embeddings never take more than 16-bit ones.
Result<Ledger> leastLedger(const ModelGeometry& model, std::span<const TensorInfo> dense) {
    TACQ_TRY(const std::uint64_t kept, keptForFraction(kLeastKeptFraction, weightsOf(model)));
    return ledgerWith(planOf(model, dense, widths().back()), kept);
}

}  // namespace

Result<SmallerPlan> planSmaller(const SmallerRequest& request) {
    if (request.targetBytes == 0 && !(request.targetBits > 0 && std::isfinite(request.targetBits)))
        return Error{ErrorCode::InvalidArgument, "no size was asked for", "", "name bytes or bits"};
    const BudgetRequest target{0, request.targetBits, request.targetBytes};
    const std::int64_t weights = weightsOf(request.model);
    TACQ_TRY(const std::uint64_t least, keptForFraction(kLeastKeptFraction, weights));
    const std::vector<TensorInfo> dense = denseTensors(request.model.linears, request.model.tensors);
    for (const Width& width : widths()) {
        if (width.groupSize >= longestRow(request.model)) continue;  // the same as a whole row
        const PackedPlan plan = planOf(request.model, dense, width);
        TACQ_TRY(const Ledger ledger, ledgerWith(plan, least));
        if (!holdsTarget(ledger, target)) continue;
        SmallerPlan answer;
        answer.grid = {width.bits, width.groupSize};
        answer.embeddingBits = width.embeddings;
        TACQ_CHECK(spendTheRest(plan, target, weights, answer));
        chooseAmount(request, answer);
        return answer;
    }
    TACQ_TRY(const Ledger smallest, leastLedger(request.model, dense));
    return tooSmall(request, smallest);
}

Result<std::vector<OfferedSize>> offeredSizes(const ModelGeometry& model, std::uint64_t modelBytes) {
    constexpr double kWorthIt = 0.95;
    const std::vector<TensorInfo> dense = denseTensors(model.linears, model.tensors);
    TACQ_TRY(const std::uint64_t kept, keptForFraction(kLeastKeptFraction, weightsOf(model)));
    std::vector<OfferedSize> sizes;
    for (const Width& width : widths()) {
        if (width.bits > 4 || width.embeddings != EmbeddingBits::Eight || (!sizes.empty() && sizes.back().bits == width.bits)) continue;
        if (width.groupSize >= longestRow(model)) continue;
        TACQ_TRY(const Ledger ledger, ledgerWith(planOf(model, dense, width), kept));
        if (static_cast<double>(ledger.modelBytes) <= kWorthIt * static_cast<double>(modelBytes)) sizes.push_back({width.bits, ledger.modelBytes});
    }
    return sizes;
}

Result<std::uint64_t> smallestBytes(const ModelGeometry& model) {
    TACQ_TRY(const Ledger ledger, leastLedger(model, denseTensors(model.linears, model.tensors)));
    return ledger.modelBytes;
}

}  // namespace tacq
