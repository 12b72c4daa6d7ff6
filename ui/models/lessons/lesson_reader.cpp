// The lesson format's rules. Errors name file and line.
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <cmath>
#include <optional>

#include "models/lessons/lesson.h"
#include "models/lessons/lesson_figures.h"
#include "models/shared/json_lines.h"

namespace tacq::ui {
namespace {

constexpr int kVersion = 1, kMostMinutes = 240;

struct ActionRule {
    const char* name;
    LessonDo kind;
    QStringList members;   ///< besides `action`
};

const std::vector<ActionRule>& actionRules() {
    static const std::vector<ActionRule> rules{
        {"openSample", LessonDo::OpenSample, {}},
        {"chooseTask", LessonDo::ChooseTask, {QStringLiteral("task"), QStringLiteral("samples"), QStringLiteral("tokens")}},
        {"runSaliency", LessonDo::RunSaliency, {}},
        {"setBits", LessonDo::SetBits, {QStringLiteral("bits")}},
        {"setFraction", LessonDo::SetFraction, {QStringLiteral("fraction")}},
        {"setGroup", LessonDo::SetGroup, {QStringLiteral("group")}},
        {"quantize", LessonDo::Quantize, {QStringLiteral("as")}},
        {"openMatrix", LessonDo::OpenMatrix, {QStringLiteral("layer"), QStringLiteral("kind")}},
        {"selectView", LessonDo::SelectView, {QStringLiteral("control"), QStringLiteral("value")}},
        {"compareWith", LessonDo::CompareWith, {QStringLiteral("task")}},
    };
    return rules;
}

class Reader {
    Q_DECLARE_TR_FUNCTIONS(LessonReader)
public:
    Reader(const QByteArray& text, QString file) : m_lines(text), m_file(std::move(file)) {}

    Result<Lesson> read(const QJsonValue& root) {
        const QJsonObject object = members(root, {}, {"format", "version", "title", "summary", "minutes", "order", "steps"});
        if (object.value(QLatin1String("format")) != QLatin1String("tacq-lesson")) fail(QStringLiteral("/format"), tr("\"format\" is not \"tacq-lesson\""));
        if (object.value(QLatin1String("version")) != kVersion) fail(QStringLiteral("/version"), tr("\"version\" is not %1").arg(kVersion));
        Lesson lesson;
        lesson.file = m_file;
        lesson.id = QFileInfo(m_file).completeBaseName();
        lesson.title = words(object, {}, "title");
        lesson.summary = words(object, {}, "summary");
        lesson.minutes = static_cast<int>(whole(object, {}, "minutes", 1, kMostMinutes, 1));
        lesson.order = static_cast<int>(whole(object, {}, "order", 0, 100000, 100));
        const QJsonValue steps = object.value(QLatin1String("steps"));
        if (!steps.isArray() || steps.toArray().isEmpty()) fail(QStringLiteral("/steps"), tr("\"steps\" is not a list of at least one step"));
        int index = 0;
        for (const QJsonValue& step : steps.toArray()) lesson.steps.push_back(readStep(step, QStringLiteral("/steps/%1").arg(index++)));
        if (m_error) return *m_error;
        return lesson;
    }

private:
    void fail(const QString& path, const QString& message) {
        if (m_error) return;
        m_error = Error{ErrorCode::InvalidFile, message.toStdString(), QStringLiteral("%1:%2").arg(m_file).arg(m_lines.lineOf(path)).toStdString(),
                        tr("mend that line; README.md beside the bundled lessons lists all that a lesson may say").toStdString()};
    }

    QJsonObject members(const QJsonValue& value, const QString& path, const QStringList& known) {
        if (!value.isObject()) fail(path, tr("an object in braces is wanted here"));
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            if (!known.contains(it.key())) fail(path + QLatin1Char('/') + it.key(), tr("\"%1\" is not known here; known: %2").arg(it.key(), known.join(QLatin1String(", "))));
        return object;
    }

    QString text(const QJsonObject& object, const QString& path, const char* name, bool needed) {
        const QJsonValue value = object.value(QLatin1String(name));
        if (value.isUndefined() && !needed) return {};
        if (!value.isString() || value.toString().isEmpty()) fail(path + QLatin1Char('/') + QLatin1String(name), tr("\"%1\" is not a text").arg(QLatin1String(name)));
        return value.toString();
    }

    qint64 whole(const QJsonObject& object, const QString& path, const char* name, qint64 low, qint64 high, qint64 otherwise) {
        const QJsonValue value = object.value(QLatin1String(name));
        if (value.isUndefined()) return otherwise;
        const double number = value.toDouble(std::nan(""));
        if (!(number >= static_cast<double>(low) && number <= static_cast<double>(high)) || number != std::floor(number)) {
            fail(path + QLatin1Char('/') + QLatin1String(name), tr("\"%1\" is not a whole number from %2 to %3").arg(QLatin1String(name)).arg(low).arg(high));
            return otherwise;
        }
        return static_cast<qint64>(number);
    }

    LessonText words(const QJsonObject& object, const QString& path, const char* name) {
        static const QRegularExpression code(QStringLiteral("^[a-z]{2,3}(_[A-Z]{2})?$"));
        const QString at = path + QLatin1Char('/') + QLatin1String(name);
        const QJsonValue value = object.value(QLatin1String(name));
        LessonText result;
        if (!value.isObject() || value.toObject().isEmpty()) fail(at, tr("\"%1\" is not an object of texts by language, such as {\"en\": \"…\"}").arg(QLatin1String(name)));
        const QJsonObject texts = value.toObject();
        for (auto it = texts.begin(); it != texts.end(); ++it) {
            const QString place = at + QLatin1Char('/') + it.key();
            if (!code.match(it.key()).hasMatch()) fail(place, tr("\"%1\" is not a language such as en, de or zh_CN").arg(it.key()));
            if (!it.value().isString()) fail(place, tr("\"%1\" is not a text").arg(it.key()));
            result.byLanguage.insert(it.key(), it.value().toString());
            for (const QString& placeholder : placeholdersOf(it.value().toString()))
                if (!isLessonFigure(placeholder, m_results)) fail(place, tr("there is no figure {%1}; known: %2").arg(placeholder, lessonFigureNames().join(QLatin1String(", "))));
        }
        return result;
    }

    LessonStep readStep(const QJsonValue& value, const QString& path) {
        const QJsonObject object = members(value, path, {"text", "page", "show", "do", "wait"});
        LessonStep step;
        step.page = text(object, path, "page", true);
        step.show = text(object, path, "show", false);
        const QJsonValue actions = object.value(QLatin1String("do"));
        if (!actions.isUndefined() && !actions.isArray()) fail(path + QLatin1String("/do"), tr("\"do\" is not a list"));
        int index = 0;
        for (const QJsonValue& action : actions.toArray()) step.actions.push_back(readAction(action, QStringLiteral("%1/do/%2").arg(path).arg(index++)));
        step.wait = readWait(object, path);
        // After the actions: a text may speak of what its own step names.
        step.text = words(object, path, "text");
        return step;
    }

    LessonWait readWait(const QJsonObject& object, const QString& path) {
        static const QStringList names{QString(), QStringLiteral("model"), QStringLiteral("saliency"), QStringLiteral("result"), QStringLiteral("measured"),
                                       QStringLiteral("comparison"), QStringLiteral("jobsIdle")};
        const auto at = names.indexOf(text(object, path, "wait", false));
        if (at < 0) fail(path + QLatin1String("/wait"), tr("\"wait\" is none of %1").arg(names.mid(1).join(QLatin1String(", "))));
        return static_cast<LessonWait>(std::max<qsizetype>(at, 0));
    }

    LessonAction readAction(const QJsonValue& value, const QString& path) {
        const QString name = value.toObject().value(QLatin1String("action")).toString();
        QStringList names;
        for (const ActionRule& rule : actionRules()) {
            names << QLatin1String(rule.name);
            if (name == QLatin1String(rule.name)) return readAction(rule, members(value, path, QStringList{QStringLiteral("action")} + rule.members), path);
        }
        fail(path + QLatin1String("/action"), tr("\"action\" is none of %1").arg(names.join(QLatin1String(", "))));
        return {};
    }

    LessonAction readAction(const ActionRule& rule, const QJsonObject& object, const QString& path) {
        LessonAction action;
        action.kind = rule.kind;
        switch (rule.kind) {
            case LessonDo::OpenSample:
            case LessonDo::RunSaliency: break;
            case LessonDo::ChooseTask:
                action.name = text(object, path, "task", true);
                action.samples = static_cast<int>(whole(object, path, "samples", 1, 100000, action.samples));
                action.tokens = static_cast<int>(whole(object, path, "tokens", 8, 1 << 20, action.tokens));
                break;
            case LessonDo::CompareWith: action.name = text(object, path, "task", true); break;
            case LessonDo::SetBits: action.number = needed(object, path, "bits", 2, 8); break;
            case LessonDo::SetFraction: action.fraction = fraction(object, path); break;
            case LessonDo::SetGroup: action.number = object.value(QLatin1String("group")) == QLatin1String("row") ? -1 : needed(object, path, "group", 8, 1 << 20); break;
            case LessonDo::Quantize: action.name = resultName(object, path); break;
            case LessonDo::OpenMatrix:
                action.number = needed(object, path, "layer", 0, 10000);
                action.matrix = matrixKind(object, path);
                break;
            case LessonDo::SelectView:
                action.name = text(object, path, "control", true);
                action.value = text(object, path, "value", true);
                break;
        }
        return action;
    }

    qint64 needed(const QJsonObject& object, const QString& path, const char* name, qint64 low, qint64 high) {
        if (!object.contains(QLatin1String(name))) fail(path, tr("\"%1\" is missing").arg(QLatin1String(name)));
        return whole(object, path, name, low, high, low);
    }

    double fraction(const QJsonObject& object, const QString& path) {
        const double value = object.value(QLatin1String("fraction")).toDouble(-1);
        if (!(value >= 0 && value <= 1)) fail(path + QLatin1String("/fraction"), tr("\"fraction\" is not a number from 0 to 1"));
        return value;
    }

    QString resultName(const QJsonObject& object, const QString& path) {
        static const QRegularExpression plain(QStringLiteral("^[a-z][A-Za-z0-9]*$"));
        const QString name = text(object, path, "as", false);
        if (!name.isEmpty() && !plain.match(name).hasMatch()) fail(path + QLatin1String("/as"), tr("\"as\" is not a name of letters and digits"));
        m_results.insert(name);
        return name;
    }

    LinearKind matrixKind(const QJsonObject& object, const QString& path) {
        const QString name = text(object, path, "kind", true);
        if (const auto kind = linearKindNamed(name.toStdString())) return *kind;
        fail(path + QLatin1String("/kind"), tr("\"kind\" is none of q, k, v, o, gate, up, down"));
        return LinearKind::Query;
    }

    JsonLines m_lines;
    QString m_file;
    QSet<QString> m_results;
    std::optional<Error> m_error;
};

}  // namespace

Result<Lesson> parseLesson(const QByteArray& text, const QString& file) {
    QJsonParseError wrong;
    const QJsonDocument document = QJsonDocument::fromJson(text, &wrong);
    if (document.isNull())
        return Error{ErrorCode::InvalidFile, wrong.errorString().toStdString(), QStringLiteral("%1:%2").arg(file).arg(JsonLines::lineAt(text, wrong.offset)).toStdString(),
                     Reader::tr("look for a missing comma, quote or bracket at or before that line").toStdString()};
    const QJsonValue root = document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array());
    return Reader(text, file).read(root);
}

}  // namespace tacq::ui
