#include "work/chosen_requests.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <utility>

#include "models/shared/calibration.h"
#include "models/shared/json_lines.h"
#include "models/smaller/smaller_choices.h"
#include "tacq/command/requests.h"

namespace tacq::ui {

ChosenRequests::ChosenRequests(const Project& project, const BudgetModel& budget, std::function<QString()> workspace)
    : m_project(project), m_budget(budget), m_workspace(std::move(workspace)) {}

JobRequest ChosenRequests::saliency() const {
    SaliencyRequest request;
    if (m_project.model()) request.model = m_project.model()->path.toStdString();
    request.calibration = calibrationOf(m_project.task());
    request.grid = m_budget.settings().grid;
    return {QStringLiteral("saliency"), jsonObject(request.toJson()), tr("Saliency of %1, %2 bit").arg(m_project.task().title()).arg(m_budget.settings().grid.bits), true};
}

JobRequest ChosenRequests::preview(int shown, const QString& split) const {
    TaskShowRequest request;
    if (m_project.model()) request.model = m_project.model()->path.toStdString();
    request.calibration = calibrationOf(m_project.task());
    request.calibration.sampling.split = split.toStdString();
    request.show = shown;
    return {QStringLiteral("task-show"), jsonObject(request.toJson()), tr("Preview of %1").arg(m_project.task().title()), false};
}

JobRequest ChosenRequests::widths(const BudgetRequest& target, bool vllmSafe, bool ggufSafe) const {
    const BudgetSettings& settings = m_budget.settings();
    SizesRequest request;
    if (m_project.saliency()) request.artifact = m_project.saliency()->key();
    request.bits = settings.grid.bits;
    request.groupSize = settings.grid.groupSize;
    request.symmetric = settings.grid.symmetry == Symmetry::Symmetric;
    request.budget = target;
    request.dense.embeddingBits = settings.embeddings;
    request.recipe = settings.recipe();  // whole, not only what shapes a result: locks and groups matter here
    request.mixed = true;
    request.vllmSafe = vllmSafe;
    request.ggufSafe = ggufSafe;
    return {QStringLiteral("budget"), jsonObject(request.toJson()), tr("Choose widths"), true};
}

const ChosenRequests::Overrides& ChosenRequests::overrides() const {
    const BudgetSettings& settings = m_budget.settings();
    if (m_overrides.of == settings.overrides && m_overrides.bits == settings.grid.bits && m_overrides.groupSize == settings.grid.groupSize) return m_overrides;
    m_overrides = {settings.overrides, settings.grid.bits, settings.grid.groupSize, {}, {}};
    const Recipe effective = effectiveRecipe(settings.recipe(), settings.grid);
    if (effective.empty()) return m_overrides;
    const QByteArray text = QByteArray::fromStdString(recipeToJson(effective, -1));
    m_overrides.recipe = QJsonDocument::fromJson(text).object();
    m_overrides.mark = QLatin1String("-mix") + QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(8));
    return m_overrides;
}

QJsonObject ChosenRequests::quantizeParams(const BudgetSettings& settings) const {
    QuantizeRequest request;
    if (m_project.model()) request.model = m_project.model()->path.toStdString();
    request.calibration = calibrationOf(m_project.task());
    request.grid = settings.grid;
    request.dense.embeddingBits = settings.embeddings;
    request.budget.outlierFraction = keepsWeights(settings.method) ? settings.fraction : 0;  // as the engine records it
    request.method = settings.method;
    request.format = "tacq";
    QJsonObject params = jsonObject(request.toJson());
    // As JSON already: this is asked at every step of a slider.
    if (!overrides().recipe.isEmpty()) params.insert(QStringLiteral("recipe"), overrides().recipe);
    return params;
}

NameParts ChosenRequests::budgetParts() const { return settingParts(quantizeParams(m_budget.settings())); }

QString ChosenRequests::outputFolder(const Choices& choices, const QJsonObject& params) const {
    const BudgetSettings& settings = choices.settings;
    const QString name = fileName(choices.model ? choices.model->name : QString());
    const QString group = settings.grid.groupSize > 0 ? QStringLiteral("-g%1").arg(settings.grid.groupSize) : QString();
    QString more = settings.grid.symmetry == Symmetry::Symmetric ? QStringLiteral("-sym") : QString();
    if (settings.embeddings == EmbeddingBits::Eight) more += QLatin1String("-emb8");
    if (settings.method != Method::Tacq) more += QLatin1Char('-') + QString::fromUtf8(settings.method->name.data(), static_cast<qsizetype>(settings.method->name.size()));
    more += overrides().mark;
    // What the name does not say is in the hash: different settings never share a folder.
    const QByteArray hash = QCryptographicHash::hash(QJsonDocument(params).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256).toHex().left(6);
    return QStringLiteral("%1/models/%2-%3-%4bit%5-%6%7-%8").arg(choices.workspace, name, fileName(choices.task.text()))
        .arg(settings.grid.bits).arg(group, QString::number(keepsWeights(settings.method) ? settings.fraction * 100 : 0, 'g', 10), more, QString::fromLatin1(hash));
}

const JobRequest& ChosenRequests::quantize() const {
    Choices choices{m_project.model(), m_project.task(), m_budget.settings(), m_workspace()};
    if (m_madeFrom && *m_madeFrom == choices) return m_quantize;
    QJsonObject params = quantizeParams(choices.settings);
    params.insert(QStringLiteral("out"), outputFolder(choices, params));
    params.insert(QStringLiteral("force"), true);
    m_quantize = {QStringLiteral("quantize"), params, tr("Quantize to %1").arg(nameAlone(settingParts(params))), true};
    m_madeFrom = std::move(choices);
    return m_quantize;
}

}  // namespace tacq::ui
