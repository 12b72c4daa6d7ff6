#include "command/specs/families.h"
#include "tacq/command/requests.h"

namespace tacq::specs {

std::vector<CommandSpec> quantizeCommands() {
    return {{.words = {"quantize"},
             .summary = "the whole way: saliency, circuit, masked GPTQ, checkpoint",
             .example = "tacq quantize resources/sample/stories260K /tmp/small --task tinystories --samples 8 --tokens 128 --bits 3",
             .options = join(std::vector{model(), output(), taskOption(), method("which weights are kept", OptionPlace::Option)}, calibration(SampleOptions{}.samples), grid(),
                             std::vector{recipe("JSON file with a width for single tensors: {\"tensors\": {NAME: 4, NAME: {\"bits\": 2, \"groupSize\": 64}}}")}, budget(), dense(),
                             std::vector{format(OptionPlace::Option), noVerify(), force()})}};
}

}  // namespace tacq::specs
