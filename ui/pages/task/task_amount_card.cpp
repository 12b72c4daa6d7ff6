#include "pages/task/task_amount_card.h"

#include <QGridLayout>
#include <QSpinBox>
#include <limits>

#include "models/shared/format.h"
#include "pages/task/task_edit.h"
#include "widgets/choice.h"
#include "widgets/parts.h"
#include "widgets/segmented.h"

namespace tacq::ui {
namespace {

constexpr int kFieldWidth = 88;

void addField(QGridLayout* grid, int row, int column, const QString& label, const QString& tip, QWidget* field, Card* card) {
    auto* caption = makeLabel(label, TextRole::Secondary, field->objectName() + QLatin1String("Label"), card);
    caption->setToolTip(tip);
    caption->setBuddy(field);
    field->setToolTip(tip);
    grid->addWidget(caption, row, column);
    grid->addWidget(field, row, column + 1, Qt::AlignRight);
}

}  // namespace

TaskAmountCard::TaskAmountCard(PageContext context, QWidget* parent) : Card(tr("How much of it to look at"), QStringLiteral("amountCard"), parent), m_context(context) {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(2, 1);
    m_samples = addSpin(grid, 0, 0, "samples", tr("Samples"), 1, 100000, tr("How many pieces of text the gradients are taken on. More is steadier and slower."));
    m_tokens = addSpin(grid, 0, 2, "tokens", tr("Tokens per sample"), 8, 1 << 20, tr("Length of a sample in tokens; never more than the model's context."));
    m_seed = addSpin(grid, 1, 0, "taskSeed", tr("Seed"), 0, std::numeric_limits<int>::max(), tr("Which samples are drawn: another seed draws others, the same seed the same ones on every computer."));
    addPacking(grid);
    addLoss(grid);
    m_total = makeLabel({}, TextRole::Small, QStringLiteral("tokenTotal"), this);
    body()->addLayout(grid);
    m_how = makeLabel({}, TextRole::Small, QStringLiteral("packingNote"), this);
    for (QLabel* label : {m_total, m_how}) label->setWordWrap(true);
    body()->addWidget(m_total);
    body()->addWidget(m_how);
    connect(m_samples, qOverload<int>(&QSpinBox::valueChanged), this, [this](int value) { edit(tr("samples"), [value](TaskChoice& choice) { choice.samples = value; }); });
    connect(m_tokens, qOverload<int>(&QSpinBox::valueChanged), this, [this](int value) { edit(tr("tokens per sample"), [value](TaskChoice& choice) { choice.tokens = value; }); });
    connect(m_seed, qOverload<int>(&QSpinBox::valueChanged), this, [this](int value) { edit(tr("seed"), [value](TaskChoice& choice) { choice.seed = static_cast<quint64>(value); }); });
    connect(&context.project, &Project::taskChanged, this, &TaskAmountCard::show);
    connect(&context.project, &Project::modelChanged, this, &TaskAmountCard::show);
    connect(&context.workflow, &Workflow::previewReady, this, [this](const QJsonObject& answer) {
        if (const auto used = usedText(answer)) m_used = used;
        showTotal();
    });
    show();
}

QSpinBox* TaskAmountCard::addSpin(QGridLayout* grid, int row, int column, const char* name, const QString& label, int low, int high, const QString& tip) {
    auto* box = new QSpinBox(this);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(label);
    box->setRange(low, high);
    box->setKeyboardTracking(false);
    box->setAlignment(Qt::AlignRight);
    box->setFixedWidth(kFieldWidth);
    addField(grid, row, column, label, tip, box, this);
    return box;
}

void TaskAmountCard::addPacking(QGridLayout* grid) {
    m_packing = new Choice(QStringLiteral("packing"), tr("Samples are"), this);
    const std::pair<const char*, QString> ways[]{{"auto", tr("as fits the text")}, {"windows", tr("random windows")}, {"items", tr("one example each")}, {"joined", tr("joined, cut in order")}};
    for (const auto& [key, text] : ways) m_packing->addItem(text, QLatin1String(key));
    addField(grid, 1, 2, tr("Samples are"), tr("How texts become samples: random pieces of one long text, one example each, or all examples joined and cut from the start."), m_packing, this);
    connect(m_packing, &QComboBox::activated, this, [this](int index) {
        edit(tr("how samples are cut"), [key = m_packing->itemData(index).toString()](TaskChoice& choice) { choice.packing = key; });
    });
}

void TaskAmountCard::addLoss(QGridLayout* grid) {
    m_loss = new Segmented(QStringLiteral("lossOn"), tr("Loss on"), this);
    m_loss->addChoice(QStringLiteral("all"), tr("all tokens"), false, tr("Every token has to be guessed: the question as well as the answer."));
    m_loss->addChoice(QStringLiteral("answer"), tr("the answer only"), true, tr("Only the answer has to be guessed; the question is read. Needs examples with an answer."));
    auto* caption = makeLabel(tr("Loss on"), TextRole::Secondary, QStringLiteral("lossOnLabel"), this);
    caption->setToolTip(tr("Which tokens the model is asked to guess. The circuit is what these guesses depend on."));
    grid->addWidget(caption, 2, 0);
    grid->addWidget(m_loss, 2, 1, 1, 3, Qt::AlignRight);
    connect(m_loss, &Segmented::chosen, this, [this](const QVariant& value) { edit(tr("loss"), [value](TaskChoice& choice) { choice.answerOnly = value.toBool(); }); });
}

template <typename Change>
void TaskAmountCard::edit(const QString& what, Change change) {
    TaskChoice choice = m_context.project.task();
    change(choice);
    editTask(m_context, what, choice);
}

void TaskAmountCard::show() {
    const TaskChoice& choice = m_context.project.task();
    const auto put = [](QSpinBox* box, int value) {
        const QSignalBlocker quiet(box);
        box->setValue(value);
    };
    put(m_samples, choice.samples);
    put(m_tokens, choice.tokens);
    put(m_seed, static_cast<int>(choice.seed));
    m_packing->setCurrentIndex(std::max(0, m_packing->findData(choice.packing)));
    m_loss->setValue(choice.answerOnly);
    m_used.reset();   // of another choice
    showTotal();
}

void TaskAmountCard::showTotal() {
    const TaskChoice& choice = m_context.project.task();
    const auto count = [](qint64 n) { return Format::count(static_cast<quint64>(n)); };
    if (!m_used) m_total->setText(tr("up to %1 tokens in all").arg(count(static_cast<qint64>(choice.samples) * choice.tokens)));
    else if (m_used->samples < choice.samples) m_total->setText(tr("The text gives %n sample(s) of the %1 asked for, %2 tokens in all.", nullptr, static_cast<int>(m_used->samples)).arg(count(choice.samples), count(m_used->tokens)));
    else m_total->setText(tr("%n sample(s), %1 tokens in all", nullptr, static_cast<int>(m_used->samples)).arg(count(m_used->tokens)));
    m_how->setText(choice.packing == QLatin1String("windows")  ? tr("Random pieces of the whole text, each as long as asked for.")
                   : choice.packing == QLatin1String("items")  ? tr("Whole examples, one each, until samples × tokens are used up: long examples give fewer samples.")
                   : choice.packing == QLatin1String("joined") ? tr("All examples in one, cut from the start into pieces of this length: a small set gives few.")
                                                               : tr("A long text gives random pieces of this length; a set gives whole examples until samples × tokens are used up, so that long examples give fewer samples."));
}

}  // namespace tacq::ui
