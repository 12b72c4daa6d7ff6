#pragma once
// What the window gives people to copy is a command of the command line that asks for the same.
#include <QJsonDocument>
#include <QStringList>
#include <QTest>
#include <vector>

#include "engine/engine_process.h"
#include "models/shared/command_text.h"
#include "parse.h"
#include "tacq/command/command_line.h"

namespace copied_commands {

/// Values as the command line types them: a recipe is one text there.
inline nlohmann::json typed(const nlohmann::json& params) {
    nlohmann::json plain = nlohmann::json::object();
    for (const auto& [key, value] : params.items())
        if (!value.is_null() && value != false) plain[key] = value.is_object() ? nlohmann::json(nlohmann::json::parse(value.dump()).dump()) : value;
    return plain;
}

inline nlohmann::json read(const nlohmann::json& params) {
    nlohmann::json plain = params;
    for (auto& [key, value] : plain.items())
        if (value.is_string() && value.get<std::string>().starts_with('{')) value = nlohmann::json::parse(value.get<std::string>()).dump();
    return plain;
}

/// Why the copied text of this request is not the request; empty: it is.
inline QString flaw(const tacq::ui::JobRequest& request) {
    const std::string text = tacq::ui::commandText(request).toStdString();
    // Parts of the protocol, nothing to type; and measures of engines to come.
    const tacq::CommandSpec* command = tacq::findCommand(request.method.toStdString());
    if (command == nullptr || command->later) return text.empty() || command != nullptr ? QString() : QStringLiteral("text for what is no command");
    std::vector<const char*> words;
    const std::vector<std::string> split = tacq::shellSplit(text);
    for (const std::string& word : split) words.push_back(word.c_str());
    const auto parsed = tacq::app::parseCommandLine(static_cast<int>(words.size()), words.data());
    if (!parsed.ok()) return QString::fromStdString(text + ": " + tacq::formatError(parsed.error()));
    const auto asked = nlohmann::json::parse(QJsonDocument(request.params).toJson(QJsonDocument::Compact).toStdString());
    const auto got = nlohmann::json::parse(parsed.value().invocation.params.dump());
    if (parsed.value().invocation.command != command || read(got) != typed(asked))
        return QString::fromStdString(text + " is read as " + got.dump() + " where the window asks " + asked.dump());
    return {};
}

/// Of all that an engine was ever asked.
inline QStringList flaws(const tacq::ui::EngineProcess& engine) {
    QStringList found;
    for (const tacq::ui::EngineJob* job : engine.jobs())
        if (const QString one = flaw(job->request()); !one.isEmpty()) found << one;
    return found;
}

}  // namespace copied_commands
