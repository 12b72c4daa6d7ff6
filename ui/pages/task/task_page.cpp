#include "pages/task/task_page.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>

#include "pages/task/task_amount_card.h"
#include "pages/task/task_edit.h"
#include "pages/task/task_mix_card.h"
#include "pages/task/task_preview_card.h"
#include "widgets/card.h"
#include "widgets/drop_area.h"
#include "widgets/file_dialog.h"
#include "widgets/parts.h"

namespace tacq::ui {
namespace {

bool isTaskFile(const QString& path) {
    // A .safetensors with tokens is a task too, but dropped it is far more likely a model.
    const QString ending = QFileInfo(path).suffix().toLower();
    return ending == QLatin1String("txt") || ending == QLatin1String("jsonl") || ending == QLatin1String("csv");
}

}  // namespace

TaskPage::TaskPage(PageContext context, QWidget* parent) : Page(context, parent), m_tasks(new TaskListModel(this)), m_preview(new TaskPreviewCard(context, this)) {
    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(buildTasks(), 1);
    left->addWidget(new TaskMixCard(context, this));
    left->addWidget(new TaskAmountCard(context, this));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addLayout(left, 2);
    layout->addWidget(m_preview, 3);
    connect(&context.project, &Project::tasksChanged, this, [this] {
        m_tasks->setTasks(m_context.project.tasks());
        showMissing();
        showChoice();
    });
    connect(&context.project, &Project::modelChanged, this, [this] {
        emit primaryChanged();
        m_preview->clear();
        if (isVisible()) m_preview->askSoon();
    });
    connect(&context.project, &Project::taskChanged, this, [this] {
        showChoice();
        m_preview->askSoon();
    });
    showMissing();
    showChoice();
}

QWidget* TaskPage::buildTasks() {
    auto* card = new Card(tr("What should it still be good at?"), QStringLiteral("taskCard"), this);
    card->setAcceptDrops(true);
    card->installEventFilter(this);
    m_list = new QListView(card);
    m_list->setObjectName(QStringLiteral("taskList"));
    m_list->setAccessibleName(tr("Tasks"));
    m_list->setModel(m_tasks);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_note = makeLabel({}, TextRole::Secondary, QStringLiteral("taskNote"), card);
    m_note->setWordWrap(true);
    m_missing = makeLabel({}, TextRole::Small, QStringLiteral("taskMissing"), card);
    m_missing->setWordWrap(true);
    auto* own = makeButton(tr("Use my own file …"), ButtonRole::Normal, QStringLiteral("ownTask"), card);
    own->setToolTip(tr("Plain text (.txt), or one example a line (.jsonl, .csv) with the fields text, or prompt and completion, or question, choices and answer."));
    auto* hint = makeLabel(tr("or drop it here"), TextRole::Small, QStringLiteral("ownTaskHint"), card);
    auto* line = new QHBoxLayout;
    line->addWidget(own);
    line->addWidget(hint);
    line->addStretch(1);
    card->body()->addWidget(m_list, 1);
    card->body()->addWidget(m_missing);
    card->body()->addWidget(m_note);
    card->body()->addLayout(line);
    connect(own, &QPushButton::clicked, this, &TaskPage::chooseFile);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &TaskPage::chooseRow);
    return card;
}

void TaskPage::chooseRow(const QModelIndex& index) {
    if (!index.isValid()) return;
    TaskChoice choice = m_context.project.task();
    choice.task = index.data(TaskListModel::NameRole).toString();
    choice.displayName = index.data(Qt::DisplayRole).toString();
    editTask(m_context, tr("task"), choice);
}

void TaskPage::showMissing() {
    const QStringList names = m_tasks->missing();
    m_missing->setVisible(!names.isEmpty());
    m_missing->setText(tr("Greyed because their texts are not on this machine: %1.").arg(names.join(QStringLiteral(", "))));
    m_missing->setToolTip(tr("Put these files into one folder, and name it in TACQ_DATA before you start the window:") + QLatin1Char('\n') + m_tasks->missingFiles());
}

/// What is chosen, wherever it was chosen: here, by undo, by a lesson.
void TaskPage::showChoice() {
    const TaskChoice& choice = m_context.project.task();
    int row = m_tasks->rowOf(choice.task);
    if (row < 0 && QFileInfo(choice.task).isFile()) row = m_tasks->addOwnFile(choice.task, choice.task);
    const QModelIndex index = row < 0 ? QModelIndex() : m_tasks->index(row);
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    }
    m_list->viewport()->update();
    if (index.isValid()) m_list->scrollTo(index);
    QStringList notes{index.data(TaskListModel::NoteRole).toString(), index.data(TaskListModel::LicenceRole).toString()};
    notes.removeAll(QString());
    m_note->setText(index.isValid() ? index.data(TaskListModel::DescriptionRole).toString() + QLatin1Char('\n') + notes.join(QStringLiteral(" · ")) : choice.task);
}

void TaskPage::chooseFile() {
    QFileDialog* dialog = makeFileDialog(this, tr("Open a task file"), QStringLiteral("taskFileDialog"), Pick::File, QStringLiteral("examples"), tr("Task files (*.txt *.jsonl *.csv *.safetensors)"));
    connect(dialog, &QFileDialog::fileSelected, this, &TaskPage::shareFile);
    dialog->open();
}

void TaskPage::shareFile(const QString& path) {
    m_context.workflow.workspace().shareTextFile(path, [self = QPointer<TaskPage>(this), path](const QString& enginePath) {
        if (TaskPage* page = self.data()) page->useFile(path, enginePath);
    });
}

void TaskPage::useFile(const QString& path, const QString& enginePath) {
    m_tasks->addOwnFile(enginePath, path);
    TaskChoice choice = m_context.project.task();
    choice.task = enginePath;
    choice.displayName = QFileInfo(path).fileName();
    editTask(m_context, tr("task"), choice);
}

bool TaskPage::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::Drop) {
        auto* drop = static_cast<QDropEvent*>(event);
        const QString path = DropArea::pathOf(drop->mimeData());
        // Anything else is the window's: a model.
        if (isTaskFile(path)) {
            drop->acceptProposedAction();
            if (event->type() == QEvent::Drop) shareFile(path);
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void TaskPage::shown() {
    if (m_preview->isEmpty()) m_preview->askSoon();
}

Page::Action TaskPage::primaryAction() const {
    const bool ready = m_context.project.model() != nullptr;
    return {tr("Run saliency"), ready ? tr("Finds the weights that this task needs.") : tr("Open a model first."), ready};
}

void TaskPage::triggerPrimary() {
    m_context.workflow.runSaliency();
    emit pageWanted(QStringLiteral("saliency"));
}

}  // namespace tacq::ui
