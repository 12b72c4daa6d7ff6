#pragma once
// Private to evaluate: the table of metrics. One line each; metrics/NAME.cpp defines `const MetricSpec NAME`. The order is that of lists.
#include "tacq/evaluate/metric.h"

#define TACQ_METRICS(METRIC) \
    METRIC(perplexity)       \
    METRIC(mean_nll)         \
    METRIC(kl)               \
    METRIC(kl_p99)           \
    METRIC(top1)

namespace tacq::metric_specs {

#define TACQ_DECLARE_METRIC(name) extern const MetricSpec name;
TACQ_METRICS(TACQ_DECLARE_METRIC)
#undef TACQ_DECLARE_METRIC

}  // namespace tacq::metric_specs
