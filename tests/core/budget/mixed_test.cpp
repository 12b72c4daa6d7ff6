#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

#include "tacq/budget/mixed.h"

using namespace tacq;

namespace {

constexpr std::array kWidths{2, 3, 4, 8};

/// A made-up model: scores per weight, Σ G·|ΔW| that falls with the width, each tensor in its own way.
struct Made {
    MixedRequest request;
    std::vector<std::pair<float, std::size_t>> order;  ///< (score, matrix), highest first

    Made(std::mt19937& random, std::size_t tensors) {
        for (std::size_t i = 0; i < tensors; ++i) {
            const std::int64_t rows = 8 * (1 + static_cast<std::int64_t>(random() % 4)), columns = 8 * (1 + static_cast<std::int64_t>(random() % 5));
            request.plan.linears.push_back({std::string("t").append(std::to_string(i)).append(".weight"), rows, columns, {}, 0, ValueType::F16});
            LogHistogram histogram;
            std::vector<float> scores(static_cast<std::size_t>(rows * columns));
            for (float& score : scores) {
                score = std::exp(std::normal_distribution<float>(-9, 2)(random));
                order.emplace_back(score, i);
            }
            histogram.add(scores);
            const double fall = 2 + static_cast<double>(random() % 300) / 100;
            auto& choices = request.choices.emplace_back();
            for (const int bits : kWidths) {
                std::vector<double> mass(histogram.sums.begin(), histogram.sums.end());
                for (double& value : mass) value *= 1e3 * std::pow(fall, -bits);
                choices.push_back({bits, LossCurve(histogram.counts, mass), bits != 3});
            }
        }
        std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        request.countsFor = [this, tensors](std::uint64_t k) {
            CountAnswer answer;
            answer.kept.assign(tensors, 0);
            answer.total = std::min<std::uint64_t>(k, order.size());
            for (std::size_t i = 0; i < answer.total; ++i) ++answer.kept[order[i].second];
            return answer;
        };
    }
    Made(const Made&) = delete;

    /// The smallest loss of any widths, and any number of kept weights of `counts`, within the budget.
    double bruteForce(std::span<const std::uint64_t> counts) const {
        double best = std::numeric_limits<double>::infinity();
        std::vector<int> bits(request.plan.linears.size(), 2);
        std::vector<std::size_t> at(bits.size(), 0);
        for (const std::uint64_t k : counts) {
            const CountAnswer kept = request.countsFor(k);
            std::fill(at.begin(), at.end(), 0);
            for (bool more = true; more;) {
                PackedPlan plan = request.plan;
                for (std::size_t i = 0; i < bits.size(); ++i) {
                    bits[i] = request.choices[i][at[i]].bits;
                    plan.linears[i].grid.bits = bits[i];
                    plan.linears[i].kept = static_cast<std::int64_t>(kept.kept[i]);
                }
                const Ledger ledger = makeLedger(plan).value();
                const bool fits = request.budget.targetBytes > 0 ? ledger.modelBytes <= request.budget.targetBytes : ledger.totalBits <= request.budget.targetBits;
                if (fits) best = std::min(best, mixedLoss(request.choices, bits, kept.kept));
                more = false;
                for (std::size_t i = 0; i < at.size() && !more; ++i) {
                    at[i] = (at[i] + 1) % request.choices[i].size();
                    more = at[i] != 0;
                }
            }
        }
        return best;
    }
};

Ledger ledgerOf(const PackedPlan& plan, const std::vector<int>& bits, const CountAnswer& counts) {
    PackedPlan made = plan;
    for (std::size_t i = 0; i < bits.size(); ++i) {
        made.linears[i].grid.bits = bits[i];
        made.linears[i].kept = static_cast<std::int64_t>(counts.kept[i]);
    }
    return makeLedger(made).value();
}

std::pair<Ledger, Ledger> extremes(const PackedPlan& plan) {
    const CountAnswer none{std::vector<std::uint64_t>(plan.linears.size(), 0), 0, 0, 0, 0, true};
    return {ledgerOf(plan, std::vector<int>(plan.linears.size(), 2), none), ledgerOf(plan, std::vector<int>(plan.linears.size(), 8), none)};
}

}  // namespace

TEST_CASE("a loss curve is exact at bin edges, falls, and ends at nothing") {
    const std::vector<std::uint64_t> counts{4, 0, 2, 1};
    const std::vector<double> mass{1.0, 0.0, 3.0, 6.0};
    const LossCurve curve(counts, mass, 0.5);
    CHECK(curve.whole() == 5.0);
    CHECK(curve.at(0) == 5.0);
    CHECK(curve.at(1) == 2.0);
    CHECK(curve.at(2) == 1.25);
    CHECK(curve.at(3) == 0.5);
    CHECK(curve.at(5) == 0.25);
    CHECK(curve.at(7) == 0.0);
    CHECK(curve.at(100) == 0.0);
    CHECK(LossCurve().at(3) == 0.0);
}

TEST_CASE("over random budgets in bits and bytes the mix never overshoots and never loses to a single width") {
    std::mt19937 random(5);
    for (int round = 0; round < 60; ++round) {
        Made made(random, 2 + random() % 9);
        const auto [low, high] = extremes(made.request.plan);
        const double share = static_cast<double>(random() % 1200) / 1000;
        if (round % 2 == 0) made.request.budget.targetBits = low.totalBits + share * (high.totalBits - low.totalBits);
        else made.request.budget.targetBytes = low.modelBytes + static_cast<std::uint64_t>(share * static_cast<double>(high.modelBytes - low.modelBytes));
        if (round % 3 == 0) made.request.mostKept = made.order.size() / 20;
        CAPTURE(round);
        const auto answer = allocateMixed(made.request, {});
        REQUIRE_MESSAGE(answer.ok(), formatError(answer.error()));
        const MixedAnswer& mix = answer.value();
        const Ledger ledger = ledgerOf(made.request.plan, mix.bits, mix.budget.counts);
        CHECK(ledger.modelBytes == mix.budget.ledger.modelBytes);
        if (round % 2 == 0) CHECK(ledger.totalBits <= made.request.budget.targetBits);
        else CHECK(ledger.modelBytes <= made.request.budget.targetBytes);
        if (made.request.mostKept > 0) CHECK(mix.budget.kept <= made.request.mostKept);
        CHECK(mix.firstOrder == doctest::Approx(mixedLoss(made.request.choices, mix.bits, mix.budget.counts.kept)));
        if (mix.uniformBits > 0) CHECK(mix.firstOrder <= mix.uniformFirstOrder * (1 + 1e-9) + 1e-15);
    }
}

TEST_CASE("on small cases the mix is as good as trying every width with the same kept count, and close to trying every count") {
    std::mt19937 random(17);
    double worst = 0;
    for (int round = 0; round < 12; ++round) {
        Made made(random, 3);
        const auto [low, high] = extremes(made.request.plan);
        const double share = 0.05 + 0.9 * static_cast<double>(random() % 1000) / 1000;
        if (round % 2 == 0) made.request.budget.targetBits = low.totalBits + share * (high.totalBits - low.totalBits);
        else made.request.budget.targetBytes = low.modelBytes + static_cast<std::uint64_t>(share * static_cast<double>(high.modelBytes - low.modelBytes));
        CAPTURE(round);
        const auto answer = allocateMixed(made.request, {});
        REQUIRE(answer.ok());
        CHECK(answer.value().optimal);
        const std::array same{answer.value().budget.kept};
        CHECK(answer.value().firstOrder <= made.bruteForce(same) * (1 + 1e-9) + 1e-15);
        std::vector<std::uint64_t> all(made.order.size() + 1);
        std::iota(all.begin(), all.end(), 0);
        if (all.size() > 1200 || round > 5) continue;
        const double best = made.bruteForce(all);
        CHECK(answer.value().firstOrder >= best * (1 - 1e-9));
        worst = std::max(worst, answer.value().firstOrder / best);
    }
    // Thirty counts are tried, not all: what that costs.
    CHECK(worst < 1.05);
}

TEST_CASE("locked tensors keep their width and fused ones share theirs") {
    std::mt19937 random(23);
    Made made(random, 6);
    const auto [low, high] = extremes(made.request.plan);
    made.request.budget.targetBits = (low.totalBits + high.totalBits) / 2;
    std::erase_if(made.request.choices[1], [](const WidthChoice& c) { return c.bits != 3; });
    made.request.unit = {0, 0, 1, 1, 1, 2};
    const auto answer = allocateMixed(made.request, {});
    REQUIRE(answer.ok());
    const std::vector<int>& bits = answer.value().bits;
    CHECK(bits[0] == 3);
    CHECK(bits[1] == 3);
    CHECK(bits[2] == bits[3]);
    CHECK(bits[3] == bits[4]);

    std::erase_if(made.request.choices[0], [](const WidthChoice& c) { return c.bits != 8; });
    const auto conflict = allocateMixed(made.request, {});
    REQUIRE(!conflict.ok());
    CHECK(conflict.error().message.find("t1.weight") != std::string::npos);
}

TEST_CASE("a mix without a target, or with one that is too small, says so") {
    std::mt19937 random(29);
    Made made(random, 3);
    CHECK(allocateMixed(made.request, {}).error().context == "--mixed");
    made.request.budget.targetBits = 1;
    const auto small = allocateMixed(made.request, {});
    REQUIRE(!small.ok());
    CHECK(small.error().code == ErrorCode::InvalidArgument);
    CHECK(small.error().message.find("more than the 1 asked for") != std::string::npos);
    made.request.budget.targetBits = 4;
    std::stop_source stop;
    stop.request_stop();
    RunContext context;
    context.stop = stop.get_token();
    CHECK(allocateMixed(made.request, context).error().code == ErrorCode::Cancelled);
}

TEST_CASE("fused units and GGUF widths follow the engines' rules") {
    std::vector<LinearInfo> linears;
    for (const LinearKind kind : {LinearKind::Query, LinearKind::Key, LinearKind::Value, LinearKind::Output, LinearKind::Gate, LinearKind::Up, LinearKind::Down})
        for (const std::int64_t layer : {0, 1}) linears.push_back({"x", layer, kind, 256, 256});
    const auto units = fusedUnits(linears);
    const auto unit = [&](LinearKind kind, std::size_t layer) { return units[static_cast<std::size_t>(kind) * 2 + layer]; };
    CHECK(unit(LinearKind::Query, 0) == unit(LinearKind::Key, 0));
    CHECK(unit(LinearKind::Query, 0) == unit(LinearKind::Value, 0));
    CHECK(unit(LinearKind::Gate, 1) == unit(LinearKind::Up, 1));
    CHECK(unit(LinearKind::Query, 0) != unit(LinearKind::Query, 1));
    CHECK(unit(LinearKind::Output, 0) != unit(LinearKind::Query, 0));
    CHECK(unit(LinearKind::Gate, 0) != unit(LinearKind::Down, 0));

    const auto widths = [](std::int64_t columns) { return ggufWidths({"x", 0, LinearKind::Down, 8, columns}, kWidths); };
    CHECK(widths(512) == std::vector{2, 3, 4, 8});
    CHECK(widths(96) == std::vector{4, 8});
    CHECK(widths(172) == std::vector{8});
    CHECK(ggufHasNoType({"x", 0, LinearKind::Down, 8, 172}));
    CHECK(!ggufHasNoType({"x", 0, LinearKind::Down, 8, 96}));
}
