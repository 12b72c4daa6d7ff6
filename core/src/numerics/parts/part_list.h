#pragma once
// Private to numerics: the table of a packed linear's parts. One line each; parts/NAME.cpp defines `const PackedPart NAME`. The order is that of the
// bytes that identities are hashed from: new ones go to the end.
#include "tacq/numerics/packed_part.h"

#define TACQ_PACKED_PARTS(PART) \
    PART(codes)                 \
    PART(scales)                \
    PART(zeros)                 \
    PART(row_offsets)           \
    PART(columns)               \
    PART(values)
