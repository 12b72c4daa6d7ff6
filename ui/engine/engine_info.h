#pragma once
#include <QList>
#include <QString>

namespace tacq::ui {

/// A format that the engine exports to. Title and description come from the engine, in English.
struct EngineFormat {
    QString name, title, description;
    bool lowBit = false;   ///< narrow weights in the file; false: written out at 16 or 32 bit
    QString runsIn;        ///< which programs load it; empty: an older engine that does not say
    bool isModel = true;   ///< false: something about a model, such as an importance matrix
};

/// A figure that the engine measures models by.
struct EngineMetric {
    QString name, title, description;
    bool lowerIsBetter = true;
    bool needsOriginal = false;   ///< compares a model with the original
};

struct EngineGpu {
    QString name;
    qint64 memoryBytes = 0;
};

/// What the engine says about itself.
struct EngineInfo {
    int protocol = 0;
    QString version, workspace, sample;   ///< paths of the computer that it runs on; the sample is empty where an older engine does not say
    qint64 pid = 0;
    int threads = 0;
    qint64 memoryBytes = 0;
    qint64 availableMemoryBytes = 0;   ///< what a job may still take, when the engine started; 0: unknown
    bool sharedFiles = true;
    QList<EngineFormat> exportFormats;
    QList<EngineMetric> metrics;
    QList<EngineGpu> gpus;
};

}  // namespace tacq::ui
