#include "pages/start/start_page.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "models/shared/format.h"
#include "pages/start/remote_path.h"
#include "widgets/card.h"
#include "widgets/drop_area.h"
#include "widgets/elided_label.h"
#include "widgets/file_dialog.h"
#include "widgets/parts.h"

namespace tacq::ui {
namespace {

/// A card whose title is large and whose words say for whom it is.
Card* choiceCard(const QString& title, const QString& words, const QString& name, QWidget* parent) {
    auto* card = new Card({}, name, parent);
    card->setAccessibleName(title);
    auto* headline = makeLabel(title, TextRole::Headline, name + QLatin1String("Headline"), card);
    auto* label = makeLabel(words, TextRole::Secondary, name + QLatin1String("Words"), card);
    label->setWordWrap(true);
    card->body()->addWidget(headline);
    card->body()->addWidget(label);
    card->body()->addStretch(1);
    return card;
}

}  // namespace

StartPage::StartPage(PageContext context, QWidget* parent) : Page(context, parent) {
    auto* headline = makeLabel(tr("Make a language model smaller and keep what you use it for"), TextRole::Headline, QStringLiteral("startHeadline"), this);
    auto* words = makeLabel(tr("See which few weights carry your task, keep those in 16 bit, and squeeze the rest to two or three bits."), TextRole::Secondary,
                            QStringLiteral("startWords"), this);
    words->setWordWrap(true);
    auto* choices = new QHBoxLayout;
    choices->setSpacing(16);
    choices->addWidget(buildSmaller(), 1);
    choices->addWidget(buildExplore(), 1);
    auto* side = new QVBoxLayout;
    side->setSpacing(16);
    side->addWidget(buildRecent(), 1);
    side->addWidget(buildWorkspaces());
    side->addWidget(buildLessons());
    auto* columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(buildDrop(), 1);
    columns->addLayout(side, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 24, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(headline);
    layout->addWidget(words);
    layout->addSpacing(16);
    layout->addLayout(choices);
    auto* there = new RemotePath(context.engine, this);
    connect(there, &RemotePath::chosen, this, &StartPage::open);
    layout->addWidget(there);
    layout->addSpacing(8);
    layout->addLayout(columns, 1);
    connect(&context.project, &Project::modelChanged, this, &Page::primaryChanged);
    connect(&context.engine, &EngineProcess::stateChanged, this, [this] {
        if (isVisible() && m_context.engine.state() == EngineProcess::State::Ready) fillRecent();
    });
}

QWidget* StartPage::buildSmaller() {
    auto* card = choiceCard(tr("Make it smaller"), tr("For everyone: answer four questions, press one button, and get a model that needs less room and is measured on what you use it for."),
                            QStringLiteral("smallerChoice"), this);
    auto* button = makeButton(tr("Make it smaller …"), ButtonRole::Primary, QStringLiteral("startSmaller"), card);
    button->setToolTip(tr("Three questions; what you will get is shown before anything is done."));
    card->body()->addWidget(button, 0, Qt::AlignLeft);
    connect(button, &QPushButton::clicked, this, [this] { emit pageWanted(QStringLiteral("smaller")); });
    return card;
}

QWidget* StartPage::buildExplore() {
    auto* card = choiceCard(tr("Explore"), tr("For the curious and for experts: open a model, see which weights a task needs, down to a single one, and set every detail yourself."),
                            QStringLiteral("exploreChoice"), this);
    auto* folder = makeButton(tr("Open a folder …"), ButtonRole::Normal, QStringLiteral("openFolder"), card);
    folder->setToolTip(tr("A folder with config.json, tokenizer.json and the weights."));
    auto* file = makeButton(tr("Open a file …"), ButtonRole::Normal, QStringLiteral("openFile"), card);
    file->setToolTip(tr("A single .gguf, or a .safetensors beside its config.json."));
    auto* sample = makeButton(tr("Open the sample"), ButtonRole::Normal, QStringLiteral("openSample"), card);
    sample->setToolTip(tr("A real language model with 260,032 parameters that writes children's stories. Every step takes seconds."));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(sample);
    buttons->addWidget(folder);
    buttons->addWidget(file);
    buttons->addStretch(1);
    card->body()->addLayout(buttons);
    connect(folder, &QPushButton::clicked, this, &StartPage::chooseFolder);
    connect(file, &QPushButton::clicked, this, &StartPage::chooseFile);
    connect(sample, &QPushButton::clicked, this, [this] { open(Workflow::samplePath()); });
    return card;
}

QWidget* StartPage::buildDrop() {
    auto* drop = new DropArea(this);
    drop->setMinimumHeight(200);
    auto* title = makeLabel(tr("Drop a model here"), TextRole::Title, QStringLiteral("dropTitle"), drop);
    auto* what = makeLabel(tr("a Hugging Face folder, a .safetensors or a .gguf file"), TextRole::Secondary, QStringLiteral("dropWhat"), drop);
    auto* hint = makeLabel(tr("New here? The sample is a tiny real model: every step takes seconds."), TextRole::Small, QStringLiteral("sampleHint"), drop);
    auto* layout = new QVBoxLayout(drop);
    layout->addStretch(1);
    layout->addWidget(title, 0, Qt::AlignHCenter);
    layout->addWidget(what, 0, Qt::AlignHCenter);
    layout->addSpacing(8);
    layout->addWidget(hint, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    connect(drop, &DropArea::dropped, this, &StartPage::open);
    return drop;
}

QWidget* StartPage::buildRecent() {
    auto* card = new Card(tr("Recent models"), QStringLiteral("recentCard"), this);
    m_noRecent = makeLabel(tr("Models that you open show here."), TextRole::Secondary, QStringLiteral("noRecent"), card);
    card->body()->addWidget(m_noRecent);
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(2);
    card->body()->addLayout(m_recent);
    card->body()->addStretch(1);
    return card;
}

QWidget* StartPage::buildWorkspaces() {
    m_workspaceCard = new Card(tr("Recent workspaces"), QStringLiteral("workspacesCard"), this);
    m_workspaceCard->setToolTip(tr("A workspace is a folder that keeps runs and what was computed, so that nothing is computed twice."));
    m_workspaces = new QVBoxLayout;
    m_workspaces->setSpacing(2);
    m_workspaceCard->body()->addLayout(m_workspaces);
    return m_workspaceCard;
}

QWidget* StartPage::buildLessons() {
    auto* card = new Card(tr("Learn by doing"), QStringLiteral("lessonsCard"), this);
    auto* words = makeLabel(tr("Short tours on the sample, step by step: why two bits hurt, and how two tasks differ."), TextRole::Secondary, QStringLiteral("lessonsWords"), card);
    words->setWordWrap(true);
    auto* button = makeButton(tr("Lessons …"), ButtonRole::Normal, QStringLiteral("startLessons"), card);
    button->setToolTip(tr("The list of lessons."));
    card->body()->addWidget(words);
    card->body()->addWidget(button, 0, Qt::AlignLeft);
    connect(button, &QPushButton::clicked, this, [this] { emit pageWanted(QStringLiteral("lessons")); });
    return card;
}

QWidget* StartPage::recentRow(const RecentEntry& recent) {
    auto* row = new QWidget(this);
    row->setObjectName(recent.object + QLatin1String("Row"));
    auto* entry = makeButton(recent.name, ButtonRole::Flat, recent.object, row);
    entry->setToolTip(recent.there ? recent.path : tr("%1 is not there any more.").arg(recent.path));
    entry->setEnabled(recent.there && recent.open);
    auto* words = new ElidedLabel(Qt::ElideMiddle, recent.object + QLatin1String("Facts"), row);
    words->setText(recent.there ? recent.facts : tr("not there any more"));
    words->setToolTip(recent.path);
    setTextRole(words, TextRole::Secondary);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(entry);
    line->addWidget(words, 1);
    if (recent.open) connect(entry, &QPushButton::clicked, this, recent.open);
    if (recent.there) return row;
    auto* remove = makeButton(tr("Remove"), ButtonRole::Flat, recent.object + QLatin1String("Remove"), row);
    remove->setAccessibleName(tr("Remove %1 from the list").arg(recent.name));
    remove->setToolTip(tr("Takes the entry off this list; no file is touched."));
    line->addWidget(remove);
    connect(remove, &QPushButton::clicked, this, [this, forget = recent.forget] {
        forget();
        fillRecent();
    });
    return row;
}

void StartPage::shown() { fillRecent(); }

void StartPage::fillRecent() {
    for (QBoxLayout* list : {m_recent, m_workspaces})
        while (QLayoutItem* item = list->takeAt(0)) {
            item->widget()->hide();
            item->widget()->deleteLater();
            delete item;
        }
    const QList<RecentModel> models = recentModels();
    m_noRecent->setVisible(models.isEmpty());
    for (const RecentModel& model : models) m_recent->addWidget(recentRow(modelEntry(model)));
    // The folders are this computer's; one alone is no choice.
    const QStringList folders = m_context.workflow.workspace().seesFiles() ? recentWorkspaces() : QStringList();
    m_workspaceCard->setVisible(folders.size() > 1);
    for (const QString& folder : folders) m_workspaces->addWidget(recentRow(workspaceEntry(folder)));
}

StartPage::RecentEntry StartPage::modelEntry(const RecentModel& model) {
    const QString facts = model.bytes > 0 ? tr("%1 · %2 weights · %3").arg(Format::bytes(static_cast<double>(model.bytes)), Format::shortCount(static_cast<double>(model.parameters)), model.kind)
                                          : model.path;
    return {QStringLiteral("recentModel"), model.name, model.path, facts, QFileInfo::exists(model.path) || m_context.engine.isRemote(), [this, path = model.path] { open(path); },
            [path = model.path] { forgetModel(path); }};
}

StartPage::RecentEntry StartPage::workspaceEntry(const QString& folder) {
    RecentEntry entry{QStringLiteral("recentWorkspace"), QFileInfo(folder).fileName(), folder, folder, QFileInfo(folder).isDir(), {}, [folder] { forgetWorkspace(folder); }};
    if (folder == m_context.workflow.workspace().folder()) entry.facts = tr("in use · %1").arg(folder);
    else entry.open = [this, folder] { emit workspaceWanted(folder); };
    return entry;
}

Page::Action StartPage::primaryAction() const {
    if (m_context.project.model()) return {tr("Choose a task"), tr("Goes on to what the smaller model must still be good at."), true};
    return {};  // the page's own button opens the sample
}

void StartPage::triggerPrimary() {
    emit pageWanted(QStringLiteral("task"));
}

void StartPage::open(const QString& path) {
    if (!path.isEmpty()) m_context.workflow.openModel(path);
}

void StartPage::chooseFolder() {
    QFileDialog* dialog = makeFileDialog(this, tr("Open a model folder"), QStringLiteral("openFolderDialog"), Pick::Folder, QStringLiteral("models"));
    connect(dialog, &QFileDialog::fileSelected, this, &StartPage::open);
    dialog->open();
}

void StartPage::chooseFile() {
    QFileDialog* dialog = makeFileDialog(this, tr("Open a model file"), QStringLiteral("openFileDialog"), Pick::File, QStringLiteral("models"), tr("Models (*.gguf *.safetensors)"));
    connect(dialog, &QFileDialog::fileSelected, this, &StartPage::open);
    dialog->open();
}

}  // namespace tacq::ui
