#pragma once
#include <QFrame>

#include "tacq/base/error.h"

class QLabel;
class QPushButton;

namespace tacq::ui {

/// An error with what to do next; can be copied and closed, and may offer one action (Resume). Nothing pops up, nothing waits.
class Banner : public QFrame {
    Q_OBJECT
public:
    explicit Banner(QWidget* parent = nullptr);
    /// `title`, where given, takes the place of that of the error's code.
    void showError(const Error& error, const QString& actionText = {}, const QString& title = {});
    const Error& error() const { return m_error; }

signals:
    void actionTriggered();

private:
    QLabel* m_title;
    QLabel* m_detail;
    QLabel* m_next;
    QPushButton* m_action;
    Error m_error;
};

}  // namespace tacq::ui
