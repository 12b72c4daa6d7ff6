// Selection against the official TaCQ code's masks (shared data, see its README).
#include <algorithm>

#include "base/json.h"
#include "store_support.h"
#include "tacq/checkpoint/checkpoint.h"
#include "tacq/checkpoint/safetensors.h"
#include "tacq/numerics/score.h"
#include "tacq/numerics/selection.h"
#include "test_paths.h"

using namespace tacq;
using namespace tacq::test;
namespace fs = std::filesystem;

namespace {

const fs::path kReference = fs::path(tacq::paths::sharedData()) / "reference";

template <typename T>
std::span<const T> tensor(const SafetensorsFile& file, const std::string& name, const std::string& dtype) {
    return valueOf(file.typed<T>(name, dtype));
}

struct Case {
    SafetensorsFile gradient, weights;
    Checkpoint model;

    explicit Case(const std::string& name)
        : gradient(valueOf(SafetensorsFile::open(kReference / "stories_gradient.safetensors"))),
          weights(valueOf(SafetensorsFile::open(kReference / (name + ".safetensors")))),
          model(valueOf(Checkpoint::open(fs::path(tacq::paths::resources()) / "sample" / "stories260K"))) {}

    Selection select(Method method, std::uint64_t k) const {
        std::vector<std::uint64_t> sizes;
        for (const LinearInfo& linear : model.linears()) sizes.push_back(static_cast<std::uint64_t>(linear.elements()));
        return valueOf(selectTopK(sizes, k, [&](std::size_t m, std::span<float> out) -> Result<void> {
            scores(method, m, out);
            return {};
        }, {}));
    }
    void scores(Method method, std::size_t m, std::span<float> out) const {
        const std::string& name = model.linears()[m].name;
        const std::vector<float> weight = valueOf(model.readAll(name));
        score(method, tensor<float>(gradient, name, "F32"), weight, tensor<float>(weights, "gptq/" + name, "F32"), 0, 0, 0, out);
    }
};

}  // namespace

TEST_CASE("tacqMasksEqualTheOfficialCodesToTheLastWeight") {
    if (!fs::exists(kReference)) {
        MESSAGE("skipped: no shared reference data");
        return;
    }
    for (const std::string name : {"stories_2bit_p0.0035", "stories_3bit_p0.0035", "stories_3bit_p0.0035_g32"}) {
        const Case official(name);
        const Selection selection = official.select(Method::Tacq, 792);
        std::size_t both = 0, either = 0;
        for (std::size_t m = 0; m < selection.matrices.size(); ++m) {
            const auto mask = tensor<std::uint8_t>(official.weights, "mask/" + official.model.linears()[m].name, "U8");
            std::vector<std::uint8_t> ours(mask.size(), 0);
            for (const std::uint32_t position : selection.matrices[m].position) ours[position] = 1;
            for (std::size_t i = 0; i < mask.size(); ++i) {
                both += ours[i] && mask[i];
                either += ours[i] || mask[i];
            }
        }
        CHECK_MESSAGE(both == either, name << ": Jaccard " << static_cast<double>(both) / static_cast<double>(either));
        CHECK(either == 792);
    }
}

TEST_CASE("everyScoresThresholdAndCountsEqualTheOfficialCodes") {
    if (!fs::exists(kReference)) {
        MESSAGE("skipped: no shared reference data");
        return;
    }
    for (const std::string name : {"stories_2bit_p0.0035", "stories_3bit_p0.0035", "stories_3bit_p0.0035_g32"}) {
        const Case official(name);
        const Json json = valueOf(parseJson(valueOf(readText(kReference / (name + ".json"))), name));
        for (const Method method : {Method::Tacq, Method::Gradient, Method::Msg, Method::Qal, Method::Magnitude}) {
            const std::string key(methodName(method));
            if (!json.at("methods").contains(key)) continue;
            const Json& expected = json.at("methods").at(key);
            const Selection selection = official.select(method, expected.at("kept").get<std::uint64_t>());
            CHECK_MESSAGE(static_cast<double>(selection.threshold) == expected.at("threshold").get<double>(), name << " " << key);
            for (std::size_t m = 0; m < selection.matrices.size(); ++m) {
                const std::string& linear = official.model.linears()[m].name;
                CHECK_MESSAGE(selection.matrices[m].position.size() == expected.at("keptPerTensor").at(linear).get<std::size_t>(), name << " " << key << " " << linear);
                std::vector<float> scores(static_cast<std::size_t>(official.model.linears()[m].elements()));
                official.scores(method, m, scores);
                double sum = 0;
                for (const float s : scores) sum += static_cast<double>(s);
                CHECK(sum == doctest::Approx(expected.at("scoreSum").at(linear).get<double>()).epsilon(1e-6));
            }
        }
    }
}
