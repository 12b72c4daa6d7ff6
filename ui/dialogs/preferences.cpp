#include "dialogs/preferences.h"

#include <QSettings>

namespace tacq::ui {
namespace {

constexpr double kLargestScale = 3;

QString key(const char* name) { return QLatin1String("preferences/") + QLatin1String(name); }

}  // namespace

ThemeChoice themeFromName(const QString& name) {
    if (name == QLatin1String("dark")) return ThemeChoice::Dark;
    return name == QLatin1String("light") ? ThemeChoice::Light : ThemeChoice::System;
}

QString themeName(ThemeChoice choice) {
    return choice == ThemeChoice::Dark ? QStringLiteral("dark") : choice == ThemeChoice::Light ? QStringLiteral("light") : QStringLiteral("system");
}

Preferences Preferences::load() {
    const QSettings settings;
    Preferences p;
    p.theme = themeFromName(settings.value(key("theme")).toString());
    p.language = settings.value(key("language")).toString();
    const double scale = settings.value(key("scale")).toDouble();
    p.scale = scale >= 1 && scale <= kLargestScale ? scale : 0;
    p.engine = settings.value(key("engine")).toString().trimmed();
    p.workspace = settings.value(key("workspace")).toString();
    return p;
}

void Preferences::save() const {
    QSettings settings;
    settings.setValue(key("theme"), themeName(theme));
    settings.setValue(key("language"), language);
    settings.setValue(key("scale"), scale);
    settings.setValue(key("engine"), engine);
    settings.setValue(key("workspace"), workspace);
}

EngineCommand Preferences::engineCommand(const QString& workspaceWanted) const {
    const QString folder = workspaceWanted.isEmpty() ? workspace : workspaceWanted;
    return engine.isEmpty() ? EngineCommand::local(folder) : EngineCommand::fromText(engine, folder);
}

}  // namespace tacq::ui
