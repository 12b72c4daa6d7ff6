#pragma once
#include <QString>

#include "engine/engine_job.h"

namespace tacq::ui {

/// What a person would type for this request: `tacq quantize MODEL OUT --task tinystories --bits 3`. Quoted for a POSIX shell.
/// Empty for what is no command, but a part of the protocol (`fetch`, `put`).
QString commandText(const JobRequest& request);
/// One word of a POSIX shell, quoted only where needed.
QString shellWord(const QString& word);

}  // namespace tacq::ui
