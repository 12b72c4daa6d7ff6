#pragma once
#include <QCoreApplication>
#include <QString>

#include "tacq/checkpoint/checkpoint.h"

namespace tacq::ui {

/// Numbers as people read them, in the reader's locale. One place, so that the same quantity looks the same everywhere.
class Format {
    Q_DECLARE_TR_FUNCTIONS(Format)
public:
    static QString bytes(double bytes);                ///< `41.3 MB` (powers of ten, as disks are sold)
    static QString exactBytes(quint64 bytes);          ///< `41,300,112 bytes`
    static QString count(quint64 n);                   ///< `371,589`
    static QString shortCount(double n);               ///< `135 M`
    static QString percent(double fraction);           ///< `0.35 %`, as many digits as a small fraction needs
    static QString bits(double bits);                  ///< `3.114`
    static QString duration(double seconds);           ///< `14 s`, `2 min 10 s`, `1 h 5 min`
    static QString significant(double value, int digits = 3);  ///< `3.1e-4`, `0.0714`
    static QString perplexity(double perplexity, double standardErrorOfNll);  ///< `6.11 ± 0.12`
    static QString kind(LinearKind kind);              ///< `q`, `k`, `v`, `o`, `gate`, `up`, `down`
    static QString fixed(double value, int decimals);
};

}  // namespace tacq::ui
