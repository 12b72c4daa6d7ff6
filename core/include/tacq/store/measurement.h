#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "tacq/base/result.h"
#include "tacq/numerics/interval.h"

namespace tacq {

/// One figure that a model was measured by. Says all about itself, so that reports and windows need no table of metrics, not even for a metric of a
/// later version.
struct Measurement {
    std::string metric;              ///< name in the table of metrics: `perplexity`
    std::string title;               ///< for people: `Perplexity`
    bool lowerIsBetter = true;
    std::string text;                ///< what it was taken over: a file's or a task's name
    std::string subject;             ///< what was measured: the model's path as it was given
    std::string maker;               ///< key of the run that made the subject; empty: the workspace does not know of one
    double value = 0;
    std::optional<Interval> interval;
    std::int64_t items = 0;          ///< how many tokens (or questions) it is a mean over; 0: not known
    std::string unit;                ///< of the items: `tokens`
    std::int64_t run = 0;            ///< the run that measured it
    bool operator==(const Measurement&) const = default;
};

/// `{"metric", "title", "lowerIsBetter", "text", "subject", "value", "low", "high", "level", "items", "unit", "run"}`; low, high and level are null without
/// an interval. The form in which runs tell of it.
std::string measurementToJson(const Measurement& measurement);
Result<Measurement> measurementFromJson(const std::string& json, const std::string& context);

}  // namespace tacq
