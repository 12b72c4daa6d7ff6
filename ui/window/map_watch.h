#pragma once
#include <QSet>
#include <QString>
#include <QTimer>

#include "tacq/base/error.h"

namespace tacq::ui {

/// Tells once of each file that shrank, or whose disk went away, while the window had it mapped: whatever reads it since then, maps, tables, sizes, reads zeros.
/// To ask costs nothing while there is none.
class MapWatch : public QObject {
    Q_OBJECT
public:
    explicit MapWatch(QObject* parent = nullptr);

signals:
    void lost(const Error& error);

private:
    void look();
    QTimer m_timer;
    QSet<QString> m_told;
};

}  // namespace tacq::ui
