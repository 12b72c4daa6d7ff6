#include "pipeline/stages/mixed_budget.h"

#include <algorithm>

#include "pipeline/stages/width_errors.h"

namespace tacq {

namespace {

bool isLocked(const Recipe& recipe, const std::string& name) {
    const auto found = recipe.tensors.find(name);
    return found != recipe.tensors.end() && found->second.locked;
}

Recipe recipeOf(const Recipe& given, const PackedPlan& plan, const std::vector<int>& bits, const GridOptions& grid) {
    Recipe recipe;
    for (std::size_t i = 0; i < plan.linears.size(); ++i) {
        TensorOverride own;
        if (const auto found = given.tensors.find(plan.linears[i].name); found != given.tensors.end()) own = found->second;
        if (!own.locked) own.bits = bits[i] == grid.bits ? std::nullopt : std::optional<int>(bits[i]);
        if (own != TensorOverride{}) recipe.tensors.emplace(plan.linears[i].name, own);
    }
    return recipe;
}

}  // namespace

Result<MixedOutcome> distributeWidths(Session& session, const SaliencyArtifact& artifact, const std::string& saliencyKey, const PackedPlan& plan, const GridOptions& grid,
                                      const Recipe& recipe, const BudgetRequest& budget, const SizesRequest& options) {
    const auto& linears = artifact.meta().linears;
    MixedOutcome outcome;
    std::vector<std::vector<int>> widths;
    std::size_t without = 0;
    for (std::size_t i = 0; i < linears.size(); ++i) {
        if (isLocked(recipe, linears[i].name)) widths.push_back({plan.linears[i].grid.bits});
        else widths.push_back(options.ggufSafe ? ggufWidths(linears[i], options.widths) : options.widths);
        if (options.ggufSafe && ggufHasNoType(linears[i])) ++without;
    }
    if (without > 0)
        outcome.notes.push_back(std::to_string(without) + " tensors have rows that are no multiple of 32: no quantized GGUF type takes them, so they got the widest width here");
    MixedRequest request;
    request.plan = plan;
    TACQ_TRY(request.choices, widthChoices(session, artifact, saliencyKey, grid, widths));
    if (options.vllmSafe) request.unit = fusedUnits(linears);
    request.budget = budget;
    request.countsFor = [&artifact](std::uint64_t k) { return artifact.counts(k); };
    request.mostKept = artifact.exactUpTo();
    TACQ_TRY(outcome.answer, session.timed(Stage::Allocate, [&] { return allocateMixed(request, session.context()); }));
    for (std::size_t i = 0; i < linears.size(); ++i) {
        const auto& choices = request.choices[i];
        const auto chosen = std::find_if(choices.begin(), choices.end(), [&](const WidthChoice& c) { return c.bits == outcome.answer.bits[i]; });
        outcome.estimated.push_back(chosen->estimated || plan.linears[i].grid.groupSize != grid.groupSize);
    }
    for (const int bits : options.widths) {
        MixedOutcome::Single single{bits, 0, 0};
        std::size_t found = 0;
        for (const auto& choices : request.choices)
            for (const WidthChoice& choice : choices)
                if (choice.bits == bits) single.firstOrder += choice.loss.whole(), single.estimates += choice.estimated ? 1 : 0, ++found;
        if (found == linears.size()) outcome.single.push_back(single);
    }
    outcome.recipe = recipeOf(recipe, plan, outcome.answer.bits, grid);
    return outcome;
}

Json mixedJson(const MixedOutcome& outcome, const SizesRequest& options) {
    const MixedAnswer& answer = outcome.answer;
    Json single = Json::array();
    for (const auto& one : outcome.single) single.push_back({{"bits", one.bits}, {"firstOrder", one.firstOrder}, {"estimates", one.estimates}});
    return {{"widths", options.widths},
            {"vllmSafe", options.vllmSafe},
            {"ggufSafe", options.ggufSafe},
            {"firstOrder", answer.firstOrder},
            {"uniformBits", answer.uniformBits > 0 ? Json(answer.uniformBits) : Json()},
            {"uniformFirstOrder", answer.uniformBits > 0 ? Json(answer.uniformFirstOrder) : Json()},
            {"single", single},
            {"optimal", answer.optimal},
            {"estimates", std::count(outcome.estimated.begin(), outcome.estimated.end(), true)},
            {"notes", outcome.notes}};
}

}  // namespace tacq
