#include "models/shared/command_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

namespace tacq::ui {
namespace {

// Parameters that the command line takes by position, in order.
QStringList positionals(const QString& method) {
    if (method == QLatin1String("quantize")) return {QStringLiteral("model"), QStringLiteral("out")};
    if (method == QLatin1String("export")) return {QStringLiteral("source"), QStringLiteral("out")};
    if (method == QLatin1String("task-show")) return {QStringLiteral("task")};
    if (method == QLatin1String("compare")) return {QStringLiteral("modelA"), QStringLiteral("modelB")};
    if (method == QLatin1String("circuit-score")) return {QStringLiteral("saliency")};
    if (method == QLatin1String("budget")) return {QStringLiteral("artifact")};
    return {QStringLiteral("model")};
}

QString option(const QString& key) {
    QString text = QStringLiteral("--");
    for (const QChar c : key) text += c.isUpper() ? QLatin1Char('-') + QString(c.toLower()) : QString(c);
    return text;
}

QString valueText(const QJsonValue& value) {
    if (value.isDouble()) return QString::number(value.toDouble(), 'g', 12);
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue& item : value.toArray()) parts << valueText(item);
        return parts.join(QLatin1Char(','));
    }
    if (value.isObject()) return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.toString();
}

}  // namespace

QString shellWord(const QString& word) {
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_@%+=:,./~-]+$"));
    if (plain.match(word).hasMatch()) return word;
    return QLatin1Char('\'') + QString(word).replace(QLatin1Char('\''), QLatin1String("'\\''")) + QLatin1Char('\'');
}

QString commandText(const JobRequest& request) {
    // Two-word commands travel with a dash: `task-show` is `tacq task show`.
    QStringList words{QStringLiteral("tacq"), QString(request.method).replace(QLatin1Char('-'), QLatin1Char(' '))};
    const QStringList byPosition = positionals(request.method);
    for (const QString& key : byPosition)
        if (request.params.contains(key)) words << shellWord(valueText(request.params.value(key)));
    for (auto it = request.params.begin(); it != request.params.end(); ++it) {
        if (byPosition.contains(it.key())) continue;
        const QJsonValue value = it.value();
        if (value.isBool()) {
            if (value.toBool()) words << option(it.key());
            continue;
        }
        words << option(it.key()) << shellWord(valueText(value));
    }
    return words.join(QLatin1Char(' '));
}

}  // namespace tacq::ui
