#include "tacq/budget/tuning.h"

#include <array>
#include <charconv>
#include <set>
#include <string_view>
#include <vector>

#include "tacq/base/number_text.h"

namespace tacq {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0;;) {
        const std::size_t end = text.find(separator, begin);
        parts.push_back(text.substr(begin, end - begin));
        if (end == std::string_view::npos) return parts;
        begin = end + 1;
    }
}

Error wrong(std::string what) {
    return {ErrorCode::InvalidArgument, std::move(what), "--steps",
            "write circuit-tuning, or circuit-tuning:epochs=6:train=scales+kept+gains:lr-scales=0.003:lr-kept=0.006:lr-gains=0.003:hold-out=0.1:batch=1:patience=2"};
}

Error badValue(std::string_view key, std::string_view value, const std::string& wanted) {
    return wrong(std::string(key) + " must be " + wanted + ", not '" + std::string(value) + "'");
}

struct WholeOption {
    const char* key;
    std::int64_t TuningOptions::*member;
    std::int64_t least, most;
};
struct RealOption {
    const char* key;
    double TuningOptions::*member;
    double least, most;
};
struct TrainedSet {
    const char* word;
    bool TuningOptions::*member;
};
// In the order of text().
constexpr std::array kSets{TrainedSet{"scales", &TuningOptions::scales}, TrainedSet{"kept", &TuningOptions::kept}, TrainedSet{"gains", &TuningOptions::gains},
                           TrainedSet{"biases", &TuningOptions::biases}};
constexpr std::array kWhole{WholeOption{"epochs", &TuningOptions::epochs, 0, kMostEpochs}, WholeOption{"batch", &TuningOptions::batch, 1, kMostBatch},
                            WholeOption{"patience", &TuningOptions::patience, 1, kMostEpochs}};
constexpr std::array kReal{RealOption{"lr-scales", &TuningOptions::scaleRate, 0, 1}, RealOption{"lr-kept", &TuningOptions::keptRate, 0, 1},
                           RealOption{"lr-gains", &TuningOptions::gainRate, 0, 1}, RealOption{"hold-out", &TuningOptions::holdOut, 0, kMostHeldOut}};

std::string trainedText(const TuningOptions& options) {
    std::string text;
    for (const TrainedSet& set : kSets)
        if (options.*set.member) text += (text.empty() ? "" : "+") + std::string(set.word);
    return text.empty() ? "none" : text;
}

Result<void> readTrained(std::string_view value, TuningOptions& options) {
    for (const TrainedSet& set : kSets) options.*set.member = false;
    if (value == "none") return {};
    for (const std::string_view word : split(value, '+')) {
        bool known = false;
        for (const TrainedSet& set : kSets)
            if (word == set.word) {
                if (options.*set.member) return wrong("train names " + std::string(word) + " twice");
                known = options.*set.member = true;
            }
        if (!known) return badValue("train", value, "a list of scales, kept, gains and biases, joined by +");
    }
    return {};
}

template <typename Number>
bool readNumber(std::string_view text, Number& number) {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

Result<void> readOption(std::string_view key, std::string_view value, TuningOptions& options) {
    if (key == "train") return readTrained(value, options);
    for (const WholeOption& option : kWhole) {
        if (key != option.key) continue;
        std::int64_t number = 0;
        if (!readNumber(value, number) || number < option.least || number > option.most)
            return badValue(key, value, "a whole number from " + std::to_string(option.least) + " to " + std::to_string(option.most));
        options.*option.member = number;
        return {};
    }
    for (const RealOption& option : kReal) {
        if (key != option.key) continue;
        double number = 0;
        if (!readNumber(value, number) || !(number >= option.least && number <= option.most))
            return badValue(key, value, "a number from " + significantText(option.least) + " to " + significantText(option.most));
        options.*option.member = number;
        return {};
    }
    return wrong(std::string(kTuningStep) + " has no option '" + std::string(key) + "'");
}

}  // namespace

bool TuningOptions::idle() const {
    const bool any = (scales && scaleRate > 0) || (kept && keptRate > 0) || ((gains || biases) && gainRate > 0);
    return epochs == 0 || !any;
}

std::string TuningOptions::text() const {
    return "epochs=" + std::to_string(epochs) + " train=" + trainedText(*this) + " lr-scales=" + exactText(scaleRate) + " lr-kept=" + exactText(keptRate) +
           " lr-gains=" + exactText(gainRate) + " hold-out=" + exactText(holdOut) + " batch=" + std::to_string(batch) + " patience=" + std::to_string(patience);
}

Result<std::optional<TuningOptions>> parseSteps(const std::string& text) {
    std::optional<TuningOptions> found;
    if (text.empty()) return found;
    for (const std::string_view step : split(text, ',')) {
        const auto parts = split(step, ':');
        if (parts.front() != kTuningStep) return wrong("there is no step '" + std::string(parts.front()) + "'");
        if (found) return wrong("the step " + std::string(kTuningStep) + " is named twice");
        found.emplace();
        std::set<std::string_view> given;
        for (std::size_t i = 1; i < parts.size(); ++i) {
            const std::size_t equals = parts[i].find('=');
            const std::string_view key = parts[i].substr(0, equals);
            if (equals == std::string_view::npos) return wrong("'" + std::string(parts[i]) + "' gives no value");
            if (!given.insert(key).second) return wrong(std::string(key) + " is given twice");
            TACQ_CHECK(readOption(key, parts[i].substr(equals + 1), *found));
        }
    }
    return found;
}

std::string stepsText(const TuningOptions& options) {
    const TuningOptions usual;
    std::string text = kTuningStep;
    if (options.epochs != usual.epochs) text += ":epochs=" + std::to_string(options.epochs);
    if (trainedText(options) != trainedText(usual)) text += ":train=" + trainedText(options);
    for (const RealOption& option : kReal)
        if (options.*option.member != usual.*option.member) text += ":" + std::string(option.key) + "=" + exactText(options.*option.member);
    for (const WholeOption& option : kWhole)
        if (option.member != &TuningOptions::epochs && options.*option.member != usual.*option.member)
            text += ":" + std::string(option.key) + "=" + std::to_string(options.*option.member);
    return text;
}

}  // namespace tacq
