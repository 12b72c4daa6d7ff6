#pragma once
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace tacq::ui {

/// A surface with a title line and room for content.
class Card : public QFrame {
    Q_OBJECT
public:
    Card(const QString& title, const QString& objectName, QWidget* parent = nullptr);

    QVBoxLayout* body() const { return m_body; }
    /// At the right of the title: a figure or a small button.
    QHBoxLayout* titleLine() const { return m_titleLine; }
    void setTitle(const QString& title);
    QString title() const { return m_title->text(); }

private:
    QLabel* m_title;
    QHBoxLayout* m_titleLine;
    QVBoxLayout* m_body;
};

}  // namespace tacq::ui
