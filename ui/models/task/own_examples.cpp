#include "models/task/own_examples.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "models/smaller/smaller_choices.h"
#include "tacq/base/file_io.h"
#include "text/window_error.h"

namespace tacq::ui {
namespace {

constexpr qsizetype kSplitText = 4000, kSplitLines = 10;
constexpr qint64 kLargestCopy = 64 << 20;
const char* const kHoldOutLastFifth = R"({"version": 1, "kind": "text", "licence": "the user's own data",
 "splits": {"calibration": {"part": [0, 0.8]}, "evaluation": {"part": [0.8, 1]}}}
)";

/// Splits fall between lines; a text of one long line cannot be split.
bool canSplit(const QByteArray& text) {
    const qsizetype before = text.left(text.size() * 8 / 10).count('\n'), after = text.mid(text.size() * 8 / 10).trimmed().count('\n');
    return text.size() >= kSplitText && before + after >= kSplitLines && after >= 2;
}

}  // namespace

Result<OwnExamples> keepOwnText(const QString& text, const QString& workspace, const QString& called) {
    const QByteArray bytes = text.trimmed().toUtf8() + '\n';
    if (text.trimmed().size() < kLeastOwnText)
        return windowError(ErrorCode::InvalidArgument, WindowErrors::tr("the examples are too short"), {}, WindowErrors::tr("paste a few paragraphs of what the model will be used for"));
    const QString mark = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(12));
    const QString name = called.isEmpty() ? mark : called + QLatin1Char('-') + mark.left(6);
    const QDir folder(workspace + QLatin1String("/examples"));
    if (!folder.mkpath(QStringLiteral("."))) return windowError(ErrorCode::PermissionDenied, WindowErrors::tr("the workspace cannot be written to"), workspace);
    OwnExamples own{folder.filePath(name + QLatin1String(".txt")), canSplit(bytes)};
    TACQ_CHECK(writeTextAtomic(own.path.toStdString(), bytes.toStdString()));
    if (own.heldOut) TACQ_CHECK(writeTextAtomic(folder.filePath(name + QLatin1String(".task.json")).toStdString(), kHoldOutLastFifth));
    return own;
}

Result<OwnExamples> keepOwnFile(const QString& path, const QString& workspace) {
    const QFileInfo info(path);
    const bool companion = QFileInfo::exists(info.path() + QLatin1Char('/') + info.completeBaseName() + QLatin1String(".task.json"));
    if (companion || info.suffix() != QLatin1String("txt") || info.size() > kLargestCopy) return OwnExamples{path, companion};
    QFile file(path);
    // A pipe is no file to read: opening one waits for whoever writes into it.
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) return windowError(ErrorCode::NotFound, WindowErrors::tr("the file cannot be read"), path, WindowErrors::tr("check the path"));
    return keepOwnText(QString::fromUtf8(file.readAll()), workspace, fileName(info.completeBaseName()));
}

Result<void> looksLikeExamples(const QString& path) {
    constexpr qint64 kBeginning = 64 << 10;
    const QFileInfo info(path);
    const auto refused = [&](const QString& why) { return windowError(ErrorCode::InvalidArgument, why, path, WindowErrors::tr("choose a text (.txt), or one example a line (.jsonl, .csv)")); };
    if (!QStringList{QStringLiteral("txt"), QStringLiteral("jsonl"), QStringLiteral("csv")}.contains(info.suffix().toLower())) return refused(WindowErrors::tr("this is not a file of examples"));
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) return refused(WindowErrors::tr("the file cannot be read"));
    const QByteArray beginning = file.read(kBeginning);
    if (beginning.trimmed().isEmpty()) return refused(WindowErrors::tr("the file is empty"));
    if (beginning.contains('\0')) return refused(WindowErrors::tr("the file holds no text"));
    return {};
}

}  // namespace tacq::ui
