#pragma once

namespace tacq::ui {

class MainWindow;

/// What this program is, its version, licence and engine; a text that can be copied into a bug report.
void showAbout(MainWindow& window);
/// Every key that does something, by where it works.
void showKeys(MainWindow& window);

}  // namespace tacq::ui
