#pragma once
#include <QString>

#include "engine/engine_process.h"
#include "widgets/theme.h"

namespace tacq::ui {

/// What a person set once and the program remembers (QSettings).
struct Preferences {
    ThemeChoice theme = ThemeChoice::System;
    QString language;        ///< a shipped code; empty: as the system
    double scale = 0;        ///< of the whole window; 0: as the system
    QString engine;          ///< command line that speaks the protocol of `tacq serve`; empty: the tacq beside this program
    QString workspace;       ///< folder for artifacts and runs; empty: the engine's default

    static Preferences load();
    void save() const;
    /// How the engine is started with these; `workspaceWanted`, where given, comes before the remembered folder.
    EngineCommand engineCommand(const QString& workspaceWanted = {}) const;
    bool operator==(const Preferences&) const = default;
};

/// `light`, `dark`, anything else: as the system.
ThemeChoice themeFromName(const QString& name);
QString themeName(ThemeChoice choice);

}  // namespace tacq::ui
