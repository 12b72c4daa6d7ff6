#pragma once
#include "base/fields.h"
#include "tacq/checkpoint/model_config.h"

namespace tacq {

/// Rotary settings of a config.json in any of its spellings: `rope_theta` + `rope_scaling` {`type` or `rope_type`}, or `rope_parameters`.
/// Problems are left in `fields`; `notes` may be null.
RopeConfig readRope(Fields& fields, std::int64_t contextLength, double defaultTheta, std::vector<Note>* notes);

}  // namespace tacq
