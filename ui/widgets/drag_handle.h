#pragma once
#include <QPoint>
#include <QPushButton>

class QMimeData;

namespace tacq::ui {

/// A button that is dragged out of the window as a folder or file; pressed, it copies the same, to be pasted in a file manager.
class DragHandle : public QPushButton {
    Q_OBJECT
public:
    DragHandle(const QString& text, const QString& objectName, QWidget* parent);
    void setPath(const QString& path) { m_path = path; }
    /// What is handed over; the receiver owns it.
    QMimeData* mimeData() const;

signals:
    void copied();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QString m_path;
    QPoint m_pressed;
};

}  // namespace tacq::ui
