#include "widgets/status_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <utility>

#include "widgets/elided_label.h"
#include "widgets/parts.h"

namespace tacq::ui {
namespace {

constexpr int kMostShown = 800;
constexpr int kToldFor = 6000;   ///< milliseconds
constexpr int kSettled = 120;    ///< milliseconds without another step

}  // namespace

StatusLine::StatusLine(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("statusLine"));
    setFixedHeight(42);
    m_text = new ElidedLabel(Qt::ElideRight, QStringLiteral("forecast"), this);
    m_text->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    setTextRole(m_text, TextRole::Secondary);
    m_commandText = new ElidedLabel(Qt::ElideMiddle, QStringLiteral("commandText"), this);
    setTextRole(m_commandText, TextRole::Mono);
    m_commandText->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_copy = makeButton(tr("Copy"), ButtonRole::Flat, QStringLiteral("copyCommand"), this);
    m_copy->setToolTip(tr("Copies the command that does the same in a terminal."));
    connect(m_copy, &QPushButton::clicked, this, [this] { copyText(m_copy, command()); });
    m_toldEnds = new QTimer(this);
    m_toldEnds->setSingleShot(true);
    connect(m_toldEnds, &QTimer::timeout, this, [this] {
        m_told.clear();
        showText();
    });
    m_settled = new QTimer(this);
    m_settled->setSingleShot(true);
    m_settled->setInterval(kSettled);
    connect(m_settled, &QTimer::timeout, this, &StatusLine::showCommand);
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

void StatusLine::tell(const QString& text) {
    m_told = text;
    m_toldEnds->start(kToldFor);
    showText();
}

void StatusLine::showText() {
    const QString& text = !m_told.isEmpty() ? m_told : m_running.isEmpty() ? m_forecast : m_running;
    m_text->setText(text);
    m_text->setToolTip(text);
}

void StatusLine::setCommand(std::function<QString()> command) {
    m_command = std::move(command);
    m_copy->setVisible(m_command != nullptr);
    if (m_command) return m_settled->start();
    m_settled->stop();
    showCommand();
}

void StatusLine::showCommand() {
    const QString command = this->command();
    // A recipe makes a command of thousands of letters: what cannot be read here need not be laid out.
    const QString shown = command.size() > kMostShown ? command.left(kMostShown / 2) + QStringLiteral(" … ") + command.right(kMostShown / 2) : command;
    m_commandText->setText(shown);
    m_commandText->setToolTip(shown);
}

}  // namespace tacq::ui
