#include "text/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace tacq::ui {
namespace {

const char* const kLanguageProperty = "tacqLanguage";

/// A file of words that is the application's until the next choice.
void install(const QString& file, const QString& folder) {
    auto* words = new QTranslator(QCoreApplication::instance());
    words->setObjectName(QStringLiteral("tacqWords"));
    if (words->load(file, folder)) QCoreApplication::installTranslator(words);
    else delete words;
}

}  // namespace

std::vector<Language> shippedLanguages() {
    return {{QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")}, {QStringLiteral("zh_CN"), QStringLiteral("简体中文")}};
}

QString shippedLanguageFor(const QStringList& wishes) {
    for (const QString& wish : wishes) {
        const QLocale locale(QString(wish).replace(QLatin1Char('-'), QLatin1Char('_')));
        if (locale.language() == QLocale::German) return QStringLiteral("de");
        if (locale.language() == QLocale::English) return QStringLiteral("en");
        if (locale.language() == QLocale::Chinese && locale.script() == QLocale::SimplifiedHanScript) return QStringLiteral("zh_CN");
    }
    return QStringLiteral("en");
}

QString useLanguage(const QString& code) {
    for (QTranslator* before : QCoreApplication::instance()->findChildren<QTranslator*>(QStringLiteral("tacqWords"))) {
        QCoreApplication::removeTranslator(before);
        delete before;
    }
    bool shipped = false;
    for (const Language& language : shippedLanguages()) shipped = shipped || language.code == code;
    const QString chosen = shipped ? code : shippedLanguageFor(code.isEmpty() ? QLocale::system().uiLanguages() : QStringList{code});
    QCoreApplication::instance()->setProperty(kLanguageProperty, chosen);
    if (!code.isEmpty()) QLocale::setDefault(QLocale(chosen));
    // Qt's own dialogs, where Qt has brought its words.
    if (chosen != QLatin1String("en")) install(QLatin1String("qtbase_") + chosen, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // English too: its file holds the plural forms.
    install(QLatin1String("tacq_") + chosen, QStringLiteral(":/i18n"));
    return chosen;
}

QString languageInUse() {
    const QString code = QCoreApplication::instance()->property(kLanguageProperty).toString();
    return code.isEmpty() ? QStringLiteral("en") : code;
}

}  // namespace tacq::ui
