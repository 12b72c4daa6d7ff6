#include "models/job_results.h"

#include <QCoreApplication>
#include <QJsonArray>

#include "models/format.h"

namespace tacq::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(JobResults)
public:
    static QString title(const BudgetSettings& settings) { return (settings.mixed() ? tr("%1 bit, mixed + %2") : tr("%1 bit + %2")).arg(settings.grid.bits).arg(Format::percent(settings.fraction)); }
};

double number(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)).toDouble(); }

}  // namespace

PerplexityFigure perplexityFigure(const QJsonObject& answer) {
    return {number(answer, "perplexity"), number(answer, "meanNll"), number(answer, "standardError"), static_cast<qint64>(number(answer, "tokens")),
            static_cast<qint64>(number(answer, "windows"))};
}

QuantizedResult quantizedResult(const EngineJob& job, const BudgetSettings& settings) {
    const QJsonObject& answer = job.result();
    QuantizedResult result;
    result.folder = job.request().params.value(QLatin1String("out")).toString();
    result.title = Words::title(settings);
    result.fraction = settings.fraction;
    result.grid = settings.grid;
    result.seconds = job.seconds();
    result.kept = static_cast<quint64>(number(answer, "kept"));
    result.bytes = static_cast<quint64>(number(answer, "modelBytes"));
    result.bits = number(answer.value(QLatin1String("ledger")).toObject(), "total");
    for (const QJsonValue& tensor : answer.value(QLatin1String("perTensor")).toArray()) result.squaredErrors.push_back(number(tensor.toObject(), "squaredError"));
    return result;
}

}  // namespace tacq::ui
