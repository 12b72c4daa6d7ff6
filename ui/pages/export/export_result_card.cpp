#include "pages/export/export_result_card.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QGuiApplication>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QUrl>
#include <cmath>

#include "models/shared/format.h"
#include "text/error_text.h"
#include "text/stage_text.h"
#include "widgets/drag_handle.h"
#include "widgets/export_menu.h"
#include "widgets/parts.h"
#include "widgets/table.h"

namespace tacq::ui {

ExportResultCard::ExportResultCard(PageContext context, QWidget* parent)
    : Card(tr("Result"), QStringLiteral("exportResult"), parent), m_context(context), m_files(new ExportedFilesModel(this)) {
    m_progress = buildProgress();
    m_done = buildOutcome();
    m_outcome = makeLabel(tr("Nothing exported yet."), TextRole::Strong, QStringLiteral("exportOutcome"), this);
    m_outcome->setWordWrap(true);
    m_outcome->setTextInteractionFlags(Qt::TextSelectableByMouse);
    body()->addWidget(m_outcome);
    body()->addWidget(m_progress);
    body()->addWidget(m_done, 1);
    body()->addStretch(0);
    connect(&context.workflow, &Workflow::jobsChanged, this, &ExportResultCard::watch);
    connect(&context.workflow, &Workflow::exported, this, &ExportResultCard::showExported);
    refresh();
}

QWidget* ExportResultCard::buildProgress() {
    auto* area = new QWidget(this);
    area->setObjectName(QStringLiteral("exportRunning"));
    m_stage = makeLabel({}, TextRole::Secondary, QStringLiteral("exportStage"), area);
    m_stage->setWordWrap(true);
    m_rate = makeLabel({}, TextRole::Secondary, QStringLiteral("exportRate"), area);
    m_bar = new QProgressBar(area);
    m_bar->setObjectName(QStringLiteral("exportProgress"));
    m_bar->setAccessibleName(tr("Progress of the export"));
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_cancel = makeStopButton(tr("Cancel"), ButtonRole::Normal, QStringLiteral("exportCancel"), area);
    m_cancel->setToolTip(tr("Stops writing. The folder does not appear until it is whole, so nothing half-written stays."));
    m_resume = makeButton(tr("Try again"), ButtonRole::Normal, QStringLiteral("exportResume"), area);
    m_resume->setToolTip(tr("Sends the same export again."));
    auto* line = new QHBoxLayout;
    line->addWidget(m_rate, 1);
    line->addWidget(m_resume);
    line->addWidget(m_cancel);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stage);
    layout->addWidget(m_bar);
    layout->addLayout(line);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_job) m_context.engine.cancel(m_job);
    });
    connect(m_resume, &QPushButton::clicked, this, [this] {
        if (m_job) m_context.engine.resume(m_job);
    });
    return area;
}

QWidget* ExportResultCard::buildOutcome() {
    auto* area = new QWidget(this);
    area->setObjectName(QStringLiteral("exportDone"));
    m_verified = makeLabel({}, TextRole::Done, QStringLiteral("exportVerified"), area);
    m_verified->setWordWrap(true);
    m_verified->setToolTip(tr("After writing, the folder was opened anew and every value compared with what was meant."));
    m_table = makeTable(m_files, QStringLiteral("exportFiles"), tr("Files written"), area);
    offerTableExport(m_table, [this] { return QFileInfo(m_folder).fileName() + QLatin1String("-files"); });
    m_open = makeButton(tr("Open folder"), ButtonRole::Normal, QStringLiteral("openExportFolder"), area);
    m_open->setToolTip(tr("Shows the folder in the file manager."));
    m_copy = makeButton(tr("Copy path"), ButtonRole::Normal, QStringLiteral("copyExportPath"), area);
    m_copy->setToolTip(tr("Copies the folder's path as text."));
    m_drag = new DragHandle(tr("Drag as files"), QStringLiteral("dragExport"), area);
    m_drag->setToolTip(tr("Drag this into a file manager or another program to hand over the folder; a press copies it, to be pasted there."));
    m_note = makeLabel({}, TextRole::Secondary, QStringLiteral("exportCopied"), area);
    m_note->setMinimumHeight(16);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* button : {m_open, m_copy, static_cast<QPushButton*>(m_drag)}) buttons->addWidget(button);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_verified);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    layout->addWidget(m_note);
    connect(m_open, &QPushButton::clicked, this, &ExportResultCard::openFolder);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(QDir::toNativeSeparators(m_folder));
        m_note->setText(tr("Path copied."));
    });
    connect(m_drag, &DragHandle::copied, this, [this] { m_note->setText(tr("Folder copied: paste it in a file manager.")); });
    return area;
}

void ExportResultCard::openFolder() {
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder))) m_note->setText(tr("No file manager answers. Copy the path instead."));
}

void ExportResultCard::watch() {
    EngineJob* job = m_context.workflow.activeExport();
    if (job != m_job) {
        if (m_job) disconnect(m_job, nullptr, this, nullptr);
        m_job = job;
        if (job) {
            connect(job, &EngineJob::progressed, this, &ExportResultCard::refresh);
            connect(job, &EngineJob::stateChanged, this, &ExportResultCard::refresh);
        }
    }
    refresh();
}

void ExportResultCard::refresh() {
    const bool running = m_job && !m_job->isFinished(), stopped = m_job && m_job->isResumable();
    m_progress->setVisible(running || stopped);
    m_done->setVisible(!running && !stopped && !m_folder.isEmpty());
    m_cancel->setVisible(running);
    m_cancel->setEnabled(running && m_job->state() != JobState::Cancelling);
    m_resume->setVisible(stopped);
    if (!running && !stopped) return;
    m_bar->setValue(static_cast<int>(std::lround(m_job->progress().fraction * 1000)));
    m_rate->setText(JobListModel::timeText(*m_job));
    const QString folder = QDir::toNativeSeparators(m_job->request().params.value(QLatin1String("out")).toString());
    if (running) {
        m_outcome->setText(tr("Writing %1").arg(folder));
        m_stage->setText(JobListModel::detailText(*m_job));
    } else if (m_job->state() == JobState::Cancelled) {
        m_outcome->setText(tr("Cancelled."));
        m_stage->setText(tr("Nothing was left in %1.").arg(folder));
    } else {
        m_outcome->setText(ErrorText::title(m_job->error().code));
        m_stage->setText(ErrorText::nextStep(m_job->error()));
    }
}

void ExportResultCard::showExported(const QJsonObject& result, const QString& folder) {
    m_folder = folder;
    m_drag->setPath(folder);
    m_files->setFiles(result.value(QLatin1String("files")).toArray());
    m_outcome->setText(tr("Written to %1: %n file(s), %2.", nullptr, m_files->rowCount()).arg(QDir::toNativeSeparators(folder), Format::bytes(static_cast<double>(m_files->totalBytes()))));
    showReadback(result);
    m_note->clear();
    // An engine elsewhere writes elsewhere: there is no folder here to open or to drag.
    const bool here = m_context.workflow.workspace().seesFiles();
    m_open->setEnabled(here);
    m_drag->setEnabled(here);
    if (!here) m_note->setText(tr("The folder is on the engine's computer."));
    refresh();
}

void ExportResultCard::showReadback(const QJsonObject& result) {
    const QJsonValue readback = result.value(QLatin1String("readback"));
    const double worst = readback.toObject().value(QLatin1String("maxAbsDiff")).toDouble(), kl = readback.toObject().value(QLatin1String("klMean")).toDouble();
    setTextRole(m_verified, readback.isObject() ? TextRole::Done : TextRole::Secondary);
    if (!readback.isObject()) m_verified->setText(result.value(QLatin1String("reused")).toBool() ? tr("It was there already, the same; nothing was written.") : tr("Not read back."));
    else if (worst == 0) m_verified->setText(tr("✓ Verified: read back, every value as meant (largest difference 0)."));
    else m_verified->setText(tr("✓ Verified: read back, largest difference %1, mean KL %2 nats (rounding to 16 bit).").arg(Format::significant(worst), Format::significant(kl)));
}

}  // namespace tacq::ui
