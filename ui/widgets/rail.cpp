#include "widgets/rail.h"

#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

#include "widgets/parts.h"
#include "widgets/theme.h"

namespace tacq::ui {

RailButton::RailButton(const QString& text, QWidget* parent) : QPushButton(text, parent) {
    setProperty("rail", true);
    setCheckable(true);
    setAutoExclusive(true);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Maximum);
}

void RailButton::setStepState(StepState state) {
    if (m_state == state) return;
    m_state = state;
    update();
}

void RailButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = Theme::of(this);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(hasFocus() ? QPen(theme.accent, 2) : QPen(Qt::NoPen));
    painter.setBrush(isChecked() ? QBrush(theme.accentTint) : underMouse() && isEnabled() ? QBrush(theme.page) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(box, 6, 6);
    const QPointF centre(20, height() / 2.0);
    if (m_state != StepState::None) {
        painter.setBrush(Qt::NoBrush);
        if (isChecked()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.accent);
            painter.drawEllipse(centre, 6, 6);
        } else if (m_state == StepState::Done) {
            painter.setPen(QPen(theme.done, 1.6));
            painter.drawEllipse(centre, 7, 7);
            QPainterPath tick(centre + QPointF(-3, 0.3));
            tick.lineTo(centre + QPointF(-0.8, 2.6));
            tick.lineTo(centre + QPointF(3.2, -2.4));
            painter.drawPath(tick);
        } else {
            painter.setPen(QPen(isEnabled() ? theme.faint : theme.hairline, 1.4));
            painter.drawEllipse(centre, 7, 7);
        }
    }
    QFont font = this->font();
    font.setPixelSize(13);
    font.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    const bool strong = isChecked() || m_state == StepState::Done;
    painter.setPen(!isEnabled() ? theme.faint : strong ? theme.text : theme.secondary);
    painter.drawText(QRectF(38, 0, width() - 42, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
}

Rail::Rail(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("rail"));
    setAccessibleName(tr("Steps"));
    setFixedWidth(196);
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(8, 16, 8, 12);
    m_layout->setSpacing(2);
    auto* name = makeLabel(tr("TaCQ Workbench"), TextRole::Title, QStringLiteral("productName"), this);
    name->setContentsMargins(12, 0, 0, 12);
    m_layout->addWidget(name);
    m_layout->addStretch(1);
}

RailButton* Rail::add(const QString& id, const QString& text, const QString& toolTip, bool enabled) {
    auto* entry = new RailButton(text, this);
    entry->setObjectName(QLatin1String("rail_") + id);
    entry->setAccessibleName(text);
    entry->setProperty("pageId", id);
    entry->setEnabled(enabled);
    QString tip = toolTip;
    const int number = static_cast<int>(m_buttons.size()) + 1;
    if (enabled && number <= 10) {
        entry->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number % 10)));
        tip += QLatin1String("  ") + entry->shortcut().toString(QKeySequence::NativeText);
    }
    entry->setToolTip(tip);
    connect(entry, &QPushButton::clicked, this, [this, id] { emit chosen(id); });
    m_layout->insertWidget(m_layout->count() - 1, entry);
    m_buttons.append(entry);
    return entry;
}

void Rail::addStep(const QString& id, const QString& text, const QString& toolTip, bool enabled) { add(id, text, toolTip, enabled); }

void Rail::addPlain(const QString& id, const QString& text, const QString& toolTip, bool enabled) {
    add(id, text, toolTip, enabled)->setStepState(StepState::None);
}

void Rail::addSeparator() {
    m_layout->insertSpacing(m_layout->count() - 1, 6);
    m_layout->insertWidget(m_layout->count() - 1, makeLine(this));
    m_layout->insertSpacing(m_layout->count() - 1, 6);
}

RailButton* Rail::button(const QString& id) const {
    for (RailButton* entry : m_buttons)
        if (entry->property("pageId").toString() == id) return entry;
    return nullptr;
}

void Rail::setCurrent(const QString& id) {
    if (RailButton* entry = button(id)) {
        entry->setChecked(true);
        return;
    }
    // A page without an entry here: none is current.
    for (RailButton* entry : m_buttons) {
        const bool exclusive = entry->autoExclusive();
        entry->setAutoExclusive(false);
        entry->setChecked(false);
        entry->setAutoExclusive(exclusive);
    }
}

void Rail::setStepState(const QString& id, StepState state) {
    if (RailButton* entry = button(id)) entry->setStepState(state);
}

}  // namespace tacq::ui
