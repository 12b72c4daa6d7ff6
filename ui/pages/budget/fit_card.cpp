#include "pages/budget/fit_card.h"

#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <algorithm>
#include <cmath>
#include <utility>

#include "models/shared/format.h"
#include "models/shared/job_results.h"
#include "text/error_text.h"
#include "widgets/choice.h"
#include "widgets/decimal_box.h"
#include "widgets/parts.h"
#include "widgets/segmented.h"

namespace tacq::ui {
namespace {

// A model that fills the memory leaves no room for the text it works on.
constexpr double kMemoryShare = 0.5;
constexpr double kMega = 1e6;
constexpr int kFirstGpu = 3;   // entries before: bits, megabytes, memory

double numberAt(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)).toDouble(); }

}  // namespace

FitCard::FitCard(PageContext context, QWidget* parent) : Card(tr("Fit to"), QStringLiteral("fitCard"), parent), m_context(context) {
    buildTarget();
    buildHow();
    m_answer = makeLabel({}, TextRole::Secondary, QStringLiteral("fitAnswer"), this);
    m_answer->setWordWrap(true);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_answer->hide();
    body()->addWidget(m_answer);
    connect(&context.engine, &EngineProcess::stateChanged, this, [this] {
        showGpus();
        showTarget();
    });
    connect(&context.workflow, &Workflow::jobsChanged, this, &FitCard::showJob);
    connect(&context.project, &Project::saliencyChanged, this, [this] {
        m_answer->hide();
        showTarget();
        showJob();
    });
    // An answer is about the budget that it made.
    connect(&context.budget, &BudgetModel::settingsChanged, this, [this] {
        if (m_context.budget.settings() != m_fitted) m_answer->hide();
    });
    showGpus();
    showTarget();
    showJob();
}

void FitCard::buildTarget() {
    m_target = new Choice(QStringLiteral("fitTarget"), tr("Fit to"), this);
    m_target->setToolTip(tr("What the smaller model must not exceed."));
    m_target->addItem(tr("bits per weight"), static_cast<int>(Target::Bits));
    m_target->addItem(tr("megabytes"), static_cast<int>(Target::Megabytes));
    m_target->addItem(tr("this machine's memory"), static_cast<int>(Target::Memory));
    m_number = new DecimalBox(this);
    m_number->setObjectName(QStringLiteral("fitNumber"));
    m_number->setAccessibleName(tr("Limit"));
    m_number->setToolTip(tr("The limit; a fit never goes beyond it."));
    m_number->setAlignment(Qt::AlignRight);
    m_number->setFixedWidth(104);
    auto* line = new QHBoxLayout;
    line->addWidget(m_target, 1);
    line->addWidget(m_number);
    m_note = makeLabel({}, TextRole::Small, QStringLiteral("fitNote"), this);
    m_note->setWordWrap(true);
    body()->addLayout(line);
    body()->addWidget(m_note);
    connect(m_target, qOverload<int>(&QComboBox::currentIndexChanged), this, &FitCard::showTarget);
}

void FitCard::buildHow() {
    m_how = new Segmented(QStringLiteral("fitHow"), tr("What is chosen"), this);
    m_how->addChoice(QStringLiteral("kept"), tr("kept weights"), 0, tr("Keeps the widths as they are and chooses how many weights stay in 16 bit. At once."));
    m_how->addChoice(QStringLiteral("widths"), tr("widths too"), 1, tr("Chooses a width for every tensor as well, so that the predicted loss is least. Locked tensors stay as they are. The engine works a while."));
    m_how->setValue(0);
    m_fit = makeButton(tr("Fit"), ButtonRole::Normal, QStringLiteral("fit"), this);
    m_fit->setToolTip(tr("Sets the budget to the largest that fits. Undo takes it back."));
    auto* line = new QHBoxLayout;
    line->addWidget(m_how);
    line->addStretch(1);
    line->addWidget(m_fit);
    body()->addLayout(line);
    connect(m_fit, &QPushButton::clicked, this, &FitCard::fit);
}

FitCard::Target FitCard::target() const { return static_cast<Target>(m_target->currentData().toInt()); }

void FitCard::showGpus() {
    const QSignalBlocker quiet(m_target);
    const int chosen = m_target->currentIndex();
    while (m_target->count() > kFirstGpu) m_target->removeItem(m_target->count() - 1);
    for (const EngineGpu& gpu : m_context.engine.info().gpus)
        m_target->addItem(tr("%1, %2").arg(gpu.name, Format::bytes(static_cast<double>(gpu.memoryBytes))), static_cast<int>(Target::Gpu));
    if (m_target->count() == kFirstGpu) {
        m_target->addItem(tr("a GPU's memory"), static_cast<int>(Target::Gpu));
        QStandardItem* none = qobject_cast<QStandardItemModel*>(m_target->model())->item(kFirstGpu);
        none->setEnabled(false);
        none->setToolTip(tr("The engine reports no GPU."));
    }
    m_target->setCurrentIndex(chosen < m_target->count() && (chosen < kFirstGpu || !m_context.engine.info().gpus.isEmpty()) ? chosen : 0);
}

double FitCard::memory() const {
    const EngineInfo& info = m_context.engine.info();
    if (target() == Target::Memory) return static_cast<double>(info.memoryBytes);
    return static_cast<double>(info.gpus.value(m_target->currentIndex() - kFirstGpu).memoryBytes);
}

void FitCard::showTarget() {
    const Target now = target();
    const bool typed = now == Target::Bits || now == Target::Megabytes;
    const BudgetState& state = m_context.budget.state();
    m_number->setVisible(typed);
    if (now == Target::Bits) {
        m_number->setDecimals(3);
        m_number->setRange(1, 16);
        m_number->setSingleStep(0.1);
        m_number->setValue(m_context.budget.hasState() ? std::ceil(state.ledger.totalBits * 10) / 10 : 3.2);
        m_note->setText(tr("Codes, scales, zeros and kept weights together, per quantizable weight."));
    } else if (now == Target::Megabytes) {
        const double size = static_cast<double>(state.ledger.modelBytes) / kMega;
        m_number->setDecimals(size < 10 ? 3 : 1);
        m_number->setRange(0.001, 1e6);
        m_number->setSingleStep(size < 10 ? 0.01 : 1);
        m_number->setValue(size > 0 ? size : 100);
        m_note->setText(tr("All files of the model together; a megabyte is a million bytes."));
    } else {
        m_note->setText(memory() > 0 ? tr("Half of %1: the rest is for the text that the model works on, and for other programs.").arg(Format::bytes(memory())) : tr("The engine has not said yet how much memory there is."));
    }
}

void FitCard::showJob() {
    const bool running = m_job && !m_job->isFinished();
    m_fit->setText(running ? tr("Choosing …") : tr("Fit"));
    m_fit->setEnabled(!running && m_context.budget.hasState());
}

BudgetRequest FitCard::request() const {
    BudgetRequest request;
    switch (target()) {
        case Target::Bits: request.targetBits = m_number->value(); break;
        case Target::Megabytes: request.targetBytes = static_cast<std::uint64_t>(m_number->value() * kMega + 0.5); break;
        case Target::Memory:
        case Target::Gpu: request.targetBytes = static_cast<std::uint64_t>(kMemoryShare * memory()); break;
    }
    return request;
}

void FitCard::fit() {
    if (!(request().targetBits > 0) && request().targetBytes == 0) return;
    if (m_how->value().toInt() == 0) chooseKept();
    else chooseWidths();
}

void FitCard::chooseKept() {
    bool room = false;
    const auto answer = m_context.budget.fit(request(), &room);
    m_fitted = m_context.budget.settings();
    m_answer->show();
    if (!answer.ok()) {
        setTextRole(m_answer, TextRole::Warning);
        m_answer->setText(ErrorText::detail(answer.error()) + QLatin1Char(' ') + ErrorText::nextStep(answer.error()));
        return;
    }
    setTextRole(m_answer, TextRole::Secondary);
    BudgetSettings settings = m_context.budget.settings();
    settings.fraction = fractionForKept(answer.value().kept, totalElements(m_context.budget.source()->meta()));
    m_fitted = settings;
    m_context.budget.setSettings(settings, tr("fit to a size"));
    m_answer->setText(room ? tr("More would fit: %1 weights are kept, the most that are ranked one by one. Wider base bits or smaller groups can use the rest.").arg(Format::count(answer.value().kept))
                           : tr("%1 weights can be kept: %2 bits, %3.").arg(Format::count(answer.value().kept), Format::bits(answer.value().ledger.totalBits),
                                                                            Format::exactBytes(answer.value().ledger.modelBytes)));
}

void FitCard::chooseWidths() {
    if (!m_context.project.saliency() || (m_job && !m_job->isFinished())) return;
    m_answer->hide();
    const SaliencyPointer asked = m_context.project.saliency();
    m_job = m_context.workflow.runner().submit(m_context.workflow.requests().widths(request(), m_rules.vllmSafe, m_rules.ggufSafe), [this, asked, was = m_context.budget.settings()](EngineJob& job) {
        // The person may have gone on to another model or grid: the answer is about that one.
        const BudgetSettings& now = m_context.budget.settings();
        if (asked == m_context.project.saliency() && was.grid == now.grid && was.embeddings == now.embeddings) takeWidths(job.result());
    });
    showJob();
}

void FitCard::takeWidths(const QJsonObject& answer) {
    BudgetSettings settings = m_context.budget.settings();
    auto recipe = recipeOf(answer.value(QLatin1String("recipe")).toObject());
    if (!recipe.ok()) {
        emit m_context.workflow.failed(recipe.error(), nullptr);
        return;
    }
    settings.overrides = std::move(recipe).value();
    settings.fraction = fractionForKept(static_cast<std::uint64_t>(answer.value(QLatin1String("kept")).toInteger()), totalElements(m_context.budget.source()->meta()));
    m_fitted = settings;
    m_context.budget.setSettings(settings, tr("chosen widths"));
    setTextRole(m_answer, TextRole::Secondary);
    m_answer->setText(sentence(answer));
    m_answer->show();
}

QString FitCard::sentence(const QJsonObject& answer) const {
    const QJsonObject mixed = answer.value(QLatin1String("mixed")).toObject();
    const int estimates = mixed.value(QLatin1String("estimates")).toInt();
    const QString about = estimates > 0 ? QStringLiteral("≈ ") : QString();
    // The loss itself stands in the ledger, from the widths on show; here only what the engine's search alone can say, both sides from its own figures.
    QStringList parts{tr("%1 bits.").arg(Format::bits(numberAt(answer.value(QLatin1String("ledger")).toObject(), "total")))};
    const double uniformLoss = numberAt(mixed, "uniformFirstOrder");
    if (const int uniform = mixed.value(QLatin1String("uniformBits")).toInt(); uniform > 0 && uniformLoss > 0)
        parts << tr("%1%2 less first-order loss than %3 bit everywhere in this size.").arg(about, Format::percent(std::max(0.0, 1 - numberAt(mixed, "firstOrder") / uniformLoss)), QString::number(uniform));
    else parts << tr("No single width fits this size.");
    parts << (mixed.value(QLatin1String("optimal")).toBool() ? tr("Proved to be the best choice of widths.") : tr("The best found; not proved to be the best there is."));
    if (estimates > 0) parts << tr("%n tensor(s) have a width that was not simulated: their loss is an estimate.", nullptr, estimates);
    for (const QJsonValue& note : mixed.value(QLatin1String("notes")).toArray()) parts << note.toString();
    return parts.join(QLatin1Char(' '));
}

}  // namespace tacq::ui
