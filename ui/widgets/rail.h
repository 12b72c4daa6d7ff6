#pragma once
#include <QFrame>
#include <QList>
#include <QPushButton>

class QVBoxLayout;

namespace tacq::ui {

enum class StepState { ToDo, Done, None };

/// One step of the pipeline in the rail: a ring (not yet), a tick (done) or a dot (current).
class RailButton : public QPushButton {
    Q_OBJECT
public:
    RailButton(const QString& text, QWidget* parent);
    void setStepState(StepState state);
    StepState stepState() const { return m_state; }
    QSize sizeHint() const override { return {172, 34}; }
    /// In a low window the entries come closer together.
    QSize minimumSizeHint() const override { return {172, 24}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    StepState m_state = StepState::ToDo;
};

/// The pipeline as navigation. Pages that come with later work keep their places, greyed, and say what they will do.
class Rail : public QFrame {
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);
    void addStep(const QString& id, const QString& text, const QString& toolTip, bool enabled);
    void addSeparator();
    void addPlain(const QString& id, const QString& text, const QString& toolTip, bool enabled);
    void setCurrent(const QString& id);
    void setStepState(const QString& id, StepState state);

signals:
    void chosen(const QString& id);

private:
    RailButton* add(const QString& id, const QString& text, const QString& toolTip, bool enabled);
    RailButton* button(const QString& id) const;
    QVBoxLayout* m_layout;
    QList<RailButton*> m_buttons;
};

}  // namespace tacq::ui
