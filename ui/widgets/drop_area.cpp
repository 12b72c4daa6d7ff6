#include "widgets/drop_area.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QUrl>

#include "widgets/parts.h"

namespace tacq::ui {

DropArea::DropArea(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("dropArea"));
    setAccessibleName(tr("Drop a model here"));
    setProperty("drop", true);
    setAcceptDrops(true);
}

QString DropArea::pathOf(const QMimeData* data) {
    const QList<QUrl> urls = data->urls();
    return urls.isEmpty() ? QString() : urls.first().toLocalFile();
}

void DropArea::setOver(bool over) {
    setProperty("over", over);
    restyle(this);
}

void DropArea::dragEnterEvent(QDragEnterEvent* event) {
    if (pathOf(event->mimeData()).isEmpty()) return;
    event->acceptProposedAction();
    setOver(true);
}

void DropArea::dragLeaveEvent(QDragLeaveEvent*) { setOver(false); }

void DropArea::dropEvent(QDropEvent* event) {
    setOver(false);
    event->acceptProposedAction();
    emit dropped(pathOf(event->mimeData()));
}

}  // namespace tacq::ui
