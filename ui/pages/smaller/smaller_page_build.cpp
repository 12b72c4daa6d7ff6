// The widgets of "Make it smaller".
#include <QDesktopServices>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>

#include "pages/smaller/smaller_page.h"
#include "pages/smaller/smaller_words.h"
#include "widgets/card.h"
#include "widgets/decimal_box.h"
#include "widgets/elided_label.h"
#include "widgets/facts.h"
#include "widgets/parts.h"
#include "widgets/radio_list.h"
#include "widgets/segmented.h"

namespace tacq::ui {
namespace {

constexpr int kSamplesShown = 2;

QLabel* wrapped(const QString& text, TextRole role, const char* name, QWidget* parent) {
    auto* label = makeLabel(text, role, QLatin1String(name), parent);
    label->setWordWrap(true);
    return label;
}

}  // namespace

QWidget* SmallerPage::buildQuestions() {
    auto* content = new QWidget(this);
    content->setObjectName(QStringLiteral("smallerQuestions"));
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(buildModel());
    column->addWidget(buildPurpose());
    column->addWidget(buildPlace());
    column->addWidget(buildSize());
    column->addStretch(1);
    return content;
}

QWidget* SmallerPage::buildAnswers() {
    auto* content = new QWidget(this);
    content->setObjectName(QStringLiteral("smallerAnswers"));
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(buildTime());   // here, so that an ordinary window shows all questions
    column->addWidget(buildForecast());
    column->addWidget(buildRun());
    column->addWidget(buildResult());
    column->addStretch(1);
    return content;
}

QWidget* SmallerPage::buildModel() {
    auto* card = new Card(tr("1  Which model?"), QStringLiteral("smallerModelCard"), this);
    m_modelName = new ElidedLabel(Qt::ElideMiddle, QStringLiteral("smallerModel"), card);
    setTextRole(m_modelName, TextRole::Strong);
    m_modelFacts = makeLabel({}, TextRole::Secondary, QStringLiteral("smallerModelFacts"), card);
    auto* folder = makeButton(tr("Open a folder …"), ButtonRole::Normal, QStringLiteral("smallerOpenFolder"), card);
    folder->setToolTip(tr("A folder with config.json, tokenizer.json and the weights."));
    auto* file = makeButton(tr("Open a file …"), ButtonRole::Normal, QStringLiteral("smallerOpenFile"), card);
    file->setToolTip(tr("A single .gguf, or a .safetensors beside its config.json."));
    auto* sample = makeButton(tr("Use the sample"), ButtonRole::Flat, QStringLiteral("smallerSample"), card);
    sample->setToolTip(tr("A tiny real model that writes children's stories: good for a first try, every step takes seconds."));
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_modelName);
    words->addWidget(m_modelFacts);
    auto* line = new QHBoxLayout;
    line->addLayout(words, 1);
    line->addWidget(sample);
    line->addWidget(folder);
    line->addWidget(file);
    card->body()->addLayout(line);
    connect(folder, &QPushButton::clicked, this, [this] { choose(tr("Open a model folder"), true, {}); });
    connect(file, &QPushButton::clicked, this, [this] { choose(tr("Open a model file"), false, tr("Models (*.gguf *.safetensors)")); });
    connect(sample, &QPushButton::clicked, this, [this] { m_context.workflow.openModel(Workflow::samplePath()); });
    return card;
}

QWidget* SmallerPage::buildPurpose() {
    auto* card = new Card(tr("2  What do you use it for?"), QStringLiteral("smallerPurposeCard"), this);
    m_task = new RadioList(QStringLiteral("smallerTask"), tr("What it is used for"), card);
    m_own = new QWidget(card);
    m_own->setObjectName(QStringLiteral("smallerOwn"));
    m_ownText = new QPlainTextEdit(m_own);
    m_ownText->setObjectName(QStringLiteral("smallerOwnText"));
    m_ownText->setAccessibleName(tr("Your own examples"));
    m_ownText->setToolTip(tr("Text like the one the model shall read and write. A few pages are good; it stays on this computer."));
    m_ownText->setPlaceholderText(tr("Paste text like the one the model shall read and write: a few pages are good. It stays on this computer."));
    m_ownText->setTabChangesFocus(true);
    m_ownText->setFixedHeight(112);
    m_ownNote = wrapped({}, TextRole::Secondary, "smallerOwnNote", m_own);
    auto* file = makeButton(tr("Choose a file …"), ButtonRole::Normal, QStringLiteral("smallerOwnFile"), m_own);
    file->setToolTip(tr("Plain text (.txt), or one example a line (.jsonl, .csv)."));
    auto* line = new QHBoxLayout;
    m_ownClear = makeButton(tr("Use pasted text"), ButtonRole::Flat, QStringLiteral("smallerOwnClear"), m_own);
    m_ownClear->setToolTip(tr("Lets go of the file: the text above counts again."));
    line->addWidget(file);
    line->addWidget(m_ownClear);
    line->addWidget(m_ownNote, 1);
    auto* own = new QVBoxLayout(m_own);
    own->setContentsMargins(0, 0, 0, 0);
    own->setSpacing(8);
    own->addWidget(m_ownText);
    own->addLayout(line);
    card->body()->addWidget(m_task);
    card->body()->addWidget(m_own);
    connect(file, &QPushButton::clicked, this, &SmallerPage::chooseOwnFile);
    connect(m_ownClear, &QPushButton::clicked, this, [this] { useOwnFile({}); });
    return card;
}

QWidget* SmallerPage::buildPlace() {
    auto* card = new Card(tr("3  Where will it run?"), QStringLiteral("smallerPlaceCard"), this);
    m_place = new RadioList(QStringLiteral("smallerPlace"), tr("Where it will run"), card);
    m_placeNote = wrapped({}, TextRole::Secondary, "smallerPlaceNote", card);
    card->body()->addWidget(m_place);
    card->body()->addWidget(m_placeNote);
    return card;
}

QWidget* SmallerPage::buildSize() {
    auto* card = new Card(tr("4  How small?"), QStringLiteral("smallerSizeCard"), this);
    m_presets = new RadioList(QStringLiteral("smallerPreset"), tr("Sizes to choose from"), card);
    m_presetNote = wrapped({}, TextRole::Secondary, "smallerPresetNote", card);
    m_sizeLabel = makeLabel(tr("At most"), TextRole::Secondary, QStringLiteral("smallerSizeLabel"), card);
    m_size = new DecimalBox(card);
    m_size->setObjectName(QStringLiteral("smallerSize"));
    m_size->setAccessibleName(tr("Size at most, in MB"));
    m_size->setToolTip(tr("The weights' files together take at most this much. 1 MB is a million bytes."));
    m_size->setSuffix(tr(" MB"));
    m_size->setRange(0, 1e7);
    m_size->setAlignment(Qt::AlignRight);
    m_size->setFixedWidth(104);
    m_sizeLabel->setBuddy(m_size);
    auto* line = new QHBoxLayout;
    line->addWidget(m_sizeLabel);
    line->addWidget(m_size);
    line->addStretch(1);
    card->body()->addWidget(m_presets);
    card->body()->addWidget(m_presetNote);
    card->body()->addLayout(line);
    return card;
}

QWidget* SmallerPage::buildTime() {
    auto* card = new Card(tr("How long may it take?"), QStringLiteral("smallerTimeCard"), this);
    m_minutes = new Segmented(QStringLiteral("smallerMinutes"), tr("Time"), card);
    const QString tip = tr("More time means more text is read, which makes the choice of weights steadier.");
    m_minutes->addChoice(QStringLiteral("1"), tr("About a minute"), 1, tip);
    m_minutes->addChoice(QStringLiteral("5"), tr("5 minutes"), 5, tip);
    m_minutes->addChoice(QStringLiteral("30"), tr("Half an hour"), 30, tip);
    m_minutes->setValue(5);
    card->body()->addWidget(m_minutes, 0, Qt::AlignLeft);
    return card;
}

QWidget* SmallerPage::buildForecast() {
    auto* card = new Card(tr("What you will get"), QStringLiteral("smallerForecastCard"), this);
    // At the top: below the words it would move with every answer that changes them.
    m_go = makeButton(tr("Make it smaller"), ButtonRole::Primary, QStringLiteral("smallerGo"), card);
    m_go->setToolTip(tr("Finds the weights that matter, makes the smaller model, measures both and writes the folder."));
    card->titleLine()->addWidget(m_go);
    auto* facts = new Facts(card);
    m_bytes = facts->add(tr("Size"), QStringLiteral("smallerBytes"), tr("All weight files together, known to the byte before anything is done."));
    m_recipe = facts->add(tr("How"), QStringLiteral("smallerRecipe"), tr("Fewer bits make weights coarser; the few that your purpose needs most stay as they are."));
    m_reading = facts->add(tr("Reads"), QStringLiteral("smallerReading"), tr("How much text is read to find out which weights matter: as much as fits in your time. A token is a piece of a word."));
    m_time = facts->add(tr("Time"), QStringLiteral("smallerTime"), tr("The arithmetic to be done, divided by the speed this machine was measured at."));
    m_memory = facts->add(tr("Memory"), QStringLiteral("smallerMemory"), tr("What the work needs at its peak, at least."));
    m_quality = facts->add(tr("Quality"), QStringLiteral("smallerQuality"), tr("Perplexity on text for this purpose: lower is better. Only measuring tells."));
    for (QLabel* label : {m_bytes, m_recipe, m_reading, m_time, m_memory, m_quality}) label->setWordWrap(true);
    auto* folderLabel = makeLabel(tr("Where to put it"), TextRole::Secondary, QStringLiteral("smallerFolderLabel"), card);
    m_folder = new QLineEdit(card);
    m_folder->setObjectName(QStringLiteral("smallerFolder"));
    m_folder->setAccessibleName(tr("Folder of the smaller model"));
    m_folder->setToolTip(tr("This folder is made. It must not be there yet."));
    folderLabel->setBuddy(m_folder);
    m_note = wrapped({}, TextRole::Warning, "smallerNote", card);
    m_measure = makeButton(tr("Measure this machine (5 s)"), ButtonRole::Flat, QStringLiteral("smallerProbe"), card);
    m_measure->setToolTip(tr("How fast this machine multiplies, so that the time above is right. Done once by itself; again when you press this."));
    auto* line = new QHBoxLayout;
    line->addWidget(m_measure);
    line->addStretch(1);
    card->body()->addWidget(facts);
    card->body()->addWidget(folderLabel);
    card->body()->addWidget(m_folder);
    card->body()->addWidget(m_note);
    card->body()->addLayout(line);
    connect(m_go, &QPushButton::clicked, this, &SmallerPage::go);
    connect(m_measure, &QPushButton::clicked, this, &SmallerPage::probe);
    return card;
}

QWidget* SmallerPage::buildRun() {
    m_runCard = new Card(tr("At work"), QStringLiteral("smallerRunCard"), this);
    m_progress = wrapped({}, TextRole::Plain, "smallerProgress", m_runCard);
    m_bar = new QProgressBar(m_runCard);
    m_bar->setObjectName(QStringLiteral("smallerBar"));
    m_bar->setAccessibleName(tr("Progress of everything"));
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_cancel = makeStopButton(tr("Cancel"), ButtonRole::Normal, QStringLiteral("smallerCancel"), m_runCard);
    m_cancel->setToolTip(tr("Stops. What is finished is kept."));
    m_resume = makeButton(tr("Resume"), ButtonRole::Primary, QStringLiteral("smallerResume"), m_runCard);
    m_resume->setToolTip(tr("Goes on from the last finished step."));
    auto* line = new QHBoxLayout;
    line->addWidget(m_resume);
    line->addWidget(m_cancel);
    line->addStretch(1);
    m_runCard->body()->addWidget(m_progress);
    m_runCard->body()->addWidget(m_bar);
    m_runCard->body()->addLayout(line);
    connect(m_cancel, &QPushButton::clicked, m_run, &SmallerRun::cancel);
    connect(m_resume, &QPushButton::clicked, m_run, &SmallerRun::resume);
    return m_runCard;
}

QWidget* SmallerPage::buildSamples() {
    m_samplesBox = new QWidget(m_resultCard);
    m_samplesBox->setObjectName(QStringLiteral("smallerSamples"));
    auto* grid = new QGridLayout(m_samplesBox);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < kSamplesShown; ++i) {
        SampleLabels labels;
        const auto row = [&](int line, const QString& caption, const char* name, TextRole role) {
            auto* text = wrapped({}, role, name, m_samplesBox);
            text->setObjectName(text->objectName() + QString::number(i));
            text->setTextInteractionFlags(Qt::TextSelectableByMouse);
            auto* head = makeLabel(caption, TextRole::Small, text->objectName() + QLatin1String("Name"), m_samplesBox);
            grid->addWidget(head, 3 * i + line, 0, Qt::AlignTop);
            grid->addWidget(text, 3 * i + line, 1);
            return text;
        };
        labels.prompt = row(0, tr("both begin"), "smallerSamplePrompt", TextRole::Secondary);
        labels.before = row(1, tr("original"), "smallerSampleBefore", TextRole::Plain);
        labels.after = row(2, tr("smaller"), "smallerSampleAfter", TextRole::Plain);
        m_samples.push_back(labels);
    }
    return m_samplesBox;
}

QWidget* SmallerPage::buildResult() {
    m_resultCard = new Card(tr("Done"), QStringLiteral("smallerResultCard"), this);
    m_verdict = wrapped({}, TextRole::Headline, "smallerVerdict", m_resultCard);
    m_verdict->setToolTip(SmallerWords::verdictBasis());
    m_headline = wrapped({}, TextRole::Strong, "smallerHeadline", m_resultCard);
    m_measured = wrapped({}, TextRole::Plain, "smallerMeasured", m_resultCard);
    m_meaning = wrapped({}, TextRole::Secondary, "smallerMeaning", m_resultCard);
    m_lies = wrapped({}, TextRole::Secondary, "smallerLies", m_resultCard);
    m_lies->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* show = makeButton(tr("Show me what you did"), ButtonRole::Normal, QStringLiteral("smallerShow"), m_resultCard);
    show->setToolTip(tr("Opens the pages for experts on this very run, with the same settings."));
    auto* tryIt = makeButton(tr("Try it"), ButtonRole::Normal, QStringLiteral("smallerTry"), m_resultCard);
    tryIt->setToolTip(tr("Lets the smaller model write, beside the original."));
    m_open = makeButton(tr("Open folder"), ButtonRole::Normal, QStringLiteral("smallerOpen"), m_resultCard);
    m_open->setToolTip(tr("Shows the new folder in the file manager."));
    auto* line = new QHBoxLayout;
    line->addWidget(tryIt);
    line->addWidget(show);
    line->addWidget(m_open);
    line->addStretch(1);
    for (QWidget* widget : {static_cast<QWidget*>(m_verdict), static_cast<QWidget*>(m_headline), static_cast<QWidget*>(m_measured), static_cast<QWidget*>(m_meaning), buildSamples(),
                            static_cast<QWidget*>(m_lies)}) m_resultCard->body()->addWidget(widget);
    m_resultCard->body()->addLayout(line);
    connect(show, &QPushButton::clicked, this, [this] {
        showRun();
        emit pageWanted(QStringLiteral("quantize"));
    });
    connect(tryIt, &QPushButton::clicked, this, [this] { emit pageWanted(QStringLiteral("generate")); });
    connect(m_open, &QPushButton::clicked, this, [this] {
        const QString folder = m_run->outcome().folder;
        if (QDesktopServices::openUrl(QUrl::fromLocalFile(folder))) return;
        // No file manager: the path is the next best thing.
        copyText(m_open, folder);
        m_open->setText(tr("Path copied"));
    });
    return m_resultCard;
}

}  // namespace tacq::ui
