#include "models/shared/job_results.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <cmath>
#include <utility>

#include "models/shared/json_lines.h"

namespace tacq::ui {
namespace {

double number(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)).toDouble(); }
/// 0 for what is no whole number of 64 bits.
qint64 whole(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)).toInteger(); }

}  // namespace

PerplexityFigure perplexityFigure(const QJsonObject& answer) {
    return {number(answer, "perplexity"), number(answer, "meanNll"), number(answer, "standardError"), whole(answer, "tokens"),
            whole(answer, "windows")};
}

GridOptions gridOf(const QJsonObject& answer, const QJsonObject& params) {
    const QJsonObject said = answer.value(QLatin1String("grid")).toObject();
    const QByteArray from = QJsonDocument(said.isEmpty() ? params : said).toJson(QJsonDocument::Compact);
    const auto grid = gridFromJson(from.toStdString(), "answer", GridOptions{});
    return grid.ok() ? grid.value() : GridOptions{};
}

Result<RecipePointer> recipeOf(const QJsonObject& recipe) {
    if (recipe.isEmpty()) return RecipePointer();
    auto parsed = parseRecipe(QJsonDocument(recipe).toJson(QJsonDocument::Compact).toStdString(), "recipe");
    if (!parsed.ok()) return parsed.error();
    return RecipePointer(std::make_shared<const Recipe>(std::move(parsed).value()));
}

QuantizedResult quantizedResult(const QJsonObject& params, const QJsonObject& answer, double seconds, qint64 weights) {
    QuantizedResult result;
    result.grid = gridOf(answer, params);
    result.kept = countIn(answer, "kept");
    result.fraction = params.value(QLatin1String("outliers")).toDouble(weights > 0 ? number(answer, "kept") / static_cast<double>(weights) : 0);
    result.folder = params.value(QLatin1String("out")).toString();
    QJsonObject told = params;
    told.insert(QStringLiteral("bits"), result.grid.bits);
    told.insert(QStringLiteral("groupSize"), static_cast<qint64>(result.grid.groupSize));
    told.insert(QStringLiteral("symmetric"), result.grid.symmetry == Symmetry::Symmetric);
    told.insert(QStringLiteral("outliers"), result.fraction);
    result.parts = settingParts(told);
    result.task = params.value(QLatin1String("task")).toString();
    result.seconds = std::isnan(seconds) ? 0 : seconds;
    result.bytes = countIn(answer, "modelBytes");
    result.bits = number(answer.value(QLatin1String("ledger")).toObject(), "total");
    for (const QJsonValue& tensor : answer.value(QLatin1String("perTensor")).toArray()) result.squaredErrors.push_back(number(tensor.toObject(), "squaredError"));
    return result;
}

}  // namespace tacq::ui
