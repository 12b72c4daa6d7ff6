#include "pages/export/export_page.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <algorithm>
#include <iterator>

#include "models/shared/async.h"
#include "models/shared/format.h"
#include "pages/export/export_result_card.h"
#include "widgets/card.h"
#include "widgets/choice.h"
#include "widgets/export_menu.h"
#include "widgets/facts.h"
#include "widgets/file_dialog.h"
#include "widgets/parts.h"
#include "widgets/table.h"
#include "widgets/tick.h"

namespace tacq::ui {
namespace {

constexpr int kRowHeight = 24, kRowsShown = 8, kHeaderHeight = 28;

}  // namespace

ExportPage::ExportPage(PageContext context, QWidget* parent) : Page(context, parent), m_formats(new ExportFormatsModel(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(buildQuestion(), 1);
    layout->addWidget(new ExportResultCard(context, this), 1);
    connect(&context.project, &Project::resultsChanged, this, &ExportPage::fillSources);
    connect(&context.project, &Project::modelChanged, this, &ExportPage::fillSources);
    connect(&context.workflow, &Workflow::jobsChanged, this, &Page::primaryChanged);
    connect(&context.engine, &EngineProcess::stateChanged, this, &ExportPage::fillFormats);
    fillFormats();
    fillSources();
}

QWidget* ExportPage::buildQuestion() {
    auto* card = new Card(tr("Where will it run?"), QStringLiteral("exportCard"), this);
    m_table = makeTable(m_formats, QStringLiteral("exportFormat"), tr("Formats"), card);
    m_table->setToolTip(tr("What the smaller model can be written as. The size is that of the weight files."));
    offerTableExport(m_table, tr("formats"));
    m_words = makeLabel({}, TextRole::Secondary, QStringLiteral("formatWords"), card);
    m_words->setWordWrap(true);
    card->body()->addWidget(m_table);
    card->body()->addWidget(m_words);
    card->body()->addWidget(buildFacts(card));
    card->body()->addWidget(makeLine(card));
    card->body()->addWidget(buildTarget(card));
    card->body()->addStretch(1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        suggestFolder();
        refresh();
    });
    return card;
}

QWidget* ExportPage::buildFacts(QWidget* parent) {
    auto* facts = new Facts(parent);
    m_size = facts->add(tr("Size"), QStringLiteral("exportSize"), tr("Bytes of the weight files, known before they are written."));
    m_quality = facts->add(tr("Quality"), QStringLiteral("exportQuality"), tr("Perplexity on the task's evaluation text: exp(mean negative log-likelihood), lower is better. ± one standard error."));
    m_programs = facts->add(tr("Loads in"), QStringLiteral("exportPrograms"), tr("Programs that load this format as it is."));
    m_files = facts->add(tr("Files"), QStringLiteral("exportFilesBefore"), tr("What the folder will hold."));
    for (QLabel* label : {m_size, m_quality, m_programs, m_files}) label->setWordWrap(true);
    return facts;
}

QWidget* ExportPage::buildTarget(QWidget* parent) {
    auto* area = new QWidget(parent);
    area->setObjectName(QStringLiteral("exportTarget"));
    m_source = new Choice(QStringLiteral("exportSource"), tr("Which model"), area);
    m_source->setPlaceholderText(tr("Quantize first"));
    m_source->setToolTip(tr("The models made in this session, and the finished runs of the workspace."));
    m_source->setMinimumWidth(320);
    m_folder = new QLineEdit(area);
    m_folder->setObjectName(QStringLiteral("exportFolder"));
    m_folder->setAccessibleName(tr("Folder to write"));
    m_folder->setPlaceholderText(tr("Folder to write"));
    m_folder->setToolTip(tr("The folder that is made; it must not hold anything else."));
    auto* browse = makeButton(tr("Choose …"), ButtonRole::Normal, QStringLiteral("chooseExportFolder"), area);
    browse->setToolTip(tr("Choose the folder in which the model's folder is made."));
    m_verify = new Tick(tr("Read back and compare"), QStringLiteral("exportVerify"), area);
    m_verify->setToolTip(tr("After writing, every value is read again and compared with what was meant."));
    m_verify->setChecked(true);
    m_replace = new Tick(tr("Replace what is there"), QStringLiteral("exportReplace"), area);
    m_replace->setToolTip(tr("Otherwise a folder that already holds something else is left alone."));
    auto* folderLine = new QHBoxLayout;
    folderLine->addWidget(m_folder, 1);
    folderLine->addWidget(browse);
    auto* ticks = new QHBoxLayout;
    ticks->setSpacing(24);
    ticks->addWidget(m_verify);
    ticks->addWidget(m_replace);
    ticks->addStretch(1);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeLabel(tr("Model"), TextRole::Secondary, QStringLiteral("exportSourceLabel"), area));
    layout->addWidget(m_source, 0, Qt::AlignLeft);
    layout->addWidget(makeLabel(tr("Folder"), TextRole::Secondary, QStringLiteral("exportFolderLabel"), area));
    layout->addLayout(folderLine);
    layout->addLayout(ticks);
    connect(m_folder, &QLineEdit::textChanged, this, &Page::primaryChanged);
    connect(m_source, &QComboBox::currentIndexChanged, this, &ExportPage::chosen);
    connect(browse, &QPushButton::clicked, this, &ExportPage::chooseFolder);
    return area;
}

void ExportPage::shown() { loadRuns(); }

void ExportPage::fillFormats() {
    std::vector<ExportFormatWords> offered;
    for (const EngineFormat& f : m_context.engine.info().exportFormats) offered.push_back({f.name, f.title, f.description, f.lowBit, f.runsIn, {}, f.isModel});
    std::vector<ExportFormatWords> formats = ExportFormats::list(offered);
    if (formats == m_formats->formats()) return;
    const ExportFormatWords* as = format();
    const QString before = as ? as->name : QStringLiteral("hf");
    m_formats->setFormats(std::move(formats));
    m_table->selectRow(std::max(0, m_formats->rowOf(before)));
    m_table->setFixedHeight(kHeaderHeight + kRowHeight * std::min(kRowsShown, m_formats->rowCount()));
    refresh();
}

void ExportPage::loadRuns() {
    const QString workspace = m_context.engine.info().workspace;
    if (workspace.isEmpty() || !m_context.workflow.workspace().seesFiles()) return;
    runAsync(this, [workspace] { return finishedRuns(workspace); },
             [this](Result<std::vector<ExportSource>> runs) {
                 if (!runs.ok()) {
                     emit m_context.workflow.failed(runs.error(), nullptr);
                     return;
                 }
                 m_runs = std::move(runs).value();
                 fillSources();
             });
}

void ExportPage::fillSources() {
    const std::vector<ExportSource> made = sessionSources(m_context.project);
    // A new result is what one wants to export; otherwise the choice stays.
    const auto known = std::count_if(m_sources.begin(), m_sources.end(), [](const ExportSource& s) { return !s.folder.isEmpty(); });
    const ExportSource* current = source();
    const QString before = current && static_cast<std::size_t>(known) == made.size() ? current->source : QString();
    m_sources = made;
    // The run behind a result of this session is that result.
    std::copy_if(m_runs.begin(), m_runs.end(), std::back_inserter(m_sources), [&](const ExportSource& run) {
        return std::none_of(made.begin(), made.end(), [&](const ExportSource& m) { return m.folder == run.out; });
    });
    {
        const QSignalBlocker quiet(m_source);
        m_source->clear();
        for (const ExportSource& source : m_sources) m_source->addItem(source.title, source.source);
        m_source->setCurrentIndex(m_sources.empty() ? -1 : std::max(0, m_source->findData(before)));
        m_source->setEnabled(!m_sources.empty());
    }
    chosen();
}

void ExportPage::chosen() {
    suggestFolder();
    measureSizes();
    refresh();
}

/// A run's number says which run only together with its workspace.
QString ExportPage::sizesKey(const ExportSource& source) const { return m_context.workflow.workspace().folder() + QLatin1Char('\n') + source.source; }

void ExportPage::measureSizes() {
    const ExportSource* chosen = source();
    if (!chosen || m_sizes.contains(sizesKey(*chosen)) || !m_context.workflow.workspace().seesFiles()) return;
    runAsync(this, [wanted = *chosen] { return exportSizes(wanted); },
             [this, name = sizesKey(*chosen)](Result<ExportSizes> sizes) {
                 // A model that is gone has no size; the export itself says what is wrong.
                 if (sizes.ok()) m_sizes[name] = std::move(sizes).value();
                 refresh();
             });
}

void ExportPage::suggestFolder() {
    const ExportSource* chosen = source();
    const ExportFormatWords* as = format();
    if (!chosen || !as || m_folder->text() != m_suggested) return;
    m_suggested = QDir::home().filePath(QStringLiteral("%1-tacq-%2bit-%3").arg(chosen->modelName).arg(chosen->bits).arg(as->name));
    m_folder->setText(m_suggested);
}

const ExportFormatWords* ExportPage::format() const {
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_formats->rowCount() ? &m_formats->formats()[static_cast<std::size_t>(row)] : nullptr;
}

const ExportSource* ExportPage::source() const {
    const int at = m_source->currentIndex();
    return at >= 0 && at < static_cast<int>(m_sources.size()) ? &m_sources[static_cast<std::size_t>(at)] : nullptr;
}

QString ExportPage::qualityText(const ExportSource& source, const ExportFormatWords& as) const {
    // Such a file has no place for single weights in 16 bit: what was measured is another model.
    if (as.lowBit && as.name != QLatin1String("tacq")) return tr("this file is not measured: what the format cannot hold exactly is quantized anew, without single weights in 16 bit");
    if (!source.perplexity) return tr("not measured yet");
    const auto text = [](const PerplexityFigure& f) { return Format::perplexity(f.perplexity, f.standardError); };
    const QString after = text(*source.perplexity);
    // A run of the workspace may have been measured on another text.
    const auto& before = m_context.project.basePerplexity();
    if (source.folder.isEmpty() || !before) return tr("perplexity %1").arg(after);
    return tr("perplexity %1; the original has %2").arg(after, text(*before));
}

void ExportPage::refresh() {
    const ExportSource* chosen = source();
    const ExportFormatWords* as = format();
    const auto sizes = chosen ? m_sizes.find(sizesKey(*chosen)) : m_sizes.end();
    m_formats->setSource(chosen ? *chosen : ExportSource{}, sizes == m_sizes.end() ? ExportSizes{} : sizes->second);
    emit primaryChanged();
    if (!as) return;
    const ExportSize size = m_formats->size(m_table->currentIndex().row());
    m_words->setText(as->description);
    m_size->setText(!chosen ? tr("–") : size.exact ? tr("%1 (%2)").arg(Format::bytes(static_cast<double>(size.bytes)), Format::exactBytes(size.bytes)) : ExportFormatsModel::sizeText(size));
    m_quality->setText(!chosen || !as->isModel ? tr("–") : qualityText(*chosen, *as));
    m_programs->setText(as->programs.isEmpty() ? tr("see above") : as->programs);
    m_files->setText(as->files.isEmpty() ? tr("a folder with everything its programs need") : as->files);
}

void ExportPage::chooseFolder() {
    QFileDialog* dialog = makeFileDialog(this, tr("Folder to write into"), QStringLiteral("exportFolderDialog"), Pick::Into, QStringLiteral("exports"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        const ExportSource* chosen = source();
        const QString name = chosen ? chosen->modelName + QLatin1String("-tacq") : QStringLiteral("model-tacq");
        m_folder->setText(QDir(folder).filePath(name));
    });
    dialog->open();
}

StepState ExportPage::railState() const {
    const EngineJob* job = m_context.workflow.activeExport();
    return doneIf(job && job->state() == JobState::Done);
}

Page::Action ExportPage::primaryAction() const {
    const EngineJob* job = m_context.workflow.activeExport();
    const bool running = job && !job->isFinished();
    return {running ? tr("Exporting …") : tr("Export"), source() ? tr("Writes the folder, reads it back and compares.") : tr("Quantize first."),
            source() && format() && !m_folder->text().isEmpty() && !running};
}

void ExportPage::triggerPrimary() {
    const ExportSource* chosen = source();
    const ExportFormatWords* as = format();
    if (chosen && as) m_context.workflow.exportModel({chosen->source, m_folder->text(), as->name, m_verify->isChecked(), m_replace->isChecked()});
}

}  // namespace tacq::ui
