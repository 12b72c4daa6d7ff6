#include <algorithm>
#include <cctype>

#include "report/html.h"
#include "report/sections.h"

namespace tacq::report {
namespace {

std::string strong(const std::string& markup) { return "<strong>" + markup + "</strong>"; }

std::string modelName(const Facts& facts) { return facts.run.modelName.empty() ? "the model" : facts.run.modelName; }

std::uint64_t unsignedOf(const Json& object, const char* key) { return countOf(object, key).value_or(0); }

/// `3 bit`, or `2 to 4 bit` where matrices differ.
std::string widths(const Facts& facts) {
    int low = 0, high = 0;
    for (const Matrix& matrix : facts.matrices) {
        if (!matrix.bits) continue;
        low = low == 0 ? *matrix.bits : std::min(low, *matrix.bits);
        high = std::max(high, *matrix.bits);
    }
    if (high == 0) return {};
    return low == high ? std::to_string(high) + " bit" : std::to_string(low) + " to " + std::to_string(high) + " bit";
}

std::string whatWasDone(const Facts& facts) {
    const std::string model = strong(escaped(modelName(facts)));
    const std::string task = facts.run.taskName.empty() ? std::string("its text") : "the task " + strong(escaped(facts.run.taskName));
    if (facts.run.command == "saliency") return "This run found out which weights of " + model + " matter for " + task + ".";
    if (facts.run.command == "circuit-score") return "This run ranked the weights of " + model + " for " + task + " by the score <code>" + escaped(textOf(facts.result, "method")) + "</code>, to compare with.";
    if (facts.run.command == "perplexity") return "This run measured how well " + model + " predicts " + task + ".";
    if (facts.run.command == "compare") return "This run compared two models, token by token, on " + task + ".";
    if (!facts.isQuantize()) return "This run was <code>" + escaped(facts.run.commandLine.empty() ? facts.run.command : facts.run.commandLine) + "</code>.";
    const Json ledger = facts.result.contains("ledger") ? facts.result.at("ledger") : Json::object();
    const std::uint64_t kept = unsignedOf(facts.result, "kept"), weights = unsignedOf(ledger, "quantizableWeights");
    std::string text = model + " was made smaller so that it stays good at " + task + ".";
    if (weights == 0) return text;
    text += " Of its " + count(weights) + " quantizable weights, the " + strong(count(kept)) + " (" + percent(static_cast<double>(kept) / static_cast<double>(weights)) +
            ") that were chosen stay in 16 bit; the others are stored in " + strong(escaped(widths(facts))) + ".";
    return text;
}

std::string howBig(const Facts& facts) {
    const auto size = countOf(facts.result, "modelBytes");
    if (!facts.isQuantize() || !size || *size == 0) return {};
    const auto bits = numberOf(facts.result.value("ledger", Json::object()), "total");
    std::string text = "As a packed checkpoint the model takes " + strong(bytes(*size));
    if (facts.originalBytes && *facts.originalBytes > 0)
        text += "; the original takes " + bytes(*facts.originalBytes) + " (" + figure(static_cast<double>(*facts.originalBytes) / static_cast<double>(*size), 3) + " times as much)";
    if (bits) text += ". A quantized weight costs " + figure(*bits, 4) + " bits, all told";
    return text + ".";
}

std::string whatItCost(const Facts& facts) {
    const auto seconds = numberOf(facts.result, "seconds");
    const auto memory = countOf(facts.result, "peakRssBytes");
    if (!seconds) return {};
    std::string text = "It took " + duration(*seconds);
    if (memory && *memory > 0) text += " and at most " + bytes(*memory) + " of memory";
    const std::string arithmetic = textOf(facts.result, "arithmetic");
    return text + (arithmetic.empty() ? "" : " (" + escaped(arithmetic) + ")") + ".";
}

/// `Perplexity` → `perplexity`; `KL divergence` stays.
std::string inSentence(std::string title) {
    if (title.size() > 1 && std::islower(static_cast<unsigned char>(title[1])) != 0) title[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(title[0])));
    return title;
}

std::string howGood(const Facts& facts) {
    for (const Measure& measure : facts.measures) {
        const Measurement& what = measure.what;
        if (what.metric == "meanNll") continue;  // perplexity says the same
        std::string text = "Measured on " + escaped(what.text.empty() ? "the run's text" : what.text) + ": " + escaped(inSentence(what.title)) + " " + strong(figure(what.value));
        if (what.interval) text += ", with " + figure(100 * what.interval->level) + " % confidence between " + figure(what.interval->low) + " and " + figure(what.interval->high);
        if (measure.base) text += "; the original has " + figure(*measure.base);
        return text + ".";
    }
    return facts.isQuantize() && facts.run.state == "done" ? "How good it is has not been measured in this workspace." : std::string();
}

std::string outcome(const Facts& facts) {
    if (facts.run.state == "done") return {};
    std::string text = "This run is not finished: it is " + strong(escaped(facts.run.state)) + ".";
    if (!facts.run.error.empty()) text += " <code>" + escaped(facts.run.error) + "</code>";
    return paragraph(text, "warning");
}

}  // namespace

std::string pageTitle(const Facts& facts) {
    const std::string number = "Run " + std::to_string(facts.run.id) + ": ";
    if (!facts.isQuantize()) return number + facts.run.command + (facts.run.modelName.empty() ? "" : ", " + facts.run.modelName);
    const std::string bits = widths(facts);
    return number + modelName(facts) + (bits.empty() ? "" : ", " + bits) + (facts.run.taskName.empty() ? "" : ", for " + facts.run.taskName);
}

std::string plainWords(const Facts& facts) {
    std::string text = outcome(facts);
    for (const std::string& sentence : {whatWasDone(facts), howBig(facts), howGood(facts), whatItCost(facts)})
        if (!sentence.empty()) text += paragraph(sentence);
    return "<section id=\"summary\" class=\"summary\">\n" + text + "</section>\n";
}

}  // namespace tacq::report
