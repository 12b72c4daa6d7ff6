#pragma once
// Private to the pipeline: what the commands that measure models share.
#include <string>
#include <vector>

#include "pipeline/requests/session.h"
#include "pipeline/requests/token_source.h"
#include "tacq/evaluate/metric.h"

namespace tacq {

/// Of exactly these tokens in these rows.
std::string rowsKey(const TokenRows& rows);
/// Enters them in the history: taken over `text`, on the model at `path`, and so known to the run that made it.
void noteMeasured(Session& session, std::vector<Measurement> measurements, const std::string& text, const std::string& path);

}  // namespace tacq
