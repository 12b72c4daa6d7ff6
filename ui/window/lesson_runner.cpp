#include "window/lesson_runner.h"

#include <QAbstractButton>
#include <QTimer>
#include <algorithm>
#include <utility>

#include "models/lessons/lesson_figures.h"
#include "pages/circuit/comparison_card.h"
#include "pages/circuit/saliency_choice.h"
#include "pages/lessons/lessons_page.h"
#include "pages/task/task_edit.h"
#include "text/language.h"
#include "widgets/jobs_strip.h"
#include "widgets/spotlight.h"
#include "window/main_window.h"

namespace tacq::ui {

LessonRunner::LessonRunner(MainWindow& window, LessonBar& bar) : QObject(&window), m_window(window), m_bar(bar), m_spotlight(new Spotlight(window.centralWidget())) {
    connect(&bar, &LessonBar::nextWanted, this, &LessonRunner::next);
    connect(&bar, &LessonBar::backWanted, this, &LessonRunner::back);
    connect(&bar, &LessonBar::skipWanted, this, &LessonRunner::end);
    if (auto* page = window.findChild<LessonsPage*>()) connect(page, &LessonsPage::lessonWanted, this, &LessonRunner::start);
    connectWindow();
}

void LessonRunner::connectWindow() {
    // Queued: what changed has told everybody before we look.
    const auto look = [this] { QTimer::singleShot(0, this, &LessonRunner::proceed); };
    Project& project = m_window.project();
    for (const auto signal : {&Project::modelChanged, &Project::taskChanged, &Project::tasksChanged, &Project::saliencyChanged, &Project::resultsChanged}) connect(&project, signal, this, look);
    connect(&m_window.budget(), &BudgetModel::changed, this, look);
    connect(&m_window.workflow(), &Workflow::jobsChanged, this, look);
    connect(&m_window.workflow(), &Workflow::failed, this, [this, look](const Error&, const EngineJob* job) {
        if (!job) m_failed = true;
        look();
    });
    connect(&m_window, &MainWindow::pageShown, this, look);
    if (ComparisonCard* card = comparison()) connect(card, &ComparisonCard::compared, this, look);
    if (const auto* choice = m_window.findChild<SaliencyChoice*>(QStringLiteral("comparedRun"))) connect(choice, &SaliencyChoice::entriesChanged, this, look);
}

ComparisonCard* LessonRunner::comparison() const { return m_window.findChild<ComparisonCard*>(QStringLiteral("comparisonCard")); }

void LessonRunner::start(const Lesson& lesson) {
    m_lesson = lesson;
    m_results.clear();
    m_saliencyTitles.clear();
    m_running = true;
    m_bar.show();
    setCompact(true);
    enter(0);
}

void LessonRunner::end() {
    if (!std::exchange(m_running, false)) return;
    m_queue.clear();
    m_bar.hide();
    setCompact(false);
    m_spotlight->setTarget(nullptr);
    emit ended();
}

/// The jobs give way to the lesson, so that the page keeps its room on a small screen.
void LessonRunner::setCompact(bool compact) {
    if (auto* strip = m_window.findChild<JobsStrip*>()) strip->setCompact(compact);
}

void LessonRunner::next() {
    if (!m_running) return;
    const Mode now = mode();
    if (now == Mode::Away || now == Mode::Stopped) return enter(m_step);
    if (now == Mode::Ready) return enter(m_step + 1);
    if (now == Mode::Last) end();
}

void LessonRunner::back() {
    if (m_running && m_step > 0) enter(m_step - 1);
}

void LessonRunner::enter(std::size_t step) {
    m_step = step;
    m_begun = m_failed = false;
    m_jobsBefore = m_window.engine().jobs().size();
    const std::vector<LessonAction> before = settingsBefore(step);
    const auto& actions = m_lesson.steps[step].actions;
    m_queue.assign(before.begin(), before.end());
    m_queue.insert(m_queue.end(), actions.begin(), actions.end());
    m_window.showPage(m_lesson.steps[step].page);
    proceed();
}

/// What earlier steps put in place and the person may have changed since: the last of each setting, and the saliency if one was there.
std::vector<LessonAction> LessonRunner::settingsBefore(std::size_t step) const {
    std::map<LessonDo, LessonAction> last;
    for (std::size_t i = 0; i < step; ++i)
        for (const LessonAction& action : m_lesson.steps[i].actions) {
            if (action.kind == LessonDo::ChooseTask) last.erase(LessonDo::RunSaliency);
            last.insert_or_assign(action.kind, action);
        }
    std::vector<LessonAction> settings;
    // Saliency last: it is run with all the rest in place. It must be there, not be of this very grid.
    for (const LessonDo kind : {LessonDo::OpenSample, LessonDo::ChooseTask, LessonDo::SetGroup, LessonDo::SetBits, LessonDo::SetFraction, LessonDo::RunSaliency}) {
        const auto found = last.find(kind);
        if (found == last.end() || (kind == LessonDo::RunSaliency && m_window.project().saliency())) continue;
        settings.push_back(found->second);
    }
    return settings;
}

void LessonRunner::proceed() {
    if (!m_running || m_busy) return;
    m_busy = true;  // actions emit what brings us here
    while (!m_queue.empty()) {
        if (!m_begun) m_begun = begin(m_queue.front());
        if (!m_begun || !isDone(m_queue.front())) break;
        m_queue.pop_front();
        m_begun = false;
    }
    m_window.budget().flush();  // the text speaks of what was just set
    m_busy = false;
    refresh();
}

bool LessonRunner::begin(const LessonAction& action) {
    Project& project = m_window.project();
    switch (action.kind) {
        case LessonDo::OpenSample:
            if (!isDone(action)) m_window.openPath(Workflow::samplePath());
            return true;
        case LessonDo::ChooseTask: {
            TaskChoice choice;
            choice.task = action.name;
            choice.displayName = project.taskTitle(action.name).value_or(action.name);
            choice.samples = action.samples;
            choice.tokens = action.tokens;
            editTask({project, m_window.budget(), m_window.workflow(), m_window.jobs(), m_window.engine(), m_window.edits()}, tr("task"), choice);
            return true;
        }
        case LessonDo::SetBits: m_window.budget().setBits(static_cast<int>(action.number)); return true;
        case LessonDo::SetGroup: m_window.budget().setGroupSize(action.number); return true;
        case LessonDo::SetFraction: m_window.budget().setFraction(action.fraction); return true;
        case LessonDo::RunSaliency:
            if (hasSaliency()) return true;
            if (const EngineJob* job = m_window.workflow().activeSaliency(); job && !job->isFinished()) return false;
            return m_window.workflow().runSaliency() != nullptr;
        case LessonDo::Quantize: return beginQuantize(action);
        case LessonDo::CompareWith: return beginComparison(action);
        case LessonDo::OpenMatrix: openMatrix(action); return true;
        case LessonDo::SelectView:
            if (auto* button = m_window.findChild<QAbstractButton*>(action.name + QLatin1Char('_') + action.value)) button->click();
            return true;
    }
    return true;
}

bool LessonRunner::beginQuantize(const LessonAction& action) {
    if (const EngineJob* job = m_window.workflow().activeQuantize(); job && !job->isFinished()) return false;
    const QString folder = m_window.workflow().requests().quantize().params.value(QLatin1String("out")).toString();
    m_results.insert(action.name, folder);
    m_results.insert({}, folder);
    const Project& project = m_window.project();
    const QuantizedResult* result = project.result(folder);
    // A queue that is busy takes it too, without a job yet.
    if (!(result && result->perplexity && project.basePerplexity()) && !m_window.workflow().isQueued()) m_window.workflow().quantize();
    return true;
}

bool LessonRunner::beginComparison(const LessonAction& action) {
    auto* choice = m_window.findChild<SaliencyChoice*>(QStringLiteral("comparedRun"));
    // The very run that the lesson made; one of that task where it made none.
    return choice && choice->chooseTitled(m_saliencyTitles.value(action.name, action.name + QStringLiteral(" · ")));
}

void LessonRunner::openMatrix(const LessonAction& action) {
    const ModelPointer& model = m_window.project().model();
    for (std::size_t i = 0; model && i < model->linears.size(); ++i)
        if (model->linears[i].layer == action.number && model->linears[i].kind == action.matrix) m_window.project().setMatrix(static_cast<int>(i));
}

bool LessonRunner::hasSaliency() const {
    const SaliencyPointer& saliency = m_window.project().saliency();
    return saliency && saliency->meta().grid == m_window.budget().settings().grid;
}

bool LessonRunner::isDone(const LessonAction& action) const {
    const Project& project = m_window.project();
    switch (action.kind) {
        case LessonDo::OpenSample: return m_window.workflow().isSampleOpen() && !project.tasks().empty();
        case LessonDo::RunSaliency: return hasSaliency();
        case LessonDo::Quantize: return project.result(m_results.value(action.name)) != nullptr;
        default: return true;
    }
}

bool LessonRunner::isMet(LessonWait wait) const {
    const Project& project = m_window.project();
    const QuantizedResult* last = project.result(m_results.value({}));
    const auto& jobs = m_window.engine().jobs();
    switch (wait) {
        case LessonWait::Nothing: return true;
        case LessonWait::Model: return project.model() != nullptr;
        case LessonWait::Saliency: return project.saliency() != nullptr;
        case LessonWait::Result: return last != nullptr;
        case LessonWait::Measured: return last && last->perplexity && project.basePerplexity();
        case LessonWait::Comparison: return comparison() && comparison()->shownOverlap();
        case LessonWait::JobsIdle: return std::all_of(jobs.begin(), jobs.end(), [](const EngineJob* job) { return job->isFinished(); });
    }
    return true;
}

bool LessonRunner::isAway() const {
    // A page that this version does not have cannot be left either.
    const QString& page = m_lesson.steps[m_step].page;
    if (m_window.page(page) && m_window.currentPage() != page) return true;
    if (!m_queue.empty()) return false;  // still on its way to what it wants
    QString task;
    for (std::size_t i = 0; i <= m_step; ++i)
        for (const LessonAction& action : m_lesson.steps[i].actions) {
            if (action.kind == LessonDo::OpenSample && !isDone(action)) return true;
            if (action.kind == LessonDo::ChooseTask) task = action.name;
        }
    return !task.isEmpty() && m_window.project().task().task != task;
}

bool LessonRunner::isStopped() const {
    if (m_failed) return true;
    const auto& jobs = m_window.engine().jobs();
    for (qsizetype i = jobs.size(); i-- > m_jobsBefore;)
        if (jobs[i]->request().listed) return jobs[i]->isResumable();
    return false;
}

LessonRunner::Mode LessonRunner::mode() const {
    if (isAway()) return Mode::Away;
    if (!m_queue.empty() || !isMet(m_lesson.steps[m_step].wait)) return isStopped() ? Mode::Stopped : Mode::Working;
    return m_step + 1 == m_lesson.steps.size() ? Mode::Last : Mode::Ready;
}

QString LessonRunner::text() const {
    const ComparisonCard* card = comparison();
    return fillLessonFigures(m_lesson.steps[m_step].text.in(languageInUse()), {m_window.project(), m_window.budget(), card ? card->shownOverlap() : nullptr, m_results});
}

void LessonRunner::refresh() {
    if (const SaliencyPointer& saliency = m_window.project().saliency()) m_saliencyTitles.insert(m_window.project().task().task, saliencyTitle(saliency->meta()));
    m_bar.setContent({m_lesson.title.in(languageInUse()), text(), static_cast<int>(m_step), static_cast<int>(m_lesson.steps.size()), mode()});
    placeFrame();
    emit changed();
}

void LessonRunner::placeFrame() {
    const QString& name = m_lesson.steps[m_step].show;
    QWidget* target = nullptr;
    if (!name.isEmpty() && !isAway())
        for (QWidget* widget : m_window.findChildren<QWidget*>(name))
            if (widget->isVisible()) target = widget;
    m_spotlight->setTarget(target);
}

}  // namespace tacq::ui
