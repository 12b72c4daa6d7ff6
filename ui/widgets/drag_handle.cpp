#include "widgets/drag_handle.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDrag>
#include <QMimeData>
#include <QMouseEvent>
#include <QUrl>

namespace tacq::ui {

DragHandle::DragHandle(const QString& text, const QString& objectName, QWidget* parent) : QPushButton(text, parent) {
    setObjectName(objectName);
    setAccessibleName(text);
    setCursor(Qt::OpenHandCursor);
    connect(this, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setMimeData(mimeData());
        emit copied();
    });
}

QMimeData* DragHandle::mimeData() const {
    auto* files = new QMimeData;
    files->setUrls({QUrl::fromLocalFile(m_path)});
    files->setText(QDir::toNativeSeparators(m_path));
    return files;
}

void DragHandle::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->pos();
    QPushButton::mousePressEvent(event);
}

void DragHandle::mouseMoveEvent(QMouseEvent* event) {
    QPushButton::mouseMoveEvent(event);
    if (!(event->buttons() & Qt::LeftButton) || (event->pos() - m_pressed).manhattanLength() < QApplication::startDragDistance()) return;
    setDown(false);   // a drag is no click
    auto* drag = new QDrag(this);
    drag->setMimeData(mimeData());
    drag->exec(Qt::CopyAction);
}

}  // namespace tacq::ui
