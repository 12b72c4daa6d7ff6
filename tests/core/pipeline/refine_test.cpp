#include <doctest/doctest.h>

#include <algorithm>

#include "pipeline/stages/refine.h"
#include "pipeline_support.h"

using namespace tacq;
using namespace tacq::test;

namespace {

/// Two matrices, nothing kept.
PackedPlan twoLinears(std::int64_t secondColumns) {
    PackedPlan plan;
    plan.linears.push_back({"a.weight", 8, 64, {.bits = 3}, 0, ValueType::F16});
    plan.linears.push_back({"b.weight", 2, secondColumns, {.bits = 3}, 0, ValueType::F16});
    return plan;
}

/// How often a command looked at the scores of a whole model to choose weights.
int selections(const CommandRunner& tacq, const std::string& command, const Json& params, Json& answer) {
    int count = 0;
    RunContext context;
    context.progress = [&count](const Progress& progress) { count += progress.stage == Stage::Select && progress.done == 1 ? 1 : 0; };
    const auto text = runCommand(command, dumpJson(params), tacq.environment, context);
    REQUIRE_MESSAGE(text.ok(), formatError(text.error()));
    answer = parseJson(text.value(), command).value();
    return count;
}

}  // namespace

TEST_CASE("a size is turned into a count by arithmetic where every kept weight costs the same") {
    const PackedPlan plan = twoLinears(200);
    const Ledger none = makeLedger(plan).value();
    for (const std::uint64_t room : {0u, 3u, 4u, 401u, 4000u}) {
        const auto allowed = affordable(plan, {.targetBytes = none.modelBytes + room});
        REQUIRE(allowed.ok());
        CHECK(allowed.value() == std::min<std::uint64_t>(room / 4, 8 * 64 + 2 * 200));
    }
    // Bits likewise: one more would be over.
    const std::uint64_t k = affordable(plan, {.targetBits = none.totalBits + 1}).value().value();
    const auto bits = [&](std::uint64_t kept) { return 8.0 * static_cast<double>(none.quantizedBytes() + 4 * kept) / 912; };
    CHECK(bits(k) <= none.totalBits + 1);
    CHECK(bits(k + 1) > none.totalBits + 1);
    CHECK(affordable(plan, {.targetBytes = none.modelBytes - 1}).error().code == ErrorCode::InvalidArgument);
    // Longer rows' places take four bytes: then it depends on where the weights lie.
    CHECK_FALSE(affordable(twoLinears(70000), {.targetBits = 4}).value());
}

TEST_CASE("a budget looks at the whole model once, however much it keeps") {
    const CommandRunner tacq("budget-once");
    Json answer;
    // A score without a sketch.
    for (const auto& [option, value] : {std::pair<std::string, Json>{"targetBits", 4.5}, {"targetSize", 300000}}) {
        CAPTURE(option);
        Json params = tacq.calibrated({{"out", tacq.path(option)}, {"method", "magnitude"}, {"format", "tacq"}});
        params[option] = value;
        CHECK(selections(tacq, "quantize", params, answer) == 1);
        CHECK(answer.at("kept").get<std::uint64_t>() > 0);
        if (option == "targetBits") CHECK(answer.at("ledger").at("total").get<double>() <= 4.5);
        else CHECK(answer.at("modelBytes").get<std::uint64_t>() <= 300000);
    }
    // Beyond the sketch's tail (5 % of the weights).
    const Json saliency = tacq.run("saliency", tacq.calibrated());
    CHECK(selections(tacq, "budget", {{"artifact", saliency.at("artifact")}, {"targetBits", 9.0}}, answer) == 1);
    CHECK(answer.at("exact") == true);
    const auto kept = answer.at("kept").get<std::uint64_t>();
    CHECK(static_cast<double>(kept) > 0.05 * answer.at("ledger").at("quantizableWeights").get<double>());
    CHECK(answer.at("ledger").at("total").get<double>() <= 9.0);
    CHECK(answer.at("ledger").at("total").get<double>() + 32.0 / answer.at("ledger").at("quantizableWeights").get<double>() > 9.0);   // one more weight would be too much
    // Below it none is needed at all.
    CHECK(selections(tacq, "budget", {{"artifact", saliency.at("artifact")}, {"targetBits", 4.5}}, answer) == 0);
}

TEST_CASE("the largest fitting number is found from any guess, and every question is in range") {
    for (const std::uint64_t all : {0u, 1u, 7u, 1000u})
        for (const std::uint64_t truth : {0u, 1u, 6u, 7u, 999u, 1000u}) {
            if (truth > all) continue;
            for (const std::uint64_t guess : {std::uint64_t{0}, all / 3, truth, all}) {
                CAPTURE(all);
                CAPTURE(truth);
                CAPTURE(guess);
                const auto found = largestFitting(guess, all, [&](std::uint64_t k) -> Result<bool> {
                    CHECK(k <= all);
                    return k <= truth;
                });
                REQUIRE(found.ok());
                CHECK(found.value() == truth);
            }
        }
}
