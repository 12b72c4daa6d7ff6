#include "models/shared/written_text.h"

#include <QRegularExpression>
#include <algorithm>

namespace tacq::ui {
namespace {

constexpr int kPromptWords = 8;
constexpr qsizetype kLongestQuestion = 600;

}  // namespace

std::vector<WrittenPiece> writtenPieces(const QJsonObject& result) {
    const QJsonArray texts = result.value(QLatin1String("pieces")).toArray(), divergences = result.value(QLatin1String("kl")).toArray();
    std::vector<WrittenPiece> pieces;
    double largest = -1;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        largest = std::max(largest, divergences.at(i).toDouble(-1));
        const QString text = texts.at(i).toString();
        if (text.isEmpty()) continue;
        pieces.push_back({text, largest});
        largest = -1;
    }
    return pieces;
}

int tokensInCommon(const QJsonArray& a, const QJsonArray& b) {
    int common = 0;
    while (common < a.size() && common < b.size() && a.at(common).toInt(-1) == b.at(common).toInt(-2)) ++common;
    return common;
}

QString promptFrom(const QString& sample) {
    static const QString answer = QStringLiteral("Answer:");
    const qsizetype at = sample.indexOf(answer);
    if (at > 0 && at < kLongestQuestion) return sample.left(at + answer.size());
    // A window of plain text begins and ends anywhere: the first whole sentence in it, after the mark between two documents where there is one.
    static const QString mark = QStringLiteral("<|endoftext|>");
    static const QRegularExpression sentence(QStringLiteral("[.!?]\"?\\s+(?=\\p{Lu})"));
    QString text = sample;
    if (const qsizetype document = text.indexOf(mark); document >= 0 && document < text.size() - kLongestQuestion / 8) text = text.mid(document + mark.size());
    text = text.simplified();
    if (!text.isEmpty() && !text[0].isUpper()) {
        const QRegularExpressionMatch end = sentence.match(text);
        if (end.hasMatch()) text = text.mid(end.capturedEnd());
    }
    return text.split(QLatin1Char(' '), Qt::SkipEmptyParts).mid(0, kPromptWords).join(QLatin1Char(' '));
}

}  // namespace tacq::ui
