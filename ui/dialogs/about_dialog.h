#pragma once
#include "engine/engine_info.h"

class QMenuBar;
class QWidget;

namespace tacq::ui {

/// What this program is, its version, licence and engine; a text that can be copied into a bug report.
void showAbout(QWidget& window, const EngineInfo& engine);
/// Every key that does something, by where it works; those of the menus as they stand there.
void showKeys(QWidget& window, const QMenuBar& menus);

}  // namespace tacq::ui
