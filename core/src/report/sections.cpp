#include "report/sections.h"

#include "report/html.h"
#include "tacq/numerics/packed_part.h"

namespace tacq::report {
namespace {

std::string code(const std::string& text) { return text.empty() ? std::string() : "<code>" + escaped(text) + "</code>"; }

/// Plain members of an object, nested ones as `a.b`; lists as they are written.
void flatten(const Json& value, const std::string& prefix, std::vector<std::pair<std::string, std::string>>& into) {
    if (value.is_object()) {
        for (const auto& [key, member] : value.items()) flatten(member, prefix.empty() ? key : prefix + "." + key, into);
    } else if (!value.is_null()) {
        into.emplace_back(prefix, value.is_string() ? value.get<std::string>() : dumpJson(value));
    }
}

std::string gridText(const Json& grid) {
    const auto bits = numberOf(grid, "bits");
    if (!bits) return {};
    const double group = numberOf(grid, "groupSize").value_or(-1);
    const bool symmetric = grid.contains("symmetric") && grid.at("symmetric").is_boolean() && grid.at("symmetric").get<bool>();
    return significant(*bits) + " bit, " + (group > 0 ? "groups of " + significant(group) + " columns" : std::string("a scale for each row")) + (symmetric ? ", symmetric" : ", asymmetric") +
           (textOf(grid, "scaleDtype").empty() ? "" : ", scales in " + textOf(grid, "scaleDtype"));
}

Json memberOf(const Json& object, const char* key) { return object.is_object() && object.contains(key) ? object.at(key) : Json(); }

std::string interval(const Measurement& m) { return m.interval ? figure(m.interval->low) + " – " + figure(m.interval->high) : "not known"; }

std::string amount(const Measurement& m) { return m.items > 0 ? grouped(static_cast<std::uint64_t>(m.items)) + " " + m.unit : std::string(); }

}  // namespace

std::string cardSection(const Facts& facts) {
    const Json& result = facts.result;
    const auto number = [&](const char* key) { return countOf(result, key) ? count(*countOf(result, key)) : std::string(); };
    std::string notes;
    if (const Json list = memberOf(result, "notes"); list.is_array())
        for (const Json& note : list)
            if (note.is_string()) notes += (notes.empty() ? "" : "<br>") + escaped(note.get<std::string>());
    return section("card", "Card",
                   factList({{"model", escaped(facts.run.modelName)},
                             {"model file", code(textOf(facts.options, "model"))},
                             {"task", escaped(facts.run.taskName)},
                             {"method", escaped(textOf(result, "method"))},
                             {"grid", escaped(gridText(memberOf(result, "grid")))},
                             {"calibration samples", number("samples")},
                             {"calibration tokens", number("tokens")},
                             {"weights kept in 16 bit", number("kept")},
                             {"threshold of the score", numberOf(result, "threshold") ? figure(*numberOf(result, "threshold")) : std::string()},
                             {"written to", code(textOf(facts.options, "out"))},
                             {"format", escaped(textOf(result, "format"))},
                             {"arithmetic", escaped(textOf(result, "arithmetic"))},
                             {"state", escaped(facts.run.state)},
                             {"started", escaped(facts.run.started)},
                             {"finished", escaped(facts.run.finished)},
                             {"notes", notes}}));
}

std::string recipeSection(const Facts& facts) {
    std::vector<std::pair<std::string, std::string>> options;
    flatten(facts.options, "", options);
    std::vector<std::vector<std::string>> rows;
    for (const auto& [name, value] : options) rows.push_back({escaped(name), code(value)});
    std::string body = paragraph("The command that does it again. Finished stages that are still in the workspace are used, the same inputs give the same bytes.");
    body += "<pre id=\"command\">" + escaped(facts.run.commandLine) + "</pre>\n";
    if (!rows.empty()) body += table({{"option", Align::Left, ""}, {"value", Align::Left, ""}}, rows, "options-table");
    return section("recipe", "Recipe", body);
}

std::string ledgerSection(const Facts& facts) {
    const Json ledger = memberOf(facts.result, "ledger"), sizes = memberOf(ledger, "bytes");
    const auto total = countOf(sizes, "total");
    if (!ledger.is_object() || !total || *total == 0) return {};
    std::vector<std::vector<std::string>> rows;
    const auto row = [&](const char* key, const std::string& name, const std::string& cssClass) {
        const auto size = countOf(sizes, key);
        const auto bits = numberOf(ledger, key);
        if (!size) return;
        const double share = static_cast<double>(*size) / static_cast<double>(*total);
        const bool sum = std::string(key) == "total";
        const std::string bar = sum || *size == 0 ? std::string() : "<span class=\"bar " + cssClass + "\" style=\"width:" + significant(100 * share, 4) + "%\"></span>";
        rows.push_back({sum ? "<strong>" + escaped(name) + "</strong>" : escaped(name), bits ? figure(*bits, 5) : std::string(),
                        "<data value=\"" + std::to_string(*size) + "\">" + grouped(*size) + "</data>", percent(share), bar});
    };
    for (const LedgerLine& line : ledgerLines()) {
        const std::string name(line.name);
        row(name.c_str(), std::string(line.title), name == "codes" ? "codes" : line.kept ? "kept" : "rest");
    }
    const std::size_t parts = rows.size();
    row("embeddings", "embeddings", "rest");
    row("head", "output head", "rest");
    row("other", "norms and biases", "rest");
    row("headers", "file headers", "rest");
    row("total", "together", "");
    return section("ledger", "Where the bits go",
                   paragraph("Bytes are those of the packed checkpoint's weight files, exactly. Bits are bytes × 8 divided by the " +
                             count(countOf(ledger, "quantizableWeights").value_or(0)) + " quantizable weights; their sum is over the first " + (parts == 5 ? "five" : std::to_string(parts)) + " lines.", "secondary") +
                       table({{"what", Align::Left, ""}, {"bits per weight", Align::Right, "8 · bytes / quantizable weights"}, {"bytes", Align::Right, ""}, {"share", Align::Right, "of all bytes"}, {"", Align::Left, ""}}, rows, "ledger-table"));
}

std::string metricsSection(const Facts& facts) {
    std::vector<std::vector<std::string>> measured, noted;
    for (const auto& [m, base, own] : facts.measures)
        measured.push_back({escaped(m.title.empty() ? m.metric : m.title), figure(m.value, 6), interval(m), base ? figure(*base, 6) : std::string(), escaped(m.text), escaped(amount(m)), own ? "this run" : code(m.subject), std::to_string(m.run)});
    for (const auto& [name, value] : facts.run.metrics) noted.push_back({escaped(name), figure(value, 8)});
    std::string body;
    if (!measured.empty())
        body += table({{"measure", Align::Left, ""}, {"value", Align::Right, ""}, {"95 % interval", Align::Right, "Normal approximation of the mean over windows, or the interval the evaluation gives."},
                       {"the original", Align::Right, "The same measure of the model this one was made from."}, {"over", Align::Left, ""}, {"amount", Align::Right, ""}, {"measured on", Align::Left, ""},
                       {"run", Align::Right, "Number of the run that measured it."}},
                      measured, "measures-table");
    else if (facts.isQuantize())
        body += paragraph("Nothing has been measured on what this run wrote. <code>tacq perplexity</code> and <code>tacq compare</code> do, and the next report shows it.", "secondary");
    if (!noted.empty()) body += "<h3>Figures of the run</h3>" + table({{"figure", Align::Left, ""}, {"value", Align::Right, ""}}, noted, "metrics-table");
    return body.empty() ? std::string() : section("metrics", "Metrics", body);
}

std::string stagesSection(const Facts& facts) {
    const Json stages = memberOf(facts.result, "stages");
    if (!stages.is_array() || stages.empty()) return {};
    std::vector<std::vector<std::string>> rows;
    for (const Json& stage : stages) {
        const bool reused = stage.is_object() && stage.contains("reused") && stage.at("reused").is_boolean() && stage.at("reused").get<bool>();
        rows.push_back({escaped(textOf(stage, "name")), numberOf(stage, "seconds") ? duration(*numberOf(stage, "seconds")) : std::string(), reused ? "was there already" : ""});
    }
    if (const auto seconds = numberOf(facts.result, "seconds")) rows.push_back({"<strong>whole command</strong>", duration(*seconds), ""});
    return section("stages", "Stages", table({{"stage", Align::Left, ""}, {"time", Align::Right, ""}, {"", Align::Left, ""}}, rows, "stages-table"));
}

std::string provenanceSection(const Facts& facts) {
    const Json& result = facts.result;
    std::string made = textOf(result, "version");
    std::string body = factList({{"run key", code(facts.run.key)},
                                 {"base weights (SHA-256)", code(textOf(result, "modelIdentity").empty() && facts.saliency ? facts.saliency->modelIdentity : textOf(result, "modelIdentity"))},
                                 {facts.isQuantize() ? "quantized artifact" : "artifact", code(textOf(result, "artifact"))},
                                 {"saliency artifact", facts.isSaliency() ? std::string() : code(facts.saliencyKey)},
                                 {"gradient artifact", code(textOf(result, "gradientArtifact"))},
                                 {"simulation artifact", code(textOf(result, "simulationArtifact"))},
                                 {"made with", made.empty() ? std::string() : escaped("TaCQ Workbench " + made)},
                                 {"this page written by", escaped(std::string("TaCQ Workbench ") + TACQ_VERSION)}});
    std::vector<std::vector<std::string>> rows;
    if (const Json files = memberOf(result, "files"); files.is_array())
        for (const Json& file : files)
            rows.push_back({code(textOf(file, "path")), countOf(file, "bytes") ? count(*countOf(file, "bytes")) : std::string(), code(textOf(file, "sha256"))});
    if (!rows.empty()) body += "<h3>Files</h3>" + table({{"file", Align::Left, ""}, {"bytes", Align::Right, ""}, {"SHA-256", Align::Left, ""}}, rows, "files-table");
    return section("provenance", "Hashes and keys", body);
}

}  // namespace tacq::report
