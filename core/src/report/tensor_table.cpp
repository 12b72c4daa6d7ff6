#include "report/heat_map.h"
#include "report/html.h"
#include "report/sections.h"

namespace tacq::report {
namespace {

template <typename Value>
bool anyHas(const std::vector<Matrix>& matrices, Value value) {
    for (const Matrix& matrix : matrices)
        if (value(matrix)) return true;
    return false;
}

struct Quantity {
    Column column;
    std::function<std::string(const Matrix&)> cell;  ///< empty text: no value
};

std::string orNothing(const std::optional<double>& value) { return value ? figure(*value) : std::string(); }

/// What the score of these figures is, in G, W and Ŵ.
std::string formulaOf(Method method) {
    std::string formula(method->formula);
    const std::string delta = "ΔW";
    if (const auto at = formula.find(delta); at != std::string::npos) formula.replace(at, delta.size(), "(W − Ŵ)");
    return formula;
}

Method methodOf(const Facts& facts) { return facts.saliency ? facts.saliency->method : Method::Tacq; }

std::vector<Quantity> quantities(const std::string& formula) {
    return {
        {{"bits", Align::Right, "Bits of a code."}, [](const Matrix& m) { return m.bits ? count(static_cast<std::uint64_t>(*m.bits)) : std::string(); }},
        {{"kept", Align::Right, "Weights kept in 16 bit."}, [](const Matrix& m) { return m.kept ? count(*m.kept) : std::string(); }},
        {{"kept share", Align::Right, "Kept weights as a share of the matrix."}, [](const Matrix& m) { return m.keptShare() ? percent(*m.keptShare()) : std::string(); }},
        {{"squared error", Align::Right, "Sum over the matrix of (W − Q(W))², of what was written."}, [](const Matrix& m) { return orNothing(m.squaredError); }},
        {{"mean gradient", Align::Right, "Mean over the matrix of Σ|∂L/∂W|, summed over the samples."}, [](const Matrix& m) { return orNothing(m.gradient); }},
        {{"RMS ΔW", Align::Right, "Root of the mean of (W − Ŵ)², Ŵ from the simulated quantization."}, [](const Matrix& m) { return orNothing(m.delta); }},
        {{"mean score", Align::Right, "Mean over the matrix of " + formula + "."}, [](const Matrix& m) { return orNothing(m.score); }},
        {{"largest score", Align::Right, "Largest of " + formula + " in the matrix."}, [](const Matrix& m) { return orNothing(m.scoreMax); }},
    };
}

std::string dimensions(const Matrix& matrix) {
    return matrix.rows > 0 ? grouped(static_cast<std::uint64_t>(matrix.rows)) + " × " + grouped(static_cast<std::uint64_t>(matrix.columns)) : std::string();
}

}  // namespace

std::string mapsSection(const Facts& facts) {
    const Method method = methodOf(facts);
    const std::string formula = formulaOf(method);
    const std::vector<HeatMap> maps{
        {"map-gradient", "Gradient", "Mean over each matrix of Σ|∂L/∂W|, summed over the samples: how much the task's loss feels its weights.", [](const Matrix& m) { return m.gradient; }},
        {"map-delta", "ΔW", "Root of the mean of (W − Ŵ)²: how much quantizing changes its weights.", [](const Matrix& m) { return m.delta; }},
        {"map-score", "Score", "Mean of " + formula + (method == Method::Tacq ? ": both together." : "."), [](const Matrix& m) { return m.score; }},
        {"map-kept", "Kept share", "Share of its weights that stay in 16 bit.", [](const Matrix& m) { return m.keptShare(); }, true},
    };
    std::string figures;
    for (const HeatMap& map : maps) {
        const std::string svg = heatMapSvg(map, facts.matrices);
        if (!svg.empty()) figures += "<figure><figcaption>" + escaped(map.title) + "<small>" + escaped(map.meaning) + "</small></figcaption>" + svg + "</figure>\n";
    }
    std::string body;
    if (!facts.noFigures.empty()) body += paragraph(escaped(facts.noFigures), "secondary");
    if (figures.empty()) return body.empty() || facts.matrices.empty() ? std::string() : section("maps", "Maps", body);
    return section("maps", "Maps", body + paragraph("Rows are layers, columns the kinds of matrices in each. Colours are logarithmic; an empty cell is zero. Point at a cell for its value.", "secondary") +
                                       "<div class=\"maps\">" + figures + "</div>\n");
}

std::string matricesSection(const Facts& facts) {
    if (facts.matrices.empty()) return {};
    const bool shapes = anyHas(facts.matrices, [](const Matrix& m) { return m.rows > 0; });
    std::vector<Column> columns{{"matrix", Align::Left, "Name of the tensor in the checkpoint."}};
    if (shapes) columns.push_back({"rows × columns", Align::Right, "Outputs × inputs."});
    std::vector<Quantity> shown;
    for (const Quantity& quantity : quantities(formulaOf(methodOf(facts))))
        if (anyHas(facts.matrices, [&](const Matrix& m) { return !quantity.cell(m).empty(); })) {
            shown.push_back(quantity);
            columns.push_back(quantity.column);
        }
    std::vector<std::vector<std::string>> rows;
    for (const Matrix& matrix : facts.matrices) {
        std::vector<std::string> row{"<code>" + escaped(matrix.name) + "</code>"};
        if (shapes) row.push_back(dimensions(matrix));
        for (const Quantity& quantity : shown) row.push_back(quantity.cell(matrix));
        rows.push_back(std::move(row));
    }
    return section("matrices", "Matrix by matrix", table(columns, rows, "matrices-table"));
}

}  // namespace tacq::report
