#include "widgets/decimal_box.h"

#include <QRegularExpression>

namespace tacq::ui {

QString DecimalBox::plain(const QString& text) const {
    QString number = text;
    if (!prefix().isEmpty() && number.startsWith(prefix())) number.remove(0, prefix().size());
    // People delete the blank in front of a unit, or all of it.
    number = number.trimmed();
    if (const QString unit = suffix().trimmed(); !unit.isEmpty() && number.endsWith(unit)) number.chop(unit.size());
    number.remove(QRegularExpression(QStringLiteral("\\s")));
    return number.replace(QLatin1Char(','), QLatin1Char('.'));
}

QValidator::State DecimalBox::validate(QString& input, int& /*position*/) const {
    static const QRegularExpression number(QStringLiteral("^([+-]?)(\\d*)(?:\\.(\\d*))?$"));
    const QRegularExpressionMatch match = number.match(plain(input));
    if (!match.hasMatch() || match.captured(3).size() > decimals() || (match.captured(1) == QLatin1String("-") && minimum() >= 0)) return QValidator::Invalid;
    if (match.captured(2).isEmpty() && match.captured(3).isEmpty()) return QValidator::Intermediate;
    const double value = valueFromText(input);
    if (value >= minimum() && value <= maximum()) return QValidator::Acceptable;
    // More digits only take it further away.
    return value > maximum() && value > 0 ? QValidator::Invalid : QValidator::Intermediate;
}

double DecimalBox::valueFromText(const QString& text) const { return QLocale::c().toDouble(plain(text)); }

}  // namespace tacq::ui
