#pragma once
#include <QCoreApplication>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <vector>

namespace tacq::ui {

/// One token as it stands in the text.
struct PreviewToken {
    QString text, piece;   ///< what it adds to the text; the vocabulary's spelling
    qint64 id = 0;
    bool loss = false;     ///< its prediction counts
};

struct PreviewSample {
    QString text;                       ///< all of it, where the engine says no tokens
    qint64 tokens = 0, lossTokens = 0;
    std::vector<PreviewToken> pieces;   ///< empty: not told
};

/// What `task-show` answers, in values and in words.
struct TaskPreview {
    Q_DECLARE_TR_FUNCTIONS(TaskPreview)
public:
    enum class Leak { None, Some, Unchecked };
    static TaskPreview fromJson(const QJsonObject& answer);

    std::vector<PreviewSample> samples;   ///< the first few
    qint64 sampleCount = 0, tokens = 0, lossTokens = 0, truncated = 0, duplicates = 0;
    QStringList notes;
    Leak leak = Leak::Unchecked;
    qint64 leakCount = 0;
    QString leakReason;                   ///< why it was not checked
    QStringList leakItems;                ///< `calibration and evaluation: text`

    QString countText() const;
    QString leakText() const;
};

}  // namespace tacq::ui
