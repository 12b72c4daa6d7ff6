#pragma once
// The build is plain x86-64, the machine rarely is. A kernel's body is written once as an inline function and compiled twice:
// for the base architecture and for AVX2; which one runs is decided once, at the first use. No ifunc (target_clones): its resolvers
// run before sanitizers are ready, and clang 14 accepts them only on plain functions.

#if defined(__x86_64__) && defined(__GNUC__)
#define TACQ_HAS_AVX2_VERSION 1
#define TACQ_AVX2 [[gnu::target("avx2")]]
#define TACQ_AVX2_FMA [[gnu::target("avx2,fma")]]
#else
#define TACQ_HAS_AVX2_VERSION 0
#define TACQ_AVX2
#define TACQ_AVX2_FMA
#endif

#if defined(__GNUC__)
#define TACQ_FORCE_INLINE [[gnu::always_inline]] inline
#else
#define TACQ_FORCE_INLINE inline
#endif

namespace tacq {

/// Every machine with AVX2 that matters has FMA; both are asked for.
inline bool runsAvx2() {
#if TACQ_HAS_AVX2_VERSION
    static const bool answer = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
    return answer;
#else
    return false;
#endif
}

}  // namespace tacq
