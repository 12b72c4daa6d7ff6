#include "pages/export_page.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>

#include "models/format.h"
#include "widgets/card.h"
#include "widgets/choice.h"
#include "widgets/parts.h"
#include "widgets/segmented.h"
#include "widgets/tick.h"

namespace tacq::ui {

ExportPage::ExportPage(PageContext context, QWidget* parent) : Page(context, parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(buildQuestion());
    layout->addWidget(buildOutcome());
    layout->addStretch(1);
    connect(&context.project, &Project::resultsChanged, this, &ExportPage::fillSources);
    connect(&context.workflow, &Workflow::exported, this, &ExportPage::showExported);
    connect(&context.workflow, &Workflow::jobsChanged, this, &ExportPage::refresh);
    fillSources();
}

QWidget* ExportPage::buildQuestion() {
    auto* card = new Card(tr("Where will it run?"), QStringLiteral("exportCard"), this);
    m_format = new Segmented(QStringLiteral("exportFormat"), tr("Format"), card);
    m_format->addChoice(QStringLiteral("hf"), tr("transformers, vLLM, SGLang"), QStringLiteral("hf"), tr("A folder of 16-bit weights that these load unchanged."));
    m_format->addChoice(QStringLiteral("tacq"), tr("TaCQ packed"), QStringLiteral("tacq"), tr("The compact checkpoint: low-bit codes and kept weights."));
    m_format->setValue(QStringLiteral("hf"));
    m_formatWords = makeLabel({}, TextRole::Secondary, QStringLiteral("formatWords"), card);
    m_formatWords->setWordWrap(true);
    m_source = new Choice(QStringLiteral("exportSource"), tr("Which model"), card);
    m_source->setPlaceholderText(tr("Quantize first"));
    m_source->setToolTip(tr("The models made in this session."));
    m_folder = new QLineEdit(card);
    m_folder->setObjectName(QStringLiteral("exportFolder"));
    m_folder->setAccessibleName(tr("Folder to write"));
    m_folder->setPlaceholderText(tr("Folder to write"));
    m_folder->setToolTip(tr("The folder that is made; it must not hold anything else."));
    auto* browse = makeButton(tr("Choose …"), ButtonRole::Normal, QStringLiteral("chooseExportFolder"), card);
    browse->setToolTip(tr("Choose the folder in which the model's folder is made."));
    m_verify = new Tick(tr("Read back and compare"), QStringLiteral("exportVerify"), card);
    m_verify->setToolTip(tr("After writing, every value is read again and compared with what was meant."));
    m_verify->setChecked(true);
    m_replace = new Tick(tr("Replace what is there"), QStringLiteral("exportReplace"), card);
    m_replace->setToolTip(tr("Otherwise a folder that already holds something else is left alone."));
    auto* folderLine = new QHBoxLayout;
    folderLine->addWidget(m_folder, 1);
    folderLine->addWidget(browse);
    card->body()->addWidget(m_format, 0, Qt::AlignLeft);
    card->body()->addWidget(m_formatWords);
    card->body()->addSpacing(8);
    card->body()->addWidget(makeLabel(tr("Model"), TextRole::Secondary, QStringLiteral("exportSourceLabel"), card));
    card->body()->addWidget(m_source, 0, Qt::AlignLeft);
    card->body()->addWidget(makeLabel(tr("Folder"), TextRole::Secondary, QStringLiteral("exportFolderLabel"), card));
    card->body()->addLayout(folderLine);
    card->body()->addWidget(m_verify);
    card->body()->addWidget(m_replace);
    m_source->setMinimumWidth(320);
    connect(m_format, &Segmented::chosen, this, &ExportPage::refresh);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportPage::refresh);
    connect(m_source, &QComboBox::currentIndexChanged, this, &ExportPage::refresh);
    connect(browse, &QPushButton::clicked, this, &ExportPage::chooseFolder);
    return card;
}

QWidget* ExportPage::buildOutcome() {
    auto* card = new Card(tr("Result"), QStringLiteral("exportResult"), this);
    m_outcome = makeLabel(tr("Nothing exported yet."), TextRole::Strong, QStringLiteral("exportOutcome"), card);
    m_verified = makeLabel({}, TextRole::Done, QStringLiteral("exportVerified"), card);
    m_files = makeLabel({}, TextRole::Mono, QStringLiteral("exportFiles"), card);
    m_files->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel* label : {m_outcome, m_verified, m_files}) {
        label->setWordWrap(true);
        card->body()->addWidget(label);
    }
    return card;
}

void ExportPage::fillSources() {
    // A new result is what one wants to export; otherwise the choice stays.
    const bool isNew = static_cast<std::size_t>(m_source->count()) != m_context.project.results().size();
    const QString before = isNew ? QString() : m_source->currentData().toString();
    const QSignalBlocker quiet(m_source);
    m_source->clear();
    const auto& results = m_context.project.results();
    for (auto it = results.rbegin(); it != results.rend(); ++it) m_source->addItem(tr("%1 · %2").arg(it->title, Format::bytes(static_cast<double>(it->bytes))), it->folder);
    const int at = m_source->findData(before);
    m_source->setCurrentIndex(results.empty() ? -1 : std::max(0, at));
    m_source->setEnabled(!results.empty());
    if (m_folder->text().isEmpty() && m_context.project.model() && !results.empty())
        m_folder->setText(QDir::home().filePath(m_context.project.model()->name + QStringLiteral("-tacq-%1bit").arg(results.back().grid.bits)));
    refresh();
}

QString ExportPage::format() const { return m_format->value().toString(); }

void ExportPage::refresh() {
    m_formatWords->setText(format() == QLatin1String("hf")
                               ? tr("Quality of the smaller model, in a form every program loads: the weights are written in 16 bit, so the folder is as large as the original. Choose this to use it today.")
                               : tr("As small as the ledger says, to the byte. TaCQ Workbench and its command line load it; others do not yet."));
    emit primaryChanged();
}

void ExportPage::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("Folder to write into"));
    dialog->setObjectName(QStringLiteral("exportFolderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        const QString name = m_context.project.model() ? m_context.project.model()->name + QLatin1String("-tacq") : QStringLiteral("model-tacq");
        m_folder->setText(QDir(folder).filePath(name));
    });
    dialog->open();
}

void ExportPage::showExported(const QJsonObject& result, const QString& folder) {
    const QJsonArray files = result.value(QLatin1String("files")).toArray();
    double bytes = 0;
    QStringList lines;
    for (const QJsonValue& value : files) {
        const QJsonObject file = value.toObject();
        const double size = file.value(QLatin1String("bytes")).toDouble();
        bytes += size;
        lines << QStringLiteral("%1  %2").arg(Format::bytes(size), 10).arg(file.value(QLatin1String("path")).toString());
    }
    m_outcome->setText(tr("Written to %1: %n file(s), %2.", nullptr, static_cast<int>(files.size())).arg(QDir::toNativeSeparators(folder), Format::bytes(bytes)));
    const QJsonValue readback = result.value(QLatin1String("readback"));
    const double worst = readback.toObject().value(QLatin1String("maxAbsDiff")).toDouble();
    m_verified->setText(!readback.isObject() ? tr("Not read back.")
                        : worst == 0         ? tr("✓ Verified: read back, every value as meant.")
                                             : tr("✓ Verified: read back, largest difference %1 (rounding to 16 bit).").arg(Format::significant(worst)));
    setTextRole(m_verified, readback.isObject() ? TextRole::Done : TextRole::Secondary);
    m_files->setText(lines.join(QLatin1Char('\n')));
}

Page::Action ExportPage::primaryAction() const {
    const EngineJob* job = m_context.workflow.activeExport();
    const bool running = job && !job->isFinished();
    return {running ? tr("Exporting …") : tr("Export"), m_source->count() == 0 ? tr("Quantize first.") : tr("Writes the folder, reads it back and compares."),
            m_source->count() > 0 && !m_folder->text().isEmpty() && !running};
}

void ExportPage::triggerPrimary() {
    m_context.workflow.exportModel({m_source->currentData().toString(), m_folder->text(), format(), m_verify->isChecked(), m_replace->isChecked()});
}

}  // namespace tacq::ui
