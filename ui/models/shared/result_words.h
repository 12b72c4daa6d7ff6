#pragma once
#include <QCoreApplication>
#include <QString>

#include "models/shared/project.h"

namespace tacq::ui {

/// What a result is called, and what got better or worse, in a sentence.
class ResultWords {
    Q_DECLARE_TR_FUNCTIONS(ResultWords)
public:
    /// Its name among the results: what differs first.
    static QString name(const Project& project, const QuantizedResult& result);
    /// All that was chosen for it, for a tool tip.
    static QString wholeName(const Project& project, const QuantizedResult& result);
    /// `3.11 bits: on TinyStories perplexity 5.52 → 6.10; on other text (GSM8K) 18.0 → 19.5`. Parts that are not measured yet are left out.
    static QString sentence(const Project& project, const QuantizedResult& result, const QString& guardTitle);
    /// `On 8,128 tokens of TinyStories and 4,010 of GSM8K.`; empty while nothing is measured.
    static QString basis(const Project& project, const QuantizedResult& result, const QString& guardTitle);
};

}  // namespace tacq::ui
