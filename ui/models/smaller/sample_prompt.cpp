#include "models/smaller/sample_prompt.h"

namespace tacq::ui {

QString samplePrompt(const QString& text) {
    constexpr qsizetype kLongestQuestion = 1500, kBeginning = 120;
    static const QString answer = QStringLiteral("\nAnswer:");
    const QString whole = text.trimmed();
    if (const qsizetype at = whole.indexOf(answer); at > 0 && at <= kLongestQuestion) return whole.left(at + answer.size());
    if (whole.size() <= kBeginning) {
        const qsizetype middle = whole.lastIndexOf(QLatin1Char(' '), whole.size() / 2);
        return middle > 0 ? whole.left(middle) : QString();
    }
    const qsizetype end = whole.lastIndexOf(QLatin1Char(' '), kBeginning);
    return end > 0 ? whole.left(end) : whole.left(kBeginning);
}

}  // namespace tacq::ui
