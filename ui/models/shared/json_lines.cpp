#include "models/shared/json_lines.h"

#include <QJsonDocument>
#include <algorithm>

namespace tacq::ui {

QJsonObject jsonObject(const std::string& text) { return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object(); }

quint64 countIn(const QJsonObject& object, const char* key) { return static_cast<quint64>(std::max<qint64>(0, object.value(QLatin1String(key)).toInteger())); }

JsonLines::JsonLines(const QByteArray& text) : m_text(text) { value({}); }

int JsonLines::lineAt(const QByteArray& text, qsizetype offset) {
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + std::clamp<qsizetype>(offset, 0, text.size()), '\n'));
}

int JsonLines::lineOf(QString path) const {
    for (;;) {
        if (const auto found = m_lines.find(path); found != m_lines.end()) return found.value();
        if (path.isEmpty()) return 1;
        path.truncate(path.lastIndexOf(QLatin1Char('/')));
    }
}

void JsonLines::space() {
    for (; m_at < m_text.size(); ++m_at) {
        const char c = m_text[m_at];
        if (c == '\n') ++m_line;
        else if (c != ' ' && c != '\t' && c != '\r') return;
    }
}

/// A string without its quotes, escapes as written: names of members have none worth resolving.
QByteArray JsonLines::word() {
    const qsizetype begin = ++m_at;
    while (m_at < m_text.size() && m_text[m_at] != '"') m_at += m_text[m_at] == '\\' ? 2 : 1;
    return m_text.mid(begin, m_at++ - begin);
}

void JsonLines::value(const QString& path) {
    space();
    m_lines.insert(path, m_line);
    if (m_at >= m_text.size()) return;
    const char first = m_text[m_at];
    if (first == '"') {
        word();
    } else if (first == '{' || first == '[') {
        const char last = first == '{' ? '}' : ']';
        ++m_at;
        for (int index = 0;; ++index) {
            space();
            if (m_at >= m_text.size() || m_text[m_at] == last) break;
            QString name = QString::number(index);
            if (first == '{') {
                name = QString::fromUtf8(word());
                space();
                ++m_at;  // the colon
            }
            value(path + QLatin1Char('/') + name);
            space();
            if (m_at < m_text.size() && m_text[m_at] == ',') ++m_at;
        }
        ++m_at;
    } else {
        while (m_at < m_text.size() && !QByteArrayView(",]} \t\r\n").contains(m_text[m_at])) ++m_at;
    }
    space();
}

}  // namespace tacq::ui
