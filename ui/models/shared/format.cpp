#include "models/shared/format.h"

#include <QLocale>
#include <array>
#include <cmath>

namespace tacq::ui {

QString Format::bytes(double bytes) {
    static const std::array units{QT_TR_NOOP("%1 bytes"), QT_TR_NOOP("%1 kB"), QT_TR_NOOP("%1 MB"), QT_TR_NOOP("%1 GB"), QT_TR_NOOP("%1 TB")};
    std::size_t unit = 0;
    while (bytes >= 999.5 && unit + 1 < units.size()) {
        bytes /= 1000;
        ++unit;
    }
    const int decimals = unit == 0 || bytes >= 99.95 ? 0 : bytes >= 9.995 ? 1 : 2;
    return tr(units[unit]).arg(QLocale().toString(bytes, 'f', decimals));
}

QString Format::exactBytes(quint64 bytes) { return tr("%1 bytes").arg(QLocale().toString(bytes)); }

QString Format::count(quint64 n) { return QLocale().toString(n); }

QString Format::shortCount(double n) {
    if (n < 10'000) return QLocale().toString(n, 'f', 0);
    static const std::array units{QT_TR_NOOP("%1 k"), QT_TR_NOOP("%1 M"), QT_TR_NOOP("%1 B")};
    std::size_t unit = 0;
    for (n /= 1000; n >= 999.5 && unit + 1 < units.size(); n /= 1000) ++unit;
    return tr(units[unit]).arg(QLocale().toString(n, 'f', n < 9.995 ? 2 : n < 99.95 ? 1 : 0));
}

QString Format::percent(double fraction) {
    const double percent = fraction * 100;
    int decimals = 2;
    if (percent > 0 && percent < 0.0995) decimals = 3;
    if (percent >= 9.995) decimals = 1;
    return tr("%1 %").arg(QLocale().toString(percent, 'f', decimals));
}

QString Format::bits(double bits) { return QLocale().toString(bits, 'f', 3); }

QString Format::duration(double seconds) {
    if (seconds < 0) return tr("unknown");
    if (seconds < 0.95) return tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
    const auto whole = static_cast<qint64>(std::llround(seconds));
    if (whole < 60) return tr("%1 s").arg(whole);
    if (whole < 3600) return tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString Format::significant(double value, int digits) {
    if (std::isnan(value)) return tr("–");
    if (value == 0) return QStringLiteral("0");
    const double magnitude = std::fabs(value);
    if (magnitude >= 1e-3 && magnitude < 1e5) {
        const int before = static_cast<int>(std::floor(std::log10(magnitude))) + 1;
        return QLocale().toString(value, 'f', std::max(0, digits - before));
    }
    return QLocale().toString(value, 'e', digits - 1).replace(QLatin1Char('E'), QLatin1Char('e')).replace(QLatin1String("e-0"), QLatin1String("e-")).replace(QLatin1String("e+0"), QLatin1String("e"));
}

QString Format::perplexity(double perplexity, double standardErrorOfNll) {
    const int decimals = perplexity < 100 ? 2 : 1;
    const QString value = QLocale().toString(perplexity, 'f', decimals);
    if (!(standardErrorOfNll > 0)) return value;
    // d exp(nll) = exp(nll) · d nll
    return tr("%1 ± %2").arg(value, QLocale().toString(perplexity * standardErrorOfNll, 'f', decimals));
}

QString Format::kind(LinearKind kind) {
    const auto name = linearKindName(kind);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString Format::fixed(double value, int decimals) { return QLocale().toString(value, 'f', decimals); }

}  // namespace tacq::ui
