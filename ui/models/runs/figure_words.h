#pragma once
#include <QString>

#include "models/runs/run_record.h"

namespace tacq::ui {

/// What a figure of a run is called: `perplexity:tinystories-0123456789ab.safetensors` is "perplexity · tinystories, evaluation text". A metric that the window does
/// not know has the title that its measurement gives it.
QString figureName(const RunInfo& run, const QString& key);
/// Without the text.
QString metricName(const RunInfo& run, const QString& metric);
/// The text that something was measured on, without folders and hashes.
QString measuredTextName(const QString& text);

}  // namespace tacq::ui
