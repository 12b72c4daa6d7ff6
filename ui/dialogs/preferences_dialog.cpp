#include "dialogs/preferences_dialog.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QVBoxLayout>

#include "text/language.h"
#include "widgets/choice.h"
#include "widgets/file_dialog.h"
#include "widgets/parts.h"

namespace tacq::ui {
namespace {

constexpr int kHere = 0, kElsewhere = 1;

}  // namespace

PreferencesDialog::PreferencesDialog(const QString& defaultWorkspace, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("preferences"));
    setWindowTitle(tr("Preferences"));
    setAccessibleName(windowTitle());
    setModal(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(1, 360);
    layout->addLayout(grid);
    buildLook(grid);
    buildEngine(grid);
    m_workspace->setPlaceholderText(defaultWorkspace);
    m_note = makeLabel({}, TextRole::Secondary, QStringLiteral("preferencesNote"), this);
    m_note->setWordWrap(true);
    m_note->setMinimumHeight(40);
    layout->addWidget(m_note, 1);
    auto* apply = makeButton(tr("Apply"), ButtonRole::Primary, QStringLiteral("preferencesApply"), this);
    apply->setToolTip(tr("Keeps these settings, and uses them at once where that is possible."));
    apply->setDefault(true);
    auto* close = makeButton(tr("Close"), ButtonRole::Normal, QStringLiteral("preferencesClose"), this);
    close->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(apply);
    layout->addLayout(buttons);
    connect(apply, &QPushButton::clicked, this, &PreferencesDialog::apply);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    for (Choice* choice : {m_theme, m_language, m_scale, m_where}) connect(choice, &QComboBox::currentIndexChanged, this, &PreferencesDialog::refresh);
    for (QLineEdit* edit : {m_engine, m_workspace}) connect(edit, &QLineEdit::textChanged, this, &PreferencesDialog::refresh);
}

void PreferencesDialog::addRow(QGridLayout* grid, const QString& name, QWidget* control, const QString& toolTip) {
    auto* label = makeLabel(name, TextRole::Secondary, control->objectName() + QLatin1String("Label"), this);
    label->setBuddy(control);
    label->setToolTip(toolTip);
    control->setToolTip(toolTip);
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0);
    grid->addWidget(control, row, 1);
}

void PreferencesDialog::buildLook(QGridLayout* grid) {
    m_theme = new Choice(QStringLiteral("preferTheme"), tr("Theme"), this);
    m_theme->addItem(tr("As the system"), themeName(ThemeChoice::System));
    m_theme->addItem(tr("Light"), themeName(ThemeChoice::Light));
    m_theme->addItem(tr("Dark"), themeName(ThemeChoice::Dark));
    addRow(grid, tr("Theme"), m_theme, tr("Light or dark surfaces. Maps keep their colours."));
    m_language = new Choice(QStringLiteral("preferLanguage"), tr("Language"), this);
    m_language->addItem(tr("As the system"), QString());
    for (const Language& language : shippedLanguages()) m_language->addItem(language.name, language.code);
    addRow(grid, tr("Language"), m_language, tr("The language of this window and its numbers. Messages from the engine stay in English."));
    m_scale = new Choice(QStringLiteral("preferScale"), tr("Size of everything"), this);
    m_scale->addItem(tr("As the system"), 0.0);
    for (const int percent : {100, 125, 150, 175, 200, 250, 300}) m_scale->addItem(tr("%1 %").arg(percent), percent / 100.0);
    addRow(grid, tr("Size of everything"), m_scale, tr("Makes texts, controls and maps larger, for screens with fine pixels or tired eyes."));
}

void PreferencesDialog::buildEngine(QGridLayout* grid) {
    m_where = new Choice(QStringLiteral("preferWhere"), tr("Engine"), this);
    m_where->insertItem(kHere, tr("On this computer"));
    m_where->insertItem(kElsewhere, tr("Started by a command line"));
    addRow(grid, tr("Engine"), m_where, tr("Where the heavy work is done: here, or on a bigger machine that you reach by a command."));
    m_engine = new QLineEdit(this);
    m_engine->setObjectName(QStringLiteral("preferEngine"));
    m_engine->setAccessibleName(tr("Command line of the engine"));
    m_engine->setPlaceholderText(QStringLiteral("ssh host tacq serve"));
    addRow(grid, tr("Command line"), m_engine, tr("Any command that speaks the engine's protocol on its input and output. Models are then paths of that computer; what you look at is fetched from there."));
    m_workspace = new QLineEdit(this);
    m_workspace->setObjectName(QStringLiteral("preferWorkspace"));
    m_workspace->setAccessibleName(tr("Workspace folder"));
    m_workspace->setClearButtonEnabled(true);
    addRow(grid, tr("Workspace"), m_workspace, tr("The folder that keeps what was computed, so that nothing is computed twice. Empty: the usual place."));
    auto* choose = makeButton(tr("Choose …"), ButtonRole::Normal, QStringLiteral("preferWorkspaceChoose"), this);
    choose->setAutoDefault(false);
    choose->setToolTip(tr("Choose the workspace folder."));
    grid->addWidget(choose, grid->rowCount() - 1, 2);
    connect(choose, &QPushButton::clicked, this, [this] {
        QFileDialog* dialog = makeFileDialog(this, tr("Choose the workspace folder"), QStringLiteral("preferWorkspaceDialog"), Pick::Folder, QStringLiteral("workspaces"));
        connect(dialog, &QFileDialog::fileSelected, m_workspace, &QLineEdit::setText);
        dialog->open();
    });
}

void PreferencesDialog::show(const Preferences& preferences) {
    m_saved = preferences;
    m_theme->setCurrentIndex(m_theme->findData(themeName(preferences.theme)));
    m_language->setCurrentIndex(std::max(0, m_language->findData(preferences.language)));
    m_scale->setCurrentIndex(std::max(0, m_scale->findData(preferences.scale)));
    m_where->setCurrentIndex(preferences.engine.isEmpty() ? kHere : kElsewhere);
    m_engine->setText(preferences.engine);
    m_workspace->setText(preferences.workspace);
    // Style sheets come from the window; the theme's other colours do not.
    setProperty(Theme::kDarkProperty, parentWidget()->window()->property(Theme::kDarkProperty));
    setPalette(parentWidget()->window()->palette());
    refresh();
    QDialog::show();
    raise();
    activateWindow();
}

Preferences PreferencesDialog::entered() const {
    Preferences p;
    p.theme = themeFromName(m_theme->currentData().toString());
    p.language = m_language->currentData().toString();
    p.scale = m_scale->currentData().toDouble();
    p.engine = m_where->currentIndex() == kElsewhere ? m_engine->text().trimmed() : QString();
    p.workspace = m_workspace->text().trimmed();
    return p;
}

void PreferencesDialog::refresh() {
    m_engine->setEnabled(m_where->currentIndex() == kElsewhere);
    const Preferences now = entered();
    QStringList notes;
    if (m_where->currentIndex() == kElsewhere && QProcess::splitCommand(now.engine).isEmpty()) notes << tr("Type the command that starts the engine.");
    if (now.language != m_saved.language || now.scale != m_saved.scale) notes << tr("Language and size are used from the next start on.");
    if (now.engine != m_saved.engine || now.workspace != m_saved.workspace) notes << tr("The engine is started again. Jobs that run go on from their last finished stage.");
    m_note->setText(notes.join(QLatin1Char(' ')));
}

void PreferencesDialog::apply() {
    if (m_where->currentIndex() == kElsewhere && m_engine->text().trimmed().isEmpty()) {
        m_engine->setFocus();
        return;
    }
    m_saved = entered();
    m_saved.save();
    emit applied(m_saved);
    setProperty(Theme::kDarkProperty, parentWidget()->window()->property(Theme::kDarkProperty));
    setPalette(parentWidget()->window()->palette());
    const QString said = m_note->text();
    refresh();
    m_note->setText(tr("Saved.") + QLatin1Char(' ') + said);
}

}  // namespace tacq::ui
