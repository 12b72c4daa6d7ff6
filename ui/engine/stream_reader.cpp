#include "engine/stream_reader.h"

#include <QJsonDocument>
#include <utility>

#include "engine/protocol_json.h"

namespace tacq::ui {

void StreamReader::clear() {
    m_buffer.clear();
    m_frame.reset();
    ++m_stream;
}

QString StreamReader::handleLine(const QByteArray& line) {
    // Not for us: a stray print of some library.
    const QJsonObject message = QJsonDocument::fromJson(line).object();
    if (message.isEmpty()) return {};
    if (message.value(QLatin1String("event")).toString() != QLatin1String("frame")) {
        m_onMessage(message);
        return {};
    }
    const EngineFrame frame = engineFrame(message);
    const bool good = frame.bytes > 0 && frame.bytes <= kLongestFrame && frame.offset >= 0 && frame.total >= 0 && frame.offset <= frame.total - frame.bytes;
    if (!good) return QStringLiteral("the engine sent a frame with impossible sizes");
    m_frame = frame;
    return {};
}

QString StreamReader::feed(const QByteArray& bytes) {
    m_buffer += bytes;
    qsizetype begin = 0;
    QString wrong;
    const quint64 stream = m_stream;
    while (wrong.isEmpty()) {
        if (m_frame) {
            if (m_buffer.size() - begin < m_frame->bytes) break;
            const EngineFrame frame = *std::exchange(m_frame, std::nullopt);
            const QByteArray content = m_buffer.mid(begin, frame.bytes);
            begin += frame.bytes;
            m_onFrame(frame, content);
        } else {
            const qsizetype end = m_buffer.indexOf('\n', begin);
            if (end < 0) break;
            const QByteArray line = m_buffer.mid(begin, end - begin);
            begin = end + 1;
            wrong = handleLine(line);
        }
        if (stream != m_stream) return {};
    }
    m_buffer.remove(0, begin);
    if (wrong.isEmpty() && !m_frame && m_buffer.size() > kLongestLine) wrong = QStringLiteral("the engine sent a line without end");
    return wrong;
}

}  // namespace tacq::ui
