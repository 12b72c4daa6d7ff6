#pragma once
#include <QMap>
#include <QString>
#include <QStringList>
#include <vector>

#include "tacq/base/result.h"
#include "tacq/checkpoint/checkpoint.h"

namespace tacq::ui {

/// One text in several languages.
struct LessonText {
    QMap<QString, QString> byLanguage;   ///< code (`en`, `de`, `zh_CN`) → text; never empty
    /// In that language, else in English, else in whatever there is.
    QString in(const QString& language) const;
};

/// What a step does for the person: each is something that a person could do with the mouse.
enum class LessonDo { OpenSample, ChooseTask, RunSaliency, SetBits, SetFraction, SetGroup, Quantize, OpenMatrix, SelectView, CompareWith };
/// What must be there before Next.
enum class LessonWait { Nothing, Model, Saliency, Result, Measured, Comparison, JobsIdle };

struct LessonAction {
    LessonDo kind = LessonDo::OpenSample;
    QString name;             ///< task of chooseTask and compareWith, control of selectView, `as` of quantize
    QString value;            ///< choice of selectView
    int samples = 32, tokens = 128;
    double fraction = 0;      ///< of setFraction, 0 … 1
    qint64 number = 0;        ///< bits, group size (−1: a row) or layer
    LinearKind matrix = LinearKind::Query;
};

struct LessonStep {
    LessonText text;          ///< with placeholders such as `{keptTotal}`
    QString page, show;       ///< page id; objectName of the widget to frame (may be empty)
    std::vector<LessonAction> actions;
    LessonWait wait = LessonWait::Nothing;
};

struct Lesson {
    QString id, file;         ///< file's base name; its path
    LessonText title, summary;
    int minutes = 1, order = 100;
    std::vector<LessonStep> steps;
};

/// Strict: what the format (resources/lessons/README.md) does not know is InvalidFile, with `file:line` as context.
Result<Lesson> parseLesson(const QByteArray& text, const QString& file);

/// `{perplexityAfter}` → `perplexityAfter`, in order of appearance.
QStringList placeholdersOf(const QString& text);

/// A lesson file, read or not.
struct LessonEntry {
    QString file;
    Result<Lesson> lesson;
};
/// Every `*.json` of the folders, by `order`, then title; files that cannot be read last. Touches files: not for the GUI thread.
std::vector<LessonEntry> findLessons(const QStringList& folders);
/// Bundled lessons, then the person's own folder (which need not exist).
QStringList lessonFolders();
QString ownLessonFolder();

}  // namespace tacq::ui
