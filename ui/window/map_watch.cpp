#include "window/map_watch.h"

#include "tacq/base/file_io.h"

namespace tacq::ui {
namespace {

constexpr int kLookMilliseconds = 1000;

}  // namespace

MapWatch::MapWatch(QObject* parent) : QObject(parent) {
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &MapWatch::look);
    m_timer.start(kLookMilliseconds);
}

void MapWatch::look() {
    const auto whole = mappedFilesWhole();
    if (whole.ok()) return;
    const QString file = QString::fromStdString(whole.error().context);
    if (m_told.contains(file)) return;
    m_told.insert(file);
    Error error = whole.error();
    error.hint = tr("What is shown of it may be wrong. Put the file back, then open the model or the run again.").toStdString();
    emit lost(error);
}

}  // namespace tacq::ui
