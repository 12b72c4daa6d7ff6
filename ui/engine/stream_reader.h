#pragma once
#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <functional>
#include <optional>

namespace tacq::ui {

/// A piece of a file that the engine sends: raw bytes that follow their line.
struct EngineFrame {
    qint64 id = -1;
    QString part;
    qint64 offset = 0, bytes = 0, total = 0;
};

/// The engine's output cut into lines and frames. Binary-safe; pieces may end anywhere.
class StreamReader {
public:
    using OnMessage = std::function<void(const QJsonObject&)>;
    using OnFrame = std::function<void(const EngineFrame&, const QByteArray&)>;
    static constexpr qint64 kLongestFrame = 1 << 20;
    // More than any line of the protocol; a peer that never ends its line is not our engine.
    static constexpr qsizetype kLongestLine = 64 << 20;

    StreamReader(OnMessage onMessage, OnFrame onFrame) : m_onMessage(std::move(onMessage)), m_onFrame(std::move(onFrame)) {}
    /// Empty, or what is wrong: then nothing more of this stream can be trusted.
    QString feed(const QByteArray& bytes);
    void clear();

private:
    QString handleLine(const QByteArray& line);

    OnMessage m_onMessage;
    OnFrame m_onFrame;
    QByteArray m_buffer;
    std::optional<EngineFrame> m_frame;   ///< whose bytes are on their way
    quint64 m_stream = 0;                 ///< counts clear(): a handler may end this stream
};

}  // namespace tacq::ui
