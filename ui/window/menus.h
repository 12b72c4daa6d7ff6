#pragma once

namespace tacq::ui {

class MainWindow;

/// The menu bar: everything that is not on a page, and the keys for what is. Entries act on the window's public slots and on its
/// buttons by objectName, so that an entry does what its button does and greys with it.
void buildMenus(MainWindow& window);

}  // namespace tacq::ui
