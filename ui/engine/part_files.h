#pragma once
#include <QFile>
#include <QHash>
#include <QObject>
#include <QStringList>
#include <memory>
#include <optional>

#include "tacq/base/error.h"

namespace tacq::ui {

/// Frames of one fetch, written as they come into a folder of their own until they have been checked.
class PartFiles : public QObject {
    Q_OBJECT
public:
    /// Nothing but the `asked` parts is taken. `folder` must not exist yet: what came is removed with it.
    PartFiles(QString folder, QStringList asked, QObject* parent) : QObject(parent), m_folder(std::move(folder)), m_asked(std::move(asked)) {}
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
    QStringList m_asked;
    QHash<QString, std::shared_ptr<QFile>> m_files;
    std::optional<Error> m_failed;
};

}  // namespace tacq::ui
