#include "pages/smaller/smaller_page.h"

#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <algorithm>
#include <cmath>

#include "models/shared/async.h"
#include "models/shared/forecast.h"
#include "models/shared/format.h"
#include "models/shared/machine_probe.h"
#include "pages/task/task_edit.h"
#include "tacq/store/workspace.h"
#include "text/error_text.h"
#include "pages/smaller/smaller_words.h"
#include "widgets/card.h"
#include "widgets/file_dialog.h"
#include "widgets/parts.h"
#include "widgets/radio_list.h"
#include "widgets/segmented.h"

namespace tacq::ui {
namespace {

constexpr int kProbeSeconds = 5;
const char* const kOwn = "own";
const QString kTaskKey = QStringLiteral("smaller/task"), kOwnFileKey = QStringLiteral("smaller/ownFile"), kPlaceKey = QStringLiteral("smaller/place");
const QString kMinutesKey = QStringLiteral("smaller/minutes"), kModelKey = QStringLiteral("smaller/model"), kSizeKey = QStringLiteral("smaller/size");

}  // namespace

SmallerPage::SmallerPage(PageContext context, QWidget* parent)
    : Page(context, parent), m_run(new SmallerRun(context.project, context.budget, context.workflow, this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(buildQuestions(), 1);
    layout->addWidget(buildAnswers(), 1);
    connectAll();
    fillPlaces();
    recall();
    fillTasks();
    fillModel();
}

void SmallerPage::remember() const {
    QSettings settings;
    settings.setValue(kTaskKey, m_task->value());
    settings.setValue(kOwnFileKey, m_ownFile);
    settings.setValue(kPlaceKey, m_place->value());
    settings.setValue(kMinutesKey, m_minutes->value());
    settings.setValue(kModelKey, m_context.project.model()->path);
    settings.setValue(kSizeKey, m_size->value());
}

void SmallerPage::recall() {
    const QSettings settings;
    if (m_place->holds(settings.value(kPlaceKey))) m_place->setValue(settings.value(kPlaceKey));
    if (const int minutes = settings.value(kMinutesKey).toInt(); m_minutes->holds(minutes)) m_minutes->setValue(minutes);
    if (const QString file = settings.value(kOwnFileKey).toString(); !file.isEmpty() && looksLikeExamples(file).ok()) m_ownFile = file;
}

void SmallerPage::connectAll() {
    const Project& project = m_context.project;
    connect(&project, &Project::modelChanged, this, &SmallerPage::fillModel);
    connect(&project, &Project::tasksChanged, this, &SmallerPage::fillTasks);
    connect(&project, &Project::resultsChanged, this, &SmallerPage::refreshForecast);
    connect(&m_context.workflow, &Workflow::jobsChanged, this, &SmallerPage::refresh);
    connect(&m_context.budget, &BudgetModel::measuredChanged, this, [this] {
        fillPresets();
        refreshForecast();
    });
    connect(&m_context.engine, &EngineProcess::stateChanged, this, &SmallerPage::replan);
    connect(m_task, &RadioList::chosen, this, [this] {
        m_taskChosen = true;
        fillPresets();
        proposeFolder();
        refresh();
    });
    connect(m_place, &RadioList::chosen, this, &SmallerPage::refresh);
    connect(m_minutes, &Segmented::chosen, this, &SmallerPage::replan);
    connect(m_presets, &RadioList::chosen, this, [this](const QVariant& bits) {
        for (const SizeOffer& offer : m_offers)
            if (QString::number(offer.bits) == bits.toString()) m_size->setValue(offer.megabytes);
    });
    connect(m_size, qOverload<double>(&QDoubleSpinBox::valueChanged), this, [this] {
        refreshOffers();
        proposeFolder();
        replan();
    });
    connect(m_ownText, &QPlainTextEdit::textChanged, this, [this] { useOwnFile({}); });
    connect(m_folder, &QLineEdit::textEdited, this, [this] {
        m_folderEdited = true;
        m_unwritable.clear();
        refresh();
    });
    connect(m_run, &SmallerRun::changed, this, [this] {
        // The place is taken now. Where it went wrong, what the person wrote stays to be mended.
        if (m_run->state() == SmallerRun::State::Done) m_folderEdited = false;
        proposeFolder();
        refresh();
    });
    connect(&m_context.workflow, &Workflow::failed, this, [this] {
        m_preparing = false;
        refresh();
    });
    // Time goes on between two words of the engine.
    connect(&m_clock, &QTimer::timeout, this, &SmallerPage::refreshRun);
    m_clock.setInterval(1000);
}

void SmallerPage::shown() {
    m_unwritable.clear();   // it may have been mended
    proposeFolder();
    probeOnce();
    replan();
}

void SmallerPage::fillModel() {
    const ModelPointer& model = m_context.project.model();
    m_modelName->setText(model ? model->name : tr("None open yet"));
    m_modelFacts->setToolTip(model ? model->path : QString());
    m_modelFacts->setText(model ? tr("%1 · %2 weights").arg(Format::bytes(static_cast<double>(model->bytes)), Format::shortCount(static_cast<double>(model->parameters)))
                                : tr("or drop one on this window"));
    m_folderEdited = false;
    if (model) {
        const QSignalBlocker quiet(m_size);
        m_size->setDecimals(megabyteDecimals(*model));
        const QSettings settings;
        const bool sameModel = settings.value(kModelKey).toString() == model->path;
        m_smallest = smallestBytes(geometryOf(*model)).valueOr(0);
        m_size->setValue(sameModel ? settings.value(kSizeKey).toDouble() : proposedMegabytes(*model));
    }
    fillPlaces();
    fillPresets();
    proposeFolder();
    if (isVisible()) probeOnce();
    replan();
}

void SmallerPage::fillTasks() {
    QList<RadioList::Entry> entries;
    for (const TaskInfo& task : m_context.project.tasks()) {
        const QString name = QString::fromStdString(task.name);
        // Presets that repeat published runs are for the pages for experts.
        if (!task.available || name.contains(QLatin1Char('/'))) continue;
        const QString description = QString::fromStdString(task.description);
        entries << RadioList::Entry{name, tr("%1 (%2)").arg(description.section(QLatin1Char(':'), 0, 0), QString::fromStdString(task.displayName)),
                                    tr("%1. A built-in collection of text for this purpose. Licence: %2.").arg(description, QString::fromStdString(task.licence))};
    }
    entries << RadioList::Entry{QString::fromLatin1(kOwn), tr("My own examples …"), tr("Paste text of your own, or choose a file. It stays on this computer.")};
    m_task->setEntries(entries);
    // Before the list of tasks has come there is but one entry, which nobody chose.
    if (!m_taskChosen) {
        const QString before = QSettings().value(kTaskKey).toString(), task = m_context.project.task().task;
        m_task->setValue(m_task->holds(before) ? before : m_task->holds(task) ? task : entries.first().name);
    }
    refresh();
}

void SmallerPage::fillPlaces() {
    const ModelPointer& model = m_context.project.model();
    const QString plain = model ? tr("transformers, vLLM and others need 16 bits for every weight: their folder takes about %1, however small the packed model is.")
                                      .arg(Format::bytes(static_cast<double>(plainFolderBytes(*model))))
                                : tr("transformers, vLLM and others need 16 bits for every weight, however small the packed model is.");
    m_place->setEntries({{QStringLiteral("here"), tr("On this computer, in this program"), tr("A folder as small as the forecast says, which this program and its command line load.")},
                         {QStringLiteral("hf"), tr("In a program that loads Hugging Face folders"), plain}});
    if (!m_place->value().isValid()) m_place->setValue(QStringLiteral("here"));
}

void SmallerPage::fillPresets() {
    const MeasuredRuns measured = measuredRuns();
    m_offers = m_context.project.model() ? sizeOffers(*m_context.project.model(), measured) : std::vector<SizeOffer>();
    QList<RadioList::Entry> entries;
    for (const SizeOffer& offer : m_offers) entries << RadioList::Entry{QString::number(offer.bits), SmallerWords::offer(offer), SmallerWords::offerKnown(offer, measured)};
    // New buttons take the focus from the old ones: only where they say something else.
    if (entries != m_presets->entries()) m_presets->setEntries(entries);
    m_presets->setVisible(!entries.isEmpty());
    refreshOffers();
}

void SmallerPage::refreshOffers() {
    const auto taken = std::find_if(m_offers.begin(), m_offers.end(), [this](const SizeOffer& offer) { return qFuzzyCompare(offer.megabytes, m_size->value()); });
    m_presets->setValue(taken == m_offers.end() ? QVariant() : QVariant(QString::number(taken->bits)));
    m_presetNote->setText(taken == m_offers.end() ? QString() : m_presets->explanation());
    m_presetNote->setVisible(!m_presetNote->text().isEmpty());
}

MeasuredRuns SmallerPage::measuredRuns() const {
    const QString task = taskValue().isEmpty() ? m_ownTask : taskValue();
    return m_context.project.task().task == task ? m_context.budget.measured() : MeasuredRuns();
}

QString SmallerPage::taskValue() const { return m_task->value().toString() == QLatin1String(kOwn) ? QString() : m_task->value().toString(); }

QString SmallerPage::taskTitle() const { return m_context.project.taskTitle(taskValue()).value_or(tr("your examples")); }

QString SmallerPage::format() const { return m_place->value().toString() == QLatin1String("hf") ? QStringLiteral("hf") : QStringLiteral("tacq"); }

bool SmallerPage::hasText() const { return !taskValue().isEmpty() || !m_ownFile.isEmpty() || m_ownText->toPlainText().trimmed().size() >= kLeastOwnText; }

void SmallerPage::proposeFolder() {
    const ModelPointer& model = m_context.project.model();
    if (m_folderEdited || !model || m_run->isBusy()) return;
    const QString size = QString::number(m_size->value(), 'f', m_size->decimals());
    m_folder->setText(freeFolder(QStringLiteral("%1/models/%2-%3MB").arg(m_context.workflow.workspace().folder(), fileName(model->name), size)));
}

void SmallerPage::replan() {
    m_plan.reset();
    m_planError = {};
    if (const ModelPointer& model = m_context.project.model()) {
        SmallerRequest request;
        request.model = geometryOf(*model);
        request.targetBytes = static_cast<std::uint64_t>(std::llround(m_size->value() * 1e6));
        request.seconds = 60.0 * m_minutes->value().toInt();
        request.flopsPerSecond = forecastRate(m_context.engine);
        auto plan = planSmaller(request);
        if (plan.ok()) m_plan = std::move(plan).value();
        else m_planError = plan.error();
    }
    refresh();
}

bool SmallerPage::othersRun() const {
    const auto& jobs = m_context.engine.jobs();
    return std::any_of(jobs.begin(), jobs.end(), [this](const EngineJob* job) { return !job->isFinished() && job->request().listed && job != m_run->job(); });
}

QString SmallerPage::whyNot() const {
    const ModelPointer& model = m_context.project.model();
    if (!model) return tr("First open a model.");
    if (model->kind == QLatin1String("TaCQ")) return tr("This model was already made smaller here. Open the original instead.");
    if (!m_plan) return static_cast<double>(m_smallest) > m_size->value() * 1e6 ? SmallerWords::tooSmall(m_smallest) : ErrorText::detail(m_planError);
    if (static_cast<double>(model->bytes) <= m_size->value() * 1e6) return tr("The model is not larger than that already: choose a smaller size.");
    if (!hasText()) return tr("Paste some examples, or choose a file: %n character(s) at least.", nullptr, static_cast<int>(kLeastOwnText));
    if (m_folder->text().trimmed().isEmpty()) return tr("Say where the smaller model shall lie.");
    if (m_preparing || m_run->isBusy()) return tr("It is being made.");
    const QString folder = m_folder->text().trimmed();
    if (m_context.workflow.workspace().seesFiles() && (isTaken(folder) || (format() == QLatin1String("hf") && isTaken(SmallerRun::packedBeside(folder)))))
        return tr("Something else lies there already: choose another name.");
    if (folder == m_unwritable) return tr("Nothing can be written to that place: choose another one.");
    if (m_probe && !m_probe->isFinished()) return tr("One moment: this machine is being measured.");
    if (othersRun()) return tr("Something else is running; wait until it is done.");
    return {};
}

void SmallerPage::refresh() {
    m_own->setVisible(taskValue().isEmpty());
    m_ownText->setEnabled(m_ownFile.isEmpty());
    m_ownClear->setVisible(!m_ownFile.isEmpty());
    m_ownNote->setText(!m_ownError.message.empty() ? ErrorText::detail(m_ownError) + QLatin1Char(' ') + ErrorText::nextStep(m_ownError)
                       : m_ownFile.isEmpty()       ? QString()
                                                   : tr("Uses %1").arg(QFileInfo(m_ownFile).fileName()));
    setTextRole(m_ownNote, m_ownError.message.empty() ? TextRole::Secondary : TextRole::Warning);
    m_placeNote->setText(m_place->explanation());
    refreshForecast();
    refreshRun();
    refreshResult();
}

void SmallerPage::probeOnce() {
    if (!m_context.project.model() || rememberedProbe(m_context.engine.command()) || m_run->isBusy() || othersRun()) return;
    probe();
}

void SmallerPage::probe() {
    if (m_probe && !m_probe->isFinished()) return;
    const EngineCommand asked = m_context.engine.command();
    m_probe = m_context.workflow.runner().submit({QStringLiteral("probe"), {{QStringLiteral("seconds"), kProbeSeconds}}, tr("Measuring this machine"), false}, [this, asked](EngineJob& job) {
        if (const auto found = probeOf(job.result())) rememberProbe(asked, *found);
        replan();
    });
    refresh();
}

void SmallerPage::choose(const QString& title, bool folder, const QString& filter) {
    QFileDialog* dialog = makeFileDialog(this, title, folder ? QStringLiteral("smallerFolderDialog") : QStringLiteral("smallerFileDialog"), folder ? Pick::Folder : Pick::File, QStringLiteral("models"), filter);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { m_context.workflow.openModel(path); });
    dialog->open();
}

void SmallerPage::chooseOwnFile() {
    QFileDialog* dialog = makeFileDialog(this, tr("Open your examples"), QStringLiteral("smallerOwnDialog"), Pick::File, QStringLiteral("examples"), tr("Text and tables (*.txt *.jsonl *.csv)"));
    connect(dialog, &QFileDialog::fileSelected, this, &SmallerPage::useOwnFile);
    dialog->open();
}

void SmallerPage::useOwnFile(const QString& path) {
    m_ownTask.clear();   // other examples are another task
    m_ownError = {};
    m_ownFile = path;
    if (const auto fine = path.isEmpty() ? Result<void>() : looksLikeExamples(path); !fine.ok()) {
        m_ownFile.clear();
        m_ownError = fine.error();
    }
    refresh();
}

void SmallerPage::go() {
    if (!whyNot().isEmpty()) return;
    // Said now, not after minutes of work.
    if (const QString folder = m_folder->text().trimmed(); m_context.workflow.workspace().seesFiles() && !canMake(folder)) {
        m_unwritable = folder;
        return refresh();
    }
    remember();
    // A plain choice: no mix, packing or loss from the Task page, which this page does not show.
    TaskChoice task;
    task.seed = m_context.project.task().seed;
    task.task = taskValue();
    task.displayName = taskTitle();
    task.samples = static_cast<int>(m_plan->samples);
    task.tokens = static_cast<int>(m_plan->tokens);
    if (!task.task.isEmpty()) {
        m_heldOut = true;
        begin(task);
        return;
    }
    m_preparing = true;
    refresh();
    // The workspace may be another computer's: then the text is kept here and handed over.
    const QString here = m_context.workflow.workspace().seesFiles() ? m_context.workflow.workspace().folder() : QString::fromStdString(Workspace::defaultFolder().string());
    runAsync(this, [file = m_ownFile, text = m_ownText->toPlainText(), workspace = here] { return file.isEmpty() ? keepOwnText(text, workspace) : keepOwnFile(file, workspace); },
             [this, task](const Result<OwnExamples>& own) {
                 if (own.ok()) handOver(task, own.value());
                 else emit m_context.workflow.failed(own.error(), nullptr);
             });
}

void SmallerPage::handOver(const TaskChoice& task, const OwnExamples& own) {
    // A part kept back for measuring is known by a file beside the text, which stays here.
    const bool heldOut = own.heldOut && m_context.workflow.workspace().seesFiles();
    m_context.workflow.workspace().shareTextFile(own.path, [this, task, heldOut](const QString& path) {
        TaskChoice mine = task;
        mine.task = path;
        m_heldOut = heldOut;
        m_preparing = false;
        begin(mine);
    });
}

void SmallerPage::showRun() {
    // Another model is open by now: its pages are about that one.
    if (m_context.project.model() != m_run->order().model) return;
    const SmallerOrder& order = m_run->order();
    const BudgetSettings settings = SmallerRun::settingsOf(order.plan);
    if (order.task == m_context.project.task() && settings == m_context.budget.settings()) return;
    // The person may have chosen something else since: taken back, that is there again.
    const QString what = tr("show what was made smaller");
    m_context.edits.beginMacro(what);
    editTask(m_context, what, order.task);
    m_context.budget.setSettings(settings, what);
    m_context.edits.endMacro();
}

void SmallerPage::begin(const TaskChoice& task) {
    if (!m_plan) return;
    if (taskValue().isEmpty()) m_ownTask = task.task;
    proposeFolder();  // the last one may have been made meanwhile
    const bool focused = m_go->hasFocus();
    // One edit: taken back, task and budget are as they were.
    const bool edits = task != m_context.project.task() || SmallerRun::settingsOf(*m_plan) != m_context.budget.settings();
    if (edits) m_context.edits.beginMacro(tr("make it smaller"));
    editTask(m_context, tr("make it smaller"), task);
    m_run->start({m_context.project.model(), task, *m_plan, format(), m_folder->text().trimmed()});
    if (edits) m_context.edits.endMacro();
    // The button goes grey: its neighbour, a field for text, would have the focus.
    if (focused) setFocus();
}

}  // namespace tacq::ui
