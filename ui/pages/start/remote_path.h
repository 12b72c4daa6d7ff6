#pragma once
#include <QWidget>

#include "engine/engine_process.h"

class QLabel;
class QLineEdit;

namespace tacq::ui {

/// Where a model on the engine's computer is named; there only while the engine sees other files than this computer.
class RemotePath : public QWidget {
    Q_OBJECT
public:
    RemotePath(const EngineProcess& engine, QWidget* parent);

signals:
    void chosen(const QString& path);

private:
    void refresh();
    void choose();

    const EngineProcess& m_engine;
    QLabel* m_label;
    QLineEdit* m_path;
};

}  // namespace tacq::ui
