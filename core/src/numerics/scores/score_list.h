#pragma once
// Private to numerics: the table of scores. One line each; scores/NAME.cpp defines `const MethodSpec NAME`. The order is that of help.
#include "tacq/numerics/score.h"

#define TACQ_SCORES(SCORE) \
    SCORE(tacq)            \
    SCORE(random)          \
    SCORE(magnitude)       \
    SCORE(gradient)        \
    SCORE(msg)             \
    SCORE(qal)

namespace tacq::scores {

#define TACQ_DECLARE_SCORE(name) extern const MethodSpec name;
TACQ_SCORES(TACQ_DECLARE_SCORE)
#undef TACQ_DECLARE_SCORE

}  // namespace tacq::scores
