#include "pages/start_page.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "models/recent_models.h"
#include "widgets/card.h"
#include "widgets/drop_area.h"
#include "widgets/parts.h"

namespace tacq::ui {

StartPage::StartPage(PageContext context, QWidget* parent) : Page(context, parent) {
    auto* headline = makeLabel(tr("Make a language model smaller and keep what you use it for"), TextRole::Headline, QStringLiteral("startHeadline"), this);
    auto* words = makeLabel(tr("See which few weights carry your task, keep those in 16 bit, and squeeze the rest to two or three bits."), TextRole::Secondary,
                            QStringLiteral("startWords"), this);
    words->setWordWrap(true);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(buildDrop(), 3);
    columns->addWidget(buildRecent(), 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 24, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(headline);
    layout->addWidget(words);
    layout->addSpacing(16);
    layout->addLayout(columns, 1);
    layout->addSpacing(8);
    layout->addWidget(buildSteps());
    connect(&context.project, &Project::modelChanged, this, &Page::primaryChanged);
}

QWidget* StartPage::buildSteps() {
    auto* steps = new QWidget(this);
    steps->setObjectName(QStringLiteral("startSteps"));
    auto* line = new QHBoxLayout(steps);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(16);
    const std::pair<QString, QString> words[]{
        {tr("1  Choose what it is for"), tr("A built-in task or a file of your own examples. The text never leaves this computer.")},
        {tr("2  See the circuit"), tr("A map of the model shows which weights your task needs, down to a single one.")},
        {tr("3  Set a budget"), tr("Drag how many weights stay in 16 bit; size and bits follow to the byte. Then quantize, compare, export.")},
    };
    int number = 0;
    for (const auto& [title, text] : words) {
        ++number;
        auto* card = new Card(title, QStringLiteral("step%1").arg(number), steps);
        auto* label = makeLabel(text, TextRole::Secondary, QStringLiteral("stepWords%1").arg(number), card);
        label->setWordWrap(true);
        card->body()->addWidget(label);
        card->body()->addStretch(1);
        line->addWidget(card, 1);
    }
    return steps;
}

QWidget* StartPage::buildDrop() {
    auto* drop = new DropArea(this);
    drop->setMinimumHeight(300);
    auto* title = makeLabel(tr("Drop a model here"), TextRole::Title, QStringLiteral("dropTitle"), drop);
    auto* what = makeLabel(tr("a Hugging Face folder, a .safetensors or a .gguf file"), TextRole::Secondary, QStringLiteral("dropWhat"), drop);
    auto* folder = makeButton(tr("Open a folder …"), ButtonRole::Normal, QStringLiteral("openFolder"), drop);
    folder->setToolTip(tr("A folder with config.json, tokenizer.json and the weights."));
    auto* file = makeButton(tr("Open a file …"), ButtonRole::Normal, QStringLiteral("openFile"), drop);
    file->setToolTip(tr("A single .gguf, or a .safetensors beside its config.json."));
    auto* sample = makeButton(tr("Open the sample"), ButtonRole::Primary, QStringLiteral("openSample"), drop);
    sample->setToolTip(tr("A real language model with 260,032 parameters that writes children's stories. Every step takes seconds."));
    auto* hint = makeLabel(tr("New here? The sample is a tiny real model: every step takes seconds."), TextRole::Small, QStringLiteral("sampleHint"), drop);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(folder);
    buttons->addWidget(file);
    buttons->addWidget(sample);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(drop);
    layout->addStretch(1);
    layout->addWidget(title, 0, Qt::AlignHCenter);
    layout->addWidget(what, 0, Qt::AlignHCenter);
    layout->addSpacing(16);
    layout->addLayout(buttons);
    layout->addSpacing(8);
    layout->addWidget(hint, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    connect(drop, &DropArea::dropped, this, &StartPage::open);
    connect(folder, &QPushButton::clicked, this, &StartPage::chooseFolder);
    connect(file, &QPushButton::clicked, this, &StartPage::chooseFile);
    connect(sample, &QPushButton::clicked, this, [this] { open(Workflow::samplePath()); });
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

void StartPage::shown() {
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    const QStringList recent = recentModels();
    m_noRecent->setVisible(recent.isEmpty());
    for (const QString& path : recent) {
        auto* entry = makeButton(QFileInfo(path).fileName(), ButtonRole::Flat, QStringLiteral("recentModel"), this);
        entry->setToolTip(path);
        connect(entry, &QPushButton::clicked, this, [this, path] { open(path); });
        m_recent->addWidget(entry, 0, Qt::AlignLeft);
    }
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
    auto* dialog = new QFileDialog(this, tr("Open a model folder"));
    dialog->setObjectName(QStringLiteral("openFolderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &StartPage::open);
    dialog->open();
}

void StartPage::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("Open a model file"), QString(), tr("Models (*.gguf *.safetensors)"));
    dialog->setObjectName(QStringLiteral("openFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &StartPage::open);
    dialog->open();
}

}  // namespace tacq::ui
