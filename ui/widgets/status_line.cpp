#include "widgets/status_line.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "widgets/elided_label.h"
#include "widgets/parts.h"

namespace tacq::ui {
namespace {

constexpr int kMostShown = 800;

}  // namespace

StatusLine::StatusLine(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("statusLine"));
    setFixedHeight(42);
    m_text = makeLabel({}, TextRole::Secondary, QStringLiteral("forecast"), this);
    m_commandText = new ElidedLabel(Qt::ElideMiddle, QStringLiteral("commandText"), this);
    setTextRole(m_commandText, TextRole::Mono);
    m_commandText->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_copy = makeButton(tr("Copy"), ButtonRole::Flat, QStringLiteral("copyCommand"), this);
    m_copy->setToolTip(tr("Copies the command that does the same in a terminal."));
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_command); });
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(16, 0, 12, 0);
    line->setSpacing(8);
    line->addWidget(m_text);
    line->addSpacing(16);
    line->addWidget(m_commandText, 1);
    line->addWidget(m_copy);
}

void StatusLine::setForecast(const QString& text) {
    m_forecast = text;
    showText();
}

void StatusLine::setRunning(const QString& text) {
    m_running = text;
    showText();
}

void StatusLine::showText() { m_text->setText(m_running.isEmpty() ? m_forecast : m_running); }

void StatusLine::setCommand(const QString& command) {
    m_command = command;
    m_copy->setVisible(!command.isEmpty());
    // A recipe makes a command of thousands of letters: what cannot be read here need not be laid out at every step of a slider.
    const QString shown = command.size() > kMostShown ? command.left(kMostShown / 2) + QStringLiteral(" … ") + command.right(kMostShown / 2) : command;
    m_commandText->setText(shown);
    m_commandText->setToolTip(shown);
}

}  // namespace tacq::ui
