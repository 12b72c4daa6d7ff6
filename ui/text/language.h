#pragma once
#include <QString>
#include <QStringList>
#include <vector>

namespace tacq::ui {

/// The languages this program ships with, each under its own name. English first.
struct Language {
    QString code;   ///< as in translations/tacq_CODE.ts
    QString name;
};
std::vector<Language> shippedLanguages();

/// The shipped language for a list of wishes (BCP 47, best first), e.g. `de-AT` → `de`, `zh-Hans-SG` → `zh_CN`; English for what is not shipped.
QString shippedLanguageFor(const QStringList& wishes);

/// Puts the program's words into `code` (empty: as the system asks) in place of those before. A language that was asked for by name also
/// decides how numbers and dates are written. Windows made afterwards speak it. Returns the code in use.
QString useLanguage(const QString& code);
/// The code that useLanguage() last returned; English before that.
QString languageInUse();

}  // namespace tacq::ui
