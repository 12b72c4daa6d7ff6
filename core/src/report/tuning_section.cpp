#include <algorithm>

#include "report/html.h"
#include "report/sections.h"
#include "report/step_words.h"
#include "tacq/base/number_text.h"

namespace tacq {
namespace {

const Json& memberOf(const Json& object, const char* key) {
    static const Json kNothing;
    return object.is_object() && object.contains(key) ? object.at(key) : kNothing;
}

/// The epoch whose values are kept; null where that is the start, or there is none.
const Json& bestEpoch(const Json& figures) {
    static const Json kNothing;
    const Json& epochs = memberOf(figures, "epochs");
    const auto best = static_cast<std::size_t>(std::max(numberOf(figures, "best").value_or(0), 0.0));
    return epochs.is_array() && best >= 1 && best <= epochs.size() ? epochs.at(best - 1) : kNothing;
}

std::string fromTo(double from, double to) { return significantText(from) + " → " + significantText(to); }

}  // namespace

std::vector<std::string> stepWords(const Json& steps) {
    std::vector<std::string> words;
    if (!steps.is_array()) return words;
    for (const Json& step : steps) {
        const Json &figures = memberOf(step, "figures"), &best = bestEpoch(figures);
        const auto before = numberOf(figures, "heldOutLossBefore"), after = numberOf(best, "heldOutLoss"), offBefore = numberOf(figures, "offTaskLossBefore"), off = numberOf(best, "offTaskLoss");
        if (textOf(step, "name") != "circuit-tuning" || !before) continue;
        if (!after) {
            words.push_back("circuit tuning: no epoch was better on the rows held out (" + significantText(*before) + "); nothing was changed");
            continue;
        }
        std::string line = "circuit tuning: epoch " + significantText(*numberOf(figures, "best")) + " of " + std::to_string(memberOf(figures, "epochs").size()) +
                           " kept; loss of rows held out " + fromTo(*before, *after);
        if (offBefore && off) line += ", of other text " + fromTo(*offBefore, *off);
        words.push_back(line + "; 0 bytes added");
    }
    return words;
}

namespace report {
namespace {

std::string figureOf(const Json& object, const char* key) { return numberOf(object, key) ? figure(*numberOf(object, key)) : std::string(); }

std::string epochTable(const Json& figures) {
    const double best = numberOf(figures, "best").value_or(0);
    std::vector<std::vector<std::string>> rows{{"before", "", figureOf(figures, "heldOutBefore"), figureOf(figures, "heldOutLossBefore"), figureOf(figures, "offTaskLossBefore"), "", best == 0 ? "kept" : ""}};
    double number = 0;
    for (const Json& epoch : memberOf(figures, "epochs")) {
        number += 1;
        rows.push_back({significant(number), figureOf(epoch, "train"), figureOf(epoch, "heldOut"), figureOf(epoch, "heldOutLoss"), figureOf(epoch, "offTaskLoss"),
                        numberOf(epoch, "seconds") ? duration(*numberOf(epoch, "seconds")) : std::string(), number == best ? "kept" : ""});
    }
    return table({{"epoch", Align::Right, ""},
                  {"trained on", Align::Right, "Mean distance from the original's choices on the rows that are trained on, while the epoch went on"},
                  {"held out", Align::Right, "The same on rows that are not trained on, after the epoch, on the values that are stored"},
                  {"loss held out", Align::Right, "Mean loss of the rows held out in nats a token: the epoch where it is least is kept"},
                  {"loss, other text", Align::Right, "The same of text of another task"},
                  {"time", Align::Right, ""},
                  {"", Align::Left, ""}},
                 rows, "tuning-table");
}

}  // namespace

std::string tuningSection(const Facts& facts) {
    const Json& steps = memberOf(facts.result, "steps");
    std::string body;
    for (const std::string& line : stepWords(steps)) body += paragraph(escaped(line) + ".");
    if (body.empty()) return body;
    for (const Json& step : steps) {
        const Json &figures = memberOf(step, "figures"), &trained = memberOf(figures, "trained");
        if (textOf(step, "name") != "circuit-tuning" || !memberOf(figures, "epochs").is_array()) continue;
        body += epochTable(figures);
        body += paragraph("Distances are the Kullback-Leibler divergence from the original model, in nats a token. Trained were " +
                              escaped(significant(numberOf(trained, "scales").value_or(0), 9) + " scales, " + significant(numberOf(trained, "kept").value_or(0), 9) + " kept weights and " +
                                      significant(numberOf(trained, "gains").value_or(0), 9) + " norm gains") +
                              "; codes stay as they are. Options: <code>" + escaped(textOf(step, "options")) + "</code>",
                          "secondary");
    }
    return section("tuning", "Circuit tuning", body);
}

}  // namespace report
}  // namespace tacq
