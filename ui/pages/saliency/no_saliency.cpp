#include "pages/saliency/no_saliency.h"

#include <QLabel>
#include <QVBoxLayout>

#include "widgets/card.h"
#include "widgets/parts.h"

namespace tacq::ui {

NoSaliency::NoSaliency(PageContext context, const QString& prefix, const QString& words, QWidget* parent) : QWidget(parent), m_context(context), m_wordsBefore(words) {
    setObjectName(prefix + QLatin1String("EmptyHolder"));
    auto* empty = new Card({}, prefix + QLatin1String("Empty"), this);
    m_title = makeLabel({}, TextRole::Title, prefix + QLatin1String("NoneTitle"), empty);
    m_words = makeLabel({}, TextRole::Secondary, prefix + QLatin1String("NoneWords"), empty);
    empty->body()->addStretch(1);
    empty->body()->addWidget(m_title, 0, Qt::AlignHCenter);
    empty->body()->addWidget(m_words, 0, Qt::AlignHCenter);
    empty->body()->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 12);
    layout->addWidget(empty);
    connect(&context.workflow, &Workflow::jobsChanged, this, &NoSaliency::refresh);
    connect(&context.project, &Project::taskChanged, this, &NoSaliency::refresh);
    connect(&context.project, &Project::modelChanged, this, &NoSaliency::refresh);
    refresh();
}

void NoSaliency::refresh() {
    const EngineJob* job = m_context.workflow.activeSaliency();
    const bool onItsWay = job && !job->isFinished();
    m_title->setText(onItsWay ? tr("The saliency of %1 is on its way").arg(m_context.project.task().title()) : tr("No saliency of %1 yet").arg(m_context.project.task().title()));
    m_words->setText(onItsWay ? tr("This page fills when the run is done. Its progress stands on the Saliency page and in the list of jobs.") : m_wordsBefore);
}

}  // namespace tacq::ui
