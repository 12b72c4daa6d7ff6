#pragma once
#include "tacq/budget/ledger.h"

namespace tacq {

/// The ledger without what needs the writer's layout: headerBytes and modelBytes stay 0. Cheap: a few sums over the plan.
Ledger tensorLedger(const PackedPlan& plan);

}  // namespace tacq
