#pragma once
#include <QFrame>
#include <QHash>
#include <QPushButton>

class QHBoxLayout;
class QLabel;

namespace tacq::ui {

/// Says what is loaded: model, task, run, engine. Each chip leads to where it is changed. One primary action at the right.
class HeaderBar : public QFrame {
    Q_OBJECT
public:
    explicit HeaderBar(QWidget* parent = nullptr);
    /// `keeps`: pixels that the chip keeps of its text where the window is narrow; the others give way first.
    void addChip(const QString& id, const QString& caption, const QString& toolTip, int keeps = 0);
    /// `whole`: what the text leaves out; it stands in the tool tip.
    void setChip(const QString& id, const QString& text, const QString& whole = {});
    QPushButton* primary() const { return m_primary; }

signals:
    void chipClicked(const QString& id);

private:
    QHBoxLayout* m_layout;
    QHash<QString, QLabel*> m_texts;
    QHash<QString, QString> m_captions, m_tips;
    QPushButton* m_primary;
};

}  // namespace tacq::ui
