#include "qt_warnings.h"

#include <QtGlobal>
#include <QMutex>
#include <QMutexLocker>

namespace qt_warnings {
namespace {

QtMessageHandler previous = nullptr;
QMutex mutex;
QStringList list;

void note(QtMsgType type, const QMessageLogContext& context, const QString& text) {
    const bool known = text.startsWith(QLatin1String("This plugin does not support")) || text.contains(QLatin1String("XDG_RUNTIME_DIR"));
    if ((type == QtWarningMsg || type == QtCriticalMsg) && !known) {
        const QMutexLocker lock(&mutex);
        list << text;
    }
    if (previous) previous(type, context, text);
}

}  // namespace

void install() { previous = qInstallMessageHandler(note); }

QStringList take() {
    const QMutexLocker lock(&mutex);
    return std::exchange(list, {});
}

}  // namespace qt_warnings
