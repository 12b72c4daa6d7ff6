#include "models/lessons/lesson.h"

#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>
#include <algorithm>

#include "tacq/base/file_io.h"
#include "tacq/task/task.h"

namespace tacq::ui {
namespace {

constexpr std::uint64_t kMostBytes = 1 << 20;

Result<Lesson> readLesson(const QString& file) {
    TACQ_TRY(const std::string text, readText(file.toStdString(), kMostBytes));
    return parseLesson(QByteArray::fromStdString(text), file);
}

}  // namespace

QString LessonText::in(const QString& language) const {
    for (const QString& code : {language, QStringLiteral("en")})
        if (const auto found = byLanguage.find(code); found != byLanguage.end()) return found.value();
    return byLanguage.isEmpty() ? QString() : byLanguage.first();
}

QStringList placeholdersOf(const QString& text) {
    static const QRegularExpression placeholder(QStringLiteral("\\{([^{}]*)\\}"));
    QStringList names;
    for (auto match = placeholder.globalMatch(text); match.hasNext();) names << match.next().captured(1);
    return names;
}

std::vector<LessonEntry> findLessons(const QStringList& folders) {
    std::vector<LessonEntry> entries;
    for (const QString& folder : folders)
        for (const QFileInfo& file : QDir(folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) entries.push_back({file.filePath(), readLesson(file.filePath())});
    std::stable_sort(entries.begin(), entries.end(), [](const LessonEntry& a, const LessonEntry& b) {
        if (!a.lesson.ok() || !b.lesson.ok()) return a.lesson.ok() && !b.lesson.ok();
        return a.lesson.value().order < b.lesson.value().order;
    });
    return entries;
}

QString ownLessonFolder() { return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/lessons"); }

QStringList lessonFolders() { return {QString::fromStdString((findResources() / "lessons").string()), ownLessonFolder()}; }

}  // namespace tacq::ui
