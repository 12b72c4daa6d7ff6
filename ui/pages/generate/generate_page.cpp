#include "pages/generate/generate_page.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSpinBox>
#include <QTextCursor>
#include <algorithm>
#include <utility>

#include "models/shared/format.h"
#include "models/shared/json_lines.h"
#include "models/shared/result_words.h"
#include "models/shared/written_text.h"
#include "pages/generate/writing_card.h"
#include "plot/tint_legend.h"
#include "tacq/command/requests.h"
#include "widgets/choice.h"
#include "widgets/decimal_box.h"
#include "widgets/file_dialog.h"
#include "widgets/parts.h"
#include "widgets/tick.h"
#include "widgets/tinted_text.h"

namespace tacq::ui {
namespace {

constexpr int kPromptHeight = 64, kLongest = 4096;
constexpr qsizetype kPromptsKept = 20, kPromptShown = 60;
const char* const kPromptsKey = "prompts";
constexpr double kNone = 0.01, kLittle = 0.1, kMuch = 0.5;   // mean KL in nats, for plain words

}  // namespace

GeneratePage::GeneratePage(PageContext context, QWidget* parent) : Page(context, parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(buildControls());
    layout->addWidget(buildColumns(), 1);
    layout->addWidget(buildComparison());
    // Ctrl+Return is the menu's key for every page's main action; the keypad's Enter is another key.
    auto* enter = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Enter), this);
    enter->setContext(Qt::WidgetWithChildrenShortcut);
    connect(enter, &QShortcut::activated, this, &GeneratePage::write);
    connect(&context.project, &Project::modelChanged, this, &GeneratePage::forget);
    connect(&context.project, &Project::resultsChanged, this, &GeneratePage::fillModels);
    connect(&context.project, &Project::taskChanged, this, [this] {
        if (isVisible()) wishPrompt();
    });
    connect(&context.workflow, &Workflow::jobsChanged, this, &GeneratePage::refresh);
    // Which folders there are to choose from depends on whose files the engine sees.
    connect(&context.engine, &EngineProcess::stateChanged, this, [this] {
        if (m_context.engine.state() == EngineProcess::State::Ready) fillModels();
    });
    for (WritingCard* card : {m_original, m_other}) connect(card, &WritingCard::jobChanged, this, &GeneratePage::refresh);
    fillModels();
}

QWidget* GeneratePage::buildControls() {
    auto* card = new Card(tr("What shall they go on from?"), QStringLiteral("promptCard"), this);
    m_suggested = tr("Once upon a time, there was a little");
    m_prompt = new QPlainTextEdit(m_suggested, card);
    m_prompt->setObjectName(QStringLiteral("prompt"));
    m_prompt->setAccessibleName(tr("Prompt"));
    m_prompt->setToolTip(tr("The text that both models continue. Ctrl+Return writes."));
    m_prompt->setTabChangesFocus(true);
    m_prompt->setFixedHeight(kPromptHeight);
    m_length = new QSpinBox(card);
    m_length->setRange(1, kLongest);
    m_temperature = new DecimalBox(card);
    m_temperature->setRange(0, 5);
    m_temperature->setSingleStep(0.1);
    m_earlier = new Choice(QStringLiteral("earlierPrompts"), tr("Earlier prompts"), card);
    m_earlier->setPlaceholderText(tr("Earlier prompts"));
    m_earlier->setToolTip(tr("Prompts that were written from before; choosing one puts it in place of what stands above."));
    m_earlier->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_earlier->setMinimumContentsLength(16);
    m_chat = new Tick(tr("As a chat"), QStringLiteral("asChat"), card);
    m_chat->setToolTip(tr("Puts the prompt into the model's chat template, as a message that it answers. Off: it goes on from the text as it stands."));
    m_stop = makeStopButton(tr("Stop"), ButtonRole::Normal, QStringLiteral("stopWriting"), card);
    m_stop->setToolTip(tr("Both models stop after the token they are at. What they wrote stays."));
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    const auto add = [&](QAbstractSpinBox* box, const char* name, const QString& label, const QString& tip) {
        box->setObjectName(QLatin1String(name));
        box->setAccessibleName(label);
        box->setToolTip(tip);
        box->setKeyboardTracking(false);
        box->setAlignment(Qt::AlignRight);
        box->setFixedWidth(80);
        auto* caption = makeLabel(label, TextRole::Secondary, QLatin1String(name) + QLatin1String("Label"), card);
        caption->setBuddy(box);
        caption->setToolTip(tip);
        line->addWidget(caption);
        line->addWidget(box);
        line->addSpacing(16);
    };
    add(m_length, "writeLength", tr("Length in tokens"), tr("How many tokens each model writes at most; a token is a word or a part of one."));
    add(m_temperature, "writeTemperature", tr("Temperature"), tr("0: always the likeliest token. 1: drawn as the model says. More: wilder. Both models draw with the same random numbers."));
    m_length->setValue(m_lastLength);
    m_temperature->setValue(m_lastTemperature);
    line->addWidget(m_chat);
    line->addStretch(1);
    line->addWidget(m_earlier);
    line->addWidget(m_stop);
    fillEarlier();
    connect(m_earlier, &QComboBox::activated, this, &GeneratePage::takeEarlier);
    card->body()->addWidget(m_prompt);
    card->body()->addLayout(line);
    connect(m_prompt, &QPlainTextEdit::textChanged, this, &Page::primaryChanged);
    connect(m_chat, &QAbstractButton::toggled, this, &GeneratePage::refresh);
    connect(m_length, &QSpinBox::valueChanged, this, &GeneratePage::keepLength);
    connect(m_temperature, &QDoubleSpinBox::valueChanged, this, &GeneratePage::keepTemperature);
    connect(m_stop, &QPushButton::clicked, this, &GeneratePage::stop);
    return card;
}

QWidget* GeneratePage::buildColumns() {
    auto* columns = new QWidget(this);
    columns->setObjectName(QStringLiteral("writingColumns"));
    m_original = new WritingCard(tr("The original"), QStringLiteral("original"), tr("What the original writes"), columns);
    m_original->text()->setTinted(false);
    m_other = new WritingCard(tr("Compared with it"), QStringLiteral("other"), tr("What the other model writes"), columns);
    m_model = new Choice(QStringLiteral("writingModel"), tr("Model compared with the original"), m_other);
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_model->setMinimumContentsLength(22);
    m_model->setToolTip(tr("A smaller model made in this session, the original itself, or any other model with the same vocabulary."));
    m_other->titleLine()->addWidget(m_model);
    addLegend();
    auto* layout = new QHBoxLayout(columns);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_original, 1);
    layout->addWidget(m_other, 1);
    connect(m_model, &QComboBox::activated, this, &GeneratePage::modelActivated);
    return columns;
}

void GeneratePage::addLegend() {
    m_tint = new Tick(tr("Tint by difference"), QStringLiteral("tintWords"), m_other);
    m_tint->setToolTip(tr("Tints each token by the KL divergence: how differently the two models weigh every possible next token there."));
    m_tint->setChecked(true);
    m_legend = new TintLegend(m_other);
    m_legend->setObjectName(QStringLiteral("tintLegend"));
    m_legend->setToolTip(tr("KL(original ‖ smaller model) of the next-token distributions, in nats. 0: both weigh every token alike."));
    auto* line = new QHBoxLayout;
    line->setSpacing(16);
    line->addWidget(m_tint, 0, Qt::AlignTop);
    line->addWidget(m_legend, 1);
    m_other->body()->addLayout(line);
    TintedText* text = m_other->text();
    text->setDescription(pieceText);
    connect(m_tint, &QCheckBox::toggled, text, &TintedText::setTinted);
    connect(m_tint, &QCheckBox::toggled, m_legend, &QWidget::setVisible);
    connect(text, &TintedText::pointed, this, &GeneratePage::showPiece);
}

QWidget* GeneratePage::buildComparison() {
    auto* card = new Card({}, QStringLiteral("writingComparison"), this);
    m_headline = makeLabel({}, TextRole::Headline, QStringLiteral("sameUntil"), card);
    m_headline->setToolTip(tr("How many tokens both texts have in common before they part."));
    m_words = makeLabel({}, TextRole::Secondary, QStringLiteral("meanDivergence"), card);
    m_words->setWordWrap(true);
    m_words->setToolTip(tr("Mean over the written tokens of KL(original ‖ smaller model), in nats; the original reads what the smaller model writes."));
    m_probe = makeLabel({}, TextRole::Mono, QStringLiteral("pieceProbe"), card);
    m_probe->setMinimumHeight(16);
    m_probe->setToolTip(tr("The token under the pointer or the caret, and how far the two models are apart there."));
    card->body()->addWidget(m_headline);
    card->body()->addWidget(m_words);
    card->body()->addWidget(m_probe);
    return card;
}

void GeneratePage::shown() {
    m_prompt->setFocus();
    wishPrompt();
}

void GeneratePage::fillModels() {
    const QString before = m_model->currentData().toString();
    const auto& results = m_context.project.results();
    const QSignalBlocker quiet(m_model);
    m_model->clear();
    for (auto it = results.rbegin(); it != results.rend(); ++it) m_model->addItem(tr("%1 · %2").arg(ResultWords::name(m_context.project, *it), Format::bytes(static_cast<double>(it->bytes))), it->folder);
    for (const QString& path : m_opened) m_model->addItem(QFileInfo(path).fileName(), path);
    if (const ModelPointer& model = m_context.project.model()) m_model->addItem(tr("%1 (original)").arg(model->name), model->path);
    // Folders are chosen among this computer's; an engine elsewhere does not see them.
    if (m_context.workflow.workspace().seesFiles()) m_model->addItem(tr("Open another …"), QString());
    const int kept = before.isEmpty() || !(m_chosenByHand || isRunning()) ? -1 : m_model->findData(before);
    // The newest result is what people want to hear; the original beside itself only where somebody asks for it.
    m_model->setPlaceholderText(tr("Quantize first, or open another"));
    m_model->setCurrentIndex(kept >= 0 ? kept : results.empty() && m_opened.isEmpty() ? -1 : 0);
    refresh();
}

void GeneratePage::modelActivated(int index) {
    if (m_model->itemData(index).toString().isEmpty()) return chooseOther();
    m_chosenByHand = true;
    refresh();
}

void GeneratePage::chooseOther() {
    fillModels();   // nothing is chosen until a folder is
    QFileDialog* dialog = makeFileDialog(this, tr("Model to compare with"), QStringLiteral("writingModelDialog"), Pick::Folder, QStringLiteral("models"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_opened.removeAll(path);
        m_opened.prepend(path);
        fillModels();
        m_model->setCurrentIndex(m_model->findData(path));
        m_chosenByHand = true;
        refresh();
    });
    dialog->open();
}

void GeneratePage::wishPrompt() {
    const Project& project = m_context.project;
    const std::pair of(project.model() ? project.model()->path : QString(), project.task().text());
    // What the person typed stays, and nothing is asked for twice.
    if (!project.model() || m_prompt->toPlainText() != m_suggested || m_suggestedFor == of) return;
    m_suggestedFor = of;
    // The beginning of a text that the model is not calibrated on.
    JobRequest request = m_context.workflow.requests().preview(1, QStringLiteral("evaluation"));
    m_context.workflow.runner().ask(std::move(request), [self = QPointer<GeneratePage>(this), of, model = project.model(), asked = project.task()](const Result<QJsonObject>& shown) {
        GeneratePage* page = self.data();
        if (!page) return;
        if (!shown.ok() || model != page->m_context.project.model() || !(asked == page->m_context.project.task())) {
            // Not to be had, or for another choice by now: whoever comes back to this one is asked for anew.
            if (page->m_suggestedFor == of) page->m_suggestedFor = {};
            return;
        }
        page->suggestPrompt(shown.value().value(QLatin1String("samples")).toArray().at(0).toObject().value(QLatin1String("text")).toString());
    });
}

void GeneratePage::suggestPrompt(const QString& sample) {
    const QString prompt = promptFrom(sample);
    if (prompt.isEmpty() || m_prompt->toPlainText() != m_suggested) return;
    m_suggested = prompt;
    m_prompt->setPlainText(prompt);
}

void GeneratePage::rememberPrompt(const QString& prompt) {
    QStringList prompts = QSettings().value(QLatin1String(kPromptsKey)).toStringList();
    prompts.removeAll(prompt);
    prompts.prepend(prompt);
    QSettings().setValue(QLatin1String(kPromptsKey), prompts.mid(0, kPromptsKept));
    fillEarlier();
}

void GeneratePage::fillEarlier() {
    m_earlier->clear();
    for (const QString& prompt : QSettings().value(QLatin1String(kPromptsKey)).toStringList()) {
        const QString line = prompt.simplified();
        m_earlier->addItem(line.size() > kPromptShown ? line.left(kPromptShown) + QChar(0x2026) : line, prompt);
        m_earlier->setItemData(m_earlier->count() - 1, prompt, Qt::ToolTipRole);
    }
    m_earlier->setCurrentIndex(-1);
    m_earlier->setVisible(m_earlier->count() > 0);
}

void GeneratePage::takeEarlier(int index) {
    // Through the document: what stood there can be taken back.
    QTextCursor all(m_prompt->document());
    all.select(QTextCursor::Document);
    all.insertText(m_earlier->itemData(index).toString());
    m_earlier->setCurrentIndex(-1);
    m_prompt->setFocus();
}

void GeneratePage::keepLength(int length) {
    if (length == m_lastLength) return;
    m_context.edits.push(new ValueEdit<int>(tr("Length of the text"), EditKind::Separate, false, m_lastLength, length, [this](const int& value) {
        m_lastLength = value;
        m_length->setValue(value);
    }));
}

void GeneratePage::keepTemperature(double temperature) {
    if (temperature == m_lastTemperature) return;
    m_context.edits.push(new ValueEdit<double>(tr("Temperature"), EditKind::Separate, false, m_lastTemperature, temperature, [this](const double& value) {
        m_lastTemperature = value;
        m_temperature->setValue(value);
    }));
}

void GeneratePage::write() {
    const ModelPointer& model = m_context.project.model();
    const QString prompt = m_prompt->toPlainText();
    if (!model || prompt.isEmpty() || isRunning()) return;
    GenerateRequest request{model->path.toStdString(), prompt.toStdString(), {}, m_length->value(), m_temperature->value()};
    request.chat = m_chat->isVisibleTo(this) && m_chat->isChecked();
    rememberPrompt(prompt);
    m_suggested.clear();  // what was written from is the person's: no suggestion that comes later takes its place above the answers
    const auto done = [this](EngineJob&) { refresh(); };
    m_original->follow(m_context.workflow.runner().submit({QStringLiteral("generate"), jsonObject(request.toJson()), tr("The original writes"), true}, done), prompt);
    const QString other = m_writer = m_model->currentData().toString();
    if (other.isEmpty()) {
        m_other->follow(nullptr, {});
    } else {
        request.model = other.toStdString();
        request.against = model->path.toStdString();
        m_other->follow(m_context.workflow.runner().submit({QStringLiteral("generate"), jsonObject(request.toJson()), tr("%1 writes").arg(m_model->currentText()), true}, done), prompt);
    }
    refresh();
}

void GeneratePage::stop() {
    // The one that waits first: else its turn comes while the other ends.
    for (WritingCard* card : {m_other, m_original})
        if (card->isRunning()) m_context.engine.cancel(card->job());
}

bool GeneratePage::isRunning() const { return m_original->isRunning() || m_other->isRunning(); }

void GeneratePage::forget() {
    stop();
    m_original->follow(nullptr, {});
    m_other->follow(nullptr, {});
    m_opened.clear();
    m_chosenByHand = false;
    fillModels();
}

void GeneratePage::refresh() {
    // What one model wrote would stand under another's name.
    if (m_other->job() && !isRunning() && m_model->currentData().toString() != m_writer) m_other->follow(nullptr, {});
    m_stop->setEnabled(isRunning());
    m_chat->setVisible(m_context.project.model() && m_context.project.model()->chat);
    for (WritingCard* card : {m_original, m_other}) card->setChatOffered(m_chat->isVisibleTo(this) && !m_chat->isChecked());
    m_model->setEnabled(!isRunning());
    const QString hint = m_context.project.model() ? tr("Press Write, or Ctrl+Return in the prompt.") : tr("Open a model first.");
    m_original->setHint(hint);
    m_other->setHint(m_model->currentData().toString().isEmpty() ? tr("Quantize the model first, or choose “Open another …” above.") : hint);
    showComparison();
    emit primaryChanged();
}

void GeneratePage::showComparison() {
    const auto done = [](const WritingCard* card) { return card->job() && card->job()->state() == JobState::Done; };
    m_probe->setText({});
    if (!done(m_original) || !done(m_other)) {
        m_headline->setText(isRunning() ? tr("Writing …") : tr("Two models, one beginning"));
        m_words->setText(tr("Both continue the same text. Where the words on the right are tinted, the original would have weighed its next words differently: the darker or brighter, the more."));
        return;
    }
    const QJsonArray original = m_original->job()->result().value(QLatin1String("ids")).toArray(), other = m_other->job()->result().value(QLatin1String("ids")).toArray();
    const int common = tokensInCommon(original, other);
    const double mean = m_other->job()->result().value(QLatin1String("klMean")).toDouble();
    if (m_original->endedAtOnce() && m_other->endedAtOnce()) {
        m_headline->setText(tr("Both ended at once"));
        m_words->setText(tr("The likeliest next token of both is the end mark: for them this text is complete."));
        return;
    }
    if (common == original.size() && common == other.size()) m_headline->setText(tr("The same words all the way, %n token(s)", nullptr, common));
    else if (common == 0) m_headline->setText(tr("Different from the first word on"));
    else m_headline->setText(tr("The same words for %n token(s), then they part", nullptr, common));
    const QString meaning = mean < kNone ? tr("next to no difference") : mean < kLittle ? tr("a small difference") : mean < kMuch ? tr("a clear difference") : tr("a large difference");
    m_words->setText(tr("Mean KL %1 nats per token over %n token(s): %2.", nullptr, static_cast<int>(other.size())).arg(Format::significant(mean), meaning));
}

QString GeneratePage::pieceText(const WrittenPiece& piece) {
    const QString word = piece.text.trimmed().isEmpty() ? tr("(blank)") : piece.text.trimmed();
    if (piece.kl < 0) return word;
    return tr("%1   KL %2 nats").arg(word, Format::significant(piece.kl));
}

void GeneratePage::showPiece(int piece) {
    const auto& pieces = m_other->text()->pieces();
    if (piece < 0 || piece >= static_cast<int>(pieces.size())) return m_probe->setText({});
    m_probe->setText(tr("token %1: %2").arg(piece + 1).arg(pieceText(pieces[static_cast<std::size_t>(piece)])));
}

Page::Action GeneratePage::primaryAction() const {
    const bool ready = m_context.project.model() && !m_prompt->toPlainText().isEmpty() && !isRunning();
    return {isRunning() ? tr("Writing …") : tr("Write"), m_context.project.model() ? tr("Both models continue the prompt (Ctrl+Return).") : tr("Open a model first."), ready};
}

}  // namespace tacq::ui
