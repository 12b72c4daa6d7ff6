#pragma once
#include <QFrame>

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
    void setCommand(const QString& command);
    QString command() const { return m_command; }

private:
    QLabel* m_text;
    QLabel* m_commandText;
    QPushButton* m_copy;
    void showText();
    QString m_command, m_forecast, m_running, m_told;
    QTimer* m_toldEnds;
};

}  // namespace tacq::ui
