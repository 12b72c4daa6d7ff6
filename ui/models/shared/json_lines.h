#pragma once
#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <string>

namespace tacq::ui {

/// JSON of the core as Qt's value; empty where it is no object.
QJsonObject jsonObject(const std::string& text);
/// A count of bytes or things; 0 for what is no whole number of 64 bits or is below 0.
quint64 countIn(const QJsonObject& object, const char* key);

/// Where the values of a JSON text stand, so that an error about one can name its line: Qt's reader forgets it.
class JsonLines {
public:
    /// `text` is valid JSON (QJsonDocument has read it).
    explicit JsonLines(const QByteArray& text);
    /// Line, from 1, of the value at a path such as `/steps/2/do/0/bits`; of its nearest parent where the path is not there.
    int lineOf(QString path) const;
    /// Line, from 1, of a byte.
    static int lineAt(const QByteArray& text, qsizetype offset);

private:
    void value(const QString& path);
    void space();
    QByteArray word();

    const QByteArray& m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    QMap<QString, int> m_lines;
};

}  // namespace tacq::ui
