#pragma once
#include <QCoreApplication>
#include <QString>
#include <vector>

namespace tacq::ui {

/// A format that a model can be written in.
struct ExportFormatWords {
    QString name;           ///< of `--format`
    QString title;          ///< where it runs
    QString description;    ///< in one sentence
    bool lowBit = false;    ///< the file holds the narrow weights
    QString programs;       ///< which programs load it; empty: not known here
    QString files;          ///< which files are written; empty: not known here
    bool isModel = true;    ///< false: something about a model
    bool operator==(const ExportFormatWords&) const = default;
};

/// Formats come from the engine's registry. Those that this window knows get its own (translated) words; others their own.
class ExportFormats {
    Q_DECLARE_TR_FUNCTIONS(ExportFormats)
public:
    /// In the engine's order. An engine that has said nothing writes the two formats that every version has.
    static std::vector<ExportFormatWords> list(const std::vector<ExportFormatWords>& offered);

private:
    static std::vector<ExportFormatWords> known();
};

}  // namespace tacq::ui
