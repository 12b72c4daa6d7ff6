#pragma once
#include "tacq/checkpoint/checkpoint.h"

namespace tacq::ui {

/// Attention heads of a model: they share out the rows of q, k and v and the columns of o, in equal blocks. 0: not known.
struct HeadCounts {
    int query = 0, keyValue = 0;
    /// Heads of one kind of matrix; 0 where it has none.
    int of(LinearKind kind) const {
        if (kind == LinearKind::Query || kind == LinearKind::Output) return query;
        return kind == LinearKind::Key || kind == LinearKind::Value ? keyValue : 0;
    }
    bool operator==(const HeadCounts&) const = default;
};

}  // namespace tacq::ui
