#include "window/main_window.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "models/shared/command_text.h"
#include "models/shared/forecast.h"
#include "models/shared/format.h"
#include "models/shared/machine_probe.h"
#include "models/shared/recent_models.h"
#include "pages/runs/run_actions.h"
#include "widgets/banner.h"
#include "widgets/drop_area.h"
#include "widgets/header_bar.h"
#include "widgets/jobs_strip.h"
#include "widgets/lesson_bar.h"
#include "widgets/page_frame.h"
#include "widgets/plain_words.h"
#include "widgets/rail.h"
#include "widgets/status_line.h"
#include "window/focus.h"
#include "window/lesson_runner.h"
#include "window/map_watch.h"
#include "window/menus.h"
#include "window/window_state.h"

namespace tacq::ui {
namespace {

constexpr int kUndoLimit = 500;
constexpr int kNameKept = 132;   ///< pixels of the chips that tell models and budgets apart
constexpr int kLowWindow = 720;   ///< pixels; below, pages need the room that the list of jobs has

}  // namespace

MainWindow::MainWindow(EngineCommand engine, ThemeChoice theme, QWidget* parent)
    : QMainWindow(parent), m_engine(std::move(engine)), m_workflow(m_project, m_budget, m_engine), m_themeChoice(theme) {
    m_edits.setUndoLimit(kUndoLimit);
    m_budget.setEdits(&m_edits);
    m_workflow.setEdits(&m_edits);
    qApp->installEventFilter(new PlainWords(this));
    setWindowTitle(tr("TaCQ Workbench"));
    setAcceptDrops(true);
    applyTheme();
    buildShell();
    // Before the pages hear of it: one of them shows the list.
    connect(&m_engine, &EngineProcess::stateChanged, this, [this] {
        if (m_engine.state() == EngineProcess::State::Ready && m_workflow.workspace().seesFiles()) rememberWorkspace(m_workflow.workspace().folder());
    });
    buildPages();
    m_lessons = new LessonRunner(*this, *m_lessonBar);
    connectAll();
    resize(QSize(1440, 900).boundedTo(roomOnScreen(*this)));
    restoreWindowState(*this);
    buildMenus(*this);
    keepFocusOffStopButtons(*this);
    // Pages about a model would be empty; these two are not.
    const QString page = rememberedPage();
    showPage(page == QLatin1String("runs") || page == QLatin1String("lessons") ? page : QStringLiteral("start"));
    refreshHeader();
    m_workflow.loadTasks();
    tellOfCutOffWork();
    // Another computer is greeted at once: pages depend on whose files it sees.
    if (m_engine.isRemote()) m_engine.start();
}

MainWindow::~MainWindow() {
    saveWindowState(*this, m_current);
    noteCutOffWork();
    // Jobs end with the engine; nothing is left to be told about it.
    m_engine.disconnect();
    m_workflow.disconnect();
    m_project.disconnect();
    m_budget.disconnect();
    m_edits.disconnect();
    delete m_lessons;
    // The pages refer to the members, so they go first.
    delete takeCentralWidget();
}

void MainWindow::buildShell() {
    auto* central = new QWidget(this);
    central->setObjectName(QStringLiteral("central"));
    central->setFocusPolicy(Qt::ClickFocus);
    m_rail = new Rail(central);
    m_header = new HeaderBar(central);
    m_header->addChip(QStringLiteral("model"), tr("Model"), tr("The model that is open. Click to open another."), kNameKept);
    m_header->addChip(QStringLiteral("task"), tr("Task"), tr("What the smaller model must still be good at. Click to change it."));
    m_header->addChip(QStringLiteral("run"), tr("Budget"), tr("Width of most weights, and the share kept in 16 bit. Click to change it."), kNameKept);
    m_header->addChip(QStringLiteral("engine"), tr("Engine"), tr("The process that does the heavy work, apart from this window. Click to choose another, or to start it again if it stopped."));
    m_banner = new Banner(central);
    m_stack = new QStackedWidget(central);
    m_stack->setObjectName(QStringLiteral("pages"));
    m_lessonBar = new LessonBar(central);
    m_strip = new JobsStrip(m_jobs, central);
    m_status = new StatusLine(central);

    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(m_header);
    auto* bannerHolder = new QVBoxLayout;
    bannerHolder->setContentsMargins(16, 0, 16, 0);
    bannerHolder->addWidget(m_banner);
    inner->addLayout(bannerHolder);
    inner->addWidget(m_stack, 1);
    auto* jobsHolder = new QVBoxLayout;
    jobsHolder->setContentsMargins(16, 0, 16, 12);
    jobsHolder->setSpacing(8);
    jobsHolder->addWidget(m_lessonBar);
    jobsHolder->addWidget(m_strip);
    inner->addLayout(jobsHolder);
    auto* across = new QHBoxLayout;
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(m_rail);
    across->addLayout(inner, 1);
    auto* outer = new QVBoxLayout(central);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addLayout(across, 1);
    outer->addWidget(m_status);
    setCentralWidget(central);
    // No control looks chosen before the person touched the keyboard.
    central->setFocus();
}

void MainWindow::buildPages() {
    const PageContext context{m_project, m_budget, m_workflow, m_jobs, m_engine, m_edits};
    m_runs = new RunActions(context, this);
    connect(m_runs, &RunActions::opened, this, &MainWindow::showPage);
    bool separated = false;
    for (const PageEntry& entry : pageEntries()) {
        const bool there = static_cast<bool>(entry.create);
        if (entry.place == RailPlace::Plain && !std::exchange(separated, entry.place == RailPlace::Plain)) m_rail->addSeparator();
        if (entry.place == RailPlace::Step) m_rail->addStep(entry.id, entry.title, entry.toolTip, there);
        else m_rail->addPlain(entry.id, entry.title, entry.toolTip, there);
        if (!there) continue;
        Page* page = entry.create(context, m_stack);
        page->setObjectName(QLatin1String("page_") + entry.id);
        page->setAccessibleName(entry.title);
        m_pages.insert(entry.id, page);
        m_frames.insert(entry.id, new PageFrame(page, m_stack));
        m_stack->addWidget(m_frames.value(entry.id));
        connect(page, &Page::primaryChanged, this, &MainWindow::refreshPrimary);
        connect(page, &Page::railStateChanged, this, &MainWindow::refreshRail);
        connect(page, &Page::pageWanted, this, &MainWindow::showPage);
        connect(page, &Page::workspaceWanted, this, &MainWindow::useWorkspace);
    }
}

void MainWindow::connectAll() {
    connect(m_rail, &Rail::chosen, this, &MainWindow::showPage);
    connect(m_header, &HeaderBar::chipClicked, this, &MainWindow::followChip);
    connect(m_header->primary(), &QPushButton::clicked, this, [this] {
        if (Page* page = m_pages.value(m_current)) page->triggerPrimary();
    });
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        m_banner->putAway();
        if (m_banner->error().code == ErrorCode::Cancelled) showPage(QStringLiteral("runs"));
        else resumeFailed();
    });
    connect(m_strip, &JobsStrip::cancelRequested, this, [this](EngineJob* job) { m_engine.cancel(job); });
    connect(m_strip, &JobsStrip::resumeRequested, this, [this](EngineJob* job) {
        m_banner->putAway();
        m_engine.resume(job);
    });
    connect(&m_engine, &EngineProcess::jobAdded, this, [this](EngineJob* job) {
        m_jobs.add(job);
        if (job->request().listed && m_banner->error().code == ErrorCode::Cancelled) m_banner->putAway();   // the person went on
        // An error is no news any more once the same kind of work has gone well.
        connect(job, &EngineJob::finished, this, [this, job] {
            if (job->state() == JobState::Done && m_failedJob && m_failedJob->request().method == job->request().method) m_banner->putAway();
        });
    });
    connect(&m_engine, &EngineProcess::stateChanged, this, &MainWindow::refreshHeader);
    connect(&m_engine, &EngineProcess::lost, this, [this](const Error& error) {
        // The job that went down with it, where there is one: an older failure has nothing to do with this.
        const QList<EngineJob*> jobs = m_engine.jobs();
        const auto lost = std::find_if(jobs.begin(), jobs.end(), [](const EngineJob* job) { return job->state() == JobState::Lost; });
        showFailure(error, lost == jobs.end() ? nullptr : *lost);
    });
    connect(&m_workflow, &Workflow::failed, this, &MainWindow::showFailure);
    connect(new MapWatch(this), &MapWatch::lost, this, [this](const Error& error) { showFailure(error, nullptr); });
    connect(&m_workflow, &Workflow::modelOpened, this, [this] {
        if (m_banner->error().code != ErrorCode::Cancelled) m_banner->putAway();   // that one tells of work before this window
        rememberModel(*m_project.model());
        // A lesson turns the pages itself.
        if (m_current == QLatin1String("start") && !m_lessons->isRunning()) showPage(QStringLiteral("task"));
    });
    connect(&m_workflow, &Workflow::jobsChanged, this, &MainWindow::refreshRail);
    const auto refreshAll = [this] {
        refreshHeader();
        refreshRail();
        refreshStatus();
    };
    // What another text gives has to be counted anew.
    for (const auto changed : {&Project::modelChanged, &Project::taskChanged}) connect(&m_project, changed, this, [this] { m_used.reset(); });
    connect(&m_project, &Project::modelChanged, this, refreshAll);
    connect(&m_project, &Project::taskChanged, this, refreshAll);
    connect(&m_workflow, &Workflow::previewReady, this, [this, refreshAll](const QJsonObject& answer) {
        if (const auto used = usedText(answer)) m_used = used;
        refreshAll();
    });
    connect(&m_project, &Project::resultsChanged, this, &MainWindow::refreshRail);
    connect(&m_project, &Project::saliencyChanged, this, [this] {
        refreshRail();
        if (m_project.saliency() && m_current == QLatin1String("saliency") && !m_lessons->isRunning()) showPage(QStringLiteral("circuit"));
    });
    connect(&m_jobs, &QAbstractItemModel::dataChanged, this, [this] { m_status->setRunning(runningText()); });
    connect(&m_budget, &BudgetModel::settingsChanged, this, &MainWindow::refreshHeader);
    connect(&m_budget, &BudgetModel::changed, this, &MainWindow::refreshStatus);
}

void MainWindow::showPage(const QString& id) {
    Page* page = m_pages.value(id);
    if (!page) return;
    if (Page* before = m_pages.value(m_current)) before->setInFront(false);
    m_current = id;
    // Else the focus of a page that hides jumps to some control of the header.
    if (const QWidget* focus = QApplication::focusWidget(); focus && m_stack->isAncestorOf(focus)) page->setFocus();
    m_stack->setCurrentWidget(m_frames.value(id));
    m_banner->showOn(id);
    if (id == QLatin1String("runs") && m_banner->error().code == ErrorCode::Cancelled) m_banner->putAway();   // here it is to be seen
    m_rail->setCurrent(id);
    page->setInFront(true);
    refreshRail();
    refreshPrimary();
    refreshStatus();
    emit pageShown(id);
}

void MainWindow::refreshPrimary() {
    Page* page = m_pages.value(m_current);
    if (!page) return;
    const Page::Action action = page->primaryAction();
    // A button that goes grey would hand the focus to whatever stands next to it.
    if (m_header->primary()->hasFocus() && (!action.enabled || action.text.isEmpty())) page->setFocus();
    m_header->primary()->setText(action.text);
    m_header->primary()->setAccessibleName(action.text);
    m_header->primary()->setToolTip(action.toolTip);
    m_header->primary()->setEnabled(action.enabled);
    m_header->primary()->setVisible(!action.text.isEmpty());
}

void MainWindow::refreshHeader() {
    m_header->setChip(QStringLiteral("model"), m_project.model() ? m_project.model()->name : tr("none open"));
    const TaskChoice& task = m_project.task();
    m_header->setChip(QStringLiteral("task"), m_used ? tr("%1 · %n sample(s), %2 tokens", nullptr, static_cast<int>(m_used->samples)).arg(task.title(), Format::count(static_cast<quint64>(m_used->tokens)))
                                                     : tr("%1 · up to %2 × %3 tokens").arg(task.title()).arg(task.samples).arg(task.tokens));
    const NameParts budget = m_workflow.requests().budgetParts();
    m_header->setChip(QStringLiteral("run"), nameAlone(budget), wholeName(budget));
    switch (m_engine.state()) {
        case EngineProcess::State::Ready:
            m_header->setChip(QStringLiteral("engine"), m_engine.command().place().isEmpty() ? tr("this computer · %n thread(s)", nullptr, m_engine.info().threads)
                                                                                               : tr("%1 · %n thread(s)", nullptr, m_engine.info().threads).arg(m_engine.command().place()));
            break;
        case EngineProcess::State::Starting: m_header->setChip(QStringLiteral("engine"), tr("starting …")); break;
        case EngineProcess::State::Lost: m_header->setChip(QStringLiteral("engine"), tr("stopped")); break;
        case EngineProcess::State::Stopped: m_header->setChip(QStringLiteral("engine"), tr("not started")); break;
    }
}

void MainWindow::refreshRail() {
    for (auto entry = m_pages.cbegin(); entry != m_pages.cend(); ++entry) m_rail->setStepState(entry.key(), entry.value()->railState());
}

void MainWindow::refreshStatus() {
    m_status->setRunning(runningText());
    // That page has a forecast of its own, of other settings than the pages for experts.
    if (m_current == QLatin1String("smaller") || !m_project.model()) {
        m_status->setForecast(m_project.model() ? QString() : tr("Open a model to begin."));
        m_status->setCommand({});
        return;
    }
    if (!m_budget.hasState()) {
        const double seconds = forecastSaliencySeconds(m_project, m_used, forecastRate(m_engine));
        m_status->setForecast(tr("Ready to run: ≈ %1, ≈ %2 of memory").arg(Format::duration(seconds), Format::bytes(forecastMemoryBytes(m_project, m_used))));
        m_status->setCommand([this] { return commandText(m_workflow.requests().saliency()); });
        return;
    }
    const double passes = m_budget.state().simulated ? 1 : 2;   // a new grid is simulated first
    m_status->setForecast(tr("Ready to quantize: %1, ≈ %2, ≈ %3 of memory")
                              .arg(Format::bytes(static_cast<double>(m_budget.state().ledger.modelBytes)), Format::duration(std::max(1.0, passes * simulateSeconds(m_project, m_engine, m_used))),
                                   Format::bytes(forecastMemoryBytes(m_project, m_used))));
    m_status->setCommand([this] { return commandText(m_workflow.requests().quantize()); });
}

void MainWindow::showFailure(const Error& error, EngineJob* job) {
    if (error.code == ErrorCode::Cancelled) return;
    m_failedJob = job;
    const bool lost = error.code == ErrorCode::EngineLost;
    // The engine is everybody's; any other failure is told where it came up, and waits there.
    m_banner->setPlace(lost ? QString() : m_current);
    if (lost && m_engine.isRemote()) {
        m_banner->showError(error, tr("Reconnect"), tr("No connection to the engine"));
        return;
    }
    m_banner->showError(error, job && job->isResumable() ? (lost ? tr("Resume") : tr("Try again")) : lost ? tr("Start the engine") : QString());
}

void MainWindow::resumeFailed() {
    if (m_failedJob) m_engine.resume(m_failedJob);
    resumeLost();
}

void MainWindow::resumeLost() {
    m_engine.start();
    // What went down with the engine comes back with it.
    for (EngineJob* job : m_engine.jobs())
        if (job->state() == JobState::Lost) m_engine.resume(job);
}

void MainWindow::followChip(const QString& id) {
    if (id == QLatin1String("engine")) {
        if (m_engine.state() == EngineProcess::State::Ready) return showPreferences();
        if (m_engine.state() == EngineProcess::State::Lost) m_banner->putAway();
        resumeLost();
    }
    else showPage(id == QLatin1String("model") ? QStringLiteral("start") : id == QLatin1String("run") ? QStringLiteral("budget") : id);
}

void MainWindow::applyTheme() {
    const Theme& theme = Theme::forChoice(m_themeChoice);
    if (std::exchange(m_themed, true) && theme.dark == m_dark) return;
    m_dark = theme.dark;
    setProperty(Theme::kDarkProperty, theme.dark);
    setPalette(theme.palette());
    setStyleSheet(theme.styleSheet());
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ThemeChange || event->type() == QEvent::ApplicationPaletteChange) applyTheme();
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    m_strip->setLow(height() < kLowWindow);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!DropArea::pathOf(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    openPath(DropArea::pathOf(event->mimeData()));
}

}  // namespace tacq::ui
