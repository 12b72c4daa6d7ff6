#include "pages/runs/cleanup_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>

#include "models/shared/format.h"
#include "widgets/parts.h"

namespace tacq::ui {
namespace {

constexpr int kUsualDays = 30, kMostDays = 9999;

double number(const QJsonObject& object, const char* key) { return object.value(QLatin1String(key)).toDouble(); }

}  // namespace

CleanupLine::CleanupLine(PageContext context, QWidget* parent) : QWidget(parent), m_context(context) {
    setObjectName(QStringLiteral("cleanupLine"));
    m_words = makeLabel({}, TextRole::Plain, QStringLiteral("cleanupWords"), this);
    m_words->setWordWrap(true);
    m_words->setToolTip(tr("Artifacts that no finished run names, unfinished work that nobody is at, and damaged ones. Models that were written elsewhere are not touched."));
    m_before = makeLabel(tr("Older than"), TextRole::Secondary, QStringLiteral("cleanupBefore"), this);
    m_days = new QSpinBox(this);
    m_days->setObjectName(QStringLiteral("cleanupDays"));
    m_days->setAccessibleName(tr("Age in days of what is cleaned up"));
    m_days->setToolTip(tr("What is younger stays, even if no run names it. 0: everything that no run names."));
    m_days->setRange(0, kMostDays);
    m_days->setValue(kUsualDays);
    m_days->setKeyboardTracking(false);
    m_days->setFixedWidth(80);
    m_before->setBuddy(m_days);
    m_after = makeLabel(tr("days"), TextRole::Secondary, QStringLiteral("cleanupAfter"), this);
    m_free = makeButton(tr("Clean up"), ButtonRole::Normal, QStringLiteral("cleanupFree"), this);
    m_free->setToolTip(tr("Removes it for good. Whatever is needed again is made again."));
    auto* close = makeButton(tr("Close"), ButtonRole::Flat, QStringLiteral("cleanupClose"), this);
    close->setToolTip(tr("Removes nothing."));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_words, 1);
    for (QWidget* part : {static_cast<QWidget*>(m_before), static_cast<QWidget*>(m_days), static_cast<QWidget*>(m_after), static_cast<QWidget*>(close), static_cast<QWidget*>(m_free)}) layout->addWidget(part);
    connect(m_days, &QSpinBox::valueChanged, this, &CleanupLine::ask);
    connect(m_free, &QPushButton::clicked, this, &CleanupLine::clean);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void CleanupLine::open() {
    show();
    m_days->setFocus();
    ask();
}

void CleanupLine::ask() {
    m_counted = m_context.workflow.workspace().folder();
    m_words->setText(tr("Looking what the workspace holds …"));
    send(true);
}

void CleanupLine::clean() {
    // What is removed is what was counted: after a change of workspace it is counted first.
    if (m_counted != m_context.workflow.workspace().folder()) return ask();
    m_words->setText(tr("Cleaning up …"));
    send(false);
}

void CleanupLine::send(bool dryRun) {
    m_free->setEnabled(false);
    m_free->setText(tr("Clean up"));
    QJsonObject params{{QStringLiteral("olderThanDays"), m_days->value()}};
    if (dryRun) params.insert(QStringLiteral("dryRun"), true);
    EngineJob* job = m_context.workflow.runner().submit({QStringLiteral("workspace-gc"), params, dryRun ? tr("What a clean-up would free") : tr("Clean up the workspace"), !dryRun},
                                                        [self = QPointer<CleanupLine>(this)](EngineJob& done) {
                                                            if (self && self->m_job == &done) self->take(done.result());
                                                        });
    m_job = job;
    connect(job, &EngineJob::finished, this, [this, job] {
        if (job == m_job && job->state() != JobState::Done) m_words->setText(tr("The workspace could not be looked through now; the message above says why."));
    });
}

void CleanupLine::take(const QJsonObject& answer) {
    const QString holds = tr("The workspace holds %1 in %n artifact(s); %2 are free on its disk.", nullptr, answer.value(QLatin1String("artifacts")).toInt()).arg(Format::bytes(number(answer, "bytes")), Format::bytes(number(answer, "freeBytes")));
    const auto told = [](const QJsonObject& part) { return tr("%n artifact(s), %1", nullptr, part.value(QLatin1String("artifacts")).toInt()).arg(Format::bytes(number(part, "bytes"))); };
    if (const QJsonObject gone = answer.value(QLatin1String("removed")).toObject(); !gone.isEmpty()) {
        m_words->setText(holds + QLatin1Char(' ') + tr("Freed: %1.").arg(told(gone)));
        return;
    }
    const QJsonObject removable = answer.value(QLatin1String("removable")).toObject();
    const double bytes = number(removable, "bytes");
    m_words->setText(holds + QLatin1Char(' ') + (bytes > 0 ? tr("Nobody needs any more: %1.").arg(told(removable)) : tr("There is nothing to clean up of that age.")));
    m_free->setEnabled(bytes > 0);
    if (bytes > 0) m_free->setText(tr("Free %1").arg(Format::bytes(bytes)));
}

}  // namespace tacq::ui
