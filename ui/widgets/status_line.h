#pragma once
#include <QFrame>
#include <QString>
#include <functional>

class QLabel;
class QPushButton;
class QTimer;

namespace tacq::ui {

/// What the present settings would give, and the same thing as a command to copy.
class StatusLine : public QFrame {
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);
    void setForecast(const QString& text);
    /// What is being worked on, with rate and time left; stands in for the forecast until it is empty again.
    void setRunning(const QString& text);
    /// Says for a few seconds that something was done.
    void tell(const QString& text);
    /// `command` is asked for once the settings stay for a moment, and when the person copies it: not at each step of a slider. Null: there is none.
    void setCommand(std::function<QString()> command);
    QString command() const { return m_command ? m_command() : QString(); }

private:
    QLabel* m_text;
    QLabel* m_commandText;
    QPushButton* m_copy;
    void showText();
    void showCommand();
    std::function<QString()> m_command;
    QString m_forecast, m_running, m_told;
    QTimer* m_toldEnds;
    QTimer* m_settled;
};

}  // namespace tacq::ui
