// What the menus ask of the window.
#include <QDir>
#include <QFileInfo>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <algorithm>

#include "dialogs/preferences_dialog.h"
#include "pages/runs/run_actions.h"
#include "tacq/store/workspace.h"
#include "text/window_error.h"
#include "widgets/banner.h"
#include "widgets/header_bar.h"
#include "window/main_window.h"

namespace tacq::ui {
namespace {

const QString kCutOffKey = QStringLiteral("cutOff");

}  // namespace

void MainWindow::triggerPrimary() {
    if (m_header->primary()->isVisible() && m_header->primary()->isEnabled()) m_header->primary()->click();
}

bool MainWindow::isRunning() const { return m_jobs.countRunning() > 0; }

QString MainWindow::runningText() const {
    const auto& jobs = m_engine.jobs();
    const auto running = std::find_if(jobs.begin(), jobs.end(), [](const EngineJob* job) {
        return job->request().listed && (job->state() == JobState::Running || job->state() == JobState::Cancelling);
    });
    if (running == jobs.end()) return {};
    QStringList parts{(*running)->request().title, JobListModel::detailText(**running), JobListModel::timeText(**running)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

void MainWindow::cancelRunning() {
    for (EngineJob* job : m_engine.jobs()) {
        if (job->isFinished() || job->state() == JobState::Cancelling || !job->request().listed) continue;
        m_engine.cancel(job);
        return;
    }
}

void MainWindow::noteCutOffWork() const {
    QStringList titles;
    for (const EngineJob* job : m_engine.jobs())
        if (!job->isFinished() && job->request().listed) titles << job->request().title;
    QSettings settings;
    if (titles.isEmpty()) settings.remove(kCutOffKey);
    else settings.setValue(kCutOffKey, titles);
}

void MainWindow::tellOfCutOffWork() {
    QSettings settings;
    const QStringList titles = settings.value(kCutOffKey).toStringList();
    settings.remove(kCutOffKey);
    if (titles.isEmpty()) return;
    const Error note{ErrorCode::Cancelled, tr("It stopped when the window was closed. What was finished is kept.").toStdString(), titles.join(QStringLiteral(", ")).toStdString(),
                     tr("Start it again with the same settings, here or on the Runs page: it goes on from where it was.").toStdString()};
    m_banner->setPlace({});
    m_banner->showError(note, tr("Show the runs"), tr("Work was cut off"));
}

void MainWindow::openPath(const QString& path) {
    static const QRegularExpression number(QStringLiteral("^#?([0-9]+)$"));
    const auto run = number.match(path);
    if (!run.hasMatch() || QFileInfo::exists(path)) return m_workflow.openModel(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    m_workflow.workspace().listRuns([this, id = run.captured(1).toLongLong()](const Result<std::vector<RunRecord>>& runs) {
        if (!runs.ok()) return showFailure(runs.error(), nullptr);
        const auto found = std::find_if(runs.value().begin(), runs.value().end(), [id](const RunRecord& one) { return one.info.id == id; });
        if (found != runs.value().end() && found->canOpen()) return m_runs->open(*found);
        if (found != runs.value().end())
            return showFailure(windowError(ErrorCode::NotFound, tr("run %1 has nothing to open: it is not done, or its model or result is gone").arg(id), {}, tr("look at it on the Runs page")), nullptr);
        showFailure(windowError(ErrorCode::NotFound, tr("there is no run %1 in this workspace").arg(id), {}, tr("look on the Runs page for its number")), nullptr);
    });
}

void MainWindow::showPreferences() {
    if (!m_preferences) {
        m_preferences = new PreferencesDialog(QString::fromStdString(Workspace::defaultFolder().string()), this);
        connect(m_preferences, &PreferencesDialog::applied, this, &MainWindow::usePreferences);
    }
    m_preferences->show(Preferences::load());
}

void MainWindow::usePreferences(const Preferences& preferences) {
    m_themeChoice = preferences.theme;
    applyTheme();
    m_engine.setCommand(preferences.engineCommand());
    refreshHeader();
}

void MainWindow::useWorkspace(const QString& folder) {
    EngineCommand command = m_engine.command();
    command.workspace = folder;
    m_engine.setCommand(command);
    m_engine.start();   // what lies there is its to say
    Preferences preferences = Preferences::load();
    preferences.workspace = folder;
    preferences.save();
}

void MainWindow::chooseTheme(ThemeChoice choice) {
    m_themeChoice = choice;
    applyTheme();
    Preferences preferences = Preferences::load();
    preferences.theme = choice;
    preferences.save();
}

}  // namespace tacq::ui
