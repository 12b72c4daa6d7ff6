#include "window/menus.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QActionGroup>
#include <QApplication>
#include <QDoubleSpinBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSpinBox>

#include "dialogs/about_dialog.h"
#include "window/main_window.h"

namespace tacq::ui {
namespace {

/// What stands in the field is its value: nothing is typed that was not entered.
bool isEntered(const QAbstractSpinBox& box) {
    if (const auto* decimal = qobject_cast<const QDoubleSpinBox*>(&box)) return decimal->cleanText() == decimal->textFromValue(decimal->value());
    const auto* whole = qobject_cast<const QSpinBox*>(&box);
    return whole && whole->cleanText() == whole->locale().toString(whole->value()).remove(whole->locale().groupSeparator());
}

/// Undo and redo belong to a text field only while it has something of its own to take back: an entered value is the window's to undo.
class UndoKeys : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::ShortcutOverride) return false;
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool undo = key->matches(QKeySequence::Undo), redo = key->matches(QKeySequence::Redo);
        if (!undo && !redo) return false;
        const auto* line = qobject_cast<const QLineEdit*>(watched);
        const auto* box = qobject_cast<const QAbstractSpinBox*>(line ? line->parentWidget() : watched);
        if (box) line = box->findChild<const QLineEdit*>();
        if (!line) return false;
        // A number that was entered is the window's: the field alone would go back, and leave the setting where it is.
        const bool own = undo ? line->isUndoAvailable() && !(box && isEntered(*box)) : line->isRedoAvailable();
        if (own) return false;
        event->ignore();
        return true;
    }
};

class Menus : public QObject {
    Q_OBJECT
public:
    explicit Menus(MainWindow& window) : QObject(&window), m_window(window) {
        setObjectName(QStringLiteral("menus"));
        buildFile();
        buildEdit();
        buildGo();
        buildRun();
        buildView();
        buildHelp();
    }

private:
    QMenu* menu(const QString& title, const char* name) {
        QMenu* made = m_window.menuBar()->addMenu(title);
        made->setObjectName(QLatin1String("menu_") + QLatin1String(name));
        made->setAccessibleName(QString(title).remove(QLatin1Char('&')));
        return made;
    }

    template <typename Act>
    QAction* add(QMenu* menu, const QString& text, const char* name, const QKeySequence& keys, Act act) {
        QAction* action = menu->addAction(text);
        action->setObjectName(QLatin1String("action_") + QLatin1String(name));
        action->setShortcut(keys);
        connect(action, &QAction::triggered, &m_window, act);
        return action;
    }

    /// An entry that presses a button of a page: the page comes to the front first.
    QAction* addButton(QMenu* menu, const QString& text, const char* name, const QKeySequence& keys, const QString& page, const QString& button) {
        return add(menu, text, name, keys, [this, page, button] {
            m_window.showPage(page);
            auto* target = m_window.findChild<QAbstractButton*>(button);
            if (target && target->isEnabled()) target->click();
        });
    }

    void buildFile() {
        QMenu* file = menu(tr("&File"), "file");
        addButton(file, tr("&Open a model folder …"), "openFolder", QKeySequence::Open, QStringLiteral("start"), QStringLiteral("openFolder"));
        addButton(file, tr("Open a model fi&le …"), "openFile", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), QStringLiteral("start"), QStringLiteral("openFile"));
        add(file, tr("Open the &sample"), "openSample", {}, [this] { m_window.openPath(Workflow::samplePath()); });
        file->addSeparator();
        add(file, tr("Ma&ke it smaller …"), "smaller", QKeySequence(Qt::CTRL | Qt::Key_M), [this] { m_window.showPage(QStringLiteral("smaller")); });
        file->addSeparator();
        add(file, tr("&Preferences …"), "preferences", QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { m_window.showPreferences(); })->setMenuRole(QAction::PreferencesRole);
        file->addSeparator();
        add(file, tr("&Quit"), "quit", QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { m_window.close(); })->setMenuRole(QAction::QuitRole);
    }

    void buildEdit() {
        QMenu* edit = menu(tr("&Edit"), "edit");
        const auto step = [&](const char* name, QKeySequence::StandardKey keys, void (QUndoStack::*act)(), auto label) {
            QAction* action = add(edit, label(QString()), name, keys, [this, act] { (m_window.edits().*act)(); });
            action->setShortcuts(keys);   // all that people are used to, Ctrl+Y and Ctrl+Shift+Z alike
            return std::pair{action, label};
        };
        const auto undo = step("undo", QKeySequence::Undo, &QUndoStack::undo, [](const QString& what) { return what.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(what); });
        const auto redo = step("redo", QKeySequence::Redo, &QUndoStack::redo, [](const QString& what) { return what.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(what); });
        const auto refresh = [this, undo, redo] {
            undo.first->setText(undo.second(m_window.edits().undoText()));
            undo.first->setEnabled(m_window.edits().canUndo());
            redo.first->setText(redo.second(m_window.edits().redoText()));
            redo.first->setEnabled(m_window.edits().canRedo());
        };
        connect(&m_window.edits(), &QUndoStack::indexChanged, this, refresh);
        QApplication::instance()->installEventFilter(new UndoKeys(this));
        refresh();
    }

    void buildGo() {
        QMenu* go = menu(tr("&Go"), "go");
        for (const PageEntry& entry : pageEntries()) {
            const auto* rail = m_window.findChild<QAbstractButton*>(QLatin1String("rail_") + entry.id);
            if (!rail) continue;
            // The rail's buttons own the keys; here they are only said.
            QString text = QString(entry.title).replace(QLatin1Char('&'), QLatin1String("&&"));
            if (!rail->shortcut().isEmpty()) text += QLatin1Char('\t') + rail->shortcut().toString(QKeySequence::NativeText);
            add(go, text, ("go_" + entry.id.toLatin1()).constData(), {}, [this, id = entry.id] { m_window.showPage(id); })->setEnabled(rail->isEnabled());
        }
    }

    void buildRun() {
        QMenu* run = menu(tr("&Run"), "run");
        QAction* primary = add(run, tr("&Main action of this page"), "primary", QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { m_window.triggerPrimary(); });
        QAction* cancel = add(run, tr("&Cancel what runs"), "cancel", QKeySequence(Qt::CTRL | Qt::Key_Period), [this] { m_window.cancelRunning(); });
        run->addSeparator();
        addButton(run, tr("&Report of the chosen run …"), "report", {}, QStringLiteral("runs"), QStringLiteral("runReport"));
        connect(run, &QMenu::aboutToShow, this, [this, primary, cancel] {
            const auto* button = m_window.findChild<QAbstractButton*>(QStringLiteral("primaryAction"));
            const bool there = button && button->isVisible() && !button->text().isEmpty();
            primary->setText(there ? QString(button->text()).replace(QLatin1Char('&'), QLatin1String("&&")) : tr("&Main action of this page"));
            primary->setEnabled(there && button->isEnabled());
            cancel->setEnabled(m_window.isRunning());
        });
        // Keys work while the menu is closed, whatever it showed last.
        connect(run, &QMenu::aboutToHide, this, [primary, cancel] {
            primary->setEnabled(true);
            cancel->setEnabled(true);
        });
    }

    void buildView() {
        QMenu* view = menu(tr("&View"), "view");
        QMenu* theme = view->addMenu(tr("&Theme"));
        theme->setObjectName(QStringLiteral("menu_theme"));
        auto* group = new QActionGroup(this);
        for (const auto& [text, name, choice] : {std::tuple{tr("As the &system"), "themeSystem", ThemeChoice::System}, std::tuple{tr("&Light"), "themeLight", ThemeChoice::Light},
                                                 std::tuple{tr("&Dark"), "themeDark", ThemeChoice::Dark}}) {
            QAction* action = add(theme, text, name, {}, [this, choice = choice] { m_window.chooseTheme(choice); });
            action->setCheckable(true);
            group->addAction(action);
            connect(theme, &QMenu::aboutToShow, action, [this, action, choice = choice] { action->setChecked(m_window.themeChoice() == choice); });
        }
        QAction* full = add(view, tr("&Full screen"), "fullScreen", QKeySequence(Qt::Key_F11), [this] {
            m_window.setWindowState(m_window.windowState() ^ Qt::WindowFullScreen);
        });
        full->setCheckable(true);
        connect(view, &QMenu::aboutToShow, full, [this, full] { full->setChecked(m_window.isFullScreen()); });
    }

    void buildHelp() {
        QMenu* help = menu(tr("&Help"), "help");
        add(help, tr("&Keys"), "keys", QKeySequence::HelpContents, [this] { showKeys(m_window, *m_window.menuBar()); });
        add(help, tr("&About TaCQ Workbench"), "about", {}, [this] { showAbout(m_window, m_window.engine().info()); })->setMenuRole(QAction::AboutRole);
    }

    MainWindow& m_window;
};

}  // namespace

void buildMenus(MainWindow& window) { new Menus(window); }

}  // namespace tacq::ui

#include "menus.moc"
