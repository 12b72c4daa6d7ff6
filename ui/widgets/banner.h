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
    /// The page that the next error belongs to; empty: all of them. Elsewhere the banner keeps out of the way, and is there again when the person comes back.
    void setPlace(const QString& page) { m_place = page; }
    /// `page` came to the front.
    void showOn(const QString& page);
    /// It has been seen, or is no news any more.
    void putAway();

signals:
    void actionTriggered();

private:
    QLabel* m_title;
    QLabel* m_detail;
    QLabel* m_next;
    QPushButton* m_action;
    void refresh();

    Error m_error;
    QString m_place, m_page;
    bool m_told = false;
};

}  // namespace tacq::ui
