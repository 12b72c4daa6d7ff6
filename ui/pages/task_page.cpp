#include "pages/task_page.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <algorithm>

#include "models/format.h"
#include "text/error_text.h"
#include "widgets/card.h"
#include "widgets/parts.h"

namespace tacq::ui {
namespace {

constexpr int kPreviewSamples = 3, kPreviewDelay = 250;

}  // namespace

TaskPage::TaskPage(PageContext context, QWidget* parent) : Page(context, parent), m_tasks(new TaskListModel(this)) {
    m_previewDelay.setSingleShot(true);
    m_previewDelay.setInterval(kPreviewDelay);
    connect(&m_previewDelay, &QTimer::timeout, this, &TaskPage::askPreview);
    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(buildTasks(), 1);
    left->addWidget(buildAmount());
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addLayout(left, 2);
    layout->addWidget(buildPreview(), 3);
    connect(&context.project, &Project::tasksChanged, this, [this] {
        m_tasks->setTasks(m_context.project.tasks());
        selectCurrent();
    });
    connect(&context.project, &Project::modelChanged, this, [this] {
        emit primaryChanged();
        if (isVisible()) m_previewDelay.start();
    });
    connect(&context.workflow, &Workflow::previewReady, this, &TaskPage::showPreview);
    apply();
}

QWidget* TaskPage::buildTasks() {
    auto* card = new Card(tr("What should it still be good at?"), QStringLiteral("taskCard"), this);
    m_list = new QListView(card);
    m_list->setObjectName(QStringLiteral("taskList"));
    m_list->setAccessibleName(tr("Tasks"));
    m_list->setModel(m_tasks);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_note = makeLabel({}, TextRole::Secondary, QStringLiteral("taskNote"), card);
    m_note->setWordWrap(true);
    auto* own = makeButton(tr("Use my own file …"), ButtonRole::Normal, QStringLiteral("ownTask"), card);
    own->setToolTip(tr("Plain text (.txt), or one example a line (.jsonl, .csv) with the fields text, or prompt and completion, or question, choices and answer."));
    card->body()->addWidget(m_list, 1);
    card->body()->addWidget(m_note);
    card->body()->addWidget(own, 0, Qt::AlignLeft);
    connect(own, &QPushButton::clicked, this, &TaskPage::chooseFile);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (!index.isValid()) return;
        TaskChoice choice = m_context.project.task();
        choice.task = index.data(TaskListModel::NameRole).toString();
        choice.displayName = index.data(Qt::DisplayRole).toString();
        m_note->setText(QStringLiteral("%1\n%2 · %3").arg(index.data(TaskListModel::DescriptionRole).toString(), index.data(TaskListModel::NoteRole).toString(),
                                                          index.data(TaskListModel::LicenceRole).toString()));
        m_context.project.setTask(choice);
        m_previewDelay.start();
    });
    return card;
}

QWidget* TaskPage::buildAmount() {
    auto* card = new Card(tr("How much of it to look at"), QStringLiteral("amountCard"), this);
    const auto spin = [&](const char* name, const QString& label, int low, int high, int value, const QString& tip) {
        auto* box = new QSpinBox(card);
        box->setObjectName(QLatin1String(name));
        box->setAccessibleName(label);
        box->setRange(low, high);
        box->setValue(value);
        box->setToolTip(tip);
        box->setKeyboardTracking(false);
        box->setAlignment(Qt::AlignRight);
        box->setFixedWidth(96);
        auto* line = new QHBoxLayout;
        auto* caption = makeLabel(label, TextRole::Secondary, QLatin1String(name) + QLatin1String("Label"), card);
        caption->setToolTip(tip);
        caption->setBuddy(box);
        line->addWidget(caption);
        line->addStretch(1);
        line->addWidget(box);
        card->body()->addLayout(line);
        connect(box, qOverload<int>(&QSpinBox::valueChanged), this, &TaskPage::apply);
        return box;
    };
    const TaskChoice& choice = m_context.project.task();
    m_samples = spin("samples", tr("Samples"), 1, 100000, choice.samples, tr("How many pieces of text the gradients are taken on. More is steadier and slower."));
    m_tokens = spin("tokens", tr("Tokens per sample"), 8, 1 << 20, choice.tokens, tr("Length of a sample in tokens; never more than the model's context."));
    m_total = makeLabel({}, TextRole::Small, QStringLiteral("tokenTotal"), card);
    card->body()->addWidget(m_total);
    return card;
}

QWidget* TaskPage::buildPreview() {
    auto* card = new Card(tr("What the model is shown"), QStringLiteral("previewCard"), this);
    m_previewNote = makeLabel(tr("Open a model to see the text as the model sees it."), TextRole::Secondary, QStringLiteral("previewNote"), card);
    m_previewNote->setWordWrap(true);
    m_preview = new QPlainTextEdit(card);
    m_preview->setObjectName(QStringLiteral("taskPreview"));
    m_preview->setAccessibleName(tr("Preview of the task's text"));
    m_preview->setReadOnly(true);
    m_preview->setFrameShape(QFrame::NoFrame);
    card->body()->addWidget(m_previewNote);
    card->body()->addWidget(m_preview, 1);
    return card;
}

void TaskPage::selectCurrent() {
    const int row = m_tasks->rowOf(m_context.project.task().task);
    if (row >= 0) m_list->setCurrentIndex(m_tasks->index(row));
}

void TaskPage::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("Open a task file"), QString(), tr("Task files (*.txt *.jsonl *.csv *.safetensors)"));
    dialog->setObjectName(QStringLiteral("taskFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &TaskPage::shareFile);
    dialog->open();
}

void TaskPage::shareFile(const QString& path) {
    m_context.workflow.shareTextFile(path, [self = QPointer<TaskPage>(this), path](const QString& enginePath) {
        if (TaskPage* page = self.data()) page->useFile(path, enginePath);
    });
}

void TaskPage::useFile(const QString& path, const QString& enginePath) {
    TaskChoice choice = m_context.project.task();
    choice.task = enginePath;
    choice.displayName = QFileInfo(path).fileName();
    m_list->selectionModel()->clear();
    m_note->setText(path);
    m_context.project.setTask(choice);
    m_previewDelay.start();
}

void TaskPage::apply() {
    TaskChoice choice = m_context.project.task();
    choice.samples = m_samples->value();
    choice.tokens = m_tokens->value();
    m_context.project.setTask(choice);
    m_total->setText(tr("up to %1 tokens in all").arg(Format::count(static_cast<quint64>(choice.samples) * static_cast<quint64>(choice.tokens))));
}

void TaskPage::shown() {
    if (m_preview->toPlainText().isEmpty()) m_previewDelay.start();
}

void TaskPage::askPreview() {
    m_previewJob = m_context.workflow.previewTask(kPreviewSamples);
    if (m_previewJob) m_previewNote->setText(tr("Loading the preview …"));
}

void TaskPage::showPreview(const QJsonObject& result) {
    const QJsonArray samples = result.value(QLatin1String("samples")).toArray();
    QStringList blocks;
    qint64 tokens = 0;
    for (const QJsonValue& value : samples) {
        const QJsonObject sample = value.toObject();
        // `tokens` may be a count or the ids themselves.
        const QJsonValue ids = sample.value(QLatin1String("tokens"));
        const qint64 count = ids.isArray() ? ids.toArray().size() : static_cast<qint64>(ids.toDouble());
        tokens += count;
        blocks << tr("— sample %1, %2 tokens —").arg(blocks.size() + 1).arg(count) + QLatin1String("\n\n") + sample.value(QLatin1String("text")).toString().trimmed();
    }
    m_preview->setPlainText(blocks.join(QLatin1String("\n\n\n")));
    m_previewNote->setText(samples.isEmpty() ? tr("This task gives no samples.") : tr("The first %n sample(s), as the model sees them.", nullptr, static_cast<int>(samples.size())));
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
