#include "pages/start/remote_path.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "widgets/parts.h"

namespace tacq::ui {

RemotePath::RemotePath(const EngineProcess& engine, QWidget* parent) : QWidget(parent), m_engine(engine) {
    setObjectName(QStringLiteral("remotePath"));
    m_label = makeLabel({}, TextRole::Secondary, QStringLiteral("remotePathLabel"), this);
    m_path = new QLineEdit(this);
    m_path->setObjectName(QStringLiteral("remotePathEdit"));
    m_path->setAccessibleName(tr("Path of a model on the engine's computer"));
    m_path->setToolTip(tr("The engine works on another computer: name a model folder or file as it is called there."));
    m_path->setPlaceholderText(QStringLiteral("/models/SmolLM2-135M"));
    m_path->setMinimumWidth(280);
    m_label->setBuddy(m_path);
    auto* open = makeButton(tr("Open"), ButtonRole::Normal, QStringLiteral("remotePathOpen"), this);
    open->setToolTip(tr("Opens the model on the engine's computer."));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_label);
    line->addWidget(m_path, 1);
    line->addWidget(open);
    connect(open, &QPushButton::clicked, this, &RemotePath::choose);
    connect(m_path, &QLineEdit::returnPressed, this, &RemotePath::choose);
    connect(&engine, &EngineProcess::stateChanged, this, &RemotePath::refresh);
    refresh();
}

void RemotePath::refresh() {
    // What the engine said last holds until it says something else.
    const bool apart = m_engine.isRemote() && m_engine.info().protocol > 0 && !m_engine.info().sharedFiles;
    setVisible(apart);
    m_label->setText(tr("On %1:").arg(m_engine.command().place()));
}

void RemotePath::choose() {
    const QString path = m_path->text().trimmed();
    if (path.isEmpty()) m_path->setFocus();
    else emit chosen(path);
}

}  // namespace tacq::ui
