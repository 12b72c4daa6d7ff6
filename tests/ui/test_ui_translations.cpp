// Every language is complete: no text of the sources is missing in it, and no translation lost or invented a placeholder.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message {
    QString context, source;
    QStringList translations;   ///< several: plural forms
    bool plural = false, finished = true;
};

QList<Message> readTs(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    Message now;
    while (!xml.atEnd()) {
        xml.readNext();
        const QStringView name = xml.name();
        if (xml.isStartElement()) {
            if (name == QLatin1String("name")) context = xml.readElementText();
            else if (name == QLatin1String("message")) now = {context, {}, {}, xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes"), true};
            else if (name == QLatin1String("source")) now.source = xml.readElementText();
            else if (name == QLatin1String("translation")) {
                now.finished = xml.attributes().value(QLatin1String("type")).isEmpty();
                if (!now.plural) now.translations << xml.readElementText();
            } else if (name == QLatin1String("numerusform")) now.translations << xml.readElementText();
        } else if (xml.isEndElement() && name == QLatin1String("message")) {
            messages << now;
        }
    }
    return xml.hasError() ? QList<Message>() : messages;
}

/// `%1`, `%2`, `%L1`, `%n`, sorted; a plural form may leave %n out ("one weight").
QStringList placeholders(const QString& text, bool withCount) {
    static const QRegularExpression kPattern(QStringLiteral("%(L?\\d+|n)"));
    QStringList found;
    for (auto it = kPattern.globalMatch(text); it.hasNext();) {
        const QString one = it.next().captured();
        if (withCount || one != QLatin1String("%n")) found << one;
    }
    found.sort();
    found.removeDuplicates();
    return found;
}

}  // namespace

class TranslationsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void everyTextHasATranslation_data();
    void everyTextHasATranslation();
    void placeholdersSurvive_data() { everyTextHasATranslation_data(); }
    void placeholdersSurvive();
    void aMissingOneWouldBeSeen();

private:
    QString fresh(const QString& file, const QString& pluralOnly = {});
    QTemporaryDir m_folder;
    QString m_root;
};

void TranslationsTest::initTestCase() {
    m_root = QDir::cleanPath(qEnvironmentVariable("TACQ_RESOURCES") + QLatin1String("/.."));
    QVERIFY2(QFile::exists(m_root + QLatin1String("/translations/tacq_de.ts")), qPrintable(m_root));
    QVERIFY(QFile::exists(qEnvironmentVariable("TACQ_LUPDATE")));
}

/// A copy of a translation, brought up to the sources as `update_translations` does.
QString TranslationsTest::fresh(const QString& file, const QString& pluralOnly) {
    const QString copy = m_folder.filePath(file);
    QFile::remove(copy);
    if (!QFile::copy(m_root + QLatin1String("/translations/") + file, copy)) return {};
    QProcess lupdate;
    lupdate.setWorkingDirectory(m_root);
    QStringList arguments{QStringLiteral("-silent"), QStringLiteral("-no-obsolete"), QStringLiteral("-locations"), QStringLiteral("none")};
    if (!pluralOnly.isEmpty()) arguments << pluralOnly;
    lupdate.start(qEnvironmentVariable("TACQ_LUPDATE"), arguments << QStringLiteral("ui") << QStringLiteral("app/workbench") << QStringLiteral("-ts") << copy);
    return lupdate.waitForFinished(120'000) && lupdate.exitCode() == 0 ? copy : QString();
}

void TranslationsTest::everyTextHasATranslation_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("pluralOnly");
    QTest::newRow("German") << QStringLiteral("tacq_de.ts") << QString();
    QTest::newRow("Simplified Chinese") << QStringLiteral("tacq_zh_CN.ts") << QString();
    QTest::newRow("English plurals") << QStringLiteral("tacq_en.ts") << QStringLiteral("-pluralonly");
}

void TranslationsTest::everyTextHasATranslation() {
    QFETCH(QString, file);
    QFETCH(QString, pluralOnly);
    const QString copy = fresh(file, pluralOnly);
    QVERIFY2(!copy.isEmpty(), "lupdate did not run");
    const QList<Message> messages = readTs(copy);
    QVERIFY(messages.size() > (pluralOnly.isEmpty() ? 900 : 20));
    QStringList missing;
    for (const Message& message : messages) {
        const bool empty = message.translations.isEmpty() || message.translations.contains(QString());
        if (!message.finished || empty) missing << message.context + QLatin1String(": ") + message.source;
    }
    QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("%1 texts have no translation (cmake --build build --target update_translations, then fill them in):\n%2")
                                               .arg(missing.size()).arg(missing.join(QLatin1Char('\n')))));
}

void TranslationsTest::placeholdersSurvive() {
    QFETCH(QString, file);
    QStringList wrong;
    const QList<Message> messages = readTs(m_root + QLatin1String("/translations/") + file);
    QVERIFY(messages.size() > 20);
    for (const Message& message : messages)
        for (const QString& translation : message.translations)
            if (message.finished && placeholders(translation, !message.plural) != placeholders(message.source, !message.plural))
                wrong << message.context + QLatin1String(": ") + message.source + QLatin1String(" → ") + translation;
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TranslationsTest::aMissingOneWouldBeSeen() {
    const QString path = m_folder.filePath(QStringLiteral("made.ts"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<TS version=\"2.1\"><context><name>A</name><message><source>%1 of %2</source><translation type=\"unfinished\">%1 von</translation></message>"
               "<message numerus=\"yes\"><source>%n of %1</source><translation><numerusform>eins von %1</numerusform><numerusform>%n</numerusform></translation></message></context></TS>");
    file.close();
    const QList<Message> messages = readTs(path);
    QCOMPARE(messages.size(), 2);
    QVERIFY(!messages[0].finished && messages[1].finished && messages[1].plural);
    QCOMPARE(messages[1].translations.size(), 2);
    QVERIFY(placeholders(messages[0].source, true) != placeholders(messages[0].translations[0], true));
    QCOMPARE(placeholders(messages[1].translations[0], false), placeholders(messages[1].source, false));
    QVERIFY(placeholders(messages[1].translations[1], false) != placeholders(messages[1].source, false));
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "test_ui_translations.moc"
