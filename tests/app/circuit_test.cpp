// Circuits of two runs and of two scores, by command on the bundled sample.
#include <fstream>
#include <sstream>

#include "command_support.h"

using namespace tacq::test;

TEST_CASE("circuitCompareCountsTheOverlapOfTwoSeedsAndRefusesWhatCannotBeCompared") {
    const auto saliency = [](const std::string& seed) {
        return answer({"--seed", seed, "saliency", kSample, "--task", "tinystories", "--samples", "4", "--tokens", "64", "--bits", "3"}).at("artifact").get<std::string>();
    };
    const std::string a = saliency("0"), b = saliency("1");
    const Json object = answer({"circuit", "compare", a, b, "--outliers", "0.01"});
    has(object, {"model", "jaccard", "expectedJaccard", "perTensor", "keptA", "keptB", "both"});
    std::uint64_t keptA = 0, both = 0;
    double expected = 0;
    for (const Json& tensor : object.at("perTensor")) {
        has(tensor, {"name", "keptA", "keptB", "both", "expected"});
        keptA += tensor.at("keptA").get<std::uint64_t>();
        both += tensor.at("both").get<std::uint64_t>();
        expected += tensor.at("expected").get<double>();
        CHECK(tensor.at("expected").get<double>() ==
              doctest::Approx(tensor.at("keptA").get<double>() * tensor.at("keptB").get<double>() / tensor.at("weights").get<double>()));
    }
    const Json budget = answer({"budget", a, "--outliers", "0.01"});
    CHECK(budget.at("kept") == keptA);
    CHECK(object.at("both") == both);
    const double k = static_cast<double>(keptA);
    CHECK(object.at("jaccard").get<double>() == doctest::Approx(static_cast<double>(both) / (2 * k - static_cast<double>(both))));
    CHECK(object.at("expectedJaccard").get<double>() == doctest::Approx(expected / (2 * k - expected)));
    CHECK(object.at("jaccard").get<double>() > object.at("expectedJaccard").get<double>());
    CHECK(answer({"circuit", "compare", a, a}).at("jaccard") == 1);
    refused({"circuit", "compare", a, b, "--outliers", "2"}, 2, "invalid-argument", "--outliers");
    refused({"circuit", "compare", a, "0123456789ab"}, 3, "not-found");
    refused({"circuit", "compare", a}, 2, "invalid-argument");
}

TEST_CASE("circuitScoreMakesTheCircuitOfAnotherScoreFromTheSameGradients") {
    const Json saliency = answer({"saliency", kSample, "--task", "tinystories", "--samples", "4", "--tokens", "64", "--bits", "3"});
    const std::string key = saliency.at("artifact").get<std::string>();
    const Json scored = answer({"circuit", "score", key, "--method", "magnitude"});
    has(scored, {"artifact", "method", "of", "folder", "run", "stages"});
    CHECK(scored.at("of") == key);
    CHECK(scored.at("method") == "magnitude");
    const std::string other = scored.at("artifact").get<std::string>();
    CHECK(other != key);
    // By its own name, and by its run.
    const Json compared = answer({"circuit", "compare", key, std::to_string(scored.at("run").get<int>())});
    CHECK(compared.at("b").at("method") == "magnitude");
    CHECK(compared.at("b").at("artifact") == other);
    CHECK(compared.at("keptA") == compared.at("keptB"));
    CHECK(compared.at("jaccard").get<double>() < 1);
    // What quantize keeps by this method is what the circuit holds.
    const Json made = answer(quantizeWords(scratch().path("by-magnitude"), {"--method", "magnitude"}));
    CHECK(made.at("kept") == compared.at("keptB"));
    for (std::size_t i = 0; i < compared.at("perTensor").size(); ++i) CHECK(made.at("perTensor").at(i).at("kept") == compared.at("perTensor").at(i).at("keptB"));

    CHECK(answer({"circuit", "score", key, "--method", "tacq"}).at("artifact") == key);
    // The saliency's run is still what its key stands for.
    CHECK(answer({"runs", "show", key}).at("runs")[0].at("command") == "saliency");
    const Json budget = answer({"budget", other});
    CHECK(budget.at("method") == "magnitude");
    CHECK(budget.at("kept") == compared.at("keptB"));
    CHECK(budget.at("predictedLoss").is_null());
    const std::string page = scratch().path("score.html");
    answer({"report", std::to_string(scored.at("run").get<int>()), page});
    std::ostringstream html;
    html << std::ifstream(page).rdbuf();
    CHECK(html.str().find("Mean of |W|.") != std::string::npos);
    CHECK(html.str().find("both together") == std::string::npos);
    const Json again = answer({"circuit", "score", other, "--method", "magnitude"});
    CHECK(again.at("artifact") == other);
    CHECK(again.at("stages").at(0).at("reused") == true);
    // One of another seed draws other weights.
    const auto drawn = [](const std::string& of) { return answer({"circuit", "score", of, "--method", "random"}).at("artifact").get<std::string>(); };
    const std::string seeded = answer({"--seed", "1", "saliency", kSample, "--task", "tinystories", "--samples", "4", "--tokens", "64", "--bits", "3"}).at("artifact").get<std::string>();
    CHECK(answer({"circuit", "compare", drawn(key), drawn(seeded), "--outliers", "0.01"}).at("jaccard").get<double>() < 0.05);
    refused({"circuit", "score", key, "--method", "gptq"}, 2, "invalid-argument", "--method");
    refused({"circuit", "score", key, "--method", "later"}, 2, "invalid-argument", "--method");
    refused({"circuit", "score", key}, 2, "invalid-argument");
    refused({"circuit", "score", "0123456789ab", "--method", "qal"}, 3, "not-found");
}
