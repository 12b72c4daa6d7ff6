#include "command/specs/families.h"
#include "tacq/command/requests.h"
#include "tacq/numerics/grid_range.h"

namespace tacq::specs {
namespace {

std::vector<OptionSpec> mixedOptions() {
    constexpr OptionGroup kGroup = OptionGroup::Grid;
    std::string widths;
    for (const int bits : SizesRequest{}.widths) widths.append(widths.empty() ? "" : ",").append(std::to_string(bits));
    return {{.key = "mixed", .help = "choose a width for every tensor, and the kept weights, under --target-bits or --target-size", .type = OptionType::Flag, .group = kGroup},
            {.key = "widths", .help = "widths to choose from", .type = OptionType::Integers, .group = kGroup, .fallback = widths, .integers = {kLeastBits, kMostBits}, .label = "LIST"},
            {.key = "vllmSafe", .help = "one width for q, k and v of a layer, and one for gate and up, as engines want that fuse them", .type = OptionType::Flag, .group = kGroup},
            {.key = "ggufSafe", .help = "only widths that a GGUF type has for the tensor's row length", .type = OptionType::Flag, .group = kGroup}};
}

}  // namespace

std::vector<CommandSpec> circuitCommands() {
    const std::string anyOne = "saliency artifact, or the number of a run that made one";
    return {
        {.words = {"saliency"},
         .summary = "gradients and simulated quantization: which weights matter for a task",
         .example = "tacq saliency resources/sample/stories260K --task tinystories --samples 8 --tokens 128 --bits 3",
         .options = join(std::vector{model(), taskOption()}, calibration(SampleOptions{}.samples), grid())},
        {.words = {"budget"},
         .summary = "sizes and kept weights of a budget, without a model",
         .example = "tacq budget 1 --target-bits 3.2",
         .options = join(std::vector{saliencyArtifact("artifact", "ARTIFACT", anyOne)}, otherGrid(),
                         std::vector{recipe("JSON file with a width for single tensors, as for quantize; locked tensors keep theirs under --mixed")}, mixedOptions(), budget(), dense(),
                         std::vector<OptionSpec>{{.key = "recipeOut", .help = "file for the chosen widths, to be given to quantize --recipe", .group = OptionGroup::Output, .file = OptionFile::New, .label = "FILE"}}),
         // A mixed budget quantizes blocks to learn their errors.
         .lane = Lane::QuickUnless,
         .heavyWith = "mixed"},
        {.words = {"circuit", "compare"},
         .summary = "how the kept weights of two saliencies of one model overlap, and what chance would give",
         .example = "tacq circuit compare 1 2 --outliers 0.0035",
         .options = {saliencyArtifact("a", "A", anyOne), saliencyArtifact("b", "B", "another one of the same model"), outliers("share of the weights that each keeps")}},
        {.words = {"circuit", "score"},
         .summary = "the same saliency by another score, to compare with: its gradients and simulation are used again",
         .example = "tacq circuit score 1 --method magnitude",
         .options = {saliencyArtifact("saliency", "SALIENCY", anyOne), method("score", OptionPlace::Required)}},
    };
}

}  // namespace tacq::specs
