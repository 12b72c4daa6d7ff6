#pragma once
#include <QByteArray>
#include <QObject>
#include <QStringList>
#include <functional>

#include "engine/background_pool.h"
#include "engine/engine_process.h"
#include "tacq/base/result.h"

namespace tacq::ui {

/// Artifacts of an engine whose files cannot be seen from here, brought part by part into a cache folder of this computer and used again the
/// next time. A part appears under its name only when it is whole, was asked for and has the engine's hash; keys are checked, links not followed.
class ArtifactCache : public QObject {
    Q_OBJECT
public:
    /// `folder`: the root of the cache; empty: the system's cache folder.
    explicit ArtifactCache(EngineProcess& engine, QString folder = {}, QObject* parent = nullptr);

    /// Where the parts of an artifact are kept: a folder of its own for each engine. Empty: no key, or a link would lead out of the root.
    QString folderOf(const QString& key) const;

    using Done = std::function<void(Result<QString>)>;        ///< the artifact's folder
    using RowsDone = std::function<void(Result<QByteArray>)>; ///< float32, as the engine computed them
    /// Brings what is missing; `done` is called on the GUI thread, at once if all is here. `title` names the job on show; empty: not shown. Called with an
    /// error when the job ends without a result, and again if the job is resumed and ends well.
    void bring(const QString& key, const QStringList& parts, const QString& title, Done done);
    /// `rows/LAYER/MATRIX/BEGIN-END`: computed by the engine, not kept.
    void bringRows(const QString& key, const QString& part, RowsDone done);

private:
    void finish(const QString& folder, const QString& staging, const QJsonArray& said, Done done);

    EngineProcess& m_engine;
    QString m_root;
    BackgroundPool m_pool{1};   ///< its own: others may wait for what is done here
};

}  // namespace tacq::ui
