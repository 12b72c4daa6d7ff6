// What a pass does and the key of what it makes are one thing: a field that is not in the key would give stale artifacts.
#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "tacq/quantize/quantize.h"

using namespace tacq;

namespace {

const std::vector<LinearInfo> kLinears{{"a", 0, LinearKind::Query, 8, 128}, {"b", 0, LinearKind::Key, 8, 128}};

PassInputs inputs() { return {"model", "text", "", "", "cpu/f32/2", kLinears}; }
PassInputs scored() { return {"model", "text", "gradient", "simulation", "cpu/f32/2", kLinears}; }

PassSpec base() { return PassSpec::uniform(2, {}); }

PassSpec with(const std::function<void(PassSpec&)>& change) {
    PassSpec spec = base();
    change(spec);
    return spec;
}

/// Every field of a pass and of what it holds, changed by itself. Whoever adds a field to PassSpec or GptqOptions stops the next line from compiling,
/// and adds its change here.
std::vector<PassSpec> changes() {
    const auto& [common, grids, gptq, method, kept, seed, tokenWeights, steps] = base();
    const auto& [damping, dampingRetries, blockColumns, clipSearch] = gptq;
    const auto& [stepName, stepOptions, stepIdle] = PostStep{};
    (void)common, (void)grids, (void)method, (void)kept, (void)seed, (void)tokenWeights, (void)steps, (void)damping, (void)dampingRetries, (void)blockColumns, (void)clipSearch;
    (void)stepName, (void)stepOptions, (void)stepIdle;
    const std::vector<GridOptions> others{{2, -1, {}, {}}, {3, 64, {}, {}}, {3, -1, Symmetry::Symmetric, {}}, {3, -1, {}, ScaleType::F32}};
    std::vector<PassSpec> changed;
    for (const GridOptions& other : others) {
        changed.push_back(PassSpec::uniform(2, other));
        changed.push_back(with([&](PassSpec& s) { s.grids[1] = other; }));
    }
    const std::vector<std::function<void(PassSpec&)>> rest{
        [](PassSpec& s) { s.common.bits = 4; },
        [](PassSpec& s) { s.gptq.damping = 0.02; },
        [](PassSpec& s) { s.gptq.dampingRetries = 10; },
        [](PassSpec& s) { s.gptq.blockColumns = 64; },
        [](PassSpec& s) { s.gptq.clipSearch = ClipSearch::Off; },
        [](PassSpec& s) { s.kept = 12; },
        [](PassSpec& s) { s.tokenWeights = "attention"; },
        [](PassSpec& s) { s.steps = {{"tune", "epochs=6", false}}; },
        [](PassSpec& s) { s.steps = {{"tune", "epochs=7", false}}; },
        [](PassSpec& s) { s.steps = {{"other", "epochs=6", false}}; },
        [](PassSpec& s) { s.steps = {{"tune", "epochs=6", false}, {"other", "", false}}; },
        [](PassSpec& s) { s.steps = {{"other", "", false}, {"tune", "epochs=6", false}}; },
    };
    for (const auto& change : rest) changed.push_back(with(change));
    return changed;
}

}  // namespace

TEST_CASE("everyFieldOfAPassMakesAnotherKey") {
    std::set<std::string> keys{base().key(inputs())};
    const std::vector<PassSpec> changed = changes();
    for (std::size_t i = 0; i < changed.size(); ++i) {
        CAPTURE(i);
        CHECK(keys.insert(changed[i].key(inputs())).second);
    }
    // The same of passes that keep weights, where the simulation's own form of key does not apply.
    for (const auto& change : changed) {
        PassSpec keeping = change;
        if (keeping.kept != 0) continue;
        keeping.kept = 5;
        keeping.method = Method::Tacq;
        CAPTURE(keys.size());
        CHECK(keys.insert(keeping.key(scored())).second);
    }
    // Method and seed matter where something is kept, the seed only to a method that draws.
    for (const Method method : scoringMethods()) {
        PassSpec keeping = base();
        keeping.kept = 6;
        keeping.method = method;
        CAPTURE(method->name);
        CHECK(keys.insert(keeping.key(inputs())).second);
        keeping.seed = 1;
        CHECK(keys.insert(keeping.key(inputs())).second == method->seeded);
    }
}

TEST_CASE("everyInputOfAPassMakesAnotherKey") {
    const auto& [modelIdentity, calibrationKey, gradientKey, simulationKey, arithmetic, linears] = inputs();
    CHECK(linears.size() == 2);
    PassSpec keeping = base();
    keeping.kept = 5;
    keeping.method = Method::Tacq;
    std::set<std::string> keys{keeping.key(scored())};
    for (const auto member : {&PassInputs::modelIdentity, &PassInputs::calibrationKey, &PassInputs::gradientKey, &PassInputs::simulationKey, &PassInputs::arithmetic}) {
        PassInputs changed = scored();
        changed.*member += "!";
        CHECK(keys.insert(keeping.key(changed)).second);
    }
    // Of a recipe the names count too.
    PassSpec mixed = base();
    mixed.grids[1].bits = 2;
    keys.insert(mixed.key(inputs()));
    std::vector<LinearInfo> renamed = kLinears;
    renamed[1].name = "c";
    PassInputs changed = inputs();
    changed.linears = renamed;
    CHECK(keys.insert(mixed.key(changed)).second);
}

TEST_CASE("keysOfPassesBeforeThereWasASpecStay") {
    // SHA-256 over the parts as version 0.1 put them together, computed apart.
    CHECK(base().key(inputs()) == "e89f84e95a351d46aa6c8d92c44728f365841d837c667edd4bba7a68fe8ea935");
    PassSpec keeping = base();
    keeping.kept = 12;
    keeping.seed = 7;
    keeping.method = Method::Tacq;
    CHECK(keeping.key(scored()) == "31270e386af6d0ef0f91c8b269bb395084149acb3906cf91eb96a5577e1be794");
    keeping.method = Method::Random;
    CHECK(keeping.key(inputs()) == "573d0a0e239db7c1650f211424b8eae804e903ba53d7fb56e7a82993fb85ec61");
    PassSpec rounded = base();
    rounded.method = Method::Rtn;
    CHECK(rounded.key(inputs()) == "bca8ba0a15f99f307b1791684d4e2966966ef2a5b75a2dbd5d92a242bd05cc6d");
    PassSpec mixed = base();
    mixed.grids[1] = {2, 64, {}, {}};
    CHECK(mixed.key(inputs()) == "af655fb1e161cbf1f8a7f194096cc6ec214d70d29d64352e3fcf81e4367bdfdd");
    // A method that keeps nothing on one grid is the simulation itself.
    keeping.kept = 0;
    CHECK(keeping.key(scored()) == base().key(inputs()));
}

TEST_CASE("aStepThatDoesNothingIsNotThere") {
    PassSpec idle = base();
    idle.steps = {{"tune", "epochs=0", true}};
    CHECK(idle.isSimulation());
    CHECK(idle.effectiveSteps().empty());
    CHECK(idle.key(inputs()) == base().key(inputs()));
    idle.kept = 5;
    PassSpec without = base();
    without.kept = 5;
    CHECK(idle.key(inputs()) == without.key(inputs()));
    // Beside one that does something it does not count either.
    idle.steps.push_back({"tune", "epochs=6", false});
    without.steps = {{"tune", "epochs=6", false}};
    CHECK(idle.key(inputs()) == without.key(inputs()));
}

TEST_CASE("roundingToNearestHasOneKeyForEveryTextAndMachine") {
    PassSpec rounded = base();
    rounded.method = Method::Rtn;
    PassInputs elsewhere = inputs();
    elsewhere.calibrationKey = "another text";
    elsewhere.arithmetic = "cuda/bf16/8";
    CHECK(rounded.key(elsewhere) == rounded.key(inputs()));
    CHECK_FALSE(rounded.isSimulation());
    // Not so where a step trains on the text afterwards.
    rounded.steps = {{"circuit-tuning", "epochs=6", false}};
    CHECK(rounded.key(elsewhere) != rounded.key(inputs()));
}
