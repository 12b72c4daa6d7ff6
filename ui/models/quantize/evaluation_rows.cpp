#include "models/quantize/evaluation_rows.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <algorithm>
#include <mutex>

#include "tacq/checkpoint/safetensors.h"
#include "tacq/tokenizer/tokenizer.h"
#include "text/window_error.h"

namespace tacq::ui {
namespace {

Result<void> writeRows(const QString& path, const std::vector<std::vector<std::int32_t>>& rows) {
    std::size_t longest = 0;
    for (const auto& row : rows) longest = std::max(longest, row.size());
    const auto count = static_cast<std::int64_t>(rows.size());
    std::vector<std::int32_t> ids(rows.size() * longest, 0), lengths;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        std::copy(rows[r].begin(), rows[r].end(), ids.begin() + static_cast<std::ptrdiff_t>(r * longest));
        lengths.push_back(static_cast<std::int32_t>(rows[r].size()));
    }
    TACQ_TRY(auto writer, SafetensorsWriter::create(path.toStdString(), {{"tokens", "I32", {count, static_cast<std::int64_t>(longest)}}, {"lengths", "I32", {count}}}, {}));
    for (const auto& declaration : writer.order()) TACQ_CHECK(writer.append(std::as_bytes(std::span(declaration.name == "tokens" ? ids : lengths))));
    return writer.finish();
}

}  // namespace

Result<QString> writeEvaluationRows(const QString& modelPath, const TaskChoice& task, const TaskEnvironment& environment, const QString& folder) {
    TACQ_TRY(const Checkpoint model, Checkpoint::open(modelPath.toStdString()));
    TACQ_TRY(const Tokenizer tokenizer, Tokenizer::fromCheckpoint(model));
    SampleOptions options;
    options.samples = kEvaluationRows;
    options.tokens = task.tokens;
    options.split = "evaluation";
    TACQ_TRY(const Calibration rows, makeCalibration(task.task.toStdString(), options, environment, tokenizer, model.config().contextLength));
    // Runs name their text by this file: the task's name in front says what it is.
    QString name = QFileInfo(task.task).completeBaseName();
    for (QChar& c : name)
        if (!c.isLetterOrNumber() && c != QLatin1Char('-')) c = QLatin1Char('_');
    const QString path = QStringLiteral("%1/evaluation/%2-%3.safetensors").arg(folder, name, QString::fromStdString(rows.key()).left(12));
    // One at a time: two askers of one text would write into the same temporary file.
    static std::mutex writing;
    const std::lock_guard lock(writing);
    if (QFileInfo::exists(path)) return path;
    if (!QDir().mkpath(QFileInfo(path).path())) return windowError(ErrorCode::PermissionDenied, WindowErrors::tr("the workspace cannot be written to"), folder);
    TACQ_CHECK(writeRows(path, rows.rows));
    return path;
}

Result<QByteArray> evaluationRowsFile(const std::vector<std::vector<std::int32_t>>& rows) {
    if (rows.empty()) return windowError(ErrorCode::InvalidTask, WindowErrors::tr("the task has no text to measure on"));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("rows.safetensors"));
    TACQ_CHECK(writeRows(path, rows));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return windowError(ErrorCode::Io, WindowErrors::tr("cannot read back a file of the temporary folder"), path);
    return file.readAll();
}

}  // namespace tacq::ui
