#include "widgets/jobs_strip.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <utility>

#include "models/shared/command_text.h"
#include "widgets/card.h"
#include "widgets/elided_label.h"
#include "widgets/parts.h"

namespace tacq::ui {
namespace {

constexpr int kHeight = 148, kCompactHeight = 88, kFoldedHeight = 46;   // three jobs, one, none
constexpr int kTitleWidth = 210, kNarrow = 860;
constexpr int kTimeWidth = 236;   // a rate and a time left, in the widest words
const QString kFoldedKey = QStringLiteral("jobsFolded");

int rankOf(const EngineJob& job) {
    if (job.isFinished()) return 2;
    return job.state() == JobState::Waiting ? 1 : 0;
}

}  // namespace

JobRow::JobRow(EngineJob* job, QWidget* parent) : QWidget(parent), m_job(job) {
    setObjectName(QStringLiteral("jobRow"));
    setAccessibleName(job->request().title);
    m_title = new ElidedLabel(Qt::ElideRight, QStringLiteral("jobTitle"), this);
    m_title->setText(job->request().title);
    m_title->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);   // an ignored width would be laid out as none
    m_title->setToolTip(job->request().title + QLatin1Char('\n') + commandText(job->request()));
    m_detail = new ElidedLabel(Qt::ElideRight, QStringLiteral("jobDetail"), this);
    setTextRole(m_detail, TextRole::Secondary);
    m_bar = new QProgressBar(this);
    m_bar->setObjectName(QStringLiteral("jobProgress"));
    m_bar->setAccessibleName(tr("Progress of %1").arg(job->request().title));
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 1000);
    m_bar->setMinimumWidth(60);
    m_time = new ElidedLabel(Qt::ElideRight, QStringLiteral("jobTime"), this);
    setTextRole(m_time, TextRole::Secondary);
    m_time->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* copy = makeButton(tr("Copy command"), ButtonRole::Flat, QStringLiteral("jobCopy"), this);
    copy->setToolTip(tr("Copies what you would type in a terminal to do the same:\n%1").arg(commandText(job->request())));
    m_cancel = makeStopButton(tr("Cancel"), ButtonRole::Flat, QStringLiteral("jobCancel"), this);
    m_cancel->setToolTip(tr("Stops this job. What is finished stays in the workspace, and Resume goes on from there."));
    m_resume = makeButton(tr("Resume"), ButtonRole::Flat, QStringLiteral("jobResume"), this);
    m_resume->setToolTip(tr("Sends the job again."));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(10);
    line->addWidget(m_title);
    line->addWidget(m_detail, 3);
    line->addWidget(m_bar, 3);
    line->addWidget(m_time);
    line->addWidget(copy);
    // One place for both, kept while it is empty: the bars of all rows stand under each other.
    auto* act = new QWidget(this);
    auto* acts = new QHBoxLayout(act);
    acts->setContentsMargins(0, 0, 0, 0);
    acts->addWidget(m_cancel);
    acts->addWidget(m_resume);
    act->setFixedWidth(std::max(m_cancel->sizeHint().width(), m_resume->sizeHint().width()));
    line->addWidget(act);
    copy->setVisible(!commandText(job->request()).isEmpty());   // a part of the protocol, such as fetching a matrix, is nothing to type
    connect(copy, &QPushButton::clicked, this, [this, copy] { copyText(copy, commandText(m_job->request())); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { emit cancelRequested(m_job); });
    connect(m_resume, &QPushButton::clicked, this, [this] { emit resumeRequested(m_job); });
    connect(job, &EngineJob::progressed, this, &JobRow::refresh);
    connect(job, &EngineJob::stateChanged, this, &JobRow::refresh);
    refresh();
}

void JobRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // Widths of their own in every row, so that the columns of all rows stand under each other.
    const bool narrow = width() < kNarrow;
    m_title->setFixedWidth(narrow ? kTitleWidth * 2 / 3 : kTitleWidth);
    m_time->setFixedWidth(narrow ? kTimeWidth * 2 / 3 : kTimeWidth);
}

void JobRow::refresh() {
    const QString detail = JobListModel::detailText(*m_job);
    m_detail->setText(detail);
    m_detail->setToolTip(detail);
    const QString time = JobListModel::timeText(*m_job);
    m_time->setText(time);
    m_time->setToolTip(time);
    const JobState state = m_job->state();
    m_bar->setValue(static_cast<int>(std::lround(m_job->progress().fraction * 1000)));
    const bool done = state == JobState::Done, stopped = m_job->isResumable();
    if (m_bar->property("done").toBool() != done || m_bar->property("stopped").toBool() != stopped) {
        m_bar->setProperty("done", done);
        m_bar->setProperty("stopped", stopped);
        restyle(m_bar);
    }
    m_cancel->setVisible(!m_job->isFinished());
    m_cancel->setEnabled(state != JobState::Cancelling);
    m_resume->setVisible(stopped);
    if (stopped) m_resume->setToolTip(JobListModel::resumeText(*m_job));
}

JobsStrip::JobsStrip(JobListModel& model, QWidget* parent) : QWidget(parent), m_model(model) {
    m_card = new Card(tr("Jobs"), QStringLiteral("jobs"), this);
    m_summary = makeLabel({}, TextRole::Secondary, QStringLiteral("jobsSummary"), m_card);
    m_card->titleLine()->insertSpacing(1, 10);
    m_card->titleLine()->insertWidget(2, m_summary);
    m_fold = makeButton({}, ButtonRole::Flat, QStringLiteral("jobsFold"), m_card);
    m_fold->setToolTip(tr("Gives the page more room. The line at the foot of the window still says what runs."));
    m_card->titleLine()->addWidget(m_fold);
    connect(m_fold, &QPushButton::clicked, this, [this] {
        m_folded = !m_folded;
        QSettings().setValue(kFoldedKey, m_folded);
        applyHeight();
    });
    m_empty = makeLabel(tr("Nothing runs yet. Jobs show here with their progress, and can be cancelled and resumed."), TextRole::Secondary,
                        QStringLiteral("jobsEmpty"), m_card);
    m_empty->setMinimumWidth(10);
    m_card->titleLine()->insertWidget(3, m_empty);
    m_list = new QWidget;
    m_list->setObjectName(QStringLiteral("jobsList"));
    m_rows = new QVBoxLayout(m_list);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
    m_rows->addStretch(1);
    m_scroll = new QScrollArea(m_card);
    m_scroll->setObjectName(QStringLiteral("jobsScroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_list);
    // The card shows through: the list has no surface of its own.
    m_scroll->setStyleSheet(QStringLiteral("QScrollArea, QWidget#jobsList { background: transparent; }"));
    m_card->body()->addWidget(m_scroll, 1);
    m_card->body()->setSpacing(4);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    m_folded = QSettings().value(kFoldedKey).toBool();
    applyHeight();
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first) { addRow(first); });
    connect(&model, &QAbstractItemModel::dataChanged, this, &JobsStrip::applyHeight);
    for (int row = model.rowCount() - 1; row >= 0; --row) addRow(row);
    refreshSummary();
}

void JobsStrip::setCompact(bool compact) {
    m_compact = compact;
    applyHeight();
}

void JobsStrip::setLow(bool low) {
    if (std::exchange(m_low, low) != low) applyHeight();
}

void JobsStrip::applyHeight() {
    // With nothing to show it is as low as folded away: the page has the room.
    setFixedHeight(m_folded || m_model.rowCount() == 0 ? kFoldedHeight : m_compact || m_low || m_model.countRunning() < 2 ? kCompactHeight : kHeight);
    m_fold->setText(m_folded ? tr("Show") : tr("Hide"));
    m_fold->setAccessibleName(m_folded ? tr("Show the jobs") : tr("Hide the jobs"));
    refreshSummary();
}

void JobsStrip::addRow(int row) {
    auto* entry = new JobRow(m_model.jobAt(row), m_list);
    connect(entry, &JobRow::cancelRequested, this, &JobsStrip::cancelRequested);
    connect(entry, &JobRow::resumeRequested, this, &JobsStrip::resumeRequested);
    connect(entry->job(), &EngineJob::stateChanged, this, &JobsStrip::arrange);
    m_entries.append(entry);
    m_rows->insertWidget(0, entry);
    arrange();
    applyHeight();
}

void JobsStrip::arrange() {
    QList<JobRow*> order = m_entries;
    std::reverse(order.begin(), order.end());
    std::stable_sort(order.begin(), order.end(), [](const JobRow* a, const JobRow* b) { return rankOf(*a->job()) < rankOf(*b->job()); });
    const auto isWaiting = [](const JobRow* row) { return rankOf(*row->job()) == 1; };
    const auto first = std::find_if(order.begin(), order.end(), isWaiting), last = std::find_if_not(first, order.end(), isWaiting);
    std::reverse(first, last);   // whose turn comes first, stands first
    bool changed = false;
    for (int i = 0; i < order.size(); ++i) {
        if (m_rows->indexOf(order[i]) == i) continue;
        m_rows->removeWidget(order[i]);
        m_rows->insertWidget(i, order[i]);
        changed = true;
    }
    if (changed) m_scroll->verticalScrollBar()->setValue(0);
}

void JobsStrip::refreshSummary() {
    const bool any = m_model.rowCount() > 0;
    m_empty->setVisible(!any);
    m_fold->setVisible(any);
    m_list->setVisible(any);
    m_scroll->setVisible(any && !m_folded);   // empty, it would still press the title line flat
    m_summary->setText(any ? tr("%1 running · %2 done").arg(m_model.countRunning()).arg(m_model.countDone()) : QString());
}

}  // namespace tacq::ui
