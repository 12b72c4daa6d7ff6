#pragma once

namespace tacq::ui {

class MainWindow;

/// A button that goes grey or away hands the focus to its neighbour, and right after a start that is Cancel: the next press of Space would stop what the
/// last one began. Such a focus goes to the page instead. (Who moves there with Tab or the pointer, stays there.)
void keepFocusOffStopButtons(MainWindow& window);

}  // namespace tacq::ui
