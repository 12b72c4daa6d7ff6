#include "dialogs/about_dialog.h"

#include <QAction>
#include <QDialog>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

#include "widgets/parts.h"
#include "widgets/theme.h"

namespace tacq::ui {
namespace {

class InfoDialog : public QDialog {
    Q_OBJECT
public:
    InfoDialog(const QString& objectName, const QString& title, QWidget& window) : QDialog(&window), m_layout(new QVBoxLayout(this)) {
        setObjectName(objectName);
        setWindowTitle(title);
        setAccessibleName(title);
        setAttribute(Qt::WA_DeleteOnClose);
        setProperty(Theme::kDarkProperty, window.property(Theme::kDarkProperty));
        setPalette(window.palette());
        m_layout->setContentsMargins(24, 20, 24, 20);
        m_layout->setSpacing(12);
    }
    QVBoxLayout* body() const { return m_layout; }

    void addButtons(const QString& copied) {
        auto* line = new QHBoxLayout;
        line->addStretch(1);
        if (!copied.isEmpty()) {
            auto* copy = makeButton(tr("Copy"), ButtonRole::Flat, QStringLiteral("infoCopy"), this);
            copy->setToolTip(tr("Copies these lines, for a bug report."));
            connect(copy, &QPushButton::clicked, this, [copy, copied] { copyText(copy, copied); });
            line->addWidget(copy);
        }
        auto* close = makeButton(tr("Close"), ButtonRole::Normal, QStringLiteral("infoClose"), this);
        close->setDefault(true);
        connect(close, &QPushButton::clicked, this, &QDialog::close);
        line->addWidget(close);
        m_layout->addLayout(line);
    }

    static QString about(const EngineInfo& engine) {
        QStringList lines{tr("TaCQ Workbench %1").arg(QGuiApplication::applicationVersion()), tr("Qt %1, %2").arg(QLatin1String(qVersion()), QSysInfo::prettyProductName())};
        lines << (engine.version.isEmpty() ? tr("The engine has not started yet.") : tr("Engine %1, protocol %2").arg(engine.version).arg(engine.protocol));
        if (!engine.workspace.isEmpty()) lines << tr("Workspace: %1").arg(engine.workspace);
        return lines.join(QLatin1Char('\n'));
    }

private:
    QVBoxLayout* m_layout;
};

void addKeys(QGridLayout* grid, const QString& place, const QList<std::pair<QString, QString>>& keys, QWidget* parent) {
    int row = grid->rowCount();
    grid->addWidget(makeLabel(place, TextRole::Title, {}, parent), row++, 0, 1, 2);
    for (const auto& [key, meaning] : keys) {
        grid->addWidget(makeLabel(key, TextRole::Mono, {}, parent), row, 0);
        grid->addWidget(makeLabel(meaning, TextRole::Plain, {}, parent), row++, 1);
    }
}

}  // namespace

void showAbout(QWidget& window, const EngineInfo& engine) {
    auto* dialog = new InfoDialog(QStringLiteral("about"), InfoDialog::tr("About TaCQ Workbench"), window);
    const QString text = InfoDialog::about(engine);
    auto* label = makeLabel(text, TextRole::Plain, QStringLiteral("aboutText"), dialog);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    dialog->body()->addWidget(label);
    auto* licence = makeLabel(InfoDialog::tr("Free software under the GNU General Public License, version 3 or later. The idea is task-circuit quantization, arXiv 2504.07389."), TextRole::Secondary,
                              QStringLiteral("aboutLicence"), dialog);
    licence->setWordWrap(true);
    dialog->body()->addWidget(licence);
    dialog->addButtons(text);
    dialog->show();
}

void showKeys(QWidget& window, const QMenuBar& menus) {
    auto* dialog = new InfoDialog(QStringLiteral("keys"), InfoDialog::tr("Keys"), window);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(4);
    QList<std::pair<QString, QString>> everywhere;
    for (const QAction* menu : menus.actions()) {
        for (const QAction* action : menu->menu()->actions()) {
            if (action->shortcut().isEmpty()) continue;
            everywhere.append({action->shortcut().toString(QKeySequence::NativeText), QString(action->text()).remove(QLatin1Char('&'))});
        }
    }
    everywhere.append({QKeySequence(Qt::CTRL | Qt::Key_1).toString(QKeySequence::NativeText) + QStringLiteral(" …"), InfoDialog::tr("The steps on the left, in their order")});
    everywhere.append({QStringLiteral("Tab"), InfoDialog::tr("The next control; the one with the keyboard has a coloured frame")});
    addKeys(grid, InfoDialog::tr("Everywhere"), everywhere, dialog);
    addKeys(grid, InfoDialog::tr("In a matrix"),
            {{QStringLiteral("← → ↑ ↓"), InfoDialog::tr("move")}, {QStringLiteral("+ −"), InfoDialog::tr("closer, farther")}, {QStringLiteral("0"), InfoDialog::tr("the whole matrix")},
             {QStringLiteral("Page Up, Page Down"), InfoDialog::tr("the same matrix of the layer above, below")}, {QStringLiteral("[ ]"), InfoDialog::tr("the matrix before, after in the layer")}}, dialog);
    addKeys(grid, InfoDialog::tr("In the map of the model"), {{QStringLiteral("← → ↑ ↓"), InfoDialog::tr("the matrix beside, above, below")}}, dialog);
    addKeys(grid, InfoDialog::tr("In a lesson"),
            {{QKeySequence(Qt::ALT | Qt::Key_Right).toString(QKeySequence::NativeText), InfoDialog::tr("the next step")},
             {QKeySequence(Qt::ALT | Qt::Key_Left).toString(QKeySequence::NativeText), InfoDialog::tr("the step before")},
             {QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText), InfoDialog::tr("skip: ends the lesson")}}, dialog);
    dialog->body()->addLayout(grid);
    dialog->addButtons({});
    dialog->show();
}

}  // namespace tacq::ui

#include "about_dialog.moc"
