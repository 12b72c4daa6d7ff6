#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <memory>
#include <random>

#include "tacq/budget/ledger.h"

using namespace tacq;

namespace {

TensorInfo tensor(const std::string& name, TensorType type, std::vector<std::int64_t> shape, std::uint64_t elementBytes) {
    TensorInfo info{name, type, std::move(shape), 0};
    info.bytes = static_cast<std::uint64_t>(info.elements()) * elementBytes;
    return info;
}

PackedPlan smallPlan() {
    PackedPlan plan;
    plan.dense = {tensor("lm_head.weight", TensorType::F32, {50, 40}, 4), tensor("model.embed_tokens.weight", TensorType::BF16, {50, 40}, 2),
                  tensor("model.norm.weight", TensorType::F32, {40}, 4)};
    plan.linears = {{"model.layers.0.self_attn.q_proj.weight", 40, 40, {}, 0, ValueType::F16},
                    {"model.layers.0.mlp.up_proj.weight", 24, 40, {3, 16, Symmetry::Asymmetric, ScaleType::F32}, 0, ValueType::F16}};
    plan.metadata = {{"format", "tacq-1"}};
    return plan;
}

// A fixed order of all 2560 weights, and the counts of its first k.
std::vector<int> keepOrder() {
    std::vector<int> order(1600 + 960);
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i < 1600 ? 0 : 1;
    std::mt19937 random(4);
    std::shuffle(order.begin(), order.end(), random);
    return order;
}

CountAnswer countsOf(const std::vector<int>& order, std::uint64_t k) {
    CountAnswer answer;
    answer.kept = {0, 0};
    answer.total = std::min<std::uint64_t>(k, order.size());
    for (std::size_t i = 0; i < answer.total; ++i) ++answer.kept[static_cast<std::size_t>(order[i])];
    return answer;
}

BudgetAnswer solved(const BudgetRequest& request) {
    const auto order = keepOrder();
    auto answer = solveBudget(smallPlan(), request, [&](std::uint64_t k) { return countsOf(order, k); });
    REQUIRE_MESSAGE(answer.ok(), formatError(answer.error()));
    return std::move(answer).value();
}

Error refused(const BudgetRequest& request) {
    const auto order = keepOrder();
    auto answer = solveBudget(smallPlan(), request, [&](std::uint64_t k) { return countsOf(order, k); });
    REQUIRE(!answer.ok());
    return answer.error();
}

}  // namespace

TEST_CASE("ledgerEqualsHandCountedBytes") {
    PackedPlan plan = smallPlan();
    plan.linears[0].kept = 10;
    plan.linears[1].kept = 3;
    const auto made = makeLedger(plan);
    REQUIRE(made.ok());
    const Ledger& ledger = made.value();
    CHECK(ledger.quantizableWeights == 2560);
    CHECK(ledger["codes"].bytes == (40 + 24) * 4 * 4);            // 40 columns of 3 bits: 120 bits in 4 words
    CHECK(ledger["scales"].bytes == 40 * 2 + 24 * 3 * 4);         // one F16 a row; 3 groups of F32
    CHECK(ledger["zeros"].bytes == 40 + 24 * 3);
    CHECK(ledger["outlierValues"].bytes == 13 * 2);
    CHECK(ledger["outlierIndices"].bytes == 13 * 2 + (41 + 25) * 4);
    CHECK(ledger.embeddingBytes == 50 * 40 * 2);
    CHECK(ledger.headBytes == 50 * 40 * 4);
    CHECK(ledger.otherBytes == 160);
    CHECK(ledger["codes"].bits == 8.0 * 1024 / 2560);
    CHECK(ledger.totalBits == 8.0 * (1024 + 368 + 112 + 26 + 290) / 2560);
    CHECK(ledger.modelBytes == 1024 + 368 + 112 + 26 + 290 + 4000 + 8000 + 160 + ledger.headerBytes);
    CHECK(ledger.headerBytes > 500);
    CHECK(ledger.headerBytes < 4000);
}

TEST_CASE("eightBitEmbeddingsCostABytePlusAScaleIn32") {
    PackedPlan plan = smallPlan();
    plan.embeddingBits = EmbeddingBits::Eight;
    const auto ledger = makeLedger(plan);
    REQUIRE(ledger.ok());
    CHECK(ledger.value().embeddingBytes == 50 * 40 + 50 * 2 * 2);
    CHECK(ledger.value().headBytes == 50 * 40 + 50 * 2 * 2);
    plan = smallPlan();
    plan.tensorDtype = "f16";
    CHECK(makeLedger(plan).value().headBytes == 4000);
    CHECK(makeLedger(plan).value().otherBytes == 80);
}

TEST_CASE("headersHoldNothingElse") {
    // Whatever the plan, modelBytes minus every tensor is what headers alone take: it must not move with tensor sizes, only with digits.
    PackedPlan plan = smallPlan();
    const std::uint64_t before = makeLedger(plan).value().headerBytes;
    plan.dense[0].shape = {60, 40};
    plan.dense[0].bytes = 60 * 40 * 4;
    const std::uint64_t after = makeLedger(plan).value().headerBytes;
    CHECK(after <= before + 16);
    CHECK(after + 16 >= before);
}

TEST_CASE("keptCountsAloneDoNotMoveHeaders") {
    PackedPlan plan = smallPlan();
    const std::uint64_t headers = makeLedger(plan).value().headerBytes;
    std::mt19937_64 random(7);
    for (int round = 0; round < 200; ++round) {
        for (PackedShape& linear : plan.linears) {
            const std::int64_t size = linear.rows * linear.columns;
            linear.kept = round == 0 ? 0 : round == 1 ? size : static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(size + 1));
        }
        const Ledger whole = makeLedger(plan).value(), quick = ledgerForCounts(plan, headers);
        CHECK(quick.modelBytes == whole.modelBytes);
        CHECK(quick.headerBytes == whole.headerBytes);
        CHECK(quick.totalBits == whole.totalBits);
        CHECK(quick["outlierIndices"].bytes == whole["outlierIndices"].bytes);
    }
}

TEST_CASE("fractionKeepsTheFloorOfItsProduct") {
    CHECK(keptForFraction(0.0035, 226'560).value() == 792);
    CHECK(keptForFraction(0, 10).value() == 0);
    CHECK(keptForFraction(1, 10).value() == 10);
    for (const double bad : {-0.1, 1.1, std::nan(""), std::numeric_limits<double>::infinity()})
        CHECK(keptForFraction(bad, 10).error().code == ErrorCode::InvalidArgument);
    CHECK(solved({0.01, 0, 0}).kept == 25);
    CHECK(refused({std::nan(""), 0, 0}).code == ErrorCode::InvalidArgument);
    CHECK(refused({0.01, std::nan(""), 0}).code == ErrorCode::InvalidArgument);
    CHECK(refused({0.01, -1, 0}).code == ErrorCode::InvalidArgument);
}

TEST_CASE("aTargetSizeIsArithmetic") {
    // 4 bytes a kept weight on top of what a plan that keeps nothing takes: no search is needed to know what will come out.
    const std::uint64_t none = solved({0, 0, 0}).ledger.modelBytes;
    for (std::uint64_t room = 0; room < 4 * 2560 + 9; room += 13) {
        const BudgetAnswer answer = solved({0.0035, 0, none + room});
        CHECK(answer.kept == std::min<std::uint64_t>(room / 4, 2560));
        CHECK(answer.ledger.modelBytes == none + 4 * answer.kept);
    }
}

TEST_CASE("targetsFindTheLargestCountThatFitsAsBruteForceDoes") {
    const auto order = keepOrder();
    std::vector<Ledger> ledgers;
    for (std::uint64_t k = 0; k <= order.size(); ++k) {
        PackedPlan plan = smallPlan();
        const CountAnswer counts = countsOf(order, k);
        for (std::size_t i = 0; i < 2; ++i) plan.linears[i].kept = static_cast<std::int64_t>(counts.kept[i]);
        auto ledger = makeLedger(plan);
        REQUIRE(ledger.ok());
        ledgers.push_back(ledger.value());
    }
    const auto largest = [&](auto fits) {
        std::uint64_t best = 0;
        for (std::uint64_t k = 0; k < ledgers.size(); ++k)
            if (fits(ledgers[k])) best = k;
        return best;
    };
    for (int i = 0; i <= 60; ++i) {
        const double bits = ledgers.front().totalBits + i * 0.31;
        const BudgetAnswer byBits = solved({0.0035, bits, 0});
        CHECK(byBits.kept == largest([&](const Ledger& l) { return l.totalBits <= bits; }));
        CHECK(byBits.ledger.totalBits <= bits);
        const std::uint64_t bytes = ledgers.front().modelBytes + static_cast<std::uint64_t>(i) * 177;
        const BudgetAnswer byBytes = solved({0.0035, bits, bytes});  // size takes precedence
        CHECK(byBytes.kept == largest([&](const Ledger& l) { return l.modelBytes <= bytes; }));
        CHECK(byBytes.ledger.modelBytes <= bytes);
    }
}

TEST_CASE("limitsBelowTheBaseAreRefusedWithTheMissingAmount") {
    const Ledger base = makeLedger(smallPlan()).value();
    const Error bytes = refused({0.0035, 0, base.modelBytes - 7});
    CHECK(bytes.code == ErrorCode::InvalidArgument);
    CHECK_MESSAGE(bytes.message.find(", 7 more than") != std::string::npos, bytes.message);
    const Error bits = refused({0.0035, base.totalBits - 0.25, 0});
    CHECK(bits.code == ErrorCode::InvalidArgument);
    CHECK_MESSAGE(bits.message.find(", 0.25 more than") != std::string::npos, bits.message);
    CHECK(bits.context == "--target-bits");
}

TEST_CASE("impossiblePlansAreRefused") {
    PackedPlan plan = smallPlan();
    plan.linears[0].grid.bits = 9;
    CHECK(makeLedger(plan).error().code == ErrorCode::InvalidArgument);
    plan = smallPlan();
    plan.linears[0].kept = 1601;
    CHECK(makeLedger(plan).error().code == ErrorCode::InvalidArgument);
    plan.linears.clear();
    CHECK(makeLedger(plan).error().code == ErrorCode::InvalidArgument);
}
