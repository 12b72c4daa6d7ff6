#include "widgets/header_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/elided_label.h"
#include "widgets/parts.h"

namespace tacq::ui {
namespace {

constexpr int kChipTextWidth = 320, kNarrowestChip = 84;

/// As wide as its text where there is room; a push button by itself does not look at its layout.
class Chip : public QPushButton {
public:
    Chip(int narrowest, QWidget* parent) : QPushButton(parent), m_narrowest(narrowest) { setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed); }
    QSize sizeHint() const override { return layout()->sizeHint(); }
    QSize minimumSizeHint() const override { return {std::min(m_narrowest, sizeHint().width()), sizeHint().height()}; }

private:
    int m_narrowest;
};

}  // namespace

HeaderBar::HeaderBar(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("header"));
    setFixedHeight(52);
    m_layout = new QHBoxLayout(this);
    m_layout->setContentsMargins(16, 7, 16, 7);
    m_layout->setSpacing(10);
    m_layout->addStretch(1);
    m_primary = makeButton({}, ButtonRole::Primary, QStringLiteral("primaryAction"), this);
    m_layout->addWidget(m_primary);
}

void HeaderBar::addChip(const QString& id, const QString& caption, const QString& toolTip, int keeps) {
    auto* chip = new Chip(std::max(keeps, kNarrowestChip), this);
    chip->setObjectName(QLatin1String("chip_") + id);
    chip->setProperty("chip", true);
    chip->setToolTip(toolTip);
    chip->setFixedHeight(38);
    chip->setCursor(Qt::PointingHandCursor);
    auto* text = new ElidedLabel(Qt::ElideMiddle, QLatin1String("chipText_") + id, chip);
    text->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    text->setMaximumWidth(kChipTextWidth);
    auto* small = makeLabel(caption, TextRole::Small, QLatin1String("chipCaption_") + id, chip);
    for (QLabel* label : {static_cast<QLabel*>(text), small}) label->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* lines = new QVBoxLayout(chip);
    lines->setContentsMargins(10, 3, 14, 4);
    lines->setSpacing(0);
    lines->addWidget(small);
    lines->addWidget(text);
    connect(chip, &QPushButton::clicked, this, [this, id] { emit chipClicked(id); });
    m_layout->insertWidget(m_layout->count() - 2, chip);
    m_texts.insert(id, text);
    m_captions.insert(id, caption);
    m_tips.insert(id, toolTip);
}

void HeaderBar::setChip(const QString& id, const QString& text, const QString& whole) {
    QLabel* label = m_texts.value(id);
    auto* chip = label ? qobject_cast<QPushButton*>(label->parentWidget()) : nullptr;
    if (!chip) return;
    label->setText(text);
    chip->setToolTip((whole.isEmpty() ? text : whole) + QLatin1Char('\n') + m_tips.value(id));
    chip->setAccessibleName(m_captions.value(id) + QStringLiteral(": ") + text);
    chip->updateGeometry();
}

}  // namespace tacq::ui
