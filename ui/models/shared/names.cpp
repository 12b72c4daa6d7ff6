#include "models/shared/names.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

#include "models/shared/format.h"
#include "tacq/task/task.h"

namespace tacq::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(Names)
public:
    static NameParts setting(const QJsonObject& options);

private:
    static QString kept(const QJsonObject& options);
};

QString joined(const QStringList& parts) { return parts.join(QStringLiteral(" · ")); }

/// As it is written elsewhere: QAL, MSG, but gradient.
QString scoreWord(const QString& method) { return method == QLatin1String("qal") || method == QLatin1String("msg") ? method.toUpper() : method; }

QString Words::kept(const QJsonObject& options) {
    if (options.contains(QLatin1String("targetBits"))) return tr("up to %1 bits").arg(Format::bits(options.value(QLatin1String("targetBits")).toDouble()));
    if (options.contains(QLatin1String("targetSize"))) return tr("up to %1").arg(Format::bytes(options.value(QLatin1String("targetSize")).toDouble()));
    return Format::percent(options.value(QLatin1String("outliers")).toDouble(0.0035));
}

NameParts Words::setting(const QJsonObject& options) {
    const auto number = [&options](const char* key, int otherwise) { return options.value(QLatin1String(key)).toInt(otherwise); };
    const QString task = options.value(QLatin1String("task")).toString(), method = options.value(QLatin1String("method")).toString(QStringLiteral("tacq"));
    const SampleOptions usual;
    const int group = number("groupSize", -1), samples = number("samples", static_cast<int>(usual.samples)), tokens = number("tokens", static_cast<int>(usual.tokens)), embeddings = number("embeddingBits", 16);
    const bool mixed = options.contains(QLatin1String("recipe")) || options.value(QLatin1String("mixed")).toBool(), symmetric = options.value(QLatin1String("symmetric")).toBool();
    const auto seed = options.value(QLatin1String("seed")).toInteger();
    const bool answers = options.value(QLatin1String("loss")).toString() == QLatin1String("answer");
    return {{task.contains(QLatin1Char('/')) && QFileInfo(task).isAbsolute() ? QFileInfo(task).completeBaseName() : task, true},
            {tr("%1 bit + %2").arg(number("bits", 3)).arg(kept(options)), false},
            {group > 0 ? tr("groups of %1").arg(group) : tr("one scale a row"), group <= 0},
            {mixed ? tr("mixed widths") : tr("one width"), !mixed},
            {symmetric ? tr("symmetric") : tr("asymmetric"), !symmetric},
            {tr("embeddings %1 bit").arg(embeddings), embeddings == 16},
            {method == QLatin1String("tacq") ? tr("by TaCQ") : tr("by %1").arg(scoreWord(method)), method == QLatin1String("tacq")},
            {tr("%1 × %2 tokens").arg(samples).arg(tokens), true},
            {answers ? tr("loss on answers") : tr("loss on all tokens"), !answers},
            {tr("seed %1").arg(seed), seed == 0}};
}

}  // namespace

QStringList namesAmong(const std::vector<NameParts>& things) {
    QStringList names;
    if (things.empty()) return names;
    const auto differs = [&things](std::size_t part) {
        return std::any_of(things.begin(), things.end(), [&](const NameParts& thing) { return thing[part].text != things.front()[part].text; });
    };
    for (const NameParts& thing : things) {
        QStringList first, then;
        for (std::size_t part = 0; part < thing.size(); ++part) {
            if (thing[part].text.isEmpty()) continue;
            if (differs(part)) first << thing[part].text;
            else if (!thing[part].usual) then << thing[part].text;
        }
        names << joined(first + then);
    }
    return names;
}

QString nameAlone(const NameParts& thing) { return namesAmong({thing}).front(); }

QString wholeName(const NameParts& thing) {
    QStringList parts;
    for (const NamePart& part : thing)
        if (!part.text.isEmpty()) parts << part.text;
    return joined(parts);
}

QString quantizationName(const QJsonObject& options) {
    constexpr std::size_t kFirst = 1, kEnd = 7;   // from the width to the score
    const NameParts parts = settingParts(options);
    return nameAlone(NameParts(parts.begin() + kFirst, parts.begin() + kEnd));
}

NameParts settingParts(const QJsonObject& options) { return Words::setting(options); }

}  // namespace tacq::ui
