#include "models/shared/command_text.h"

#include <QJsonDocument>

#include "tacq/command/command_line.h"

namespace tacq::ui {

QString shellWord(const QString& word) { return QString::fromStdString(tacq::shellWord(word.toStdString())); }

QString commandText(const JobRequest& request) {
    return QString::fromStdString(commandLine(request.method.toStdString(), QJsonDocument(request.params).toJson(QJsonDocument::Compact).toStdString()));
}

}  // namespace tacq::ui
