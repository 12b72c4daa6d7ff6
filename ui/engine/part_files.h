#pragma once
#include <QFile>
#include <QHash>
#include <QObject>
#include <memory>
#include <optional>

#include "tacq/base/error.h"

namespace tacq::ui {

/// A name that may become a file of the cache: no separator, not hidden.
bool isPartFile(const QString& part);

/// Frames of one fetch, written as they come into a folder of their own until they have been checked.
class PartFiles : public QObject {
    Q_OBJECT
public:
    PartFiles(QString folder, QObject* parent) : QObject(parent), m_folder(std::move(folder)) {}
    ~PartFiles() override { clear(); }

    const QString& folder() const { return m_folder; }
    /// The next piece of a part; offset 0 begins it anew.
    void add(const QString& part, qint64 offset, qint64 total, const QByteArray& bytes);
    void close() { m_files.clear(); }
    /// Removes what has come.
    void clear();
    const std::optional<Error>& failed() const { return m_failed; }

private:
    QString m_folder;
    QHash<QString, std::shared_ptr<QFile>> m_files;
    std::optional<Error> m_failed;
};

}  // namespace tacq::ui
