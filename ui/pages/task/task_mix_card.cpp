#include "pages/task/task_mix_card.h"

#include <QSlider>
#include <algorithm>
#include <cmath>

#include "pages/task/task_edit.h"
#include "widgets/choice.h"
#include "widgets/parts.h"

namespace tacq::ui {

TaskMixCard::TaskMixCard(PageContext context, QWidget* parent)
    : Card(tr("Mixed with general text"), QStringLiteral("mixCard"), parent), m_context(context), m_general(new Choice(QStringLiteral("generalText"), tr("General text"), this)),
      m_share(new QSlider(Qt::Horizontal, this)) {
    m_general->setToolTip(tr("A second text whose samples are mixed in: the weights it needs are kept too, so that the smaller model stays good at more than the task."));
    m_general->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_general->setMinimumContentsLength(14);
    titleLine()->addWidget(m_general);
    m_share->setObjectName(QStringLiteral("taskShare"));
    m_share->setAccessibleName(tr("Share of the task, percent"));
    m_share->setToolTip(tr("Percent of the samples that are the task's; the rest are general text."));
    m_share->setRange(0, 100);
    m_share->setSingleStep(1);
    m_share->setPageStep(10);
    m_words = makeLabel({}, TextRole::Secondary, QStringLiteral("mixWords"), this);
    m_words->setWordWrap(true);
    body()->addWidget(m_share);
    body()->addWidget(m_words);
    connect(m_general, &QComboBox::activated, this, [this](int index) {
        TaskChoice choice = m_context.project.task();
        choice.general = m_general->itemData(index).toString();
        choice.generalName = choice.general.isEmpty() ? QString() : m_general->itemText(index);
        editTask(m_context, tr("general text"), choice);
    });
    connect(m_share, &QSlider::valueChanged, this, [this](int share) {
        TaskChoice choice = m_context.project.task();
        choice.share = share;
        editTask(m_context, tr("mix"), choice, true, m_drag);
    });
    // What comes after the drag is an edit of its own.
    connect(m_share, &QSlider::sliderReleased, this, [this] { ++m_drag; });
    connect(&context.project, &Project::tasksChanged, this, &TaskMixCard::fill);
    connect(&context.project, &Project::taskChanged, this, &TaskMixCard::show);
    fill();
}

void TaskMixCard::fill() {
    m_general->clear();
    m_general->addItem(tr("none"), QString());
    for (const TaskInfo& task : m_context.project.tasks())
        if (task.available) m_general->addItem(QString::fromStdString(task.displayName), QString::fromStdString(task.name));
    show();
}

void TaskMixCard::show() {
    const TaskChoice& choice = m_context.project.task();
    m_general->setCurrentIndex(std::max(0, m_general->findData(choice.general)));
    const bool mixed = !choice.general.isEmpty();
    m_share->setEnabled(mixed);
    {
        const QSignalBlocker quiet(m_share);
        m_share->setValue(mixed ? choice.share : 100);
    }
    const int own = static_cast<int>(std::lround(choice.samples * choice.share / 100.0));
    m_words->setText(!mixed ? tr("All samples are the task's.")
                            : tr("%1 % %2, %3 % %4: about %5 of %6 samples are the task's.").arg(choice.share).arg(choice.displayName).arg(100 - choice.share).arg(choice.generalName)
                                  .arg(own).arg(choice.samples));
}

}  // namespace tacq::ui
