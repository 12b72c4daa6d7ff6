#include "models/lessons/lesson_figures.h"

#include <algorithm>
#include <functional>
#include <map>

#include "models/lessons/lesson.h"
#include "models/shared/format.h"

namespace tacq::ui {
namespace {

using Figure = std::function<QString(const LessonFigureSources&)>;

const QString kUnknown = QStringLiteral("…");   // it is on its way
const QStringList kOfResult{QStringLiteral("perplexity"), QStringLiteral("size"), QStringLiteral("bits"), QStringLiteral("kept"), QStringLiteral("times")};

const QuantizedResult* resultOf(const QString& name, const LessonFigureSources& from) {
    return from.project.result(from.results.value(name));
}

QString ofResult(const QString& name, const QString& what, const LessonFigureSources& from) {
    const QuantizedResult* result = resultOf(name, from);
    if (!result) return kUnknown;
    if (what == kOfResult[1]) return Format::bytes(static_cast<double>(result->bytes));
    if (what == kOfResult[2]) return Format::bits(result->bits);
    if (what == kOfResult[3]) return Format::count(result->kept);
    if (!result->perplexity) return kUnknown;
    if (what == kOfResult[0]) return Format::perplexity(result->perplexity->perplexity, result->perplexity->standardError);
    const auto& base = from.project.basePerplexity();
    return base ? Format::significant(result->perplexity->perplexity / base->perplexity, 2) : kUnknown;
}

/// A figure of the comparison.
Figure ofOverlap(QString (*figure)(const CircuitOverlap&)) {
    return [figure](const LessonFigureSources& from) { return from.overlap ? figure(*from.overlap) : kUnknown; };
}

/// A figure of the budget's state.
Figure ofBudget(QString (*figure)(const BudgetModel&)) {
    return [figure](const LessonFigureSources& from) { return from.budget.hasState() ? figure(from.budget) : kUnknown; };
}

/// A figure of the model.
Figure ofModel(QString (*figure)(const ModelSummary&)) {
    return [figure](const LessonFigureSources& from) { return from.project.model() ? figure(*from.project.model()) : kUnknown; };
}

const std::map<QString, Figure>& figures() {
    static const std::map<QString, Figure> all{
        {QStringLiteral("model"), ofModel([](const ModelSummary& model) { return model.name; })},
        {QStringLiteral("parameters"), ofModel([](const ModelSummary& model) { return Format::count(static_cast<quint64>(model.parameters)); })},
        {QStringLiteral("weights"), ofModel([](const ModelSummary& model) { return Format::count(static_cast<quint64>(model.quantizable)); })},
        {QStringLiteral("sizeBefore"), ofModel([](const ModelSummary& model) { return Format::bytes(static_cast<double>(model.bytes)); })},
        {QStringLiteral("task"), [](const LessonFigureSources& from) { return from.project.task().displayName; }},
        {QStringLiteral("bits"), [](const LessonFigureSources& from) { return QString::number(from.budget.settings().grid.bits); }},
        {QStringLiteral("levels"), [](const LessonFigureSources& from) { return QString::number(1 << from.budget.settings().grid.bits); }},
        {QStringLiteral("keptPercent"), [](const LessonFigureSources& from) { return Format::percent(from.budget.settings().fraction); }},
        {QStringLiteral("keptTotal"), ofBudget([](const BudgetModel& budget) { return Format::count(budget.state().counts.total); })},
        {QStringLiteral("totalBits"), ofBudget([](const BudgetModel& budget) { return Format::bits(budget.state().ledger.totalBits); })},
        {QStringLiteral("size"), ofBudget([](const BudgetModel& budget) { return Format::bytes(static_cast<double>(budget.state().ledger.modelBytes)); })},
        {QStringLiteral("perplexityBefore"), [](const LessonFigureSources& from) {
             const auto& base = from.project.basePerplexity();
             return base ? Format::perplexity(base->perplexity, base->standardError) : kUnknown;
         }},
        {QStringLiteral("perplexityAfter"), [](const LessonFigureSources& from) { return ofResult({}, kOfResult[0], from); }},
        {QStringLiteral("jaccard"), ofOverlap([](const CircuitOverlap& overlap) { return Format::significant(overlap.jaccard); })},
        {QStringLiteral("jaccardChance"), ofOverlap([](const CircuitOverlap& overlap) { return Format::significant(overlap.expectedJaccard); })},
        {QStringLiteral("sameKept"), ofOverlap([](const CircuitOverlap& overlap) { return Format::count(overlap.both); })},
        {QStringLiteral("sameShare"), ofOverlap([](const CircuitOverlap& overlap) { return Format::percent(static_cast<double>(overlap.both) / std::max(1.0, static_cast<double>(overlap.keptA))); })},
    };
    return all;
}

}  // namespace

QStringList lessonFigureNames() {
    QStringList names;
    for (const auto& [name, figure] : figures()) names << name;
    for (const QString& of : kOfResult) names << QStringLiteral("NAME.") + of;
    return names;
}

bool isLessonFigure(const QString& name, const QSet<QString>& resultNames) {
    const auto dot = name.indexOf(QLatin1Char('.'));
    if (dot < 0) return figures().count(name) > 0;
    return resultNames.contains(name.left(dot)) && dot > 0 && kOfResult.contains(name.mid(dot + 1));
}

QString lessonFigure(const QString& name, const LessonFigureSources& sources) {
    const auto dot = name.indexOf(QLatin1Char('.'));
    if (dot >= 0) return ofResult(name.left(dot), name.mid(dot + 1), sources);
    const auto found = figures().find(name);
    return found == figures().end() ? kUnknown : found->second(sources);
}

QString fillLessonFigures(QString text, const LessonFigureSources& sources) {
    for (const QString& name : placeholdersOf(text)) text.replace(QLatin1Char('{') + name + QLatin1Char('}'), lessonFigure(name, sources));
    return text;
}

}  // namespace tacq::ui
