#include "engine/part_files.h"

#include <QDir>

namespace tacq::ui {

void PartFiles::add(const QString& part, qint64 offset, qint64 /*total*/, const QByteArray& bytes) {
    const auto fail = [this, &part](ErrorCode code, const char* what, const char* hint) { m_failed = Error{code, what, part.toStdString(), hint}; };
    if (!m_asked.contains(part)) return fail(ErrorCode::InvalidFile, "the engine sent a file that nobody asked for", "update the engine's program");
    std::shared_ptr<QFile>& file = m_files[part];
    if (offset == 0) {
        // After a lost connection everything comes again.
        m_failed.reset();
        QDir().mkpath(m_folder);
        file = std::make_shared<QFile>(m_folder + QLatin1Char('/') + part);
        if (!file->open(QIODevice::WriteOnly | QIODevice::Truncate)) return fail(ErrorCode::PermissionDenied, "the cache cannot be written to", "free some space, or check the folder");
    }
    if (m_failed) return;
    if (!file || file->pos() != offset) return fail(ErrorCode::InvalidFile, "a piece of a file is missing", "try again");
    if (file->write(bytes) != bytes.size()) fail(ErrorCode::DiskFull, "the cache cannot take all of a file", "free some space and try again");
}

void PartFiles::clear() {
    close();
    m_failed.reset();
    if (!m_folder.isEmpty()) QDir(m_folder).removeRecursively();
}

}  // namespace tacq::ui
